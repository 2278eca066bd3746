import { redact } from '../reading/redact.ts';
import type { Mind } from './mind.ts';
import type { Role } from '../knowledge/compiler/types.ts';
import type { Act, OutcomeKind, Understood } from '../understanding/act.ts';
import { actOnQuestion } from './asking.ts';
import { actOnChoice, actOnDoubtfulCode } from './choosing.ts';
import { digress } from './digression.ts';
import { TurnDraft } from './draft.ts';
import { explainEcho } from './echo.ts';
import { actOnOffer, offerPerson } from './escalating.ts';
import { concludeAside } from './curing.ts';
import { actOnEarlierStep } from './earlier-step.ts';
import { actOnErasing } from './erasing.ts';
import { actOnFix, actOnUndo } from './fixing.ts';
import { askWhetherItLasted, keepFollowUp } from './follow-up.ts';
import { languageAfter } from './language.ts';
import { forgetProblem, hearProblem } from './listening.ts';
import { learn, proposeNext, take } from './next-step.ts';
import { englishOnly } from './phrases/english-only.ts';
import { reportCase } from './outcome.ts';
import { ownerOf } from './owner.ts';
import { judgePress, pressKey } from './presses.ts';
import { nothingOnTheTable, prompt, remind } from './remind.ts';
import { actOnPreference } from './preferring.ts';
import { actOnRating } from './rating.ts';
import { newSession, positionOf, type Session } from './session.ts';
import { actWhenSolved } from './solved.ts';
import { keepTally } from './tally.ts';
import { tableOf } from './table-of.ts';
import { growTicket } from './ticket-growth.ts';
import { actOnTakingBack } from './taking-back.ts';
import type { Advance, Press, UserEvent } from './turn.ts';
import { understand } from '../understanding/understand.ts';
import { actWithPerson, hearHelpdesk } from './with-a-person.ts';
import { isWithoutHelpdesk, noteHelpdesk, noteNoHelpdesk } from './without-helpdesk.ts';

/** After a silence this long the person is told where they are. */
const LONG_SILENCE_MS = 2 * 60 * 60 * 1000;

/** The turn of a conversation over a fixed state of knowledge: pure. */
export function createAdvance(mind: Mind): Advance {
  return (stored, event, context) => {
    const before = inGraph(mind, stored);
    const language = languageAfter(mind, before, event, context.now);
    const session = { ...(before ?? newSession(context.conversationId, context.now)), ...language };
    const draft = new TurnDraft(speaking(mind, language.language), context, session);
    hear(draft, event, stored === undefined);
    keepTally(draft);
    reportCase(draft, before);
    keepFollowUp(draft);
    growTicket(draft, before);
    return draft.finish();
  };
}

/** In the person's language where it is one of ours, else in the base locale. */
function speaking(mind: Mind, language: string | undefined): Mind {
  const isOther = language !== undefined && language !== mind.graph.locale && mind.graph.locales.includes(language);
  return isOther ? mind.inLanguage(language) : mind;
}

/** Knowledge may have changed under the conversation: a problem that is gone is set aside. */
function inGraph({ graph }: Mind, session: Session | undefined): Session | undefined {
  return session?.problem && !graph.problems.has(session.problem) ? forgetProblem(session) : session;
}

function hear(draft: TurnDraft, event: UserEvent, isNew: boolean): void {
  switch (event.type) {
    case 'joined':
      if (isNew) draft.text(isWithoutHelpdesk(draft) ? draft.phrases.GREETING_ALONE : draft.phrases.GREETING);
      return;
    case 'utterance':
      hearUtterance(draft, event.text, (event.attachments?.length ?? 0) > 0);
      return;
    case 'pressed':
      hearPress(draft, event.press);
      return;
    case 'ticket-opened':
    case 'ticket-failed':
    case 'note-refused':
    case 'ticket-replied':
    case 'handed-back':
    case 'ticket-changed':
      hearHelpdesk(draft, event);
      return;
    case 'follow-up-due':
      askWhetherItLasted(draft, event.followUpId);
      return;
    case 'unknown':
      return;
  }
}

