import { z } from 'zod';
import { QUEUE, type RequestTrackerServer } from '../../deploy/request-tracker/server.ts';
import type { Agent } from './contract.ts';

const listed = z.object({ items: z.array(z.object({ id: z.coerce.string() })) });
const attachments = z.object({ items: z.array(z.object({ Content: z.string().nullish() })) });

/** A person who works with Request Tracker, with a token of their own. */
export function rtAgent({ url, agentToken }: RequestTrackerServer): Agent & { write(number: string, text: string, contentType: string): Promise<void>; set(number: string, fields: unknown): Promise<void>; numbersOf(escalationId: string): Promise<string[]> } {
  async function call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${url}/REST/2.0${path}`, {
      method,
      headers: { authorization: `token ${agentToken}`, accept: 'application/json', 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`RT answered ${method} ${path} with ${response.status}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
  const write = async (number: string, Content: string, ContentType: string) => void (await call('POST', `/ticket/${number}/correspond`, { Content, ContentType }));
  const set = async (number: string, fields: unknown) => void (await call('PUT', `/ticket/${number}`, fields));
  const numbersOf = async (escalationId: string): Promise<string[]> => {
    const query = `Queue = '${QUEUE}' AND CF.{EscalationId} = '${escalationId}'`;
    return listed.parse(await call('GET', `/tickets?${new URLSearchParams({ query })}`)).items.map(({ id }) => id);
  };
  return {
    numbersOf,
    write,
    set,
    reply: (number, text) => write(number, text, 'text/plain'),
    note: async (number, Content) => void (await call('POST', `/ticket/${number}/comment`, { Content, ContentType: 'text/plain' })),
    resolve: (number) => set(number, { Status: 'resolved' }),
    reopen: (number) => set(number, { Status: 'open' }),
    async read(number) {
      const { items } = listed.parse(await call('GET', `/ticket/${number}/history?per_page=100`));
      const all = await Promise.all(items.map(async ({ id }) => attachments.parse(await call('GET', `/transaction/${id}/attachments?fields=ContentType,Filename,Content`)).items));
      return all.flat().map(({ Content }) => Content ?? '').join('\n').replace(/\r\n/g, '\n');
    },
    count: async (escalationId) => (await numbersOf(escalationId)).length,
  };
}
