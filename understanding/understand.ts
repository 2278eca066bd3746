import { assess } from './assess.ts';
import { interpret, type Interpretation, type Table } from './interpret.ts';
import { redact } from '../reading/redact.ts';
import type { Finding, Reading, SoftFinding } from '../reading/evidence.ts';
import type { Mind } from '../dialogs/mind.ts';
import type { Role } from '../knowledge/compiler/types.ts';
import type { Act, ChatTopic, Understood } from './act.ts';
import { actOfReply } from './act-of-reply.ts';
import { clausesOf, hasProse } from './clauses.ts';
import { contentWords, wordsShared } from './content-words.ts';
import { CERTAIN, evidenceIn, isPlain, weighed } from './evidence-in-text.ts';
import { readMood, type Mood } from './mood.ts';
import { chosenAnswer, chosenOption } from './named-option.ts';
import { preferredFix } from '../dialogs/preferring.ts';
import { readOnce } from './read-once.ts';
import type { Session } from '../dialogs/session.ts';
import { hedged } from './suggestions.ts';
import { namedFinding } from '../dialogs/taking-back.ts';
import { actsOfClauses } from './two-things.ts';
import { asksForNews, besideTakingBack, hasHelper, isBackAgain, isHedged, isNotFound, isRefused, isTakenBack, preferenceIn, termIn, wholeMessage } from './wordings.ts';

/** Below this a learned label is a guess, and is asked back. Chosen on the project's own evaluation set. */
const CONFIDENT = 0.5;

/** Small talk is taken as such only when the model is sure and nothing technical was read. */
const SURE_OF_CHAT = 0.6;

/** What is not about Remote Desktop anyway may be small talk on a weaker sign. */
const SURE_OF_FOREIGN_CHAT = 0.35;

const FOREIGN_WORDS = 4;

const CHAT: readonly string[] = ['greeting', 'thanks', 'goodbye', 'insult', 'small-talk', 'capabilities', 'injection'] satisfies ChatTopic[];

const TOPIC_OF_MOOD: Readonly<Record<Mood, ChatTopic>> = { angry: 'insult', hurried: 'hurry', thankful: 'thanks' };

const ADMIN_ROLES: readonly Role[] = ['client-admin', 'server-admin'];
const OTHER_ADMIN_ROLES: readonly Role[] = ['network-admin', 'domain-admin', 'cloud-admin'];

/** On a report: nothing is sent, withdrawn or taken for solved on a guess. */
const SURE_ON_REPORT = 0.8;
const SHORT = 6;

const EVIDENCE = 'evidence:';

/** Words that name something, from which on a text says more than that it works. */
const AT_LENGTH = 3;

/** From so many words on a text says what was wrong, beside that something was. */
const SOMETHING_ELSE = 2;

/** Labels that report how a step went. */
const REPORTS: readonly string[] = ['worked', 'not-worked', 'cannot-do', 'done-next'];
const BEYOND_DOUBT = 0.95;

/** Free text in a phase. Pure. */
export function understand(mind: Mind, session: Session, raw: string, now: Date): Understood {
  const { text, secrets } = redact(raw);
  const { mood, rest } = readMood(text);
  const heard = hear(readOnce(mind, tableOf(session).question), session, rest === '' ? text : rest, now, rest === '' ? mood : undefined);
  return {
    act: heard.act,
    ...(heard.also && { also: heard.also }),
    findings: heard.findings,
    suggested: heard.suggested,
    capabilities: capabilitiesOf(heard.reading, text),
    ...(mood && { mood }),
    secrets: [...new Set(secrets.map((secret) => secret.kind))],
    text,
  };
}

interface Heard {
  readonly act: Act;
  readonly also?: Act | undefined;
  readonly findings: readonly Finding[];
  readonly suggested: readonly SoftFinding[];
  readonly reading: Reading;
}