function hearUtterance(draft: TurnDraft, raw: string, hasAttachments: boolean): void {
  if (raw.trim() === '') {
    draft.text(hasAttachments ? draft.phrases.ATTACHMENT : draft.phrases.EMPTY);
    remind(draft);
    return;
  }
  const understood = understand(draft.mind, tableOf(draft.mind.graph, draft.session), raw, draft.context.now);
  const away = draft.context.now.getTime() - Date.parse(draft.session.lastSeen);
  draft.record('person', understood.text);
  if (understood.secrets.length > 0) draft.text(draft.phrases.secretWarning(understood.secrets));
  if (hasAttachments) draft.text(draft.phrases.ATTACHMENT);
  const isQuiet = ownerOf(draft.session) === 'person';
  if (!isQuiet) tellLanguage(draft);
  if (!isQuiet && away > LONG_SILENCE_MS && draft.session.problem) draft.text(draft.phrases.WELCOME_BACK);
  const before = draft.session;
  const { phase } = before;
  act(draft, understood);
  explainEcho(draft, { ...before, transcript: before.transcript.slice(0, -1) }, understood.act);
  if (phase.name !== 'with-a-person' && phase.name !== 'escalating') feel(draft, understood);
}

/** Whoever writes a language that is not spoken here is told so once, in that language. */
function tellLanguage(draft: TurnDraft): void {
  const { language, toldLanguage } = draft.session;
  if (toldLanguage || language === undefined || draft.mind.graph.locales.includes(language)) return;
  draft.change({ toldLanguage: true });
  draft.text(englishOnly(language));
}

/** Says one sentence to a mood, once, when all else is settled; small talk answers for itself. */
function feel(draft: TurnDraft, { mood, act: chosen }: Understood): void {
  const { session } = draft;
  if (!mood || mood === session.mood || !session.problem || chosen.kind === 'chat') return;
  draft.change({ mood });
  draft.open(draft.phrases.FEELING[mood]);
}

function hearPress(draft: TurnDraft, pressed: Press): void {
  const press = withoutSecrets(pressed);
  const judged = judgePress(draft.session, press);
  if (judged.verdict === 'repeated') return;
  if (judged.verdict === 'old') {
    draft.text(draft.phrases.OLD_CARD);
    remind(draft);
    return;
  }
  draft.change({ lastPress: pressKey(press) });
  draft.record('person', `[${press.action}] ${press.target}`.trim());
  const answered = press.action === 'answer' ? draft.mind.graph.finding(press.target) : undefined;
  const findings = answered ? [{ question: answered.question.id, answer: answered.answer.id, basis: 'told' } as const] : [];
  act(draft, { act: judged.act, findings, capabilities: judged.capabilities ?? {} });
}

function withoutSecrets({ input, ...press }: Press): Press {
  if (!input) return press;
  return { ...press, input: Object.fromEntries(Object.entries(input).map(([field, text]) => [field, redact(text).text])) };
}

/** What a turn does: of words everything that was understood, of a press what its button says. */
type Doing = Pick<Understood, 'act' | 'also' | 'findings' | 'capabilities'> & { readonly text?: string };

/** What was said besides is taken first; then the act goes to whatever is on the table, and the second thing after it. */
function act(draft: TurnDraft, understood: Doing): void {
  const before = draft.session;
  respond(draft, understood);
  if (draft.session.misread === before.misread && before.misread > 0) draft.change({ misread: 0 });
  if (understood.act.kind !== 'take-back') remember(draft, before);
}

/** Keeps the position before this turn if the turn changed it. A fresh start is not taken back. */
function remember(draft: TurnDraft, before: Session): void {
  const { session } = draft;
  if (before.problem === undefined || session.problem === undefined) return;
  const isAside = session.phase.name === 'choosing' || session.phase.name === 'confirming-code';
  if (!(isAside && session.step !== before.step) && isSameEvidence(before, session)) return;
  draft.change({ before: positionOf(before) });
}

/** Evidence is replaced, never changed in place: a look at the references is enough. */
function isSameEvidence(a: Session, b: Session): boolean {
  return a.findings === b.findings && a.unanswered === b.unanswered && a.steps === b.steps && a.capabilities === b.capabilities;
}

