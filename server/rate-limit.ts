import { ApiError } from './api-error.ts';

export interface RateLimitOptions {
  /** How many calls may come at once. */
  readonly burst: number;
  /** How many a second after that. */
  readonly perSecond: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
}

/** Keys that are remembered; the ones not seen for longest are forgotten. */
const MAX_KEYS = 10_000;

/** A bucket of calls for each key (an address, a user), filled at a steady rate. */
export class RateLimit {
  readonly #options: RateLimitOptions;
  readonly #now: () => number;
  readonly #buckets = new Map<string, { left: number; at: number }>();

  constructor(options: RateLimitOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
  }

  /** Throws as `take` does when none is left, and takes none. */
  check(key: string): void {
    const left = this.#fill(key);
    if (left < 1) throw this.#tooMuch(left);
  }

  /** Takes one call now or ahead of its time; answers the milliseconds until it may be made. */
  reserve(key: string): number {
    const left = this.#fill(key) - 1;
    this.#keep(key, left);
    return left >= 0 ? 0 : (-left / this.#options.perSecond) * 1000;
  }

  /** One call that was taken did not count. */
  giveBack(key: string): void {
    const bucket = this.#buckets.get(key);
    if (bucket) bucket.left = Math.min(this.#options.burst, bucket.left + 1);
  }

  /** Takes one call; throws an ApiError 429 with Retry-After when there is none left. */
  take(key: string): void {
    const left = this.#fill(key);
    this.#keep(key, left >= 1 ? left - 1 : left);
    if (left >= 1) return;
    throw this.#tooMuch(left);
  }

  #tooMuch(left: number): ApiError {
    const wait = Math.max(1, Math.ceil((1 - left) / this.#options.perSecond));
    return new ApiError(429, 'TooManyRequests', `That was too much at once. Try again in ${wait} s.`, { 'Retry-After': String(wait) });
  }

  #fill(key: string): number {
    const { burst, perSecond } = this.#options;
    const bucket = this.#buckets.get(key);
    return bucket ? Math.min(burst, bucket.left + ((this.#now() - bucket.at) / 1000) * perSecond) : burst;
  }

  #keep(key: string, left: number): void {
    this.#buckets.delete(key);
    this.#buckets.set(key, { left, at: this.#now() });
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > MAX_KEYS && oldest !== undefined) this.#buckets.delete(oldest);
  }
}
