/** `telling`: nothing is open, and trouble is described with facts around it. */
export type ReaderPhase = 'telling' | 'question' | 'step' | 'solved' | 'offer' | 'ticket' | 'undoing';

/** What is on the table when a text is read. */
export interface ReaderContext {
  readonly phase: ReaderPhase;
  /** Id of the open question; in the phase `question` only. */
  readonly question?: string;
  /** Ids of the questions that bear on the open problem. */
  readonly bearing: ReadonlySet<string>;
  /** There is a step whose outcome nobody told. */
  readonly hasOpenStep: boolean;
}

export interface ReaderChoice {
  /** `answer:ID`, an act of the vocabulary, `dont-know`, or `none`. */
  readonly label: string;
  /** 0 to 1. */
  readonly probability: number;
}

export interface ReaderResult {
  /** Best first; the probabilities sum to 1. Only labels that are possible in the context. */
  readonly ranked: readonly ReaderChoice[];
  /** Calibrated probability that the first is right. */
  readonly confidence: number;
  /** The saying nearest to the text among those with the first label. */
  readonly resembles?: string;
}

/** What people say while a question or a step is open. Immutable; the same text and context give the same result. */
export interface Reader {
  read(text: string, context: ReaderContext): ReaderResult;
}
