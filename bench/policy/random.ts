import type { Random } from '../../learning/simulation/random.ts';

export function uniform(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}

/** Both ends included. */
export function integer(random: Random, low: number, high: number): number {
  return low + Math.floor((high - low + 1) * random());
}

export function logUniform(random: Random, low: number, high: number): number {
  return Math.exp(uniform(random, Math.log(low), Math.log(high)));
}

/** Standard normal, by Box and Muller. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

export function shuffled<T>(random: Random, things: readonly T[]): T[] {
  const copy = [...things];
  for (let at = copy.length - 1; at > 0; at--) {
    const other = integer(random, 0, at);
    [copy[at], copy[other]] = [copy[other] as T, copy[at] as T];
  }
  return copy;
}
