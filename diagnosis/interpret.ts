import type { Finding, Reading } from './evidence.ts';
import type { Ranked } from './classifier.ts';
import type { Mind } from './mind.ts';

/** What a text means as an answer while something is on the table. */
export interface Interpretation {
  /** `worked`, `not-worked`, `cannot-do` ..., or `evidence:<finding id>`. */
  readonly label: string;
  readonly probability: number;
  readonly ranked: readonly Ranked[];
  readonly reading: Reading;
  /** What was stated or pasted besides. */
  readonly findings: readonly Finding[];
}

const EVIDENCE = 'evidence:';

/** The readers are exact where they read at all; the model may overrule them only when it is this sure of an act. */
const SURE_OF_ACT = 0.6;

/** Reads a text as a reply. Pasted output is believed before the model; both halves of a message are kept. Pure. */
export function interpret(mind: Mind, text: string, now: Date): Interpretation {
  const reading = mind.read(text, now);
  const ranked = mind.classifier.reply(text).ranked;
  const top = ranked[0] ?? { label: 'unclear', probability: 1 };
  const read = reading.findings[0];
  const findings = [...reading.findings];
  if (!read && top.label.startsWith(EVIDENCE)) {
    const told = mind.graph.finding(top.label.slice(EVIDENCE.length));
    if (told) findings.push({ question: told.question.id, answer: told.answer.id, basis: 'told' });
  }
  if (read && (top.label.startsWith(EVIDENCE) || top.probability < SURE_OF_ACT)) {
    const agreeing = reading.findings.find((each) => EVIDENCE + each.answer === top.label) ?? read;
    return { label: EVIDENCE + agreeing.answer, probability: Math.max(top.probability, 0.9), ranked, reading, findings };
  }
  return { label: top.label, probability: top.probability, ranked, reading, findings };
}
