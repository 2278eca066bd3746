import type { WordTable } from '../classifier/word-table.ts';
import type { Saying } from '../../knowledge/compiler/sayings.ts';
import { ReaderEncoder } from './encoder.ts';
import type { FeatureSettings } from './features.ts';
import type { Network } from './network.ts';
import { Possible } from './possible.ts';
import type { ReaderGraph } from './possible.ts';
import { SayingsIndex } from './sayings-index.ts';
import { ContextNumbers } from './context-numbers.ts';
import { Situations, labelOf } from './situations.ts';
import { trainNetwork } from './train-network.ts';
import type { NetworkSettings } from './train-network.ts';

export interface ReaderSettings {
  readonly features: FeatureSettings;
  readonly network: NetworkSettings;
  /** Networks from different first weights, whose probabilities are averaged. */
  readonly networks: number;
}

/** Why these: `bench/understanding/README.md`. */
export const READER_SETTINGS: ReaderSettings = {
  features: { runs: 3, characters: [3, 4], fewest: 4, fewestCharacters: 20 },
  network: { hidden: 64, epochs: 4, rate: 0.2, dropout: 0.3, characterDropout: 0.5, wordDropout: 0.12, smoothing: 0, seed: 7 },
  networks: 2,
};

/** Lines of other languages are few, and so are those with a word of theirs. */
const OTHER_LANGUAGE = 2;

/** Everything that the reader learned. */
export interface ReaderModel {
  readonly settings: ReaderSettings;
  readonly graph: Pick<ReaderGraph, 'questions'>;
  readonly labels: readonly string[];
  readonly encoder: ReaderEncoder;
  readonly networks: readonly Network[];
  readonly sayings: SayingsIndex;
  /** Names of the groups of `sayings`: see `groupOf`. */
  readonly groups: readonly string[];
}

/** Sayings that speak alike: of one label, and under one question where they make sense only there. */
export function groupOf(label: string, question: string | undefined): string {
  return question === undefined || label.startsWith('answer:') ? label : `${label} ${question}`;
}

/** The same lines, graph, settings and table give the same model. */
export function trainReader(
  sayings: readonly Saying[],
  graph: ReaderGraph,
  settings: ReaderSettings = READER_SETTINGS,
  table?: WordTable,
): ReaderModel {
  const texts = sayings.map(({ text }) => text);
  const weights = sayings.map(({ language }) => (language === 'en' ? 1 : OTHER_LANGUAGE));
  const { encoder, encoded } = ReaderEncoder.fit(texts, settings.features, weights, table);
  const labels = [
    ...new Set([...graph.questions.flatMap(({ answers }) => answers.map((answer) => `answer:${answer}`)), ...sayings.map(labelOf), 'none']),
  ];
  const possible = new Possible(labels, graph);
  const contexts = ContextNumbers.of(graph);
  const situations = new Situations(graph, sayings, possible);
  const places = new Map(labels.map((label, place) => [label, place]));
  const networks = Array.from({ length: settings.networks }, (_, at) =>
    trainNetwork(
      encoded,
      (saying, random) =>
        situations.draw(sayings[saying]!, random).map(({ context, label }) => ({
          contexts: contexts.of(context),
          label: places.get(label)!,
          possible: possible.in(context),
        })),
      { rows: encoder.features.size, meanings: encoder.meanings, contexts: contexts.size, labels: labels.length, hidden: settings.network.hidden },
      { ...settings.network, seed: settings.network.seed + at },
    ),
  );
  const groups = [...new Set(sayings.map((saying) => groupOf(labelOf(saying), saying.question)))];
  const numbers = new Map(groups.map((group, at) => [group, at]));
  const grouped = Uint16Array.from(sayings, (saying) => numbers.get(groupOf(labelOf(saying), saying.question))!);
  return {
    settings,
    graph: { questions: graph.questions },
    labels,
    encoder,
    networks,
    sayings: SayingsIndex.build(texts, grouped, encoded, encoder),
    groups,
  };
}
