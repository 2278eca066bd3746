import { HRESULTS, MSTSC_DISCONNECT } from './known-numbers.ts';

/** Letters that are typed or recognised in place of a zero: `9O4` -> `904`. Undefined when that makes no number. */
export function repairLetters(digits: string): string | undefined {
  const repaired = digits.replace(/[oо]/g, '0');
  return repaired !== digits && /^[0-9a-f]+$/.test(repaired) ? repaired : undefined;
}

/** `90x`, `90?`: the known disconnect code that fits, the likeliest where several do. */
export function maskedCandidate(digits: string): number | undefined {
  if (!/^[0-9a-f]{1,3}[x?*_][0-9a-f]{0,2}$/.test(digits) && !/^[0-9a-f]{2}[x?*_]{2}$/.test(digits)) return undefined;
  const pattern = new RegExp(`^${digits.replace(/[x?*_]/g, '[0-9a-f]')}$`);
  const fitting = [...MSTSC_DISCONNECT].filter((code) => pattern.test(code.toString(16)));
  return fitting.find((code) => COMMON.includes(code)) ?? fitting[0];
}

/** The codes that are met most, for a choice between several. */
const COMMON: readonly number[] = [0x904, 0x204, 0x104, 0x108, 0x704, 0x708, 0x807, 0x907];

/**
 * A number that nobody prints, one slip of the finger from one that is known: a zero doubled or dropped,
 * or two neighbours swapped. Undefined for a number that is known, or far from all.
 */
export function repairNumber(significant: string): number | undefined {
  if (significant.length === 9) return [...withoutOneZero(significant)].find((code) => HRESULTS.has(code));
  if (significant.length < 3 || significant.length > 5) return undefined;
  if (MSTSC_DISCONNECT.has(parseInt(significant, 16))) return undefined;
  for (const near of [...withoutOneZero(significant), ...swapped(significant)]) {
    if (COMMON.includes(near)) return near;
  }
  return undefined;
}

function* withoutOneZero(digits: string): Generator<number> {
  for (let at = 1; at < digits.length; at += 1) {
    if (digits[at] === '0') yield parseInt(digits.slice(0, at) + digits.slice(at + 1), 16);
  }
}

function* swapped(digits: string): Generator<number> {
  for (let at = 1; at < digits.length; at += 1) {
    yield parseInt(digits.slice(0, at - 1) + (digits[at] ?? '') + (digits[at - 1] ?? '') + digits.slice(at + 1), 16);
  }
}
