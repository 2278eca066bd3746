import type { KnowledgeGraph } from '../../knowledge/compiler/types.ts';
import type { CodeReading } from '../evidence.ts';
import type { Page } from '../page.ts';
import { labelledCandidates, prefixedCandidates, symbolCandidates, unlabelledCandidates, withoutZero, type Candidate } from './candidates.ts';
import { MSTSC_DISCONNECT } from './known-numbers.ts';
import { ERROR_WORDS, EXTENDED_LABEL } from './labels.ts';
import { spacesOf, surroundingsOf } from './spaces.ts';
import { mayBeSpoken, spokenCandidates } from './spoken.ts';

/** How far back a label of a number may stand. */
const LABEL_REACH = 48;
/** More codes than this in one text are a log; the first ones tell. */
const MOST_CODES = 40;
const LARGEST_EXTENDED = 0x7fff;
/** `Status` and `Sub Status` of a sign-in are no pair of a dialog. */
const NTSTATUS = 0xc0000000;

/** Every error code of the page, in order of appearance, each with its role and the number spaces that fit. */
export function readCodes(page: Page, graph?: KnowledgeGraph): readonly CodeReading[] {
  const { lower } = page;
  if (!/\d|e_|err|disconnectreason|exdiscreason|connection(?:failed|broken)|networkdisconnect|reverseconnect|closedunexpectedly|timedout|unavailable/.test(lower) && !mayBeSpoken(lower)) return [];
  const candidates = inOrder([
    ...prefixedCandidates(lower),
    ...withoutZero(lower),
    ...labelledCandidates(lower),
    ...unlabelledCandidates(lower),
    ...spokenCandidates(lower),
    ...symbolCandidates(lower),
  ]);
  const around = surroundingsOf(lower);
  const readings: CodeReading[] = [];
  let previous: Previous | undefined;
  for (const candidate of candidates.slice(0, MOST_CODES)) {
    const role = roleOf(candidate, lower, previous);
    if (candidate.value === 0 && role === 'code' && lower.trim().length > SHORTEST_TEXT && !ZERO_IS_A_CODE.test(lineBefore(lower, candidate.start))) continue;
    readings.push({
      code: `0x${candidate.value.toString(16)}`,
      spaces: candidate.telling === true ? ['azure-virtual-desktop'] : spacesOf(candidate.value, role, around, graph),
      role,
      certain: candidate.certain,
      span: page.span(candidate.start, candidate.end),
      ...(candidate.written === undefined ? {} : { written: candidate.written }),
    });
    previous = { start: candidate.start, end: candidate.end, value: candidate.value, role };
  }
  return readings;
}

/** Sorted; of overlapping ones the first found; a constant's name only where its number is not printed beside it. */
function inOrder(candidates: readonly Candidate[]): readonly Candidate[] {
  const sorted = [...candidates].sort((a, b) => a.start - b.start || b.end - a.end);
  const printed = new Set(sorted.filter((candidate) => candidate.symbol !== true).map((candidate) => candidate.value));
  const kept: Candidate[] = [];
  let end = 0;
  for (const candidate of sorted) {
    const last = kept.at(-1);
    // Older builds of FreeRDP print the number of an ERRINFO constant without its class: `ERRINFO_IDLE_TIMEOUT (0x00000003)`.
    if (last?.symbol === true && candidate.start - last.end <= 3 && candidate.value === (last.value & 0xffff)) continue;
    if (candidate.start < end || (candidate.symbol === true && candidate.telling !== true && printed.has(candidate.value))) continue;
    kept.push(candidate);
    end = candidate.end;
    if (candidate.symbol === true) printed.add(candidate.value);
  }
  return kept;
}

/** A text that is nothing but a code. */
const SHORTEST_TEXT = 8;
/** `0x0` stands in many fields of logs; it is a code where a word says so. */
const ZERO_IS_A_CODE = new RegExp(`(?:${ERROR_WORDS}|hresult|result)[^\\n]{0,24}$`);
const lineBefore = (lower: string, at: number): string => lower.slice(Math.max(lower.lastIndexOf('\n', at - 1) + 1, at - LABEL_REACH), at);

interface Previous {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly role: 'code' | 'extended';
}

function roleOf(candidate: Candidate, lower: string, previous: Previous | undefined): 'code' | 'extended' {
  if (candidate.extended === true) return 'extended';
  if (candidate.value > LARGEST_EXTENDED) return 'code';
  const between = lower.slice(Math.max(previous?.end ?? 0, candidate.start - LABEL_REACH), candidate.start);
  if (EXTENDED_LABEL.test(between)) return 'extended';
  if (previous === undefined || previous.role !== 'code') return 'code';
  if (previous.value < NTSTATUS && isSecondLine(between, lower, previous)) return 'extended';
  const follows = previous.value > 0xff && MSTSC_DISCONNECT.has(previous.value);
  return follows && candidate.value <= 0x1f && /^[\s,;/|+&`'")(\\-]{1,6}$|^ (?:and|or|with) $/.test(between) ? 'extended' : 'code';
}

/** In every language the label of the second line is that of the first with a word more. */
function isSecondLine(between: string, lower: string, previous: Previous): boolean {
  const label = /^[ \t.]{0,4}\r?\n[ \t>|]{0,8}([^\n\d:]{4,60}):[ \t]{0,4}$/.exec(between)?.[1]?.trim();
  if (label === undefined) return false;
  const line = lower.slice(Math.max(0, previous.start - LABEL_REACH), previous.start);
  const first = /([^\n\d:]{3,60}):[ \t]{0,4}$/.exec(line)?.[1]?.trim();
  return first !== undefined && label !== first && label.includes(first);
}
