import type { Finding } from '../../reading/evidence.ts';
import { assess, type Assessment } from '../assess.ts';
import type { Heard, Rule } from '../rule.ts';
import { unclear } from '../rule.ts';
import { smallTalk } from '../small-talk.ts';
import { readPart } from '../spoken-part.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { createUtterance, type Utterance } from '../utterance.ts';
import { isBackAgain } from '../wordings.ts';
import { said } from './said.ts';

/** Nothing is open, or a choice between problems is: trouble is described, with facts around it. */
export const described: Rule = {
  name: 'described',
  apply(utterance) {
    switch (utterance.table.kind) {
      case 'listening':
        return description(utterance);
      case 'choosing':
      case 'confirming-code':
        return besideChoice(utterance);
      case 'solved':
        return afterCure(utterance);
      case 'question':
      case 'step':
      case 'undoing':
      case 'offer':
      case 'ticket':
        return undefined;
    }
  },
};

/** Characters from which on words after a cure are told for their own sake. */
const AT_LENGTH = 60;

function description(utterance: Utterance): Heard {
  const { mind, text, now, reading } = utterance;
  const assessment = assess(mind, text, now);
  const isForeign = assessment.scope.outOfScope;
  const isPlain = reading.codes.length === 0 && reading.observations.length === 0;
  const talk = isPlain ? smallTalk(mind, text, isForeign) : undefined;
  if (talk) return { act: talk };
  if (isForeign) return { act: { kind: 'out-of-scope', assessment } };
  return { act: { kind: 'problem', assessment }, ...factsIn(utterance, assessment) };
}

/** What is said beside the trouble itself, read with the questions of the likeliest problem in mind. */
function factsIn(utterance: Utterance, assessment: Assessment): Pick<Heard, 'findings' | 'trace' | 'capabilities'> {
  const { mind, table, text, now, reading } = utterance;
  // What is not settled yet may be any problem with such a symptom.
  const symptoms = new Set(assessment.problems.map((each) => each.symptom));
  const problems = [...mind.graph.problems.values()].filter((each) => symptoms.has(each.symptom)).map((each) => each.id);
  const read = createUtterance(mind, { ...table, problems }, text, now);
  const parts = read.clauses.map((clause) =>
    readPart(read, clause.text, read.statements.filter(({ span }) => span[0] >= clause.start && span[0] < clause.end)),
  );
  const findings = new Map<string, Finding>(reading.printed.map((each) => [each.question, each]));
  for (const finding of parts.flatMap((each) => each.findings)) {
    const known = findings.get(finding.question);
    if (known?.basis === 'measured') continue;
    // What is contradicted in the same message is asked about in its turn.
    if (known && known.answer !== finding.answer) findings.delete(finding.question);
    else findings.set(finding.question, finding);
  }
  const acts = parts.flatMap((each) => each.acts);
  const may = acts.includes('has-rights') ? true : acts.includes('no-rights') ? false : undefined;
  return {
    findings: [...findings.values()],
    trace: parts.map((each) => each.trace),
    ...(may !== undefined && { capabilities: { 'client-admin': may, 'server-admin': may } }),
  };
}

/** A choice is open; another description of the trouble is as welcome. */
function besideChoice(utterance: Utterance): Heard {
  const heard = description(utterance);
  const { act } = heard;
  const spoken = said.apply(utterance)?.act;
  if (spoken?.kind === 'person' || spoken?.kind === 'restart' || spoken?.kind === 'cancel' || spoken?.kind === 'explain') return { act: spoken };
  if (act.kind === 'problem') {
    const isClear = act.assessment.code !== undefined || (act.assessment.symptoms[0]?.probability ?? 0) >= THRESHOLDS.symptom;
    return isClear ? heard : unclear();
  }
  return act.kind === 'out-of-scope' ? unclear() : heard;
}

/** After a cure: the fault is there again, the cure holds, or something new begins. */
function afterCure(utterance: Utterance): Heard {
  const { reading, table, text } = utterance;
  const same = reading.codes.some((each) => each.role === 'code' && table.codes.some((known) => known.role === 'code' && known.code === each.code));
  if (same || isBackAgain(text)) return { act: { kind: 'came-back' }, findings: reading.findings };
  const heard = said.apply(utterance);
  if (heard && heard.act.kind !== 'unclear' && heard.act.kind !== 'evidence') return heard;
  const asNew = description(utterance);
  // A few odd words after a cure are no trouble of their own.
  if (asNew.act.kind === 'out-of-scope') return text.length > AT_LENGTH ? asNew : { act: { kind: 'chat', topic: 'acknowledge' } };
  if (asNew.act.kind !== 'problem') return asNew;
  const isClear = asNew.act.assessment.code !== undefined || (asNew.act.assessment.symptoms[0]?.probability ?? 0) >= THRESHOLDS.symptom;
  return isClear ? asNew : (heard ?? asNew);
}