function respond(draft: TurnDraft, understood: Doing): void {
  const { act: chosen, also, findings, capabilities, text = '' } = understood;
  const inWords = text !== '';
  if (actOnErasing(draft, chosen)) return;
  takeCapabilities(draft, capabilities);
  if (chosen.kind === 'restart') {
    draft.replace(forgetProblem(draft.session));
    draft.remark('restarted');
    draft.text(draft.phrases.RESTARTED);
    return;
  }
  if (actOnRating(draft, { act: chosen, text }) || actWithPerson(draft, chosen, text)) return;
  if (actOnOffer(draft, understood)) return;
  if (chosen.kind === 'no-helpdesk' || chosen.kind === 'has-helpdesk') {
    learn(draft, findings, inWords);
    if (chosen.kind === 'no-helpdesk') noteNoHelpdesk(draft);
    else noteHelpdesk(draft);
    remind(draft);
    return;
  }
  const { phase } = draft.session;
  if (chosen.kind === 'person') {
    take(draft, findings);
    offerPerson(draft);
    return;
  }
  if (draft.session.problem && phase.name !== 'listening' && phase.name !== 'solved') learn(draft, findings, inWords);
  if (also) {
    if (isOutcome(chosen)) concludeAside(draft, chosen.kind);
    goOnWith(draft, also);
    return;
  }
  if (phase.name === 'solved' && chosen.kind === 'problem') draft.replace(forgetProblem(draft.session));
  if (chosen.kind === 'problem' || phase.name === 'listening' || phase.name === 'solved') take(draft, findings);
  const taken =
    actOnTakingBack(draft, chosen) ||
    actOnPreference(draft, chosen) ||
    actOnDoubtfulCode(draft, chosen) ||
    actOnChoice(draft, chosen) ||
    actOnEarlierStep(draft, chosen) ||
    actOnUndo(draft, chosen) ||
    actOnFix(draft, chosen) ||
    actOnQuestion(draft, chosen) ||
    actWhenSolved(draft, chosen) ||
    digress(draft, chosen);
  if (!taken) begin(draft, chosen);
}

/** Rights that are told are said back, and change the order. */
function takeCapabilities(draft: TurnDraft, told: Understood['capabilities']): void {
  const capabilities = { ...told, ...ofOpenStep(draft, told) };
  const fresh = Object.entries(capabilities).filter(([role, may]) => draft.session.capabilities[role as Role] !== may);
  if (fresh.length === 0) return;
  draft.change({ capabilities: { ...draft.session.capabilities, ...capabilities } });
  if (ownerOf(draft.session) !== 'person') draft.text(fresh.some(([, may]) => may) ? draft.phrases.ADMIN : draft.phrases.NOT_ADMIN);
}

/** "I'm not an administrator" said to a step is said of the rights that this step takes. */
function ofOpenStep({ session: { phase }, mind }: TurnDraft, told: Understood['capabilities']): Understood['capabilities'] {
  const role = phase.name === 'fixing' ? mind.graph.fixes.get(phase.fix)?.role : undefined;
  return role && role !== 'user' && Object.values(told).includes(false) ? { [role]: false } : {};
}

const OUTCOMES: ReadonlySet<Act['kind']> = new Set<OutcomeKind>(['worked', 'failed', 'partly', 'done', 'later', 'cannot', 'skip', 'not-applicable']);

const isOutcome = (chosen: Act): chosen is Act & { readonly kind: OutcomeKind } => OUTCOMES.has(chosen.kind);

/** The second thing of a message, when the first is settled. */
function goOnWith(draft: TurnDraft, also: Act): void {
  if (also.kind === 'person') {
    offerPerson(draft);
    return;
  }
  if (also.kind !== 'problem') return;
  if (draft.session.phase.name === 'solved') {
    // The cure is reported before its case is closed.
    reportCase(draft, undefined);
    draft.replace(forgetProblem(draft.session));
  }
  hearProblem(draft, also.assessment);
}

/** Nothing on the table took it. */
function begin(draft: TurnDraft, chosen: Act): void {
  switch (chosen.kind) {
    case 'problem':
      hearProblem(draft, chosen.assessment);
      return;
    case 'cancel':
      draft.remark('stopped');
      draft.text(draft.phrases.STOPPED);
      return;
    case 'evidence':
      if (draft.session.problem === undefined) draft.text(draft.phrases.measuredSoFar(statementsOf(draft)));
      else proposeNext(draft);
      return;
    default:
      if (draft.session.problem && draft.session.phase.name === 'listening') proposeNext(draft);
      else if (nothingOnTheTable(draft)) prompt(draft);
      else remind(draft);
  }
}

/** What is known before there is a problem. */
function statementsOf({ session, mind }: TurnDraft): readonly string[] {
  const general = mind.bearingOn([]);
  const known = session.findings.filter((each) => general.has(each.question)).map((each) => mind.graph.finding(each.answer)?.answer.statement);
  return known.filter((each) => each !== undefined);
}
