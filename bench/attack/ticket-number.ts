import { setTimeout as pause } from 'node:timers/promises';
import { DirectLineClient } from '../../test/server/direct-line-client.ts';

interface WithCard {
  readonly attachments?: readonly { readonly content: { readonly actions?: readonly { readonly title: string; readonly data: unknown }[] } }[];
}

const LOOK_MS = 5;
const LONGEST_MS = 20_000;

/** Milliseconds from the press that opens a ticket until its number stands in the conversation. */
export async function timeToNumber(origin: string): Promise<number> {
  const client = await DirectLineClient.begin(origin, { 'x-forwarded-for': '203.0.113.8' });
  await client.say('Error code: 0x904\nExtended error code: 0x7');
  await client.say('get me a human');
  const actions = (await client.history()).flatMap((seen) => (seen as WithCard).attachments?.[0]?.content.actions ?? []);
  const open = actions.findLast(({ title }) => title === 'Open the ticket');
  if (!open) throw new Error('Nothing opens a ticket.');
  const began = performance.now();
  await client.request('POST', `conversations/${client.conversationId}/activities`, { type: 'message', value: open.data });
  while (performance.now() - began < LONGEST_MS) {
    if ((await client.texts()).some((text) => text?.includes('Your ticket is'))) return performance.now() - began;
    await pause(LOOK_MS);
  }
  return LONGEST_MS;
}
