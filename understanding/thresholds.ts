/**
 * Every threshold of understanding. Confidences are calibrated on scores out of fold (folds split by template line), and the
 * numbers were chosen on lines of voices that the reader had not been trained on: the lowest at which no more than 3 % of what
 * is taken is untrue. `npm run bench -- understanding` shows what they do.
 */
export const THRESHOLDS = {
  /** An answer to the question that is asked. */
  answer: 0.72,
  /** An answer to another question that bears on the problem. */
  otherAnswer: 0.82,
  /** A step did not help. */
  failed: 0.6,
  /** A step is left out. */
  setAside: 0.55,
  /** It works: this ends the case. */
  worked: 0.72,
  /** Rights are given or struck out for the whole conversation. */
  rights: 0.7,
  /** Another trouble sets this one aside. */
  newProblem: 0.8,
  /** Something that records nothing: a question of the person, a step under way or carried out. */
  harmless: 0.48,
  /** Nothing that bears on the case. */
  nothing: 0.5,
  /** A clause of several says less than a message of one. */
  clauseMore: 0.05,
  /** A reader's statement is dropped where the learned reader gives its answer less than this. */
  statementLeast: 0.02,
  /** An answer or act is offered as "do you mean" from here on. */
  guess: 0.04,
  /** Small talk, where nothing technical was read; on what is not ours anyway a weaker sign does. */
  smallTalk: 0.6,
  smallTalkForeign: 0.35,
  /** A symptom that is named beside an outcome, or in the middle of another problem. */
  symptom: 0.6,
} as const;
