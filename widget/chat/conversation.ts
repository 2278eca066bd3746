import { beginSession, resumeSession, type Session } from '../direct-line-session.ts';
import { createMemory, type Remembered } from '../memory.ts';
import type { Activity } from './activity.ts';
import { connect, type Line, type LineState } from './line.ts';
import { joinTabs } from './tabs.ts';
import { withFailed, withReceived, withSending, type Entry, type Transcript } from './transcript.ts';

export interface ConversationListener {
  onTranscript(transcript: Transcript): void;
  /** Another conversation takes the place of this one, now. */
  onAnother(): void;
  onState(state: LineState): void;
  onTyping(): void;
  /** The person has said something, on whatever tab: there is a conversation to come back to, or none any more. */
  onBegun(begun: boolean): void;
  /** What came with one message of the stream is shown. */
  onCaughtUp(): void;
}

/** The conversation of this browser: one for all tabs, and after a reload the same. */
export interface Conversation {
  start(): Promise<void>;
  say(text: string): void;
  press(value: unknown): void;
  retry(entry: Entry): void;
  /** Leaves the conversation behind, in all tabs. */
  startAnew(): Promise<void>;
}

/** Attempts after which the status says that the server cannot be reached. */
const LOST_AFTER = 4;

export function createConversation(storage: 'local' | 'session', listener: ConversationListener): Conversation {
  const memory = createMemory(storage);
  // A computer that people share: each tab is somebody else's.
  const tabs = storage === 'local' ? joinTabs((other) => void adopt(other)) : undefined;
  let session: Session | undefined;
  let line: Line | undefined;
  let transcript: Transcript = [];
  let begun = false;
  let troubles = 0;
  /** What was said before there was a session. */
  let early: { key: string; activity: Activity }[] = [];
  /** Counts conversations: what an older one still brings is not ours any more. */
  let turn = 0;

  const onTrouble = (): void => {
    troubles += 1;
    listener.onState(troubles > LOST_AFTER ? 'lost' : 'waiting');
  };

  const change = (next: Transcript): void => {
    transcript = next;
    listener.onTranscript(transcript);
    if (!begun && session && transcript.some(({ own }) => own)) {
      begun = true;
      memory.remember(session);
      tabs?.share(session);
      listener.onBegun(true);
    }
  };

  const leave = (): number => {
    line?.end();
    line = undefined;
    session = undefined;
    transcript = [];
    begun = false;
    early = [];
    turn += 1;
    listener.onAnother();
    return turn;
  };

  const enter = (entered: Session, resumed: boolean): void => {
    const mine = turn;
    session = entered;
    troubles = 0;
    line = connect(entered, resumed, {
      onState: (state) => mine === turn && listener.onState(state),
      onGone: () => void (mine === turn && comeAnew()),
      onActivities(activities) {
        if (mine !== turn) return;
        if (activities.some(({ type, from }) => type === 'typing' && from?.role !== 'user')) listener.onTyping();
        const next = activities.reduce(withReceived, transcript);
        if (next !== transcript) change(next);
        listener.onCaughtUp();
      },
    });
    for (const { key, activity } of early.splice(0)) deliver(key, activity);
    change(transcript);
  };

  const deliver = (key: string, activity: Activity): void => {
    const mine = turn;
    if (!line) {
      early.push({ key, activity });
      return;
    }
    line.post(activity).then(
      () => undefined,
      () => {
        if (mine === turn) change(withFailed(transcript, key));
      },
    );
  };

  const send = (fields: Partial<Activity>): void => {
    const key = newKey();
    const activity: Activity = { type: 'message', from: { role: 'user' }, locale: navigator.language, ...fields, channelData: { clientActivityID: key } };
    change(withSending(transcript, key, activity));
    deliver(key, activity);
  };

  const begin = async (): Promise<void> => {
    const mine = turn;
    const fresh = await beginSession(onTrouble);
    if (mine === turn) enter(fresh, false);
  };

  /** The server has lost or ended it. */
  const comeAnew = async (): Promise<void> => {
    memory.forget();
    listener.onBegun(false);
    leave();
    listener.onState('connecting');
    await begin();
  };

  /** Another tab speaks in another conversation, or has started over. */
  const adopt = async (other: Remembered): Promise<void> => {
    if (other.conversationId === session?.conversationId) return;
    const mine = leave();
    listener.onState('connecting');
    const resumed = await resumeSession(other, onTrouble);
    if (mine !== turn) return;
    if (resumed) enter(resumed, true);
    else await begin();
  };

  // A page that comes out of the browser's cache has missed what other tabs said.
  addEventListener('pageshow', ({ persisted }) => {
    const kept = persisted ? memory.recall() : undefined;
    if (kept) void adopt(kept);
  });

  return {
    async start() {
      const mine = turn;
      const kept = memory.recall();
      const resumed = kept && (await resumeSession(kept, onTrouble));
      if (mine !== turn) return;
      if (resumed) enter(resumed, true);
      else await begin();
    },
    say: (text) => send({ text, textFormat: 'plain' }),
    press: (value) => (typeof value === 'string' ? send({ text: value, textFormat: 'plain' }) : send({ value })),
    retry({ key, activity }) {
      change(withSending(transcript, key, activity));
      deliver(key, activity);
    },
    async startAnew() {
      await comeAnew();
      if (session) tabs?.share(session);
    },
  };
}

/** Without a secure connection a browser has no `randomUUID`. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
