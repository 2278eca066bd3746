import type { CodeReading } from '../evidence.ts';

/** A code with the extended code that was printed with it. */
export interface ErrorPair {
  readonly code: CodeReading;
  readonly extended?: CodeReading;
}

/**
 * Codes with their extended codes, in order. An extended code belongs to the code before it;
 * before the first code it belongs to that one.
 */
export function errorPairs(codes: readonly CodeReading[]): readonly ErrorPair[] {
  const pairs: ErrorPair[] = [];
  let early: CodeReading | undefined;
  for (const reading of codes) {
    if (reading.role === 'code') {
      pairs.push(early === undefined ? { code: reading } : { code: reading, extended: early });
      early = undefined;
      continue;
    }
    const last = pairs.at(-1);
    if (last !== undefined && last.extended === undefined) pairs[pairs.length - 1] = { code: last.code, extended: reading };
    else early = reading;
  }
  return pairs;
}

/** The pair that troubleshooting starts from: the first whose code says anything (`0x0` does not). */
export function primaryPair(codes: readonly CodeReading[]): ErrorPair | undefined {
  const pairs = errorPairs(codes);
  return pairs.find((pair) => pair.code.code !== '0x0') ?? pairs[0];
}

/**
 * The codes that were written as numbers, for reports: one that was taken for a slip stays as it stood,
 * a masked one (`0x90x`) and a constant's name are none.
 */
export function printedCodes(codes: readonly CodeReading[]): readonly string[] {
  return codes.map((reading) => reading.written ?? reading.code).filter((written) => /^0x[0-9a-f]+$/.test(written));
}
