import type { Finding, Observation } from '../../reading/evidence.ts';
import { assess, type Assessment } from '../assess.ts';
import type { Clause } from '../clauses.ts';
import { passagesOf } from '../passages.ts';
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
  const parts = read.clauses.map((clause) => readPart(read, clause.text, statementsIn(read, clause)));
  const inPassing = passagesOf(read.prose).map((passage) => readPart(read, passage.text, [], THRESHOLDS.passing - THRESHOLDS.answerUnasked));
  const clauses = parts.flatMap((each) => each.findings);
  const findings = agreed(
    reading.printed,
    clauses,
    inPassing.flatMap((each) => each.findings).filter(({ question }) => mind.graph.questions.get(question)?.kind === 'told'),
  );
  const acts = parts.flatMap((each) => each.acts);
  const may = acts.includes('has-rights') ? true : acts.includes('no-rights') ? false : undefined;
  return {
    findings,
    trace: [...parts, ...inPassing.filter((each) => each.findings.length > 0)].map((each) => each.trace),
    ...(may !== undefined && { capabilities: { 'client-admin': may, 'server-admin': may } }),
  };
}

const statementsIn = ({ statements }: Utterance, { start, end }: Clause): readonly Observation[] =>
  statements.filter(({ span }) => span[0] >= start && span[0] < end);

/** What the sources say, a better one before a weaker one. What one source contradicts itself about is asked about in its turn. */
function agreed(...sources: readonly (readonly Finding[])[]): readonly Finding[] {
  const settled = new Map<string, Finding | undefined>();
  for (const source of sources) {
    const said = new Map<string, Finding | undefined>();
    for (const finding of source) {
      const { question, answer } = finding;
      said.set(question, !said.has(question) || said.get(question)?.answer === answer ? finding : undefined);
    }
    for (const [question, finding] of said) if (!settled.has(question)) settled.set(question, finding);
  }
  return [...settled.values()].filter((each) => each !== undefined);
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
  if (heard && heard.act.kind !== 'unclear' && heard.act.kind !== 'evidence') {
    const isOther = (heard.act.kind === 'came-back' || heard.act.kind === 'chat') && namesOtherTrouble(utterance);
    return isOther ? description(utterance) : heard;
  }
  const asNew = description(utterance);
  // A few odd words after a cure are no trouble of their own.
  if (asNew.act.kind === 'out-of-scope') return text.length > AT_LENGTH ? asNew : { act: { kind: 'chat', topic: 'acknowledge' } };
  if (asNew.act.kind !== 'problem') return asNew;
  const isClear = asNew.act.assessment.code !== undefined || (asNew.act.assessment.symptoms[0]?.probability ?? 0) >= THRESHOLDS.symptom;
  return isClear ? asNew : (heard ?? asNew);
}

/** What is described beyond doubt is another symptom than the one that was cured. */
function namesOtherTrouble({ mind, table, text, now }: Utterance): boolean {
  const [symptom] = assess(mind, text, now).symptoms;
  const cured = mind.graph.problems.get(table.problems[0] ?? '')?.symptom;
  return symptom !== undefined && symptom.probability >= THRESHOLDS.symptom && symptom.label !== cured;
}
