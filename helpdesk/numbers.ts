/** One fault and how it went, without a word of anybody's but the line beside a rating. */
export interface CaseAccount {
  readonly id: string;
  /** ISO 8601. */
  readonly openedAt: string;
  readonly problem: string;
  readonly end: 'open' | 'solved' | 'handed-over';
  /** When it came to that end. ISO 8601. */
  readonly endedAt?: string;
  /** They said on another day that it still works. */
  readonly confirmed: boolean;
  /** The same person came with the same problem again within seven days. */
  readonly askedAgain: boolean;
  readonly solvedBy?: string;
  /** As the helpdesk named it: an id, or `unknown`. */
  readonly cause?: string;
  /** When the first step to take was given. ISO 8601. */
  readonly firstStepAt?: string;
  readonly askedBack: number;
  readonly takenBack: number;
  /** 1 to 5. */
  readonly score?: number;
  readonly line?: string;
}

/** `again`: solved, and asked about again within seven days, so that it does not count as solved. `left`: nobody said how it ended, or it goes on. */
export type End = 'confirmed' | 'solved' | 'handed-over' | 'again' | 'left';
/** The confirmed ones first: the only figure that somebody else than the assistant vouches for. */
export const ENDS = ['confirmed', 'solved', 'handed-over', 'again', 'left'] as const satisfies readonly End[];

export type Ends = Readonly<Record<End, number>>;

/** Minutes. */
export interface Span {
  readonly median: number;
  /** Nine of ten take no longer. */
  readonly p90: number;
  readonly n: number;
}

export interface Numbers {
  readonly conversations: number;
  readonly ends: Ends;
  /** The most frequent first. */
  readonly problems: readonly { readonly problem: string; readonly conversations: number; readonly ends: Ends }[];
  readonly steps: readonly { readonly problem: string; readonly step: string; readonly confirmed: number; readonly solved: number }[];
  readonly toFirstStep?: Span;
  readonly toEnd?: Span;
  readonly causes: readonly { readonly cause: string; readonly tickets: number }[];
  readonly misheard: { readonly conversations: number; readonly askedBack: number; readonly takenBack: number };
  readonly ratings: { readonly n: number; /** Of 4 and 5, from 0 to 1. */ readonly satisfied: number; readonly lines: readonly { readonly score: number; readonly line: string }[] };
}

export function endOf({ end, confirmed, askedAgain }: CaseAccount): End {
  if (end === 'handed-over') return confirmed ? 'confirmed' : 'handed-over';
  if (end === 'open') return 'left';
  return askedAgain ? 'again' : confirmed ? 'confirmed' : 'solved';
}

export function numbersOf(all: readonly CaseAccount[]): Numbers {
  const toFirstStep = spanOf(all.flatMap(({ openedAt, firstStepAt }) => minutesBetween(openedAt, firstStepAt)));
  const toEnd = spanOf(all.flatMap(({ openedAt, endedAt, end }) => (end === 'open' ? [] : minutesBetween(openedAt, endedAt))));
  const rated = all.flatMap(({ score, line }) => (score === undefined ? [] : [{ score, ...(line !== undefined && { line }) }]));
  return {
    conversations: all.length,
    ends: endsOf(all),
    problems: [...grouped(all, ({ problem }) => problem)]
      .map(([problem, cases]) => ({ problem, conversations: cases.length, ends: endsOf(cases) }))
      .sort((a, b) => b.conversations - a.conversations || a.problem.localeCompare(b.problem)),
    steps: [...grouped(all, ({ problem, solvedBy }) => (solvedBy === undefined ? undefined : `${problem}\n${solvedBy}`))]
      .map(([key, cases]) => ({ problem: key.split('\n')[0] ?? '', step: key.split('\n')[1] ?? '', ...pick(endsOf(cases)) }))
      .filter(({ confirmed, solved }) => confirmed + solved > 0)
      .sort((a, b) => b.confirmed - a.confirmed || b.solved - a.solved),
    ...(toFirstStep && { toFirstStep }),
    ...(toEnd && { toEnd }),
    causes: [...grouped(all, ({ cause }) => cause)].map(([cause, cases]) => ({ cause, tickets: cases.length })).sort((a, b) => b.tickets - a.tickets),
    misheard: {
      conversations: all.filter(({ askedBack, takenBack }) => askedBack + takenBack > 0).length,
      askedBack: all.reduce((sum, each) => sum + each.askedBack, 0),
      takenBack: all.reduce((sum, each) => sum + each.takenBack, 0),
    },
    ratings: {
      n: rated.length,
      satisfied: rated.length === 0 ? 0 : rated.filter(({ score }) => score >= 4).length / rated.length,
      lines: rated.flatMap(({ score, line }) => (line === undefined ? [] : [{ score, line }])),
    },
  };
}

function endsOf(cases: readonly CaseAccount[]): Ends {
  const ends = { confirmed: 0, solved: 0, 'handed-over': 0, again: 0, left: 0 };
  for (const each of cases) ends[endOf(each)] += 1;
  return ends;
}

const pick = ({ confirmed, solved }: Ends): { confirmed: number; solved: number } => ({ confirmed, solved });

function grouped(all: readonly CaseAccount[], keyOf: (each: CaseAccount) => string | undefined): Map<string, CaseAccount[]> {
  const groups = new Map<string, CaseAccount[]>();
  for (const each of all) {
    const key = keyOf(each);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return groups;
}

function minutesBetween(from: string, until: string | undefined): number[] {
  return until === undefined ? [] : [Math.max(0, (Date.parse(until) - Date.parse(from)) / 60_000)];
}

/** By rank, without a value between two. */
function spanOf(minutes: readonly number[]): Span | undefined {
  const sorted = [...minutes].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return sorted.length === 0 ? undefined : { median: at(0.5), p90: at(0.9), n: sorted.length };
}
