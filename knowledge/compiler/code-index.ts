import type { Shelf } from './library.ts';
import type { ProblemRecord } from './schema.ts';
import { SPACES, type CodeEntry, type Problem } from './types.ts';

export interface CodeIndex {
  entries(code: string): readonly CodeEntry[];
  problem(code: string, extended?: string): Problem | undefined;
}

/** A line under `codes:` of a problem. */
export interface OpeningCode {
  readonly space: string;
  readonly code: string;
  readonly extended?: string;
}

/** Reads "mstsc-disconnect 0x904 + 0x7". */
export function parseOpeningCode(line: string): OpeningCode {
  const [first = '', extended] = line.split(' + ');
  const [space = '', code = ''] = first.split(' ');
  return { space, code, ...(extended && { extended }) };
}

/** FreeRDP prints a server's Set Error Info with this added: 0x10007 for 0x7. */
const FREERDP_ERRINFO = 0x10000;
/** What stands beside the code of the Windows client as its extended code: its own numbers, and those that the server sent. */
const EXTENDING: ReadonlySet<string> = new Set(['mstsc-extended', 'errinfo']);

/** Constant-time look-ups; where several number spaces fit, the order of `SPACES` decides. */
export function indexCodes(codes: readonly CodeEntry[], written: Shelf<ProblemRecord>, problems: ReadonlyMap<string, Problem>): CodeIndex {
  const entries = new Map<string, CodeEntry[]>();
  for (const entry of inOrderOfSpaces(codes)) {
    for (const form of formsOf(entry)) {
      const there = entries.get(form);
      if (there) there.push(entry);
      else entries.set(form, [entry]);
    }
  }
  const opened = new Map<string, Ranked>();
  const led = new Map<string, Ranked>();
  const extensions = new Map<string, Ranked>();
  for (const { id, value } of written.values()) {
    const problem = problems.get(id);
    if (!problem) continue;
    for (const { space, code, extended } of value.codes.map(parseOpeningCode)) put(opened, pair(code, extended), space, problem);
  }
  for (const entry of codes) {
    const problem = problems.get(entry.problem);
    if (!problem) continue;
    for (const form of formsOf(entry)) put(led, form, entry.space, problem);
    if (EXTENDING.has(entry.space) && Number(entry.code) !== 0) put(extensions, entry.code, entry.space, problem);
  }
  const yielding = new Set(codes.filter((entry) => entry.extendedSaysMore).map((entry) => entry.code));
  const said = (code: string, extended: string | undefined): Ranked | undefined => (extended && yielding.has(code) ? extensions.get(extended) : undefined);
  return {
    entries: (code) => entries.get(code) ?? [],
    problem: (code, extended) => (opened.get(pair(code, extended)) ?? said(code, extended) ?? opened.get(code) ?? led.get(code))?.problem,
  };
}

interface Ranked {
  readonly rank: number;
  readonly problem: Problem;
}

/** The number as it is written, and as FreeRDP prints it. */
function formsOf({ space, code }: CodeEntry): readonly string[] {
  const value = Number(code);
  return space === 'errinfo' && value < FREERDP_ERRINFO ? [code, `0x${(FREERDP_ERRINFO + value).toString(16)}`] : [code];
}

function inOrderOfSpaces(codes: readonly CodeEntry[]): readonly CodeEntry[] {
  return [...codes].sort((a, b) => SPACES.indexOf(a.space) - SPACES.indexOf(b.space));
}

function put(map: Map<string, Ranked>, key: string, space: string, problem: Problem): void {
  const rank = SPACES.findIndex((each) => each === space);
  const there = map.get(key);
  if (!there || rank < there.rank) map.set(key, { rank, problem });
}

function pair(code: string, extended: string | undefined): string {
  return extended ? `${code}+${extended}` : code;
}
