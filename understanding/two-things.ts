import { assess } from './assess.ts';
import type { Finding } from '../reading/evidence.ts';
import type { Mind } from '../dialogs/mind.ts';
import type { Act } from './act.ts';
import { yesOrNo } from './named-option.ts';
import type { Session } from '../dialogs/session.ts';
import { isRefused, wholeMessage } from './wordings.ts';

/** What the clauses of one message do, each by itself. */
export interface ClauseActs {
  /** How the step on the table went. */
  readonly outcome?: Act;
  readonly person?: Act;
  readonly problem?: Act;
  /** Answers to the question on the table. */
  readonly findings: readonly Finding[];
}

/** A clause is short, and a short text is easily misread: it must be clear. */
const CLEAR = 0.7;

/** A new symptom beside an outcome. */
const SYMPTOM = 0.6;

/** Labels of the reply model that say how the step went. */
const OUTCOMES: Readonly<Record<string, Act>> = {
  worked: { kind: 'worked' },
  'not-worked': { kind: 'not-worked' },
  'done-next': { kind: 'done' },
  'cannot-do': { kind: 'cannot' },
  'explain-more': { kind: 'explain' },
};

/** Of several outcomes in one message the weightier one is meant: "done, it did not help". */
const WEIGHT: Readonly<Record<string, number>> = { explain: 3, worked: 2, 'not-worked': 2, cannot: 2, skip: 2, done: 1, 'dont-know': 1 };

/** Reads each clause of a message of several; nothing for a message of one. Pure. */
export function actsOfClauses(mind: Mind, session: Session, clauses: readonly string[], now: Date): ClauseActs {
  if (clauses.length < 2) return { findings: [] };
  let outcome: Act | undefined;
  let bareNo = false;
  let person: Act | undefined;
  let problem: Act | undefined;
  const findings: Finding[] = [];
  for (const clause of clauses) {
    const whole = wholeMessage(clause);
    const act = whole ?? clauseAct(mind, clause);
    if (whole?.kind === 'yes' || whole?.kind === 'no') {
      const question = session.phase.name === 'asking' ? mind.graph.questions.get(session.phase.question) : undefined;
      const answer = question && yesOrNo(question, whole.kind);
      if (answer) findings.push(answer);
      bareNo ||= whole.kind === 'no' && session.phase.name === 'fixing';
    } else if (act?.kind === 'person') {
      person = act;
    } else if (act?.kind === 'problem') {
      problem = act;
    } else if (act && (WEIGHT[act.kind] ?? 0) >= (WEIGHT[outcome?.kind ?? ''] ?? 0) && act.kind in WEIGHT) {
      outcome = act;
    }
    if (act?.kind !== 'person' && outcome && !problem) problem = newSymptom(mind, session, clause, now);
  }
  // "No" by itself is the weakest word for a fix that failed.
  outcome ??= bareNo ? { kind: 'not-worked' } : undefined;
  return { ...(outcome && { outcome }), ...(person && { person }), ...(problem && outcome?.kind !== 'explain' && { problem }), findings };
}

function clauseAct(mind: Mind, clause: string): Act | undefined {
  if (isRefused(clause)) return { kind: 'skip' };
  const [top] = mind.classifier.reply(clause).ranked;
  if (!top || top.probability < CLEAR) return undefined;
  return top.label === 'want-human' ? { kind: 'person' } : OUTCOMES[top.label];
}

/** "It worked, but now printing fails": another symptom than the one that was worked on. */
function newSymptom(mind: Mind, session: Session, clause: string, now: Date): Act | undefined {
  const [top] = mind.classifier.reply(clause).ranked;
  if (top?.label !== 'new-problem' || top.probability < SYMPTOM) return undefined;
  const assessment = assess(mind, clause, now);
  const [symptom] = assessment.symptoms;
  const current = session.problem === undefined ? undefined : mind.graph.problems.get(session.problem)?.symptom;
  return symptom && symptom.probability >= SYMPTOM && symptom.label !== current ? { kind: 'problem', assessment } : undefined;
}
