import { assess } from '../diagnosis/assess.ts';
import { interpret, type Table } from '../diagnosis/interpret.ts';
import { redact } from '../diagnosis/redact.ts';
import type { Reading } from '../diagnosis/evidence.ts';
import type { Mind } from '../diagnosis/mind.ts';
import type { KnowledgeGraph, Role, Term } from '../knowledge/types.ts';
import type { Act, ChatTopic, Understood } from './act.ts';
import type { Session } from './session.ts';

/** Below this a learned label is a guess, and is asked back. Chosen on the project's own evaluation set. */
const CONFIDENT = 0.5;

/** Small talk is taken as such only when the model is sure and nothing technical was read. */
const SURE_OF_CHAT = 0.6;

/** What is not about Remote Desktop anyway may be small talk on a weaker sign. */
const SURE_OF_FOREIGN_CHAT = 0.35;

const CHAT: readonly string[] = ['greeting', 'thanks', 'goodbye', 'insult', 'small-talk', 'capabilities', 'injection'] satisfies ChatTopic[];

/** The shortest wordings, whole messages, that need no model. */
const WHOLE_MESSAGES: ReadonlyMap<string, Act> = new Map<string, Act>([
  ...['start over', 'restart', 'reset', 'new problem', 'begin again', 'start again', 'von vorne', 'neu starten'].map((text) => [text, { kind: 'restart' }] as const),
  ...['human', 'person', 'agent', 'helpdesk', 'talk to a person', 'talk to a human', 'get me a human', 'real person', 'mensch'].map((text) => [text, { kind: 'person' }] as const),
  ...['yes', 'y', 'yep', 'yeah', 'sure', 'ok', 'okay', 'correct', 'right', 'ja', 'oui', 'si', 'sí', 'sim', 'tak', 'да', 'はい', '是'].map((text) => [text, { kind: 'yes' }] as const),
  ...['no', 'n', 'nope', 'nah', 'wrong', 'nein', 'non', 'nie', 'não', 'нет', 'いいえ', '不是', '没有'].map((text) => [text, { kind: 'no' }] as const),
  ...["i don't know", "don't know", 'dont know', 'no idea', 'not sure', 'idk', 'dunno', '?', 'weiß nicht', 'keine ahnung', 'je ne sais pas', 'no sé', 'non lo so', 'não sei', 'nie wiem', 'не знаю', 'わかりません', '不知道'].map((text) => [text, { kind: 'dont-know' }] as const),
  ...['skip', 'skip it', 'skip this', 'next', 'later'].map((text) => [text, { kind: 'skip' }] as const),
  ...['send', 'send it', 'yes send it', 'open the ticket', 'open a ticket'].map((text) => [text, { kind: 'send' }] as const),
  ...['explain', 'explain that', 'why', 'why?', 'how', 'how?'].map((text) => [text, { kind: 'explain' }] as const),
]);

