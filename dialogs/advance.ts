import { isForeign } from '../diagnosis/language.ts';
import { redact } from '../diagnosis/redact.ts';
import type { Mind } from '../diagnosis/mind.ts';
import type { Act, Understood } from './act.ts';
import { actOnQuestion } from './asking.ts';
import { actOnChoice, actOnDoubtfulCode } from './choosing.ts';
import { digress } from './digression.ts';
import { TurnDraft } from './draft.ts';
import { actOnOffer, offerPerson } from './escalating.ts';
import { actOnFix, actOnUndo } from './fixing.ts';
import { forgetProblem, hearProblem } from './listening.ts';
import { learn, proposeNext } from './next-step.ts';
import { ATTACHMENT, EMPTY, ENGLISH_ONLY, GREETING, NOT_ADMIN, OLD_CARD, PROMPT, RESTARTED, secretWarning, STOPPED, WELCOME_BACK } from './phrases.ts';
import { reportCase } from './outcome.ts';
import { judgePress, pressKey } from './presses.ts';
import { nothingOnTheTable, remind } from './remind.ts';
import { newSession, type Session } from './session.ts';
import { actWhenSolved } from './solved.ts';
import type { Advance, Press, UserEvent } from './turn.ts';
import { understand } from './understand.ts';
import { actWithPerson, hearHelpdesk } from './with-a-person.ts';

/** After a silence this long the person is told where they are. */
const LONG_SILENCE_MS = 2 * 60 * 60 * 1000;

/** The turn of a conversation over a fixed state of knowledge: pure. */
export function createAdvance(mind: Mind): Advance {
  return (stored, event, context) => {
    const before = inGraph(mind, stored);
    const draft = new TurnDraft(mind, context, before ?? newSession(context.conversationId, context.now));
    hear(draft, event, stored === undefined);
    reportCase(draft, before);
    return draft.finish();
  };
}

/** Knowledge may have changed under the conversation: a problem that is gone is set aside. */
function inGraph({ graph }: Mind, session: Session | undefined): Session | undefined {
  return session?.problem && !graph.problems.has(session.problem) ? forgetProblem(session) : session;
}

function hear(draft: TurnDraft, event: UserEvent, isNew: boolean): void {
  switch (event.type) {
    case 'joined':
      if (isNew) draft.text(GREETING);
      return;
    case 'utterance':
      hearUtterance(draft, event.text, (event.attachments?.length ?? 0) > 0);
      return;
    case 'pressed':
      hearPress(draft, event.press);
      return;
    case 'ticket-opened':
    case 'ticket-failed':
    case 'ticket-replied':
    case 'ticket-changed':
      hearHelpdesk(draft, event);
      return;
    case 'unknown':
      return;
  }
}

function hearUtterance(draft: TurnDraft, raw: string, hasAttachments: boolean): void {
  if (raw.trim() === '') {
    draft.text(hasAttachments ? ATTACHMENT : EMPTY);
    return;
  }
  const understood = understand(draft.mind, draft.session, raw, draft.context.now);
  const away = draft.context.now.getTime() - Date.parse(draft.session.lastSeen);
  draft.record('person', understood.text);
  if (understood.secrets.length > 0) draft.text(secretWarning(understood.secrets));
  if (hasAttachments) draft.text(ATTACHMENT);
  if (!draft.session.toldLanguage && isForeign(understood.text)) {
    draft.change({ toldLanguage: true });
    draft.text(ENGLISH_ONLY);
  }
  if (away > LONG_SILENCE_MS && draft.session.problem) draft.text(WELCOME_BACK);
  act(draft, understood);
}

function hearPress(draft: TurnDraft, pressed: Press): void {
  const press = withoutSecrets(pressed);
  const judged = judgePress(draft.session, press);
  if (judged.verdict === 'repeated') return;
  if (judged.verdict === 'old') {
    draft.text(OLD_CARD);
    remind(draft);
    return;
  }
  draft.change({ lastPress: pressKey(press) });
  draft.record('person', `[${press.action}] ${press.target}`.trim());
  const answered = press.action === 'answer' ? draft.mind.graph.finding(press.target) : undefined;
  const findings = answered ? [{ question: answered.question.id, answer: answered.answer.id, basis: 'told' } as const] : [];
  act(draft, { act: judged.act, findings, capabilities: {}, secrets: [], text: '' });
}

function withoutSecrets({ input, ...press }: Press): Press {
  if (!input) return press;
  return { ...press, input: Object.fromEntries(Object.entries(input).map(([field, text]) => [field, redact(text).text])) };
}

/** What was said besides is taken first; then the act goes to whatever is on the table. */
function act(draft: TurnDraft, { act: chosen, findings, capabilities, text }: Understood): void {
  const { phase } = draft.session;
  if (Object.keys(capabilities).length > 0) draft.change({ capabilities: { ...draft.session.capabilities, ...capabilities } });
  if (actWithPerson(draft, chosen, text) && chosen.kind !== 'restart') return;
  if (chosen.kind === 'restart') {
    draft.replace(forgetProblem(draft.session));
    draft.text(RESTARTED);
    return;
  }
  if (actOnOffer(draft, chosen, text)) return;
  if (chosen.kind === 'person') {
    offerPerson(draft);
    return;
  }
  if (draft.session.problem && phase.name !== 'listening') learn(draft, findings);
  const step = phase.name === 'fixing' || phase.name === 'asking' ? withCapability(draft, chosen, capabilities) : chosen;
  const taken =
    actOnDoubtfulCode(draft, step) ||
    actOnChoice(draft, step) ||
    actOnUndo(draft, step) ||
    actOnFix(draft, step) ||
    actOnQuestion(draft, step) ||
    actWhenSolved(draft, step) ||
    digress(draft, step);
  if (!taken) begin(draft, step, Object.values(capabilities).includes(false));
}

/** "I'm not an administrator" beside nothing else is the answer to what is on the table: the order must be thought over. */
function withCapability(draft: TurnDraft, chosen: Act, capabilities: Understood['capabilities']): Act {
  if (Object.keys(capabilities).length === 0) return chosen;
  if (Object.values(capabilities).includes(false) && chosen.kind !== 'worked' && chosen.kind !== 'not-worked') {
    draft.text(NOT_ADMIN);
    return { kind: 'evidence' };
  }
  return chosen.kind === 'unclear' ? { kind: 'evidence' } : chosen;
}

/** Nothing on the table took it. */
function begin(draft: TurnDraft, chosen: Act, notAdmin: boolean): void {
  switch (chosen.kind) {
    case 'problem':
      hearProblem(draft, chosen.assessment);
      return;
    case 'cancel':
      draft.text(STOPPED);
      return;
    default:
      if (notAdmin && draft.isSilent) draft.text(NOT_ADMIN);
      if (draft.session.problem && draft.session.phase.name === 'listening') proposeNext(draft);
      else if (nothingOnTheTable(draft)) draft.text(PROMPT);
      else remind(draft);
  }
}
