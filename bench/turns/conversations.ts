import { randomUUID } from 'node:crypto';
import { LowdbStorage } from '../../storage/lowdb-storage.ts';
import { newSession } from '../../dialogs/session.ts';
import { post, type Talk } from './load.ts';

/** What a person says in a conversation of the usual length. */
const SCRIPT = [
  '[Window Title]\nRemote Desktop Connection\n\n[Content]\nAn internal error has occurred.\n\nError code: 0x904\nExtended error code: 0x7\n\n[OK]',
  'only this one server, the others are fine',
  'that did not help',
  'where do I do that?',
  'I do not know',
  'done, and it is the same as before',
  'what is NLA?',
  'skip this one',
];

/** A person on /api/messages, whose every eighth message opens a new conversation. Replies go to `serviceUrl`. */
export function channelTalk(url: string, serviceUrl: string): Talk {
  let said = 0;
  let conversation = '';
  return async () => {
    const text = SCRIPT[said % SCRIPT.length] ?? '';
    if (said % SCRIPT.length === 0) conversation = randomUUID();
    said += 1;
    await post(`${url}/api/messages`, message(serviceUrl, conversation, text));
  };
}

/** The same on Direct Line. The conversations for so many messages are opened before it resolves. */
export async function directLineTalk(url: string, messages: number): Promise<Talk> {
  const open: { path: string; headers: Record<string, string> }[] = [];
  for (let i = 0; i < Math.ceil(messages / SCRIPT.length); i += 1) open.push(await openConversation(url));
  let said = 0;
  return async () => {
    const { path, headers } = open[Math.floor(said / SCRIPT.length) % open.length] ?? { path: '', headers: {} };
    const text = SCRIPT[said % SCRIPT.length] ?? '';
    said += 1;
    await post(path, { type: 'message', text, channelData: { clientActivityID: randomUUID() } }, headers);
  };
}

async function openConversation(url: string): Promise<{ path: string; headers: Record<string, string> }> {
  const { token, conversationId } = JSON.parse(await post(`${url}/v3/directline/tokens/generate`, {})) as { token: string; conversationId: string };
  const headers = { authorization: `Bearer ${token}` };
  await post(`${url}/v3/directline/conversations`, {}, headers);
  return { path: `${url}/v3/directline/conversations/${conversationId}/activities`, headers };
}

/** People as `channelTalk` has them; every eighth message comes from one of the `stored` who was there before. */
export function talkAmongStored(url: string, serviceUrl: string, stored: number, random: () => number): Talk {
  const fresh = channelTalk(url, serviceUrl);
  let said = 0;
  return async () => {
    said += 1;
    if (said % 8 !== 0) return fresh();
    await post(`${url}/api/messages`, message(serviceUrl, storedId(Math.floor(random() * stored)), SCRIPT[0] ?? ''));
  };
}

/** Puts so many conversations into a folder of state, as they are after a dozen turns. */
export async function storeConversations(folder: string, count: number): Promise<void> {
  const storage = await LowdbStorage.open(folder);
  const transcript = Array.from({ length: 24 }, (_, i) => ({ who: i % 2 ? 'assistant' : 'person', text: (SCRIPT[i % 8] ?? '').repeat(3), at: '2026-03-02T09:15:00Z' }));
  for (let i = 0; i < count; i += 1) {
    const id = storedId(i);
    const record = { session: { ...newSession(id, new Date('2026-03-02T09:15:00Z')), transcript }, greeted: true, recent: [`${id}-0`] };
    await storage.write({ [`msteams/conversations/${id}/`]: { conversation: record } });
  }
  await storage.close();
}

function storedId(number: number): string {
  return `stored-${number}`;
}

function message(serviceUrl: string, conversation: string, text: string): object {
  return {
    type: 'message', id: randomUUID(), channelId: 'msteams', serviceUrl, text, textFormat: 'plain', locale: 'en-US',
    timestamp: new Date().toISOString(),
    from: { id: 'person', name: 'Robin Sample' }, recipient: { id: 'bot', name: 'Reconnect' },
    conversation: { id: conversation, conversationType: 'personal' },
  };
}
