import type { SpokenLine } from './lines.ts';

export type Verdict = 'right' | 'wrong' | 'asked' | 'lost';

/** What was made of a line, in tokens of the contract. */
export interface Made {
  readonly took: readonly string[];
  readonly asked: boolean;
}

export interface Judgement {
  readonly verdict: Verdict;
  /** Taken and not meant. */
  readonly untrue: readonly string[];
  /** Meant and not taken. */
  readonly missing: readonly string[];
}

/** The question of an answer; undefined where the graph has no such answer. */
export type QuestionOf = (answer: string) => string | undefined;

/** Ways of putting a reply that do no harm: always, or where something of the kind was meant. */
const HARMLESS: Readonly<Record<string, 'always' | readonly string[]>> = {
  'ask:code': 'always',
  'ask:safe': 'always',
  'tool-error': 'always',
  chat: ['ack', 'later', 'unclear'],
  done: ['later', 'outcome'],
  'ask:term': ['ask:explain', 'ask:code'],
  'ask:explain': ['ask:term', 'ask:safe', 'ask:code', 'tool-error'],
  added: ['ask:status'],
  'added-to-report': ['evidence', 'outcome', 'send', 'cap'],
};
/** Either leaves the step out. */
const ALIKE: Readonly<Record<string, readonly string[]>> = {
  'outcome:cannot': ['outcome:cannot', 'outcome:skip'],
  'outcome:skip': ['outcome:cannot', 'outcome:skip'],
};
/** Nothing is recorded of these. */
const NOTHING_TAKEN: ReadonlySet<string> = new Set(['ack', 'later']);
const EVIDENCE = 'evidence:';
const DENIED = 'evidence:!';

export const sameAs = (token: string): readonly string[] => ALIKE[token] ?? [token];

/** Right: all that was meant was taken, and nothing else; of what is not right: wrong before asked before lost. Pure. */
export function judge(line: SpokenLine, { took, asked }: Made, questionOf: QuestionOf): Judgement {
  const untrue = took.filter((token) => !isAllowed(line, token, questionOf));
  const missing = line.meant.filter((meant) => !isMet(line, meant, took, asked, questionOf));
  if (untrue.length > 0) return { verdict: 'wrong', untrue, missing };
  if (missing.length === 0) return { verdict: 'right', untrue, missing };
  if (!asked) return { verdict: 'lost', untrue, missing };
  return { verdict: line.ask_ok ? 'right' : 'asked', untrue, missing };
}

/** Another answer than the one that was denied, to the same question. */
export function isOtherThan(denied: string, token: string, questionOf: QuestionOf): boolean {
  const answer = token.slice(EVIDENCE.length);
  return token.startsWith(EVIDENCE) && answer !== denied && questionOf(answer) !== undefined && questionOf(answer) === questionOf(denied);
}

export function deniedBy(meant: string): string | undefined {
  return meant.startsWith(DENIED) ? meant.slice(DENIED.length) : undefined;
}

function isAllowed({ meant, ok }: SpokenLine, token: string, questionOf: QuestionOf): boolean {
  if (ok.includes(token) || meant.some((each) => sameAs(each).includes(token))) return true;
  const harmless = HARMLESS[token];
  if (harmless === 'always') return true;
  if (harmless) return harmless.some((kind) => meant.some((each) => each === kind || each.startsWith(`${kind}:`)));
  return meant.some((each) => {
    const denied = deniedBy(each);
    return denied !== undefined && isOtherThan(denied, token, questionOf);
  });
}

function isMet({ ok }: SpokenLine, meant: string, took: readonly string[], asked: boolean, questionOf: QuestionOf): boolean {
  if (NOTHING_TAKEN.has(meant)) return !asked;
  if (meant === 'unclear') return asked;
  const denied = deniedBy(meant);
  if (denied === undefined) return took.some((token) => sameAs(meant).includes(token));
  const question = questionOf(denied);
  return took.some((token) => token.startsWith(EVIDENCE) && (ok.includes(token) || (question !== undefined && questionOf(token.slice(EVIDENCE.length)) === question)));
}
