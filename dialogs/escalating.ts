import type { Understood } from '../understanding/act.ts';
import type { TurnDraft } from './draft.ts';
import { proposeNext, take, tellTaken } from './next-step.ts';
import { button, personButton } from './present.ts';
import { remind } from './remind.ts';
import { amountKnown, openWork } from './session.ts';
import { summarise, ticketOf } from './summary.ts';
import { whileClosed } from './while-closed.ts';
import { giveReport, isWithoutHelpdesk, noteNoHelpdesk } from './without-helpdesk.ts';

/** Shows what a person would read. The escalation's id is made here, with the offer, so that opening is idempotent. */
export function offerPerson(draft: TurnDraft, unasked = false): void {
  if (isWithoutHelpdesk(draft)) {
    giveReport(draft, unasked);
    return;
  }
  const { phase } = draft.session;
  const escalationId = phase.name === 'escalating' ? phase.escalationId : draft.context.newId();
  show(draft, escalationId, summarise(draft), `${draft.phrases.OFFER_PERSON}${whileClosed(draft)}`, unasked);
}

/** Words that make a sentence. */
const SENTENCE = 5;

type Said = Pick<Understood, 'act' | 'findings'> & { readonly text?: string };

/**
 * Acts while the offer is open. The report is a side branch: a plain yes, no or correction belongs to it, facts go into it, and
 * everything else goes on with the conversation. Returns false if this handler does not apply.
 */
export function actOnOffer(draft: TurnDraft, { act, findings, text = '' }: Said): boolean {
  const { phase } = draft.session;
  if (phase.name !== 'escalating') return false;
  const { escalationId, summary } = phase;
  switch (act.kind) {
    case 'send':
      send(draft, escalationId, act.summary ?? summary);
      return true;
    case 'yes':
    case 'person':
      send(draft, escalationId, summary);
      return true;
    case 'no':
    case 'cancel':
      withdraw(draft);
      return true;
    case 'no-helpdesk':
      draft.change({ phase: phase.before });
      noteNoHelpdesk(draft);
      offerPerson(draft, phase.unasked);
      return true;
    case 'correct':
      draft.text(draft.phrases.CORRECT);
      return true;
    case 'explain':
    case 'why':
    case 'dont-know':
      draft.remark('explained');
      draft.text(draft.phrases.WHAT_A_TICKET_DOES);
      remind(draft);
      return true;
    case 'solved-otherwise':
    case 'prefer':
      draft.change({ phase: phase.before });
      return false;
    case 'failed':
    case 'partly':
      // "No" to an offer in other words.
      if (phase.before.name !== 'fixing' && !('fix' in act && act.fix !== undefined)) {
        withdraw(draft);
        return true;
      }
      draft.change({ phase: phase.before });
      return false;
    case 'worked':
    case 'done':
    case 'later':
    case 'cannot':
    case 'skip':
    case 'not-applicable':
      // Of the step that the offer interrupted, or of an earlier one.
      draft.change({ phase: phase.before });
      return false;
    // What leads away and back does so here as well.
    case 'take-back':
    case 'term':
    case 'status':
    case 'continue':
    case 'request-text':
    case 'safe':
    case 'ask-code':
    case 'tool-error':
      return false;
    case 'evidence':
      addFacts(draft, findings, text);
      return true;
    case 'unclear':
    case 'chat':
      // A sentence that is about nothing here is meant for whoever reads the report.
      if (act.kind === 'chat' && act.topic !== 'acknowledge') return false;
      if (/\?\s*$/.test(text) || text.trim().split(/\s+/).length < SENTENCE) return false;
      addWords(draft, text);
      return true;
    case 'none':
      if (text === '') return false;
      addWords(draft, text);
      return true;
    default:
      return false;
  }
}

