import type { Middleware, TurnContext } from 'botbuilder';
import { caseKey } from '../activities/place.ts';
import { TurnQueue } from './turn-queue.ts';

/**
 * One turn at a time in each case. Bot Framework's state is written by whoever comes last, so two turns
 * at once would lose one. A turn must not wait for another turn of its own case.
 */
export class Turns implements Middleware {
  readonly #queue = new TurnQueue();

  onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    return this.#queue.run(caseKey(context.activity), next);
  }

  /** Does it while no turn of the case runs. */
  between<T>(key: string, work: () => Promise<T>): Promise<T> {
    return this.#queue.run(key, work);
  }

  /** Resolves when no turn is under way. */
  idle(): Promise<void> {
    return this.#queue.idle();
  }
}
