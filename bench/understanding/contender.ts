import type { Labelled } from './corpora.ts';

export interface Prediction {
  readonly label: string;
  /** Grows with how surely the text belongs to any label. */
  readonly confidence: number;
}

export interface TrainedContender {
  predict(text: string): Prediction | Promise<Prediction>;
}

/** A classifier in the comparison, with one rule of settings for every corpus. */
export interface Contender {
  readonly name: string;
  readonly version: string;
  train(lines: readonly Labelled[]): Promise<TrainedContender>;
}
