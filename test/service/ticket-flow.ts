import { expect, vi } from 'vitest';
import { DirectLineClient } from '../server/direct-line-client.ts';

interface WithCard {
  readonly attachments?: readonly { readonly content: { readonly actions: readonly { readonly title: string; readonly data: unknown }[] } }[];
}

/** Presses the button that was shown last under this title. */
export async function pressButton(client: DirectLineClient, title: string): Promise<void> {
  const actions = (await client.history()).flatMap((seen) => (seen as WithCard).attachments?.[0]?.content.actions ?? []);
  const button = actions.findLast((action) => action.title === title);
  await client.request('POST', `conversations/${client.conversationId}/activities`, { type: 'message', value: button?.data });
}

/** A visitor of their own with a ticket that the helpdesk has. */
export async function ticketIn(origin: string): Promise<DirectLineClient> {
  const client = await DirectLineClient.begin(origin);
  await client.say('Error code: 0x904 Extended error code: 0x7');
  await client.say('get me a human');
  await pressButton(client, 'Open the ticket');
  // Not expect.poll, which hooks may not call.
  await vi.waitFor(async () => expect(await client.texts()).toContainEqual(expect.stringContaining('Your ticket is')), { timeout: 20_000 });
  return client;
}
