import { questionsReadInVain } from '../reading/findings.ts';
import type { Finding, SoftFinding } from '../reading/evidence.ts';
import type { Interpretation } from './interpret.ts';
import type { Mind } from '../dialogs/mind.ts';
import type { Session } from '../dialogs/session.ts';
import { hedged, suggestionsIn } from './suggestions.ts';
import { isHedged, isQuestion } from './wordings.ts';

/** What a text says of the graph's questions. */
export interface TextEvidence {
  readonly findings: readonly Finding[];
  readonly suggested: readonly SoftFinding[];
}

/** From here on a learned answer counts as told; below it is soft evidence. */
export const CERTAIN = 0.75;

/** The model alone is believed against its silence from here on. */
const CONFIDENT = 0.5;

/** What is plainly put is short; in a paste the same words prove nothing. */
const PLAIN = 400;

const EVIDENCE = 'evidence:';

export const isPlain = (text: string): boolean => text.length <= PLAIN;

/** Told findings count as soft evidence where their speaker was not sure. */
export function weighed(mind: Mind, text: string, findings: readonly Finding[], bearing?: ReadonlySet<string>): TextEvidence {
  if (!isPlain(text)) return { findings, suggested: [] };
  const measured = findings.filter((each) => each.basis === 'measured');
  if (isQuestion(text)) return { findings: measured, suggested: [] };
  if (!isHedged(text)) return { findings, suggested: [] };
  const told = findings.filter((each) => each.basis === 'told' && (bearing?.has(each.question) ?? true));
  return { findings: measured, suggested: together(told.map((each) => hedged(mind.graph, each)), 0) };
}

/** What was read, and what the model makes of the rest: certain enough to count as told, or soft. */
export function evidenceIn(mind: Mind, session: Session, text: string, { label, probability, ranked, reading }: Interpretation): TextEvidence {
  const read = weighed(mind, text, reading.findings, mind.bearingOn(session.problem));
  const inVain = questionsReadInVain(mind.graph, reading);
  const known = [...read.findings, ...read.suggested].map((each) => each.question);
  // A question states nothing; a step that is done or not says nothing of the causes either.
  if (!isPlain(text) || /\?\s*$/.test(text)) return read;
  // Where a reader knew what was said, the model's second thoughts are noise.
  const least = known.length > 0 ? CONFIDENT : 0;
  const learned = suggestionsIn(mind.graph, ranked, mind.bearingOn(session.problem), least).filter((each) => !known.includes(each.question) && !inVain.has(each.question));
  const certain = probability >= CERTAIN && !isHedged(text) ? toldByLabel(mind, session, label) : undefined;
  if (!certain || inVain.has(certain.question) || read.findings.some((each) => each.answer === certain.answer)) {
    return { findings: read.findings, suggested: together([...read.suggested, ...learned], read.findings.length) };
  }
  const findings = [certain, ...read.findings.filter((each) => each.question !== certain.question)];
  return { findings, suggested: together([...read.suggested, ...learned].filter((each) => each.question !== certain.question), findings.length) };
}

function toldByLabel(mind: Mind, session: Session, label: string): Finding | undefined {
  const known = label.startsWith(EVIDENCE) ? mind.graph.finding(label.slice(EVIDENCE.length)) : undefined;
  const bears = known && mind.bearingOn(session.problem).has(known.question.id);
  return bears ? { question: known.question.id, answer: known.answer.id, basis: 'told' } : undefined;
}

/** Facts of one sentence go together. */
function together(suggested: readonly SoftFinding[], beside: number): readonly SoftFinding[] {
  return suggested.length + beside > 1 ? suggested.map((each) => ({ ...each, shared: true })) : suggested;
}
