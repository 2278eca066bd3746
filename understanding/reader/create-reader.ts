import { logistic } from '../classifier/calibration.ts';
import type { Logistic } from '../classifier/calibration.ts';
import { ContextNumbers } from './context-numbers.ts';
import type { Encoded } from './encoder.ts';
import { groupOf } from './model.ts';
import type { ReaderModel } from './model.ts';
import { scoresOf, textSum } from './network.ts';
import { Possible, answerLabel } from './possible.ts';
import type { Reader, ReaderChoice, ReaderContext, ReaderResult } from './reader.ts';
import { signalsOf } from './signals.ts';

/** A choice as the calibration sees it. */
export interface Reading extends Omit<ReaderResult, 'confidence'> {
  readonly signals: readonly number[];
}

/** Labels after the first whose sayings are compared. */
const RIVALS = 3;
/** Texts whose encoding is kept: a text is read whole and by its clauses, in one context or several. */
const REMEMBERED = 16;

/** Ranks without judging how sure it is. */
export class Ranker {
  readonly #model: ReaderModel;
  readonly #possible: Possible;
  readonly #contexts: ContextNumbers;
  readonly #groups: ReadonlyMap<string, number>;
  readonly #polarity: ReadonlyMap<string, { readonly yes?: string | undefined; readonly no?: string | undefined }>;
  readonly #texts = new Map<string, { readonly encoded: Encoded; readonly sums: readonly Float32Array[] }>();

  constructor(model: ReaderModel) {
    this.#model = model;
    this.#possible = new Possible(model.labels, model.graph);
    this.#contexts = ContextNumbers.of(model.graph);
    this.#groups = new Map(model.groups.map((group, at) => [group, at]));
    this.#polarity = new Map(model.graph.questions.flatMap(({ id, polarity }) => (polarity ? [[id, polarity]] : [])));
  }

  read(text: string, context: ReaderContext): Reading {
    const { encoded, sums } = this.#encoded(text);
    const { ranked, lowest } = this.#ranked(sums, context);
    const [first, ...others] = ranked;
    const nearest = this.#nearest(encoded, [first!.label], context);
    const rivals = others.slice(0, RIVALS).map(({ label }) => label);
    const resembles = this.#model.sayings.texts[nearest.saying];
    return {
      ranked,
      ...(resembles !== undefined && { resembles }),
      signals: signalsOf(
        {
          label: first!.label,
          own: context.question !== undefined && this.#possible.questionOf(first!.label) === context.question,
          first: first!.probability,
          second: others[0]?.probability ?? 0,
          lowest,
          same: nearest.similarity,
          rival: this.#nearest(encoded, rivals, context).similarity,
        },
        encoded,
        context,
      ),
    };
  }

  #encoded(text: string): { readonly encoded: Encoded; readonly sums: readonly Float32Array[] } {
    const remembered = this.#texts.get(text);
    if (remembered) return remembered;
    const encoded = this.#model.encoder.encode(text);
    const made = { encoded, sums: this.#model.networks.map((network) => textSum(network, encoded)) };
    if (this.#texts.size >= REMEMBERED) this.#texts.clear();
    this.#texts.set(text, made);
    return made;
  }

  /** Labels by the mean of the networks' probabilities, and the lowest that one of them gives the first. */
  #ranked(sums: readonly Float32Array[], context: ReaderContext): { readonly ranked: readonly ReaderChoice[]; readonly lowest: number } {
    const places = this.#possible.in(context);
    const numbers = this.#contexts.of(context);
    const each = this.#model.networks.map((network, at) => shares(scoresOf(network, sums[at]!, numbers, places)));
    const mean = Float64Array.from(places, (_, at) => each.reduce((sum, probabilities) => sum + probabilities[at]!, 0) / each.length);
    const order = Array.from(places, (_, at) => at).sort((left, right) => mean[right]! - mean[left]!);
    return {
      ranked: order.map((at) => ({ label: this.#model.labels[places[at]!]!, probability: mean[at]! })),
      lowest: Math.min(...each.map((probabilities) => probabilities[order[0]!]!)),
    };
  }

  #nearest(encoded: Encoded, labels: readonly string[], context: ReaderContext): { readonly saying: number; readonly similarity: number } {
    const polarity = context.question === undefined ? undefined : this.#polarity.get(context.question);
    const names = labels.flatMap((label) => [
      label,
      groupOf(label, context.question),
      ...(polarity?.yes !== undefined && label === answerLabel(polarity.yes) ? ['yes'] : []),
      ...(polarity?.no !== undefined && label === answerLabel(polarity.no) ? ['no'] : []),
    ]);
    const groups = [...new Set(names)].flatMap((name) => this.#groups.get(name) ?? []);
    return this.#model.sayings.nearest(encoded, groups);
  }
}

/** Softmax, in place. */
function shares(scores: Float32Array): Float32Array {
  let top = -Infinity;
  for (const score of scores) if (score > top) top = score;
  let mass = 0;
  for (let at = 0; at < scores.length; at++) mass += scores[at] = Math.exp(scores[at]! - top);
  for (let at = 0; at < scores.length; at++) scores[at]! /= mass;
  return scores;
}

/** The reader of a model. Its confidence is what the calibration makes of how the ranking came about. */
export function createReader(model: ReaderModel, calibration: Logistic): Reader {
  const ranker = new Ranker(model);
  return {
    read(text, context) {
      const { signals, ...reading } = ranker.read(text, context);
      return { ...reading, confidence: logistic(calibration, signals) };
    },
  };
}
