/** A label with its calibrated probability. */
export interface Ranked {
  readonly label: string;
  readonly probability: number;
}

export interface Classification {
  /** Best first; probabilities sum to 1. */
  readonly ranked: readonly Ranked[];
  /** Words that carried the best label, strongest first. */
  readonly because: readonly string[];
}

export interface Scope {
  /** Grows with how little the text is ours; 0 to 1, comparable between texts. */
  readonly score: number;
  readonly outOfScope: boolean;
}

/** The learned half of understanding. Pure once built: the same text gives the same answer. */
export interface IntentClassifier {
  /** Symptom labels of the graph. */
  symptom(text: string): Classification;
  /** Small talk and requests outside a step: greeting, thanks, insult, restart, want-human, injection ... */
  intent(text: string): Classification;
  scope(text: string): Scope;
}
