import { createHash } from 'node:crypto';
import { ActivityTypes, Channels, TurnContext, type Activity, type ConversationState, type StatePropertyAccessor } from 'botbuilder';
import type { Session } from '../../dialogs/session.ts';
import type { Advance, Effect, Reply, Turn, UserEvent } from '../../dialogs/turn.ts';
import { openAfter, openReplies, remembered, repliesIn, unsentOf, withPerson, type ConversationRecord, type TurnReplies } from '../activities/conversation-record.ts';
import { foldedReply } from '../activities/folded-reply.ts';
import { DeliveryError } from '../connecting/delivery-error.ts';
import { caseKey, isShared } from '../activities/place.ts';
import type { EffectSink } from './effect-sink.ts';
import { inCompany } from './in-company.ts';
import type { OwedReplies, OwedTurn } from './owed-replies.ts';
import { shortened } from '../activities/shortened.ts';
import { isFix, messagesFor, type Renderers } from '../activities/voice.ts';
import { onTeams, type AppPages } from './on-teams.ts';
import { answerToPress, arrivedAs, canChange, closing } from './open-cards.ts';
import { withTyping } from './typing.ts';

export interface AssistantParts {
  readonly advance: Advance;
  readonly renderers: Renderers;
  /** What was stored, if it can be gone on with. */
  readonly revive: (stored: unknown) => Session | undefined;
  readonly effects: EffectSink;
  readonly owed: OwedReplies;
  readonly state: ConversationState;
  /** Where the service's own pages are, once the world reaches them. */
  readonly pages?: AppPages;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Bytes of a message, and of what is kept between turns; no bound when not given. */
  readonly bounds?: { readonly reply: number; readonly memory: number };
  /** A turn that takes longer shows typing. Milliseconds. */
  readonly typingAfter?: number;
}

/**
 * Runs turns: event in, replies out, everything kept between. Expects to be called one turn at a time for each
 * case (`Turns`): a conversation, or a person in one that several share.
 *
 * Effects are durable before the state is, the state before a reply is sent. A turn that comes again under its id
 * changes nothing; its replies are sent again when it is not known that they arrived.
 */
export class Assistant {
  readonly #parts: AssistantParts;
  readonly #records: StatePropertyAccessor<ConversationRecord>;

  constructor(parts: AssistantParts) {
    this.#parts = parts;
    this.#records = parts.state.createProperty<ConversationRecord>('conversation');
  }

  /** Runs the turn and sends its replies. */
  async hear(context: TurnContext, event: UserEvent, turn: string): Promise<void> {
    await this.send(context, await this.take(context, event, turn));
  }

  /** Runs the turn; its replies are the caller's to send. */
  take(context: TurnContext, event: UserEvent, turn: string): Promise<TurnReplies> {
    return withTyping(context, this.#parts.typingAfter ?? 1_000, () => this.#take(context, event, turn));
  }

  async #take(context: TurnContext, event: UserEvent, turn: string): Promise<TurnReplies> {
    const { revive, effects, state, now } = this.#parts;
    const record = (await this.#records.get(context)) ?? { recent: [] };
    if (record.recent.includes(turn)) return repliesIn(record, turn) ?? { turn, replies: [] };
    // Teams tells of one installation in several activities, and of an update in the same ones.
    if (event.type === 'joined' && record.greeted && context.activity.channelId === Channels.Msteams) return { turn, replies: [] };

    const { from } = context.activity;
    const before = revive(record.session);
    const { session, replies, effects: wanted } = this.#advance(context, before, event, turn);
    const bounded = shortened({ session, replies, wanted, open: openAfter(record) }, this.#parts.bounds?.memory ?? Infinity);
    const closes = closing(record, before, event, session, replies);
    const last: TurnReplies = { turn, replies: bounded.replies, ...(closes && { closes }) };
    if (wanted.length > 0) await effects.put(keyedByTurn(bounded.wanted, turn), TurnContext.getConversationReference(context.activity));
    const key = caseKey(context.activity);
    const isOwed = (earlier: string): boolean => this.#parts.owed.turnsOf(key).some((each) => each.turn === earlier);
    const unsent = unsentOf(record, isOwed);
    if (isOutside(context) && bounded.replies.length > 0) {
      // Before the state: what is owed for a turn that was never kept is found out later and dropped.
      const messages = this.#messagesOf(context, bounded.replies).map(() => 'owed' as const);
      this.#parts.owed.put({ conversation: key, turn, reference: referenceOf(context), replies: messages, since: now().getTime() });
    }
    await this.#records.set(context, {
      session: bounded.session,
      greeted: true,
      people: withPerson(record.people, from?.id),
      recent: remembered(record.recent, turn),
      last,
      ...(bounded.open && { open: bounded.open }),
      ...(unsent.length > 0 && { unsent }),
    });
    await state.saveChanges(context);
    return last;
  }

  #advance({ activity }: TurnContext, stored: Session | undefined, event: UserEvent, turn: string): Turn {
    const { conversation, from, channelId } = activity;
    const advance = this.#advanceAt(activity);
    const world = { now: this.#parts.now(), newId: idsOf(turn), conversationId: conversation.id, person: { id: from?.id ?? '', ...(from?.name && { name: from.name }) } };
    if (event.type !== 'joined' || channelId !== Channels.Msteams) return advance(stored, event, world);
    // Whoever adds the app again is greeted again, and finds their case as they left it.
    const greeting = advance(undefined, event, world);
    return stored ? { ...greeting, session: stored } : greeting;
  }

