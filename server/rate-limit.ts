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

  /** One call that was taken did not count. */
  giveBack(key: string): void {
    const bucket = this.#buckets.get(key);
    if (bucket) bucket.left = Math.min(this.#options.burst, bucket.left + 1);
  }

  /** Takes one call; throws an ApiError 429 with Retry-After when there is none left. */
  take(key: string): void {
    const { burst, perSecond } = this.#options;
    const at = this.#now();
    const bucket = this.#buckets.get(key);
    const left = bucket ? Math.min(burst, bucket.left + ((at - bucket.at) / 1000) * perSecond) : burst;
    this.#buckets.delete(key);
    this.#buckets.set(key, { left: left >= 1 ? left - 1 : left, at });
    if (this.#buckets.size > MAX_KEYS) {
      const [oldest] = this.#buckets.keys();
      if (oldest !== undefined) this.#buckets.delete(oldest);
    }
    if (left >= 1) return;
    const wait = Math.max(1, Math.ceil((1 - left) / perSecond));
    throw new ApiError(429, 'TooManyRequests', `That was too much at once. Try again in ${wait} s.`, { 'Retry-After': String(wait) });
  }
}
