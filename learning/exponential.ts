/** e ^ x = (e ^ (x / 32)) ^ 32. */
const HALVINGS = 5;
const DIVISOR = 32;
/** 1 / n! for n = 14 down to 0. */
const TERMS = Array.from({ length: 15 }, (_, n) => 1 / factorial(14 - n));

/**
 * e ^ x for |x| up to about 30, by additions and multiplications alone: Math.exp may be rounded differently on another
 * platform, and every instance has to fit the same bits. Relative error below 1e-14.
 */
export function exponential(x: number): number {
  const small = x / DIVISOR;
  let value = 0;
  for (const term of TERMS) value = value * small + term;
  for (let square = 0; square < HALVINGS; square++) value *= value;
  return value;
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}