/** `bareMood` is set where the text carries nothing but a mood. */
function hear(mind: Mind, session: Session, text: string, now: Date, bareMood: Mood | undefined): Heard {
  const { name } = session.phase;
  if (bareMood) {
    const reading = mind.read(text, now);
    return { act: { kind: 'chat', topic: TOPIC_OF_MOOD[bareMood] }, findings: [], suggested: [], reading };
  }
  if (name === 'listening') return asProblem(mind, session, text, now);
  if (name === 'solved') return afterCure(mind, session, text, now);
  if (name === 'choosing' || name === 'confirming-code') return asChoice(mind, session, text, now);
  return asReply(mind, session, text, now);
}

function tableOf({ problem, phase }: Session): Table {
  return { ...(problem !== undefined && { problem }), ...(phase.name === 'asking' && { question: phase.question }) };
}

/** Nothing is on the table: a problem is awaited. */
function asProblem(mind: Mind, session: Session, text: string, now: Date): Heard {
  const assessment = assess(mind, text, now);
  const { reading, scope } = assessment;
  const plain = reading.codes.length === 0 && reading.observations.length === 0;
  // Tool output alone measures something; what is wrong it does not say.
  if (reading.codes.length === 0 && reading.findings.some((each) => each.basis === 'measured') && !hasProse(text)) {
    return { act: { kind: 'evidence' }, reading, findings: reading.findings, suggested: [] };
  }
  const act =
    (plain ? plainAct(mind, session, text) ?? smallTalk(mind, text, scope.outOfScope ? SURE_OF_FOREIGN_CHAT : SURE_OF_CHAT) : undefined) ??
    (scope.outOfScope ? ({ kind: 'out-of-scope', assessment } as const) : ({ kind: 'problem', assessment } as const));
  return { act, reading, ...weighed(mind, text, reading.findings) };
}

/** After a cure: it came back, the cure is taken back, or something new begins. */
function afterCure(mind: Mind, session: Session, text: string, now: Date): Heard {
  const reading = mind.read(text, now);
  const whole = wholeMessage(text);
  if (whole) return { act: whole, reading, findings: [], suggested: [] };
  const same = reading.codes.some((each) => session.codes.some((known) => known.role === each.role && known.code === each.code && each.role === 'code'));
  const [top] = mind.classifier.reply(text).ranked;
  const failed = top?.label === 'not-worked' && top.probability >= CONFIDENT;
  if (isPlain(text) && isTakenBack(text)) return { act: { kind: 'take-back' }, reading, findings: [], suggested: [] };
  if (same || (isPlain(text) && isBackAgain(text)) || failed) return { act: { kind: 'not-worked' }, reading, ...weighed(mind, text, reading.findings) };
  if (top?.label === 'worked' && top.probability >= CERTAIN && reading.codes.length === 0) return { act: { kind: 'worked' }, reading, findings: [], suggested: [] };
  return asProblem(mind, session, text, now);
}

/** A choice is on the table; another description of the problem is as welcome. */
function asChoice(mind: Mind, session: Session, text: string, now: Date): Heard {
  const option = chosenOption(mind.graph, session, text);
  const heard = asProblem(mind, session, text, now);
  if (option) return { ...heard, act: option };
  const [top] = mind.classifier.reply(text).ranked;
  const { act } = heard;
  if (act.kind === 'take-back' || act.kind === 'term') return heard;
  if (top && top.probability >= CERTAIN && (top.label === 'cancel' || top.label === 'want-human' || top.label === 'restart' || top.label === 'explain-more')) {
    return { ...heard, act: actOfReply(mind, top.label, text, now, []) };
  }
  const described = act.kind === 'problem' && (act.assessment.code !== undefined || (act.assessment.symptoms[0]?.probability ?? 0) >= CONFIDENT);
  const isForeign = act.kind === 'out-of-scope' && isSurelyForeign(mind, text);
  if (described || isForeign || (act.kind !== 'problem' && act.kind !== 'out-of-scope')) return heard;
  return { ...heard, act: { kind: 'unclear', likeliest: [] } };
}

