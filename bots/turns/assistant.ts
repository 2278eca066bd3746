import { createHash } from 'node:crypto';
import { TurnContext, type ConversationState, type StatePropertyAccessor } from 'botbuilder';
import type { Session } from '../../dialogs/session.ts';
import type { Advance, Effect, Reply, UserEvent } from '../../dialogs/turn.ts';
import { remembered, type ConversationRecord } from '../activities/conversation-record.ts';
import { DeliveryError } from '../connecting/delivery-error.ts';
import type { EffectSink } from './effect-sink.ts';
import { shortened } from '../activities/shortened.ts';
import { replyActivity, type Rendered } from '../activities/reply-activity.ts';
import { conversationKey } from './turns.ts';
import { withTyping } from './typing.ts';

export interface AssistantParts {
  readonly advance: Advance;
  readonly render: (reply: Reply) => Rendered;
  /** What was stored, if it can be gone on with. */
  readonly revive: (stored: unknown) => Session | undefined;
  readonly effects: EffectSink;
  readonly state: ConversationState;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Bytes of a message, and of what is kept between turns; no bound when not given. */
  readonly bounds?: { readonly reply: number; readonly memory: number };
  /** A turn that takes longer shows typing. Milliseconds. */
  readonly typingAfter?: number;
}

/** The replies of a turn, and how many of them have arrived. */
export interface TurnReplies {
  readonly turn: string;
  readonly replies: readonly Reply[];
  readonly arrived: number;
}

/**
 * Runs turns: event in, replies out, everything kept between. Expects to be called one turn at a time for each
 * conversation (`Turns`).
 *
 * Effects are durable before the state is, the state before a reply is sent. A turn that comes again under its id
 * changes nothing; its replies are sent again when it is not known that they arrived.
 */
export class Assistant {
  readonly #parts: AssistantParts;
  readonly #records: StatePropertyAccessor<ConversationRecord>;
  readonly #run: string;
  /** Of conversations whose last replies have not all arrived: how many did. */
  readonly #unsent = new Map<string, { turn: string; arrived: number }>();

  constructor(parts: AssistantParts) {
    this.#parts = parts;
    this.#records = parts.state.createProperty<ConversationRecord>('conversation');
    this.#run = parts.newId();
  }

  /** Runs the turn and sends its replies. */
  async hear(context: TurnContext, event: UserEvent, turn: string): Promise<void> {
    const replies = await this.take(context, event, turn);
    await this.send(context, replies, replies.arrived);
  }

  /** Runs the turn; its replies are the caller's to send. */
  take(context: TurnContext, event: UserEvent, turn: string): Promise<TurnReplies> {
    return withTyping(context, this.#parts.typingAfter ?? 1_000, () => this.#take(context, event, turn));
  }

  async #take(context: TurnContext, event: UserEvent, turn: string): Promise<TurnReplies> {
    const { advance, revive, effects, state, now } = this.#parts;
    const record = (await this.#records.get(context)) ?? { recent: [] };
    if (record.recent.includes(turn)) return this.#again(conversationKey(context), record, turn);
    // Teams tells of one installation in several activities, and of an update in the same ones.
    if (event.type === 'joined' && record.greeted && context.activity.channelId === 'msteams') return { turn, replies: [], arrived: 0 };

    const { conversation, from } = context.activity;
    const { session, replies, effects: wanted } = advance(revive(record.session), event, {
      now: now(),
      newId: idsOf(turn),
      conversationId: conversation.id,
      person: { id: from?.id ?? '', ...(from?.name && { name: from.name }) },
    });
    const bounded = shortened({ session, replies, wanted }, this.#parts.bounds?.memory ?? Infinity);
    if (wanted.length > 0) await effects.put(keyedByTurn(bounded.wanted, turn), TurnContext.getConversationReference(context.activity));
    await this.#records.set(context, {
      session: bounded.session,
      greeted: true,
      recent: remembered(record.recent, turn),
      last: { turn, replies: bounded.replies, run: this.#run },
    });
    await state.saveChanges(context);
    this.#unsent.set(conversationKey(context), { turn, arrived: 0 });
    return { turn, replies: bounded.replies, arrived: 0 };
  }

  #again(key: string, { last }: ConversationRecord, turn: string): TurnReplies {
    if (last?.turn !== turn) return { turn, replies: [], arrived: 0 };
    const unsent = this.#unsent.get(key);
    if (unsent?.turn === turn) return { turn, replies: last.replies, arrived: unsent.arrived };
    const arrived = last.run === this.#run ? last.replies.length : 0;
    return { turn, replies: last.replies, arrived };
  }

  /**
   * Sends what the conversation's last turn still owes, if it is this one. `answered`: its first reply was to be the
   * answer to a press, and was not.
   */
  async again(context: TurnContext, turn: string, answered = false): Promise<void> {
    const record = await this.#records.get(context);
    if (!record) return;
    const taken = this.#again(conversationKey(context), record, turn);
    if (answered && taken.replies[0]) await this.send(context, { turn: `${turn}/first`, replies: [taken.replies[0]], arrived: 0 }, 0);
    if (taken.arrived < taken.replies.length) await this.send(context, taken, taken.arrived);
  }

  /** Sends the replies from `first` on. Rejects with a `DeliveryError`; what arrived is remembered. */
  async send(context: TurnContext, { turn, replies }: TurnReplies, first: number): Promise<void> {
    const key = conversationKey(context);
    // A channel in this process counts a turn's replies and knows those it has.
    const from = context.activity.serviceUrl.startsWith('http') ? first : 0;
    let arrived = first;
    try {
      for (const [i, reply] of replies.entries()) {
        if (i < from) continue;
        await context.sendActivity(replyActivity(this.#parts.render(reply), this.#parts.bounds?.reply));
        arrived = i + 1;
      }
    } catch (cause) {
      this.#unsent.set(key, { turn, arrived });
      throw new DeliveryError(cause);
    }
    if (this.#unsent.get(key)?.turn === turn) this.#unsent.delete(key);
  }
}

/**
 * A message for a ticket is known by the turn in which it was said: the same turn again adds nothing, another always does,
 * however the record of the conversation is cut.
 */
function keyedByTurn(effects: readonly Effect[], turn: string): readonly Effect[] {
  return effects.map((effect, place) => {
    if (effect.type !== 'append-to-ticket') return effect;
    const key = createHash('sha256').update(`${turn}/${place}`).digest('base64url').slice(0, 22);
    return { ...effect, messageKey: `${effect.escalationId}/${key}` };
  });
}

/** Ids made from the turn's own: a turn that is run again after a kill names things as the cards that it left behind do. */
function idsOf(turn: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    return createHash('sha256').update(`${turn}/${count}`).digest('hex').slice(0, 32);
  };
}
