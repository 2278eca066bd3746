/**
 * Every threshold of understanding. Confidences are calibrated on readings of voices that the reader had not been trained on;
 * each number that is not called judgement is the lowest at which no more than about 3 % of what such a voice says is taken
 * wrongly (held-out voice `office`, half of its lines), or lower where a mistake records nothing.
 * `npm run bench -- understanding` shows what they do.
 */
export const THRESHOLDS = {
  /** An answer to the question that is asked: 2.4 % wrong. */
  answer: 0.75,
  /** An answer to another question that bears on the problem: 2.5 % wrong. */
  otherAnswer: 0.82,
  /** An answer while a step or nothing is open: 3.5 % wrong. */
  answerUnasked: 0.76,
  /** An answer that a part of a longer sentence gives in passing. Judgement: well above `answerUnasked`, since words without their sentence deceive. */
  passing: 0.9,
  /** An answer in the form of a question ("the server?"). */
  answerAsked: 0.93,
  /** It works: this ends the case. 4 % wrong, most of them "by something else". */
  worked: 0.78,
  /** A step did not help. */
  failed: 0.62,
  /** A step is left out, a question is left open. */
  setAside: 0.62,
  /** It is done, under way, or put off: records nothing but that. */
  underWay: 0.62,
  /** Rights are given or struck out for the whole conversation: 0 of 23 wrong. */
  rights: 0.6,
  /** Another trouble sets this one aside. */
  newProblem: 0.75,
  /** A tool failed for a reason of its own: its words are often those of an answer. */
  toolError: 0.8,
  /** Something is asked, which records nothing. */
  request: 0.5,
  /** It erases or sends something out; plain words are needed besides. */
  ending: 0.6,
  /** Nothing that bears on the case. */
  nothing: 0.62,
  /** A clause of several says less than a message of one. */
  clauseMore: 0.06,
  /** A reader's statement is dropped where the learned reader gives its answer less than this. */
  statementLeast: 0.1,
  /** Beside an answer to another question: its share among the answers of its own. Judgement: more likely than all others together. */
  statementShare: 0.5,
  /** An answer or act is offered as "do you mean" from here on. */
  guess: 0.04,
  /** Small talk, where nothing technical was read; on what is not ours anyway a weaker sign does. */
  smallTalk: 0.6,
  smallTalkForeign: 0.35,
  /** A symptom that is named beside an outcome, or in the middle of another problem. */
  symptom: 0.6,
} as const;
