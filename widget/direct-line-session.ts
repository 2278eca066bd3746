import { DIRECT_LINE } from './addresses.ts';
import type { Remembered } from './memory.ts';

/** A conversation that this page may speak in now. */
export interface Session extends Remembered {
  token: string;
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Tries until the server answers; `onTrouble` hears of every time it did not. */
async function persistently(ask: () => Promise<Response>, onTrouble: () => void): Promise<Response> {
  for (let wait = 500; ; wait = Math.min(5_000, wait * 1.6)) {
    try {
      const response = await ask();
      if (response.status < 500 && response.status !== 429) return response;
    } catch {
      // No server there: it is being started again, or the network is gone.
    }
    onTrouble();
    await pause(wait + Math.random() * 250);
  }
}

export async function beginSession(onTrouble: () => void): Promise<Session> {
  const response = await persistently(() => fetch(`${DIRECT_LINE}/tokens/generate`, { method: 'POST' }), onTrouble);
  if (!response.ok) throw new Error(`The server gave no token: ${response.status}.`);
  return (await response.json()) as Session;
}

/** undefined when the server does not know the conversation any more, or the time to come back is over. */
export async function resumeSession(remembered: Remembered, onTrouble: () => void): Promise<Session | undefined> {
  const headers = { Authorization: `Bearer ${remembered.resumeToken}` };
  const response = await persistently(() => fetch(`${DIRECT_LINE}/tokens/resume`, { method: 'POST', headers }), onTrouble);
  return response.ok ? ((await response.json()) as Session) : undefined;
}

/** Web Chat gives a message up after two minutes; this has to end before. */
const GIVE_UP_MS = 110_000;

/**
 * Posts until the server has it, and answers its id. The message carries its own key, so one that arrived although
 * its answer was lost is not worked on twice.
 */
export async function postPersistently(session: Session, activity: object): Promise<string> {
  const deadline = Date.now() + GIVE_UP_MS;
  const attempt = (): Promise<Response> =>
    fetch(`${DIRECT_LINE}/conversations/${session.conversationId}/activities`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${session.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(Math.max(1, deadline - Date.now())),
    });
  const onTrouble = (): void => {
    if (Date.now() > deadline) throw new Error('The server could not be reached in time.');
  };
  let response = await persistently(attempt, onTrouble);
  if (response.status === 401 || response.status === 403) {
    const resumed = await resumeSession(session, onTrouble);
    if (resumed) session.token = resumed.token;
    response = await persistently(attempt, onTrouble);
  }
  if (!response.ok) throw new Error(`The message was refused: ${response.status}.`);
  return ((await response.json()) as { id: string }).id;
}
