import type { Finding } from '../reading/evidence.ts';
import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import type { Act } from '../understanding/act.ts';
import type { TurnDraft } from './draft.ts';
import { refreshOffer } from './escalating.ts';
import { proposeAgain } from './fixing.ts';
import { isTold } from './ledger.ts';
import { proposeNext } from './next-step.ts';
import { button } from './present.ts';
import { remind } from './remind.ts';
import type { Position, Session } from './session.ts';

/** Answers on a card of things that may be taken back. */
const MOST = 5;

/** Everything that was taken for an answer so far, the last one first. */
export function answersHeard({ findings }: Pick<Session, 'findings'>): readonly string[] {
  return findings.map((each) => each.answer).reverse();
}

/** Withdraws what was said: belief depends on what is left alone. Returns false if this handler does not apply. */
export function actOnTakingBack(draft: TurnDraft, act: Act): boolean {
  if (act.kind !== 'take-back') return false;
  if (act.answer !== undefined) withdraw(draft, act.answer);
  else if (act.isElse && answersHeard(draft.session).length > 0) askWhich(draft);
  else if (draft.session.before) restore(draft, draft.session.before);
  else askWhich(draft);
  return true;
}

/** With an answer go the answers to other questions about the same fact: one sentence brought them all. */
function withdraw(draft: TurnDraft, answer: string): void {
  const { session } = draft;
  const { graph } = draft.mind;
  const question = graph.finding(answer)?.question;
  const isSameFact = ({ question: id }: Finding): boolean =>
    question !== undefined && (id === question.id || question.excludes.includes(id) || (graph.questions.get(id)?.excludes.includes(question.id) ?? false));
  draft.remark('taken-back');
  draft.forgetBefore();
  draft.change({ findings: session.findings.filter((each) => !isSameFact(each)) });
  draft.text(draft.phrases.takenBack([statementOf(graph, answer)]));
  goOn(draft);
}

/** The position before the last answer, with the same thing on the table. */
function restore(draft: TurnDraft, before: Position): void {
  const { session } = draft;
  draft.remark('taken-back');
  draft.text(draft.phrases.takenBack(lostBy(draft, before)));
  // The press that is taken back may be meant the next time.
  const { problem: _problem, belief: _belief, before: _before, lastPress: _press, ...kept } = session;
  const { phase, ...position } = before;
  draft.replace({ ...kept, ...position, phase: session.phase });
  // A report that the person asked for goes on; one that this answer led to is gone with it.
  if (session.phase.name === 'escalating' && !session.phase.unasked) return goOn(draft);
  draft.enter(phase);
  remind(draft);
}

/** What the last answer had brought, in words. */
function lostBy(draft: TurnDraft, before: Position): readonly string[] {
  const { session, mind } = draft;
  const was = new Set(answersHeard(before));
  const answers = answersHeard(session).filter((answer) => !was.has(answer));
  const steps = session.steps.filter((each) => isTold(each) && !before.steps.includes(each));
  return [
    ...answers.map((answer) => statementOf(mind.graph, answer)),
    ...steps.map(({ fix, outcome }) => draft.phrases.WENT[outcome === 'worked' || outcome === 'failed' ? outcome : 'left'](mind.graph.fixes.get(fix)?.title ?? fix)),
  ];
}

function statementOf(graph: KnowledgeGraph, answer: string): string {
  return graph.finding(answer)?.answer.statement ?? answer;
}

function askWhich(draft: TurnDraft): void {
  const answers = answersHeard(draft.session).slice(0, MOST);
  if (answers.length === 0) {
    draft.remark('taken-back');
    draft.text(draft.phrases.NOTHING_NOTED);
    remind(draft);
    return;
  }
  draft.remark('asked-back');
  const { graph } = draft.mind;
  const buttons = answers.map((answer) => button(capital(statementOf(graph, answer)), 'take-back', answer, draft.session.step));
  draft.say({ type: 'text', text: draft.phrases.WHICH_TO_TAKE_BACK, buttons });
}

const capital = (text: string) => text.replace(/^./u, (first) => first.toUpperCase());

function goOn(draft: TurnDraft): void {
  const { phase } = draft.session;
  if (phase.name === 'fixing') proposeAgain(draft);
  else if (phase.name === 'asking') proposeNext(draft);
  else if (phase.name === 'escalating') refreshOffer(draft);
  else remind(draft);
}
