import type { Role } from '../knowledge/compiler/types.ts';
import type { Act } from '../understanding/act.ts';
import { openSteps } from './ledger.ts';
import { isDone } from './owner.ts';
import type { Session } from './session.ts';
import { answersHeard } from './taking-back.ts';
import type { Press } from './turn.ts';

/** What is to be made of a press. */
export type PressVerdict =
  | { readonly verdict: 'act'; readonly act: Act; readonly capabilities?: Readonly<Partial<Record<Role, boolean>>> }
  /** The same press delivered again: say nothing. */
  | { readonly verdict: 'repeated' }
  /** From a card whose step is over. */
  | { readonly verdict: 'old' };

export function pressKey(press: Press): string {
  return `${press.action}:${press.target}:${press.step}`;
}

/** A press counts while its target is on the table, whichever card it came from. */
export function judgePress(session: Session, press: Press): PressVerdict {
  if (session.lastPress === pressKey(press)) return { verdict: 'repeated' };
  if (!isOnTable(session, press)) return { verdict: 'old' };
  const may = press.action === 'has-rights' ? true : press.action === 'no-rights' ? false : undefined;
  return { verdict: 'act', act: actOfPress(session, press), ...(may !== undefined && { capabilities: { 'client-admin': may, 'server-admin': may } }) };
}

function isOnTable(session: Session, { action, target, step }: Press): boolean {
  const { phase } = session;
  switch (action) {
    case 'person':
    case 'restart':
    case 'continue':
    case 'request-text':
    case 'way-in':
      return true;
    case 'has-helpdesk':
      return session.noHelpdesk === true;
    case 'erase-data':
      return session.askedToErase === true;
    case 'rate':
      return session.rating !== undefined && session.rating.score === undefined && /^[1-5]$/.test(target);
    case 'close-ticket':
    case 'reopen-ticket':
      return session.escalation !== undefined && isDone(session.escalation.status) === (action === 'reopen-ticket');
    case 'new-problem':
    case 'ask-code':
    case 'safe':
    case 'has-rights':
    case 'no-rights':
    case 'prefer':
      return step === session.step;
    case 'answer':
      return (phase.name === 'asking' || phase.name === 'fixing' || phase.name === 'undoing' || phase.name === 'escalating') && step === session.step;
    case 'take-back':
      return target === '' ? session.before !== undefined && step === session.step : answersHeard(session).includes(target);
    case 'dont-know':
      return phase.name === 'asking' && phase.question === target;
    case 'cannot':
    case 'skip':
    case 'explain':
    case 'done':
    case 'later':
    case 'not-applicable':
      if (phase.name === 'escalating') return step === session.step;
      return (phase.name === 'fixing' && phase.fix === target) || (phase.name === 'asking' && phase.question === target);
    case 'worked':
    case 'failed':
      if (phase.name === 'fixing') return phase.fix === target;
      if (phase.name === 'asking') return phase.question === target;
      if (phase.name === 'escalating') return step === session.step;
      return (phase.name === 'solved' || phase.name === 'with-a-person') && step === session.step;
    case 'undone':
      return phase.name === 'undoing' && phase.fix === target;
    case 'yes':
    case 'no':
      return phase.name === 'confirming-code' && phase.code === target;
    case 'choose':
      if (phase.name === 'choosing') return phase.options.includes(target);
      return (phase.name === 'listening' || phase.name === 'solved') && step === session.step;
    case 'send-ticket':
    case 'correct-summary':
    case 'withdraw':
    case 'no-helpdesk':
      return phase.name === 'escalating' && phase.escalationId === target;
  }
}

function actOfPress(session: Session, { action, target, input }: Press): Act {
  switch (action) {
    case 'answer':
      return { kind: 'evidence' };
    case 'choose':
      return { kind: 'choose', option: target };
    case 'send-ticket':
      return { kind: 'send', ...(input?.['summary'] && { summary: input['summary'] }) };
    case 'correct-summary':
      return { kind: 'correct' };
    case 'withdraw':
      return { kind: 'no' };
    case 'continue':
    case 'request-text':
      return { kind: action };
    case 'prefer':
      return { kind: 'prefer', fix: target };
    case 'way-in':
      return { kind: 'inquire', inquiry: { about: action } };
    case 'erase-data':
      return { kind: 'erase-data', confirmed: true };
    case 'rate':
      return { kind: 'rate', score: Number(target) };
    case 'take-back':
      return { kind: 'take-back', ...(target !== '' && { answer: target }) };
    case 'has-rights':
    case 'no-rights':
      return { kind: 'evidence' };
    case 'new-problem':
      return { kind: 'restart' };
    // Said while a question is open it is of the step before, or of none.
    case 'worked':
    case 'failed':
      return session.phase.name === 'asking' ? outcomeOf(session, action) : { kind: action };
    case 'done':
    case 'later':
    case 'cannot':
    case 'skip':
    case 'not-applicable':
    case 'explain':
    case 'safe':
    case 'ask-code':
    case 'dont-know':
    case 'undone':
    case 'yes':
    case 'no':
    case 'person':
    case 'restart':
    case 'no-helpdesk':
    case 'has-helpdesk':
    case 'close-ticket':
    case 'reopen-ticket':
      return { kind: action };
  }
}

function outcomeOf(session: Session, kind: 'worked' | 'failed'): Act {
  const last = openSteps(session).at(-1);
  if (last !== undefined) return { kind, fix: last };
  return kind === 'worked' ? { kind: 'solved-otherwise' } : { kind };
}
