import type { Labelled } from './corpora.ts';

export interface Prediction {
  readonly label: string;
  /** Grows with how surely the text belongs to any label. */
  readonly confidence: number;
}

export interface TrainedContender {
  predict(text: string): Prediction | Promise<Prediction>;
}

/** A classifier in the comparison, with one setting for every corpus. */
export interface Contender {
  readonly name: string;
  readonly version: string;
  /** Corpora whose training part has more lines than this are left out: it would not end. */
  readonly mostLines: number;
  train(lines: readonly Labelled[]): Promise<TrainedContender>;
}