/** A question, a fix, an undo, an offer or a person is on the table. */
function asReply(mind: Mind, session: Session, text: string, now: Date): Heard {
  const interpretation = interpret(mind, text, now, tableOf(session));
  const { reading } = interpretation;
  const answer = chosenAnswer(mind.graph, session, text);
  if (answer) {
    const others = reading.findings.filter((each) => each.question !== answer.question);
    const sure = !isHedged(text);
    return { act: { kind: 'evidence' }, reading, findings: sure ? [answer, ...others] : others, suggested: sure ? [] : [hedged(mind.graph, answer)] };
  }
  const plain = plainAct(mind, session, text);
  const isAnswer = plain === undefined || plain.kind === 'take-back' || plain.kind === 'prefer';
  // In a report and in a message to a person only what is plainly said counts.
  const { name } = session.phase;
  const isStep = name === 'asking' || name === 'fixing' || name === 'undoing';
  const evidence = isAnswer && isStep && plain?.kind !== 'take-back' && !(isPlain(text) && hasHelper(text)) ? evidenceIn(mind, session, text, interpretation) : weighed(mind, text, reading.findings);
  const corrected = plain?.kind === 'take-back' && evidence.findings.some((each) => !session.findings.some((known) => known.answer === each.answer));
  if (plain?.kind === 'take-back' && !corrected) return { act: plain, reading, findings: [], suggested: [] };
  // Who asks for a step states nothing ("can we renew the certificate?").
  if (plain?.kind === 'prefer' || plain?.kind === 'explain' || plain?.kind === 'cannot') return { act: plain, reading, findings: [], suggested: [] };
  if (plain && !corrected) return { act: plain, reading, ...evidence };
  if (isBareCode(session, text, reading)) return { act: { kind: 'unclear', likeliest: ['not-worked', 'explain-more'] }, reading, findings: [], suggested: [] };
  if (name === 'escalating') return { act: onReport(mind, text, now), reading, ...evidence };
  const problem = reading.codes.length > 0 ? newCode(mind, session, text, now) : undefined;
  const parts = actsOfClauses(mind, session, clausesOf(text), now);
  const reported = parts.outcome ?? (problem ? undefined : learnedAct(mind, text, interpretation, evidence, now));
  const outcome = reported?.kind === 'worked' && isRatherAnAnswer(mind, session, text, interpretation) ? ({ kind: 'unclear', likeliest: ['worked'] } as const) : reported;
  const act = corrected ? ({ kind: 'evidence' } as const) : (outcome ?? problem ?? { kind: 'evidence' });
  const also = parts.person ?? (act === problem ? undefined : (problem ?? parts.problem));
  return { act, ...(also && also.kind !== act.kind && { also }), reading, ...evidence, findings: [...parts.findings, ...evidence.findings.filter((each) => !parts.findings.some((known) => known.question === each.question))] };
}

/**
 * A question is on the table, and the text speaks at some length of what it asks: it is an answer that was not
 * understood, and no cure is taken from it.
 */
function isRatherAnAnswer(mind: Mind, { phase }: Session, text: string, { probability }: Interpretation): boolean {
  const question = phase.name === 'asking' ? mind.graph.questions.get(phase.question) : undefined;
  if (!question) return false;
  const words = contentWords(text);
  const asked = [question.prompt, ...question.answers.flatMap((each) => [each.label, each.statement])].join(' ');
  return words.size >= AT_LENGTH && (probability < BEYOND_DOUBT || wordsShared(words, asked) >= 2);
}

/** A report lies ready: short and clear words decide about it, all others belong into it. */
function onReport(mind: Mind, text: string, now: Date): Act {
  const [top] = mind.classifier.reply(text).ranked;
  const isShort = text.trim().split(/\s+/).length <= SHORT;
  const act = top && isShort && top.probability >= SURE_ON_REPORT ? actOfReply(mind, top.label, text, now, []) : undefined;
  const decides = act?.kind === 'person' || act?.kind === 'cancel' || act?.kind === 'worked' || act?.kind === 'explain' || act?.kind === 'restart';
  return decides ? act : { kind: 'evidence' };
}

