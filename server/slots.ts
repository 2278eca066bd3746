import { ApiError } from './api-error.ts';

export interface SlotBounds {
  readonly atOnce: number;
  readonly waiting: number;
  /** Said to whom there is not even a place to wait. */
  readonly over: string;
}

/** So many at once; the others wait in the order in which they came, up to a number of them. */
export class Slots {
  readonly #bounds: SlotBounds;
  readonly #waiting: (() => void)[] = [];
  #taken = 0;

  constructor(bounds: SlotBounds) {
    this.#bounds = bounds;
  }

  /** How many wait for a place. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Resolves with what gives the place back, once. Throws an ApiError 503 when too many wait. */
  async take(): Promise<() => void> {
    if (this.#taken < this.#bounds.atOnce) this.#taken += 1;
    else if (this.#waiting.length >= this.#bounds.waiting) throw new ApiError(503, 'Busy', `${this.#bounds.over} Try again in a moment.`, { 'Retry-After': '2' });
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    let given = false;
    return () => {
      if (given) return;
      given = true;
      const next = this.#waiting.shift();
      if (next) next();
      else this.#taken -= 1;
    };
  }
}
