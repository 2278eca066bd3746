import { Slots, type SlotBounds } from './slots.ts';

export interface LaneBounds extends SlotBounds {
  /** Milliseconds that a place rests at most; it rests as long as the work took. */
  readonly rest: number;
}

/**
 * So many at once for each key. While more of the same key wait, it rests after each for as long as that took: half of the time
 * is everybody else's, however much one sends. Whoever waits for an answer before they go on notices nothing of it.
 */
export class Lanes {
  readonly #bounds: LaneBounds;
  readonly #lanes = new Map<string, { readonly slots: Slots; users: number }>();

  constructor(bounds: LaneBounds) {
    this.#bounds = bounds;
  }

  /** Throws an ApiError 503 when too many of the key wait. */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const lane = this.#lanes.get(key) ?? { slots: new Slots(this.#bounds), users: 0 };
    this.#lanes.set(key, lane);
    lane.users += 1;
    const leave = (): void => {
      lane.users -= 1;
      if (lane.users === 0) this.#lanes.delete(key);
    };
    const done = await lane.slots.take().catch((error: unknown) => {
      leave();
      throw error;
    });
    const began = performance.now();
    try {
      return await work();
    } finally {
      const next = (): void => {
        done();
        leave();
      };
      if (lane.slots.waiting > 0) setTimeout(next, Math.min(performance.now() - began, this.#bounds.rest));
      else next();
    }
  }
}
