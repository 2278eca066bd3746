import type { Finding } from '../../reading/evidence.ts';
import type { Role } from '../../knowledge/compiler/types.ts';
import type { Act, Guess, SpokenAct } from '../act.ts';
import { assess } from '../assess.ts';
import { withoutJoining } from '../clauses.ts';
import { contentWords, wordsShared } from '../content-words.ts';
import { newProblem } from '../named-problem.ts';
import { isForAnotherReason, outcomeAct, wordsOfStep } from '../outcomes.ts';
import { isOfOthers, plainOutcome } from '../plain-outcome.ts';
import { polarAnswer } from '../polarity.ts';
import { actGuess, unclear, type Rule } from '../rule.ts';
import { readPart, type SpokenPart } from '../spoken-part.ts';
import type { Table } from '../table.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { toolError } from '../tool-error.ts';
import type { Utterance } from '../utterance.ts';
import { hasHelper, isBackAgain, leadingYesNo, wholeMessage } from '../wordings.ts';

/** What is said against what is open: the whole message, and each of its clauses. */
export const said: Rule = {
  name: 'said',
  apply(utterance) {
    const { printed } = utterance.reading;
    const measured = printed.filter((each) => each.basis === 'measured');
    // Whoever asks what an event means need not have seen it.
    const hints = utterance.text.includes('?') ? [] : printed.filter((each) => each.basis === 'told');
    const problem = newProblem(utterance);
    const parts = partsOf(utterance);
    const sum = together(parts);
    const trace = parts.map((each) => each.trace);
    const told = [...sum.findings, ...hints.filter((each) => !sum.findings.some((known) => known.question === each.question))].filter((each) => !measured.some((known) => known.question === each.question));
    const findings = [...measured, ...told];
    const capabilities = capabilitiesOf(sum.acts);
    if (isDoubtfulCure(utterance, sum)) return { ...unclear(actGuess('worked'), actGuess('failed')), findings: measured, trace };
    const acts = sum.acts.flatMap((each) => actsOf(each, utterance));
    const base = { findings, capabilities, trace };
    if (sum.clash.length > 0) return { ...unclear(...sum.clash), findings: measured, trace };
    const other = problem ? [] : otherTrouble(utterance);
    const [act, also] = other.length > 0 ? other : order(problem ? [...acts, problem] : acts);
    if (act) return { ...base, act, ...(also && { also }) };
    if (findings.length > 0 || Object.keys(capabilities).length > 0) return { ...base, act: { kind: 'evidence' } };
    const failed = toolError(utterance.reading);
    if (failed) return { ...base, act: failed };
    if (sum.isNothing) return { ...base, act: { kind: 'chat', topic: 'acknowledge' } };
    return { ...unclear(...sum.guesses), trace };
  },
};

/** "It's back": the desktop, or the fault? "Others can connect": they can. */
function isDoubtfulCure({ text, words }: Utterance, { acts }: Sum): boolean {
  if (!acts.includes('worked') && !acts.includes('solved-otherwise')) return false;
  return plainOutcome(words) !== 'worked' && (isBackAgain(text) || isOfOthers(words));
}

/** "It worked, but now printing fails": another symptom than the one that was worked on. */
function otherTrouble({ mind, table, clauses, text, now }: Utterance): readonly Act[] {
  const [first, second] = clauses;
  if (!first || !second || plainOutcome(first.text) !== 'worked') return [];
  const assessment = assess(mind, text.slice(second.start), now);
  const [symptom] = assessment.symptoms;
  const current = mind.graph.problems.get(table.problems[0] ?? '')?.symptom;
  const isOther = symptom !== undefined && symptom.probability >= THRESHOLDS.symptom && symptom.label !== current;
  return isOther ? [{ kind: 'worked' }, { kind: 'problem', assessment }] : [];
}

