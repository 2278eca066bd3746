import type { Figure } from '../bench.ts';

/** A figure, and beside it `….over`: 1 when it is over its bar. */
export function judged(id: string, value: number, unit: string, bar: number): Figure[] {
  return [{ id, value, unit }, { id: `${id}.over`, value: value <= bar ? 0 : 1, unit: `over ${bar}` }];
}
