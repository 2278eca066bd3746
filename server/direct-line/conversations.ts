import type { Activity } from '../../channel/protocol.ts';
import type { WebSocket } from 'ws';
import { ApiError } from '../api-error.ts';
import { LIMITS } from '../limits.ts';
import type { ServerLog } from '../log.ts';
import type { UserActivity } from './incoming-activity.ts';
import type { BotEndpoint, ChannelSink, ConversationLog } from './ports.ts';
import { StreamHub } from './stream-hub.ts';

export interface ConversationsParts {
  readonly conversationLog: ConversationLog;
  readonly bot: (sink: ChannelSink) => BotEndpoint;
  readonly log: ServerLog;
  readonly now: () => Date;
  /** Said when a turn failed and the bot itself could not say so. Markdown. */
  readonly apology: string;
  /** Blacks out secrets. What a person wrote and sent along is kept and shown only after it; the bot hears it as it was. */
  readonly redact: (activity: UserActivity) => UserActivity;
}

/** The turns of one conversation in this process. */
interface Live {
  /** Turns run one after another, in the order in which their activities were appended. */
  queue: Promise<void>;
  readonly turns: Map<string, Promise<void>>;
}

/** Conversations without a running turn that are remembered as already looked after since the start. */
const MAX_LIVE = 4_096;

/** Kept and shown like everything that a client says, and nothing that the bot would act on. */
const NOT_FOR_THE_BOT = new Set(['event', 'endOfConversation']);
/** For the last sentence of a conversation that was erased to be read. */
const LAST_WORDS_MS = 8_000;

export const BOT_ACCOUNT = { id: 'reconnect', name: 'Reconnect', role: 'bot' as const };

/**
 * The conversations of the website. A user's activity is written down, shown on the stream, worked on by the bot and
 * marked as settled, in this order; whoever posted it hears of it after the last. A process that is killed before
 * leaves an activity that is not settled: it goes to the bot again, before anything else, as soon as its
 * conversation is touched. Nothing doubles by that, because replies carry ids made from the activity's own.
 */
export class Conversations implements ChannelSink {
  readonly #parts: ConversationsParts;
  readonly #bot: BotEndpoint;
  readonly #hub: StreamHub;
  readonly #live = new Map<string, Live>();
  readonly #visitors = new Map<string, string>();

  constructor(parts: ConversationsParts) {
    this.#parts = parts;
    this.#hub = new StreamHub((id, from) => this.read(id, from), parts.log);
    this.#bot = parts.bot(this);
  }

  /** Opens a conversation once; resolves with whether it is new, after the bot has said hello. */
  async open(conversationId: string, user: string): Promise<boolean> {
    const owner = await this.#parts.conversationLog.owner(conversationId);
    if (owner === undefined) await this.#parts.conversationLog.create(conversationId, user);
    else if (owner !== user) throw notYours();
    await this.#visit(conversationId).queue;
    return owner === undefined;
  }

  /** The visitor who spoke there last in this process; undefined after a restart. */
  visitorOf(conversationId: string): string | undefined {
    return this.#visitors.get(conversationId);
  }

  /** Throws an ApiError unless the conversation is there and this user's. Turns that were cut short are taken up again. */
  async enter(conversationId: string, user: string, visitor?: string): Promise<void> {
    const owner = await this.#parts.conversationLog.owner(conversationId);
    if (owner === undefined) throw new ApiError(404, 'ConversationNotFound', 'There is no such conversation, or not any more.');
    if (owner !== user) throw notYours();
    if (visitor !== undefined) this.#remember(conversationId, visitor);
    this.#visit(conversationId);
  }