/** The whole, and the clauses where there are several. A yes or no before the rest counts only where the rest decides nothing. */
function partsOf(utterance: Utterance): readonly SpokenPart[] {
  const { words, clauses, statements } = utterance;
  const lead = leadingYesNo(words);
  if (lead && clauses.length <= 2) {
    const rest = readPart(utterance, withoutJoining(lead.rest), statements);
    if (rest.findings.length > 0 || rest.acts.length > 0) return [lead.said === 'no' ? failedBefore(utterance, rest) : rest];
    const whole = readPart(utterance, words, statements);
    if (whole.findings.length > 0 || whole.acts.length > 0) return [whole];
    const polar = polarReply(utterance, lead.said);
    if (polar && !isHeardIn(whole, polar)) return [{ ...whole, guesses: [{ kind: 'answer', answer: polar.answer }] }];
    return [polar ? { ...whole, findings: [polar], guesses: [], trace: { ...whole.trace, rule: 'polarity', took: polar.answer } } : whole];
  }
  const whole = readPart(utterance, words, statements);
  if (clauses.length < 2 || hasHelper(words)) return [whole];
  const each = clauses.map((clause) => {
    const bare = wholeMessage(clause.text);
    if (bare === 'yes' || bare === 'no' || bare === 'agree') return undefined;
    return readPart(utterance, clause.text, statements.filter(({ span }) => span[0] >= clause.start && span[0] < clause.end), THRESHOLDS.clauseMore);
  });
  const isReport = plainOutcome(words) !== undefined || each.some((part) => part?.trace.rule === 'plain-outcome');
  const read = each.flatMap((part, at) => {
    if (part === undefined) return [];
    // "I tried the full name, no difference": what was done is told, and no fact.
    if (isReport && DEED.test(part.trace.clause)) return [{ ...part, findings: [] }];
    // What the whole says of the other computer no part of it says of this one.
    if (part.findings.some((finding) => finding.answer === whole.ofTheOther)) return [];
    return [at < each.length - 1 && isCureOfAClause(whole, part) ? { ...part, acts: [], guesses: [actGuess('worked')] } : part];
  });
  const said = read.filter((part) => part.findings.length > 0 || part.acts.length > 0);
  return said.length > 0 ? [whole, ...said] : [whole, ...read];
}

/** What follows a yes or no is about the question: the reader, too, holds it possible that this is answered. */
function isHeardIn({ guesses }: SpokenPart, { answer }: Finding): boolean {
  return guesses.some((each) => each.kind === 'answer' && each.answer === answer);
}