function withdraw(draft: TurnDraft): void {
  const { phase } = draft.session;
  if (phase.name !== 'escalating') return;
  draft.change({ phase: phase.before });
  draft.text(draft.phrases.WITHDRAWN);
  if (!phase.unasked) {
    remind(draft);
    return;
  }
  draft.change({ refusedTicketAt: amountKnown(draft.session) });
  proposeNext(draft);
}

/** No step is left. Support is proposed; to whoever refused that, and told nothing since, it is not proposed again. */
export function endOfSteps(draft: TurnDraft): void {
  const { session } = draft;
  const isAlone = isWithoutHelpdesk(draft);
  if (session.refusedTicketAt !== amountKnown(session) || isAlone) {
    if (!isAlone) draft.text(draft.phrases.NOTHING_LEFT);
    offerPerson(draft, true);
    return;
  }
  draft.enter({ name: 'listening' });
  draft.say({ type: 'text', text: draft.phrases.NOTHING_MORE, buttons: [personButton(draft.phrases, draft.session.step), button(draft.phrases.BUTTON.newProblem, 'restart', '', draft.session.step)] });
}

/** Facts go into the record itself, the words on top of it. */
function addFacts(draft: TurnDraft, findings: Understood['findings'], text: string): void {
  const before = summarise(draft);
  take(draft, findings);
  tellTaken(draft, findings);
  const { phase } = draft.session;
  if (phase.name !== 'escalating') return;
  const summary = updated(phase.summary, before, summarise(draft));
  show(draft, phase.escalationId, text === '' ? summary : `${text}\n\n${summary}`, draft.phrases.ADDED);
}

/** What could not be read stands on top, in the person's words. */
function addWords(draft: TurnDraft, text: string): void {
  const { phase } = draft.session;
  if (phase.name !== 'escalating') return;
  const { summary } = phase;
  show(draft, phase.escalationId, summary.startsWith(text) ? summary : `${text}\n\n${summary}`, draft.phrases.ADDED);
}

/** After an answer was taken back: the record as it is now, under what the person wrote. */
export function refreshOffer(draft: TurnDraft): void {
  const { phase } = draft.session;
  if (phase.name !== 'escalating') return;
  const written = phase.summary.slice(0, Math.max(0, phase.summary.indexOf(draft.phrases.REPORT.record)));
  show(draft, phase.escalationId, `${written}${summarise(draft)}`, draft.phrases.OFFER_PERSON);
}

function updated(summary: string, before: string, after: string): string {
  return summary.endsWith(before) ? summary.slice(0, summary.length - before.length) + after : summary;
}

function show(draft: TurnDraft, escalationId: string, summary: string, text: string, unasked = false): void {
  const { phase } = draft.session;
  draft.enter({ name: 'escalating', escalationId, summary, ...(unasked && { unasked }), before: phase.name === 'escalating' ? phase.before : phase });
  const { step } = draft.session;
  draft.say({
    type: 'summary',
    text,
    summary,
    escalationId,
    buttons: [
      button(draft.phrases.BUTTON.send, 'send-ticket', escalationId, step, true),
      button(draft.phrases.BUTTON.correct, 'correct-summary', escalationId, step),
      button(draft.phrases.BUTTON.notNow, 'withdraw', escalationId, step),
      button(draft.phrases.BUTTON.noHelpdesk, 'no-helpdesk', escalationId, step),
    ],
  });
}

function send(draft: TurnDraft, escalationId: string, summary: string): void {
  const { phase } = draft.session;
  draft.effect({ type: 'open-ticket', ticket: ticketOf(draft, escalationId, summary) });
  draft.change({ escalation: { id: escalationId, status: 'opening' } });
  const before = phase.name === 'escalating' && !phase.unasked ? openWork(phase.before) : undefined;
  draft.enter({ name: 'with-a-person', escalationId, ...(before && { before }) });
  const buttons = before ? [button(draft.phrases.BUTTON.keepTrying, 'continue', '', draft.session.step)] : undefined;
  draft.say({ type: 'text', text: draft.phrases.OPENING, ...(buttons && { buttons }) });
}
