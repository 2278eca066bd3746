import { DIRECT_LINE, streamHere } from '../addresses.ts';
import { postPersistently, resumeSession, type Session } from '../direct-line-session.ts';
import { PollingSocket } from '../polling-socket.ts';
import type { Activity } from './activity.ts';

export type LineState = 'connecting' | 'ready' | 'waiting' | 'lost';

export interface LineListener {
  onActivities(activities: readonly Activity[]): void;
  onState(state: LineState): void;
  /** The server does not know the conversation any more. */
  onGone(): void;
}

/** The connection to one conversation. It is kept up until `end`. */
export interface Line {
  /** Resolves when the server has it. In the order in which they were posted; each arrives once. */
  post(activity: Activity): Promise<void>;
  end(): void;
}

interface Opened {
  readonly streamUrl: string;
}

/** So many sockets in a row that the network let nothing come of: it will not be otherwise soon. */
const BLOCKED_AFTER = 2;
/** A proxy that does not know WebSockets may keep the question without an answer. */
const OPEN_WITHIN_MS = 5_000;
/** Attempts after which the status says that the server cannot be reached. */
const LOST_AFTER = 5;

let unopened = 0;

/** @param resumed the conversation is there already; a new one is opened, and the assistant says hello. */
export function connect(session: Session, resumed: boolean, listener: LineListener): Line {
  let ended = false;
  let opened = resumed;
  let watermark = '';
  let failures = 0;
  let socket: WebSocket | PollingSocket | undefined;
  let wake = (): void => undefined;
  let last: Promise<unknown> = Promise.resolve();

  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const hurry = (): void => wake();
  addEventListener('online', hurry);

  /** Asks for the address of the stream. A dead token is exchanged once; undefined when the conversation is gone. */
  const ask = async (): Promise<Opened | undefined> => {
    const request = (): Promise<Response> =>
      fetch(opened ? `${DIRECT_LINE}/conversations/${session.conversationId}?watermark=${watermark}` : `${DIRECT_LINE}/conversations`, {
        method: opened ? 'GET' : 'POST',
        headers: { Authorization: `Bearer ${session.token}` },
        signal: AbortSignal.timeout(15_000),
      });
    let response = await request();
    if (response.status === 401 || response.status === 403) {
      const fresh = await resumeSession(session, () => listener.onState('waiting'));
      if (!fresh) return undefined;
      session.token = fresh.token;
      response = await request();
    }
    if (response.status === 404) return undefined;
    if (!response.ok) throw new Error(`The stream was refused: ${response.status}.`);
    opened = true;
    return (await response.json()) as Opened;
  };

  /** Resolves when the stream is over. */
  const follow = (streamUrl: string): Promise<void> =>
    new Promise((resolve) => {
      const polls = unopened >= BLOCKED_AFTER;
      const made = polls ? new PollingSocket(streamUrl, session, () => undefined) : new WebSocket(streamHere(streamUrl));
      socket = made;
      const giveUp = setTimeout(() => made.close(), OPEN_WITHIN_MS);
      let open = false;
      made.onopen = () => {
        clearTimeout(giveUp);
        open = true;
        failures = 0;
        if (!polls) unopened = 0;
        if (!ended) listener.onState('ready');
      };
      made.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (typeof data !== 'string' || data === '' || ended) return;
        const set = JSON.parse(data) as { activities?: Activity[]; watermark?: string };
        watermark = set.watermark ?? watermark;
        listener.onActivities(set.activities ?? []);
      };
      made.onclose = () => {
        clearTimeout(giveUp);
        if (!open && !polls) unopened += 1;
        if (!ended) listener.onState(open ? 'waiting' : 'connecting');
        resolve();
      };
    });

  const run = async (): Promise<void> => {
    while (!ended) {
      try {
        const answer = await ask();
        if (ended) return;
        if (!answer) return listener.onGone();
        await follow(answer.streamUrl);
      } catch {
        failures += 1;
        if (!ended) listener.onState(failures >= LOST_AFTER ? 'lost' : 'waiting');
      }
      if (!ended) await pause(Math.min(5_000, 500 * 1.5 ** failures) + Math.random() * 500);
    }
  };
  void run();

  return {
    post(activity) {
      const posted = last.then(() => postPersistently(session, activity));
      last = posted.catch(() => undefined);
      return posted.then(() => undefined);
    },
    end() {
      ended = true;
      removeEventListener('online', hurry);
      socket?.close();
      wake();
    },
  };
}