/** Somebody tells what they did. */
const DEED = /^(?:ok(?:ay)?,? )?(?:i|we)(?:'ve| have)? (?:just |already |also |now )?(?:tried|did|done|renewed|restarted|rebooted|changed|ran|set|switched|turned|reset|removed|deleted|updated|installed|checked|logged|signed|typed|used|followed)\b/iu;

/** Under these a clause that says that it works is believed. */
const CURED: ReadonlySet<string | undefined> = new Set(['worked', 'solved-otherwise', 'new-problem']);

/** "I got in, then I was kicked out": what is said before the end is no cure, unless the whole message is one. */
function isCureOfAClause(whole: SpokenPart, part: SpokenPart): boolean {
  return (part.acts.includes('worked') || part.acts.includes('solved-otherwise')) && !CURED.has(whole.top);
}

/** "No, ..." to a step is that it did not help, unless what follows says how it went. */
function failedBefore({ table }: Utterance, rest: SpokenPart): SpokenPart {
  const tells = rest.acts.some((each) => TELLS.has(each));
  return table.kind === 'step' && !tells ? { ...rest, acts: ['failed', ...rest.acts] } : rest;
}

const TELLS: ReadonlySet<SpokenAct> = new Set(['worked', 'failed', 'partly', 'done', 'later', 'cannot', 'skip', 'not-applicable', 'solved-otherwise', 'cannot-find']);

function polarReply({ mind, table }: Utterance, word: 'yes' | 'no'): Finding | undefined {
  return polarAnswer(mind.graph.questions.get(table.question ?? ''), word);
}

interface Sum {
  readonly findings: readonly Finding[];
  readonly acts: readonly SpokenAct[];
  readonly isNothing: boolean;
  readonly guesses: readonly Guess[];
  /** What contradicts itself. */
  readonly clash: readonly Guess[];
}

/** Acts that cannot both be meant. */
const CONTRARY: readonly (readonly [SpokenAct, SpokenAct])[] = [['worked', 'failed'], ['has-rights', 'no-rights'], ['send', 'no-ticket']];

/** What the parts say together. Answers that contradict each other are asked about. */
function together(parts: readonly SpokenPart[]): Sum {
  const findings = new Map<string, Finding>();
  const clash = new Map<string, Guess>();
  for (const finding of parts.flatMap((each) => each.findings)) {
    const known = findings.get(finding.question);
    if (known && known.answer !== finding.answer) {
      for (const { answer } of [known, finding]) clash.set(answer, { kind: 'answer', answer });
    } else findings.set(finding.question, finding);
  }
  const all = new Set(parts.flatMap((each) => each.acts));
  // "It connects now, but without sound" is no cure.
  if (all.has('partly')) all.delete('worked');
  const acts = [...all];
  for (const pair of CONTRARY) if (pair.every((each) => acts.includes(each))) for (const act of pair) clash.set(act, actGuess(act));
  const guesses = new Map(parts.flatMap((each) => each.guesses).map((guess) => [guess.kind === 'answer' ? guess.answer : guess.act, guess]));
  return {
    findings: [...findings.values()],
    acts,
    isNothing: parts.length > 0 && parts.every((each) => each.isNothing || (each.guesses.length === 0 && each.findings.length === 0)),
    guesses: [...guesses.values()],
    clash: [...clash.values()],
  };
}

const OWN_ADMIN: readonly Role[] = ['client-admin', 'server-admin'];

/** "Not an administrator" says something of the computers, and nothing of the network or the cloud. */
function capabilitiesOf(acts: readonly SpokenAct[]): Partial<Record<Role, boolean>> {
  const may = acts.includes('has-rights') || acts.includes('helper-has-rights') ? true : acts.includes('no-rights') ? false : undefined;
  return may === undefined ? {} : Object.fromEntries(OWN_ADMIN.map((role) => [role, may]));
}

/** A spoken act as what it does here; rights are taken in apart from acts. */
export function actsOf(spoken: SpokenAct, utterance: Utterance): readonly Act[] {
  const { table, mind, text, now } = utterance;
  switch (spoken) {
    case 'worked':
      return [isForAnotherReason(utterance) ? { kind: 'solved-otherwise' } : outcomeAct(spoken, table)];
    case 'failed':
    case 'partly':
    case 'done':
    case 'later':
    case 'cannot':
    case 'skip':
    case 'not-applicable':
      return [outcomeAct(spoken, table)];
    case 'cannot-find':
      return [table.kind === 'step' && table.explained > 0 ? { kind: 'cannot' } : { kind: 'explain' }];
    case 'solved-otherwise':
      return [isByStep(utterance) ? { kind: 'worked' } : { kind: 'solved-otherwise' }];
    case 'no-ticket':
      return [{ kind: 'cancel' }];
    case 'send':
      return [table.kind === 'offer' ? { kind: 'send' } : { kind: 'person' }];
    case 'new-problem': {
      const assessment = assess(mind, text, now);
      return [assessment.scope.outOfScope && table.kind === 'solved' ? { kind: 'out-of-scope', assessment } : { kind: 'problem', assessment }];
    }
    case 'term':
    case 'another-idea':
      return [{ kind: 'explain' }];
    case 'came-back':
      return [table.kind === 'solved' ? { kind: 'came-back' } : outcomeAct('failed', table)];
    case 'acknowledge':
    case 'greeting':
      return [{ kind: 'chat', topic: spoken }];
    case 'thanks':
      return [{ kind: 'chat', topic: 'thanks' }];
    case 'has-rights':
    case 'helper-has-rights':
    case 'no-rights':
    case 'none':
      return [];
    case 'yes':
      return agreement(table);
    case 'no':
      return [table.kind === 'offer' ? { kind: 'cancel' } : outcomeAct('failed', table)];
    case 'dont-know':
      return [table.kind === 'question' ? { kind: 'dont-know' } : { kind: 'explain' }];
    case 'explain':
    case 'why':
    case 'ask-code':
    case 'safe':
    case 'status':
    case 'person':
    case 'restart':
      return [{ kind: spoken }];
    case 'tool-error':
      // What the tool said is known where its words stand there.
      return [toolError(utterance.reading) ?? { kind: spoken }];
  }
}

/** What is told as the reason is what the open step is about, or its cause: then the step did it. */
function isByStep({ table, mind, text }: Utterance): boolean {
  const step = table.kind === 'step' ? mind.graph.fixes.get(table.step ?? '') : undefined;
  if (!step) return false;
  const causes = [...step.solves.keys()].map((id) => mind.graph.causes.get(id)?.title ?? '');
  return wordsShared(contentWords(text), [wordsOfStep(step), step.check, ...causes].join(' ')) > 0;
}

/** A yes in other words, where it can only mean one thing. */
function agreement({ kind, askedWhetherItWorks }: Table): readonly Act[] {
  if (kind === 'offer') return [{ kind: 'send' }];
  if (kind === 'undoing') return [{ kind: 'undone' }];
  return askedWhetherItWorks ? [{ kind: 'worked' }] : kind === 'step' ? [{ kind: 'later' }] : [];
}

/** Of several acts in one message the weightier one goes first: "done, it did not help". */
const WEIGHT: Readonly<Partial<Record<Act['kind'], number>>> = {
  restart: 9,
  worked: 8, failed: 8, partly: 8, 'came-back': 8, 'solved-otherwise': 8, 'not-applicable': 7, cannot: 7, skip: 7,
  safe: 6, why: 6, explain: 6, 'ask-code': 6, 'tool-error': 6,
  problem: 5, person: 4, send: 4, cancel: 4, status: 4,
  done: 3, later: 2, 'dont-know': 2, chat: 1,
};

function order(acts: readonly Act[]): readonly [Act | undefined, Act | undefined] {
  const sorted = [...acts].sort((a, b) => (WEIGHT[b.kind] ?? 0) - (WEIGHT[a.kind] ?? 0));
  const [first] = sorted;
  const second = sorted.find((each) => each.kind !== first?.kind && (each.kind === 'person' || each.kind === 'problem'));
  return [first, second];
}
