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
  /** What was stated or pasted besides, as far as it bears on the problem at hand. */
  readonly findings: readonly Finding[];
}

const EVIDENCE = 'evidence:';

/** What is known of the conversation that the reply is given in. */
export interface Table {
  readonly problem?: string;
  /** The question that was asked. */
  readonly question?: string;
}

/**
 * The readers are exact where they read at all. What was pasted is evidence unless the model is sure of an act;
 * what was said in passing stands beside an act more easily ("did not help, only this server fails").
 */
const SURE_OF_ACT = { measured: 0.6, told: 0.4 } as const;

/** Above this the model is believed against a statement in passing. */
const SURE = 0.95;

function deniesRights(reading: Reading): boolean {
  return reading.observations.some((each) => each.reader === 'statement' && each.fields['says'] === 'not-admin');
}

/** Reads a text as a reply. Pasted output is believed before the model; both halves of a message are kept. Pure. */
export function interpret(mind: Mind, text: string, now: Date, table: Table = {}): Interpretation {
  const reading = mind.read(text, now, table.question);
  const bearing = mind.bearingOn(table.problem);
  const relevant = reading.findings.filter((each) => bearing.has(each.question));
  const ranked = mind.classifier.reply(text).ranked;
  const top = ranked[0] ?? { label: 'unclear', probability: 1 };
  const read = relevant[0];
  const findings = [...relevant];
  if (!read && deniesRights(reading) && top.probability < SURE) {
    return { label: 'cannot-do', probability: Math.max(0.9, top.label === 'cannot-do' ? top.probability : 0), ranked, reading, findings };
  }
  const isEvidence = top.label.startsWith(EVIDENCE);
  const named = isEvidence ? mind.graph.finding(top.label.slice(EVIDENCE.length)) : undefined;
  const isRead = relevant.some((each) => EVIDENCE + each.answer === top.label);
  if (named && !isRead && (!read || top.probability >= SURE)) {
    findings.unshift({ question: named.question.id, answer: named.answer.id, basis: 'told' });
  } else if (read && !isRead && (isEvidence || top.probability < SURE_OF_ACT[read.basis])) {
    return { label: EVIDENCE + read.answer, probability: Math.max(top.probability, 0.9), ranked, reading, findings };
  }
  return { label: top.label, probability: top.probability, ranked, reading, findings };
}
