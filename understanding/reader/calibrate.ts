import { fitLogistic, logistic } from '../classifier/calibration.ts';
import type { Logistic } from '../classifier/calibration.ts';
import type { WordTable } from '../classifier/word-table.ts';
import type { Saying } from '../../knowledge/compiler/sayings.ts';
import { Ranker } from './create-reader.ts';
import { trainReader } from './model.ts';
import type { ReaderModel, ReaderSettings } from './model.ts';
import { Possible } from './possible.ts';
import type { ReaderGraph } from './possible.ts';
import { randomFrom } from './random.ts';
import { Situations } from './situations.ts';
import type { Situation } from './situations.ts';

/** A reading of a line that the model had not seen. */
export interface Trial {
  readonly saying: Saying;
  readonly situation: Situation;
  readonly read: string;
  readonly right: boolean;
  readonly signals: readonly number[];
}

/** Nothing is done on either, so that one for the other is no fault. */
const COURTESIES: ReadonlySet<string> = new Set(['acknowledge', 'greeting', 'thanks', 'none']);

export function meansTheSame(left: string, right: string): boolean {
  return left === right || (COURTESIES.has(left) && COURTESIES.has(right));
}

/** Reads lines in drawn contexts with a model that has not seen them. The same seed draws the same. */
export function trialsOf(
  model: ReaderModel,
  sayings: readonly Saying[],
  graph: ReaderGraph,
  all: readonly Saying[],
  { seed, share }: { readonly seed: number; readonly share: number },
): readonly Trial[] {
  const random = randomFrom(seed);
  const ranker = new Ranker(model);
  const situations = new Situations(graph, all, new Possible(model.labels, graph));
  return sayings.flatMap((saying) =>
    random() >= share
      ? []
      : situations.draw(saying, random).map((situation) => {
          const { ranked, signals } = ranker.read(saying.text, situation.context);
          const read = ranked[0]!.label;
          return { saying, situation, read, right: meansTheSame(read, situation.label), signals };
        }),
  );
}

/** Each line read by a model of the other folds. Lines of no fold are always trained on. */
export function outOfFoldTrials(
  sayings: readonly Saying[],
  graph: ReaderGraph,
  settings: ReaderSettings,
  table: WordTable | undefined,
  foldOf: (saying: Saying) => string | undefined,
  share: number,
): readonly Trial[] {
  const folds = [...new Set(sayings.map(foldOf))].filter((fold) => fold !== undefined);
  return folds.flatMap((fold, at) => {
    const model = trainReader(sayings.filter((saying) => foldOf(saying) !== fold), graph, settings, table);
    return trialsOf(model, sayings.filter((saying) => foldOf(saying) === fold), graph, sayings, { seed: at + 1, share });
  });
}

/** Confidence from signals, by what held-out readings came to. Four decimals, so that the file is short. */
export function fitCalibration(trials: readonly Trial[]): Logistic {
  const { weights, bias } = fitLogistic(trials.map(({ signals }) => signals), trials.map(({ right }) => right));
  const short = (value: number): number => Math.round(value * 1e4) / 1e4;
  return { weights: weights.map(short), bias: short(bias) };
}

/** Shares of all trials that would be taken as read, rightly and wrongly, when only confident readings are. */
export function sharesAbove(trials: readonly Trial[], calibration: Logistic, threshold: number): { readonly right: number; readonly wrong: number } {
  const taken = trials.filter(({ signals }) => logistic(calibration, signals) >= threshold);
  const right = taken.filter((trial) => trial.right).length;
  return { right: right / trials.length, wrong: (taken.length - right) / trials.length };
}