const TERM_QUESTION = /^\s*(?:and\s+)?(?:what(?:'s| is| are| does| do you mean by)|what is meant by|explain|define|meaning of|was (?:ist|sind|bedeutet)|qu'est-ce que?|que es|qué es|cos'è|wat is|co to(?: jest)?|что такое|什么是)\s+(?:an?\s+|the\s+|ein(?:e)?\s+|der\s+|die\s+|das\s+|une?\s+|le\s+|la\s+)?["“„«]?([^?"”“»]{2,60}?)["”“»]?(?:\s+mean)?\s*\?*\s*$/i;

const ADMIN_ROLES: readonly Role[] = ['client-admin', 'server-admin'];
const OTHER_ADMIN_ROLES: readonly Role[] = ['network-admin', 'domain-admin', 'cloud-admin'];

/** Free text in a phase. Pure. */
export function understand(mind: Mind, session: Session, raw: string, now: Date): Understood {
  const { text, secrets } = redact(raw);
  const { act, reading } = isWaiting(mind, session, text, now) ? asProblem(mind, text, now) : asReply(mind, session, text, now);
  return {
    act,
    findings: reading.findings,
    capabilities: capabilitiesOf(reading),
    secrets: [...new Set(secrets.map((secret) => secret.kind))],
    text,
  };
}

/** A problem is awaited: at the beginning, and after a cure unless the text says that it did not last. */
function isWaiting(mind: Mind, session: Session, text: string, now: Date): boolean {
  const { name } = session.phase;
  if (name !== 'solved') return name === 'listening';
  const { label, probability } = interpret(mind, text, now, tableOf(session));
  return label !== 'not-worked' || probability < CONFIDENT;
}

interface ActReading {
  readonly act: Act;
  readonly reading: Reading;
}

function tableOf({ problem, phase }: Session): Table {
  return { ...(problem !== undefined && { problem }), ...(phase.name === 'asking' && { question: phase.question }) };
}

function wholeMessage(text: string): Act | undefined {
  return WHOLE_MESSAGES.get(text.trim().toLowerCase().replace(/[.!\s]+$/u, '').replace(/’/g, "'"));
}

/** Nothing is on the table: a problem is awaited. */
function asProblem(mind: Mind, text: string, now: Date): ActReading {
  const assessment = assess(mind, text, now);
  const { reading } = assessment;
  const plain = reading.codes.length === 0 && reading.observations.length === 0;
  const act =
    (plain ? wholeMessage(text) ?? termAsked(mind.graph, text) ?? smallTalk(mind, text, assessment.scope.outOfScope ? SURE_OF_FOREIGN_CHAT : SURE_OF_CHAT) : undefined) ??
    (assessment.scope.outOfScope ? ({ kind: 'out-of-scope' } as const) : ({ kind: 'problem', assessment } as const));
  return { act, reading };
}

/** A question or a fix is on the table. */
function asReply(mind: Mind, session: Session, text: string, now: Date): ActReading {
  const interpretation = interpret(mind, text, now, tableOf(session));
  // All that was read is kept: it may bear on another problem that this one turns out to be.
  const learnt = interpretation.findings.filter((each) => !interpretation.reading.findings.includes(each));
  const reading = { ...interpretation.reading, findings: [...interpretation.reading.findings, ...learnt] };
  const act =
    wholeMessage(text) ??
    termAsked(mind.graph, text) ??
    answerByLabel(mind.graph, session, text) ??
    (reading.codes.length > 0 ? newCode(mind, session, text, now) : undefined) ??
    learnedAct(mind, text, interpretation, now);
  if (act.kind === 'choose' && session.phase.name === 'asking') {
    const finding = { question: session.phase.question, answer: act.option, basis: 'told' } as const;
    return { act: { kind: 'evidence' }, reading: { ...reading, findings: [finding, ...reading.findings.filter((each) => each.question !== finding.question)] } };
  }
  return { act, reading };
}

/** "2", or the words on a button. */
function answerByLabel(graph: KnowledgeGraph, session: Session, text: string): Act | undefined {
  if (session.phase.name !== 'asking') return undefined;
  const question = graph.questions.get(session.phase.question);
  if (!question) return undefined;
  const said = text.trim().toLowerCase().replace(/[.!]+$/u, '');
  const index = /^\d$/.test(said) ? Number(said) - 1 : question.answers.findIndex((each) => each.label.toLowerCase() === said);
  const answer = question.answers[index];
  return answer && { kind: 'choose', option: answer.id };
}

/** A code that leads to another problem than the one at hand. */
function newCode(mind: Mind, session: Session, text: string, now: Date): Act | undefined {
  const assessment = assess(mind, text, now);
  const extended = assessment.reading.codes.find((each) => each.role === 'extended');
  if (!assessment.code && extended && !session.codes.some((each) => each.role === 'extended' && each.code === extended.code)) return { kind: 'problem', assessment };
  if (!assessment.code) return undefined;
  const known = session.codes.some((each) => each.role === 'code' && each.code === assessment.code?.code);
  const sameExtended = !assessment.extended || session.codes.some((each) => each.role === 'extended' && each.code === assessment.extended?.code);
  if (known && sameExtended) return undefined;
  if (assessment.code.certain && assessment.problems.length === 0) return undefined;
  // A code inside pasted output (an event's number, a status) is evidence for the problem at hand.
  if (assessment.reading.findings.some((finding) => finding.basis === 'measured')) return undefined;
  return { kind: 'problem', assessment };
}

function learnedAct(mind: Mind, text: string, { label, probability, ranked, findings }: ReturnType<typeof interpret>, now: Date): Act {
  const scope = mind.classifier.scope(text);
  if (label.startsWith('evidence:') && findings.length > 0 && probability >= CONFIDENT) return { kind: 'evidence' };
  const chat = smallTalk(mind, text);
  if (chat && probability < 0.85) return chat;
  if (probability < CONFIDENT) {
    if (findings.length > 0) return { kind: 'evidence' };
    if (scope.outOfScope) return { kind: 'out-of-scope' };
    return { kind: 'unclear', likeliest: ranked.map((each) => each.label) };
  }
  return actOfReply(mind, label, text, now, ranked.map((each) => each.label));
}

function actOfReply(mind: Mind, label: string, text: string, now: Date, likeliest: readonly string[]): Act {
  switch (label) {
    case 'worked':
      return { kind: 'worked' };
    case 'not-worked':
      return { kind: 'not-worked' };
    case 'done-next':
      return { kind: 'done' };
    case 'cannot-do':
      return { kind: 'cannot' };
    case 'explain-more':
      return { kind: 'explain' };
    case 'want-human':
      return { kind: 'person' };
    case 'cancel':
      return { kind: 'cancel' };
    case 'restart':
      return { kind: 'restart' };
    case 'new-problem': {
      const assessment = assess(mind, text, now);
      return assessment.scope.outOfScope ? { kind: 'out-of-scope' } : { kind: 'problem', assessment };
    }
    default:
      return { kind: 'unclear', likeliest };
  }
}

function termAsked(graph: KnowledgeGraph, text: string): Act | undefined {
  const asked = TERM_QUESTION.exec(text)?.[1];
  const term: Term | undefined = asked ? graph.term(asked.trim().toLowerCase()) : undefined;
  return term && { kind: 'term', term };
}

function smallTalk(mind: Mind, text: string, sure = SURE_OF_CHAT): Act | undefined {
  const top = mind.classifier.intent(text).ranked[0];
  if (!top || top.probability < sure) return undefined;
  if (CHAT.includes(top.label)) return { kind: 'chat', topic: top.label as ChatTopic };
  if (top.label === 'restart') return { kind: 'restart' };
  if (top.label === 'want-human') return { kind: 'person' };
  if (top.label === 'ticket-status') return { kind: 'status' };
  return undefined;
}

function capabilitiesOf(reading: Reading): Partial<Record<Role, boolean>> {
  const says = new Set(reading.observations.filter((each) => each.reader === 'statement').map((each) => each.fields['says']));
  if (says.has('not-admin')) return Object.fromEntries([...ADMIN_ROLES, ...OTHER_ADMIN_ROLES].map((role) => [role, false]));
  if (says.has('is-admin')) return Object.fromEntries(ADMIN_ROLES.map((role) => [role, true]));
  return {};
}
