import { isDeepStrictEqual } from 'node:util';
import type { Remark } from '../../dialogs/remark.ts';
import type { StepOutcome } from '../../dialogs/ledger.ts';
import type { Session } from '../../dialogs/session.ts';
import { answersHeard } from '../../dialogs/taking-back.ts';
import type { Turn } from '../../dialogs/turn.ts';
import type { KnowledgeGraph, Role } from '../../knowledge/compiler/types.ts';

/** One thing that a turn took, in the words that measures are written in. */
export type Token =
  | `evidence:${string}` | `code:${string}`
  | 'outcome:worked' | 'outcome:failed' | 'outcome:cannot' | 'outcome:skip' | 'came-back'
  | 'cap:admin+' | 'cap:admin-'
  | 'dont-know' | 'done' | 'stopped' | 'said-not-yet' | 'take-back'
  | 'ask:safe' | 'ask:code' | 'tool-error'
  | 'ask:explain' | 'ask:term' | 'ask:person' | 'ask:status' | 'ask:restart' | 'ask:another'
  | 'new-problem' | 'send' | 'no-ticket' | 'added' | 'added-to-report' | 'declined' | 'chat';

/** Of a step, as the session keeps it. */
const OUTCOME: Readonly<Partial<Record<StepOutcome, Token>>> = {
  worked: 'outcome:worked',
  failed: 'outcome:failed',
  partly: 'outcome:failed',
  cannot: 'outcome:cannot',
  'not-applicable': 'outcome:cannot',
  skipped: 'outcome:skip',
};

/** That it was asked back, or that the report was shown, takes nothing of what was said. */
type Untaken = 'asked-back' | 'report-given';

const REMARK: Readonly<Record<Exclude<Remark, Untaken>, Token>> = {
  foreign: 'declined',
  'small-talk': 'chat',
  explained: 'ask:explain',
  'term-told': 'ask:term',
  'risk-told': 'ask:safe',
  'code-told': 'ask:code',
  'tool-helped': 'tool-error',
  'request-given': 'ask:person',
  'status-told': 'ask:status',
  restarted: 'ask:restart',
  stopped: 'stopped',
  'not-yet': 'said-not-yet',
  'carried-out': 'done',
  'another-step': 'ask:another',
  'taken-back': 'take-back',
};

/** What is different after a turn, each thing once: the two sessions compared, and what the turn itself told of the rest. Pure. */
export function took(graph: KnowledgeGraph, before: Session, { session: after, effects, remarks }: Turn): readonly Token[] {
  const tokens = [
    ...evidenceTaken(before, after),
    ...outcomesTaken(graph, before, after),
    ...rightsTaken(graph, before, after),
    ...leftOpen(before, after),
    ...problemTaken(before, after),
    ...ticketTaken(before, after, remarks),
    ...effects.flatMap(({ type }): Token[] => (type === 'open-ticket' ? ['send'] : type === 'append-to-ticket' ? ['added'] : [])),
    ...remarks.flatMap((remark) => (remark === 'asked-back' || remark === 'report-given' ? [] : [REMARK[remark]])),
  ];
  return [...new Set(tokens)];
}

/** A ticket was proposed that nobody asked for. */
export function gaveUp(before: Session, { session: after }: Turn): boolean {
  return isOffered(after) && !isOffered(before) && isUnasked(after);
}

function evidenceTaken(before: Session, after: Session): readonly Token[] {
  const known = new Set(answersHeard(before));
  const extended = ({ codes }: Session): string[] => codes.filter((each) => each.role === 'extended').map((each) => each.code);
  const codes = extended(after).filter((code) => !extended(before).includes(code));
  return [
    ...answersHeard(after).filter((answer) => !known.has(answer)).map((answer): Token => `evidence:${answer}`),
    ...codes.map((code): Token => `code:${code}`),
  ];
}

function outcomesTaken(graph: KnowledgeGraph, before: Session, after: Session): readonly Token[] {
  const tokens = after.steps.flatMap((attempt): Token[] => {
    const was = before.steps.findLast((each) => each.fix === attempt.fix);
    if (was && was.at === attempt.at && was.outcome === attempt.outcome) return [];
    if (was?.outcome === 'worked' && attempt.outcome === 'failed') return ['came-back'];
    // A test that worked is no cure: it is kept as left out, and is to be undone.
    const isTest = attempt.outcome === 'skipped' && after.phase.name === 'undoing' && graph.fixes.get(attempt.fix)?.testOnly;
    const token = isTest ? 'outcome:worked' : OUTCOME[attempt.outcome];
    return token ? [token] : [];
  });
  const isCured = after.phase.name === 'solved' && before.phase.name !== 'solved';
  return isCured ? ['outcome:worked', ...tokens] : tokens;
}

/** "I can't do this" to a step strikes out the right that it takes, and no other. */
function rightsTaken(graph: KnowledgeGraph, before: Session, after: Session): readonly Token[] {
  const fresh = (can: boolean): string[] =>
    Object.entries(after.capabilities).flatMap(([role, now]) => (now === can && before.capabilities[role as Role] !== can ? [role] : []));
  const lost = fresh(false);
  const step = before.phase.name === 'fixing' ? graph.fixes.get(before.phase.fix) : undefined;
  const isOfStep = lost.length === 1 && lost[0] === step?.role;
  return [
    ...(fresh(true).length > 0 ? (['cap:admin+'] as const) : []),
    ...(lost.length > 0 ? ([isOfStep ? 'outcome:cannot' : 'cap:admin-'] as const) : []),
  ];
}

function leftOpen(before: Session, after: Session): readonly Token[] {
  const closed = after.unanswered.filter((question) => !before.unanswered.includes(question));
  return closed.length > 0 ? ['dont-know'] : [];
}

function problemTaken(before: Session, after: Session): readonly Token[] {
  const isPutUp = after.phase.name === 'choosing' && after.step !== before.step;
  const isOther = after.problem !== undefined && after.problem !== before.problem;
  return isPutUp || (isOther && !isRefined(before, after)) ? ['new-problem'] : [];
}

/** The extended code came after its code: the same trouble, more exactly. */
function isRefined(before: Session, after: Session): boolean {
  const codeOf = ({ codes }: Session, wanted: 'code' | 'extended') => codes.find((each) => each.role === wanted)?.code;
  const code = codeOf(before, 'code');
  return code !== undefined && code === codeOf(after, 'code') && codeOf(before, 'extended') !== codeOf(after, 'extended');
}

function ticketTaken(before: Session, after: Session, remarks: readonly Remark[]): readonly Token[] {
  if (!isOffered(before)) return isOffered(after) && !isUnasked(after) ? ['ask:person'] : [];
  if (before.phase.name !== 'escalating') return [];
  if (isDeepStrictEqual(after.phase, before.phase.before)) return ['no-ticket'];
  const isRewritten = after.phase.name === 'escalating' && after.phase.summary !== before.phase.summary && !remarks.includes('taken-back');
  return isRewritten ? ['added-to-report'] : [];
}

const isOffered = ({ phase }: Session): boolean => phase.name === 'escalating';

const isUnasked = ({ phase }: Session): boolean => phase.name === 'escalating' && phase.unasked === true;