  #advanceAt(activity: Activity): Advance {
    const { advance, pages } = this.#parts;
    if (activity.channelId !== Channels.Msteams) return advance;
    if (!isShared(activity)) return onTeams(advance, { place: 'own', pages });
    return onTeams(inCompany(advance, activity.recipient?.id ?? ''), { place: 'shared', pages });
  }

  /** The app was removed: whoever adds it again is greeted. */
  async leave(context: TurnContext): Promise<void> {
    const record = await this.#records.get(context);
    if (!record?.greeted) return;
    await this.#records.set(context, { ...record, greeted: false });
    await this.#parts.state.saveChanges(context);
  }

  /**
   * Sends what has not arrived: on a channel outside this process everything that is owed there, in order. Rejects with a
   * `DeliveryError`; what arrived is remembered.
   */
  async send(context: TurnContext, { replies }: TurnReplies): Promise<void> {
    if (isOutside(context)) return this.sendOwed(context);
    // A channel in this process counts a turn's replies and knows those it has.
    for (const message of this.#messagesOf(context, replies)) await context.sendActivity(message).catch(undelivered);
  }

  /** Runs the turn of a press and sends its replies; resolves to the card that takes the place of the pressed one, if any. */
  async answerPress(context: TurnContext, event: UserEvent, turn: string): Promise<object | undefined> {
    const taken = await this.take(context, event, turn);
    const record = (await this.#records.get(context)) ?? { recent: [] };
    const answer = answerToPress(context, this.#parts.renderers, record, taken, this.#parts.bounds?.reply);
    await this.send(context, taken);
    return answer;
  }

  /**
   * A thumb up or down says what somebody thinks of a step and not what came of it. While the step is open they are asked, by the
   * step's own buttons; nothing is taken from the thumb itself.
   */
  async hearOpinion(context: TurnContext, turn: string): Promise<void> {
    const record = await this.#records.get(context);
    if (!record?.open || record.open.id !== context.activity.replyToId || !openReplies(record).some(isFix)) return;
    await this.hear(context, { type: 'pressed', press: { action: 'continue', target: '', step: 0 } }, turn);
  }

  /** As `send`, whatever the turn. */
  async sendOwed(context: TurnContext): Promise<void> {
    const { owed } = this.#parts;
    const record = (await this.#records.get(context)) ?? { recent: [] };
    for (const turn of owed.turnsOf(caseKey(context.activity))) {
      const said = repliesIn(record, turn.turn);
      if (said) await this.#sendTurn(context, turn, said);
      else owed.drop(turn);
    }
  }

  async #sendTurn(context: TurnContext, owedTurn: OwedTurn, said: TurnReplies): Promise<void> {
    const { owed, bounds } = this.#parts;
    const { conversation, turn } = owedTurn;
    for (const [place, message] of this.#messagesOf(context, said.replies).entries()) {
      const before = owedTurn.replies[place];
      if (before === 'arrived') continue;
      owed.note(conversation, turn, place, 'sending');
      let id: string | undefined;
      try {
        const activity = before === 'sending' ? foldedReply(message, bounds?.reply) : message;
        // It answers what was said then, whatever this turn is about.
        const [sent] = await context.adapter.sendActivities(context, [TurnContext.applyConversationReference({ ...activity }, owedTurn.reference)]);
        id = sent?.id;
      } catch (cause) {
        const error = new DeliveryError(cause);
        if (error.final !== undefined) owed.drop(owedTurn);
        else if (!error.mayHaveArrived) owed.note(conversation, turn, place, before ?? 'owed');
        throw error;
      }
      owed.note(conversation, turn, place, 'arrived');
      if (id !== undefined && canChange(context)) await this.#keepOpen(context, said, id);
    }
    // A journal of a version that sent a turn in more messages.
    owed.drop(owedTurn);
  }

  /** Keeps the id of what has arrived, and closes the card before it. */
  async #keepOpen(context: TurnContext, said: TurnReplies, id: string): Promise<void> {
    const record = (await this.#records.get(context)) ?? { recent: [] };
    await this.#records.set(context, await arrivedAs(context, this.#parts.renderers, record, said, id, this.#parts.bounds?.reply));
    await this.#parts.state.saveChanges(context);
  }

  #messagesOf({ activity }: TurnContext, replies: readonly Reply[]): ReturnType<typeof messagesFor> {
    return messagesFor(this.#parts.renderers, replies, activity, this.#parts.bounds?.reply);
  }
}

/** Replies go over a network, to a channel that has no key against doubled messages. */
function isOutside({ activity }: TurnContext): boolean {
  return activity.serviceUrl.startsWith('http');
}

function referenceOf({ activity }: TurnContext): OwedTurn['reference'] {
  const { activityId, ...reference } = TurnContext.getConversationReference(activity);
  // A turn that nobody's message began has an activity that no channel knows.
  return activity.type === ActivityTypes.Event ? reference : { ...reference, ...(activityId !== undefined && { activityId }) };
}

function undelivered(cause: unknown): never {
  throw new DeliveryError(cause);
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
