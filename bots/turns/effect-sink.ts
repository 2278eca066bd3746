import type { ConversationReference } from 'botbuilder';
import type { Effect } from '../../dialogs/turn.ts';

export interface EffectSink {
  /**
   * Takes what a turn wants done in the world; resolves when it is durable. Called before the turn's own state is
   * saved, so a turn that is repeated after a crash puts the same effects again: they must be idempotent by their ids.
   */
  put(effects: readonly Effect[], reference: Partial<ConversationReference>): Promise<void>;
}