  /** Resolves when the turn is over and on the disk; throws when it failed. The same id again: the same turn. */
  async post(conversationId: string, activity: UserActivity): Promise<void> {
    const { conversationLog } = this.#parts;
    const live = this.#visit(conversationId);
    await this.#keepBounds(conversationId, activity.id);
    const { existed } = await conversationLog.append(conversationId, this.#stamped(conversationId, this.#parts.redact(activity)));
    if (!existed) this.#hub.notify(conversationId);
    const running = live.turns.get(activity.id);
    if (running) return running;
    if (existed && (await conversationLog.outcome(conversationId, activity.id)) === 'done') return;
    return live.turns.get(activity.id) ?? this.#enqueue(conversationId, live, activity.id, activity);
  }

  read(conversationId: string, from: number): Promise<{ activities: Partial<Activity>[]; watermark: number }> {
    return this.#parts.conversationLog.read(conversationId, from, LIMITS.page);
  }

  /** Throws an ApiError when no more streams may be opened there. */
  admitStream(conversationId: string): void {
    const { conversation, all } = this.#hub.count(conversationId);
    if (conversation >= LIMITS.streams.conversation || all >= LIMITS.streams.all) throw new ApiError(429, 'TooManyStreams', LIMITS.streams.over, { 'Retry-After': '30' });
  }

  stream(conversationId: string, socket: WebSocket, watermark: number): void {
    this.#hub.join(conversationId, socket, watermark);
  }

  async append(conversationId: string, activity: Partial<Activity>): Promise<{ id: string }> {
    const { id } = activity;
    if (!id) throw new TypeError('An activity of the bot needs an id: it is what keeps it from appearing twice.');
    const stamped = this.#stamped(conversationId, { ...activity, id, from: BOT_ACCOUNT });
    if (activity.type === 'typing') {
      this.#hub.whisper(conversationId, stamped);
      return { id };
    }
    const { existed } = await this.#parts.conversationLog.append(conversationId, stamped);
    if (!existed) this.#hub.notify(conversationId);
    return { id };
  }

  /** Shows an activity anew in its old place. A repeated update is shown twice in the same place, which nobody sees. */
  async update(conversationId: string, activity: Partial<Activity>): Promise<{ id: string }> {
    const { id } = activity;
    if (!id) throw new TypeError('Which activity is to be updated? Its id is missing.');
    const { watermark } = await this.#parts.conversationLog.read(conversationId, Number.MAX_SAFE_INTEGER);
    const original = await this.#parts.conversationLog.find(conversationId, id);
    const stamped = this.#stamped(conversationId, { ...activity, id, from: BOT_ACCOUNT });
    const inPlace = original?.timestamp ? { ...stamped, timestamp: original.timestamp } : stamped;
    await this.#parts.conversationLog.append(conversationId, inPlace, `${id}~${watermark}`);
    this.#hub.notify(conversationId);
    return { id };
  }

  async members(conversationId: string): Promise<{ id: string; name?: string }[]> {
    const owner = await this.#parts.conversationLog.owner(conversationId);
    return owner === undefined ? [] : [{ id: owner }, { id: BOT_ACCOUNT.id, name: BOT_ACCOUNT.name }];
  }

  /** Ends the conversation: nothing of it is kept here, and a moment later its pages begin anew. */
  async erase(conversationId: string): Promise<void> {
    await this.#live.get(conversationId)?.queue;
    setTimeout(() => this.#hub.end(conversationId), LAST_WORDS_MS).unref();
    this.#live.delete(conversationId);
    this.#visitors.delete(conversationId);
    await this.#parts.conversationLog.erase(conversationId);
  }

  /** Closes every socket, as a network that fails would. */
  dropStreams(): void {
    this.#hub.close();
  }

  /** Closes the sockets and waits for the turns that are running. */
  async close(): Promise<void> {
    this.#hub.close();
    await Promise.all([...this.#live.values()].map((live) => live.queue));
  }

  #remember(conversationId: string, visitor: string): void {
    this.#visitors.delete(conversationId);
    this.#visitors.set(conversationId, visitor);
    const [oldest] = this.#visitors.keys();
    if (this.#visitors.size > MAX_LIVE && oldest !== undefined) this.#visitors.delete(oldest);
  }

  /** A conversation that is full takes nothing new, and says so in itself once. What is known already may come again. */
  async #keepBounds(conversationId: string, id: string): Promise<void> {
    const { conversationLog } = this.#parts;
    if ((await conversationLog.size(conversationId)) < LIMITS.conversation.most) return;
    if (await conversationLog.find(conversationId, id)) return;
    await this.append(conversationId, { id: `${conversationId}|full`, type: 'message', text: LIMITS.conversation.over });
    throw new ApiError(413, 'ConversationFull', LIMITS.conversation.over);
  }

  #visit(conversationId: string): Live {
    const known = this.#live.get(conversationId);
    if (known) return known;
    const live: Live = { queue: Promise.resolve(), turns: new Map() };
    live.queue = this.#takeUpAgain(conversationId, live);
    this.#live.set(conversationId, live);
    for (const [id, idle] of this.#live) {
      if (this.#live.size <= MAX_LIVE) break;
      if (idle.turns.size === 0 && idle !== live) this.#live.delete(id);
    }
    return live;
  }

  /** The hello, if it was never said, and the turns that a killed process left open. */
  async #takeUpAgain(conversationId: string, live: Live): Promise<void> {
    const { conversationLog, log } = this.#parts;
    try {
      const user = await conversationLog.owner(conversationId);
      if (user === undefined) return;
      const hello = joined(conversationId, user);
      const greeted = (await conversationLog.outcome(conversationId, hello.id)) !== undefined;
      const cutShort = await conversationLog.unsettled(conversationId);
      for (const activity of greeted ? cutShort : [hello, ...cutShort]) {
        const { id } = activity;
        if (!id || live.turns.has(id)) continue;
        if (activity !== hello) log.info({ conversationId, activityId: id }, 'a turn that was cut short is run again');
        // A turn that fails again is written down as failed; the next one has its chance.
        await this.#turn(conversationId, { ...activity, id }).catch(() => undefined);
      }
    } catch (error) {
      log.error({ err: error, conversationId }, 'a conversation could not be taken up again');
    }
  }

  #enqueue(conversationId: string, live: Live, id: string, activity: UserActivity): Promise<void> {
    const turn = live.queue.then(() => this.#turn(conversationId, activity));
    live.turns.set(id, turn);
    live.queue = turn.catch(() => undefined).then(() => void live.turns.delete(id));
    return turn;
  }

  async #turn(conversationId: string, activity: UserActivity): Promise<void> {
    const { conversationLog, log } = this.#parts;
    if ((await conversationLog.outcome(conversationId, activity.id)) === 'done') return;
    try {
      if (!NOT_FOR_THE_BOT.has(activity.type ?? '')) await this.#bot.deliver(this.#stamped(conversationId, activity));
    } catch (error) {
      log.error({ err: error, conversationId, activityId: activity.id }, 'a turn failed');
      await this.append(conversationId, { id: `${activity.id}.failed`, type: 'message', text: this.#parts.apology, replyToId: activity.id });
      await conversationLog.settle(conversationId, activity.id, 'failed');
      throw new ApiError(502, 'TurnFailed', 'The assistant could not finish this turn. The same activity may be sent again.');
    }
    await conversationLog.settle(conversationId, activity.id, 'done');
  }

  #stamped<T extends UserActivity>(conversationId: string, activity: T): T {
    return {
      ...activity,
      timestamp: activity.timestamp ?? this.#parts.now(),
      channelId: 'directline',
      conversation: { id: conversationId, name: '', isGroup: false, conversationType: 'personal' },
    };
  }
}

function joined(conversationId: string, user: string): UserActivity {
  return {
    id: `${conversationId}|joined`,
    type: 'conversationUpdate',
    from: { id: user, name: '', role: 'user' },
    membersAdded: [{ id: user, name: '' }],
  };
}

function notYours(): ApiError {
  return new ApiError(403, 'NotYourConversation', 'This conversation belongs to somebody else.');
}