/** What is put so plainly that no model is asked. */
function plainAct(mind: Mind, session: Session, text: string): Act | undefined {
  if (!isPlain(text)) return undefined;
  const whole = wholeMessage(text);
  if (whole) return whole;
  const asked = termIn(text);
  const term = asked === undefined ? undefined : mind.graph.term(asked);
  if (term) return { kind: 'term', term };
  const { phase } = session;
  if (phase.name === 'with-a-person') return asksForNews(text) ? { kind: 'status' } : undefined;
  if (phase.name === 'listening' || phase.name === 'solved') return undefined;
  if (isTakenBack(text)) {
    const answer = namedFinding(mind.graph, session, text);
    if (answer !== undefined) return { kind: 'take-back', answer };
    return { kind: 'take-back', ...(contentWords(besideTakingBack(text)).size >= SOMETHING_ELSE && { isElse: true as const }) };
  }
  if (phase.name !== 'fixing' && phase.name !== 'asking' && phase.name !== 'escalating') return undefined;
  if (phase.name !== 'escalating' && isRefused(text)) return { kind: 'skip' };
  if (phase.name === 'fixing' && isNotFound(text)) return { kind: phase.explained === 0 ? 'explain' : 'cannot' };
  const preference = preferenceIn(text);
  if (!preference) return undefined;
  const fix = preferredFix(mind, session, preference.wanted, preference.verb);
  return fix !== undefined || (preference.explicit && phase.name !== 'escalating') ? { kind: 'prefer', fix } : undefined;
}

/** The code at hand and nothing else: that it is still there, or that it is not understood? */
function isBareCode({ codes }: Session, text: string, reading: Reading): boolean {
  if (reading.codes.length === 0 || text.trim().split(/\s+/).length > 2 * reading.codes.length) return false;
  return reading.codes.every((each) => codes.some((known) => known.code === each.code && known.role === each.role));
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

function learnedAct(mind: Mind, text: string, { label, probability, ranked }: Interpretation, evidence: Pick<Heard, 'findings' | 'suggested'>, now: Date): Act {
  const hasEvidence = evidence.findings.length + evidence.suggested.length > 0;
  if (label.startsWith(EVIDENCE) && hasEvidence) return { kind: 'evidence' };
  const chat = smallTalk(mind, text);
  if (chat && probability < 0.85) return chat;
  const likeliest = ranked.map((each) => each.label);
  // Who asks reports no outcome, unless it is put beyond doubt.
  if (/\?\s*$/.test(text) && REPORTS.includes(label) && probability < BEYOND_DOUBT) return { kind: 'unclear', likeliest: ['explain-more', ...likeliest] };
  if (probability >= CONFIDENT && !label.startsWith(EVIDENCE)) return actOfReply(mind, label, text, now, likeliest);
  if (hasEvidence) return { kind: 'evidence' };
  return isSurelyForeign(mind, text) ? { kind: 'out-of-scope', assessment: assess(mind, text, now) } : { kind: 'unclear', likeliest };
}

/** While something is on the table a few odd words are rather not understood than about something else. */
function isSurelyForeign({ classifier }: Mind, text: string): boolean {
  return classifier.scope(text).outOfScope && text.trim().split(/\s+/).length >= FOREIGN_WORDS && classifier.intent(text).ranked[0]?.label === 'foreign';
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

/** Rights of the person, or of somebody who is at hand. */
function capabilitiesOf(reading: Reading, text: string): Partial<Record<Role, boolean>> {
  const says = new Set(reading.observations.filter((each) => each.reader === 'statement').map((each) => each.fields['says']));
  const helped = isPlain(text) && hasHelper(text);
  if (helped || (says.has('is-admin') && !says.has('not-admin'))) return Object.fromEntries(ADMIN_ROLES.map((role) => [role, true]));
  if (says.has('not-admin')) return Object.fromEntries([...ADMIN_ROLES, ...OTHER_ADMIN_ROLES].map((role) => [role, false]));
  return {};
}
