import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmbeddedHelpdesk } from '../../helpdesk/adapters/embedded.ts';
import type { TicketBoard } from '../../helpdesk/board.ts';
import type { Helpdesk } from '../../helpdesk/port.ts';
import type { TicketStore } from '../../helpdesk/ticket.ts';
import { createFileTicketStore } from '../../storage/ticket-store.ts';
import { helpdeskContract, type UnderContract } from './contract.ts';
import { createMemoryTicketStore } from './memory-ticket-store.ts';
import { ticketOf } from './ticket.ts';

const asides: string[] = [];
const aside = (file: string): void => void asides.push(file);
const signal = () => AbortSignal.timeout(10_000);

async function embeddedOver(store: TicketStore): Promise<UnderContract & { board: TicketBoard; pokes: () => number }> {
  let pokes = 0;
  const parts = await createEmbeddedHelpdesk({
    store,
    now: () => new Date('2026-11-20T09:00:00Z'),
    poke: () => {
      pokes += 1;
    },
    urlOf: (number) => `/helpdesk/tickets/${number}`,
  });
  const agent = {
    reply: (number: string, text: string) => parts.board.reply(number, 'Anna', text, `${number}/${text}`),
    resolve: (number: string) => parts.board.setStatus(number, 'resolved', 'Anna'),
    reopen: (number: string) => parts.board.setStatus(number, 'open', 'Anna'),
    async read(number: string) {
      const view = await parts.board.get(number);
      return [view?.ticket.summary, view?.ticket.errorCodes, view?.ticket.fixesTried.map(({ title }) => title), view?.ticket.transcript.map(({ text }) => text), view?.messages.map(({ text }) => text)].flat().join('\n');
    },
    async count(escalationId: string) {
      return (await store.all()).filter(({ ticket }) => ticket.escalationId === escalationId).length;
    },
  };
  const restarted = async (): Promise<Helpdesk> => (await embeddedOver(store)).helpdesk;
  return { ...parts, agent, restarted, pokes: () => pokes };
}

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tickets-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('embedded helpdesk in memory', () => {
  helpdeskContract(() => embeddedOver(createMemoryTicketStore()));
});

describe('embedded helpdesk on files', () => {
  helpdeskContract(() => embeddedOver(createFileTicketStore(folder, aside)));

  it('goes on after a restart with the same tickets and the next number', async () => {
    const first = await embeddedOver(createFileTicketStore(folder, aside));
    await first.helpdesk.open(ticketOf('esc-1'), signal());
    await first.agent.reply('1', 'hello');
    const second = await embeddedOver(createFileTicketStore(folder, aside));
    expect((await second.helpdesk.open(ticketOf('esc-1'), signal())).existed).toBe(true);
    expect((await second.helpdesk.open(ticketOf('esc-2'), signal())).ref.number).toBe('2');
    expect((await second.helpdesk.since(undefined, signal())).events).toHaveLength(1);
  });

  it.each(['{"number": 1, ', '', '\0'.repeat(400), '[]', '{"format":"foreign"}', '{"number":3,"status":"new"}'])('sets a damaged ticket aside whole, serves the others, and does not give its number again: %j', async (text) => {
    const before = await embeddedOver(createFileTicketStore(folder, aside));
    for (const id of ['esc-1', 'esc-2']) await before.helpdesk.open(ticketOf(id), signal());
    await writeFile(join(folder, '2.json'), text);
    const after = await embeddedOver(createFileTicketStore(folder, aside));
    expect((await after.board.list({ status: 'all', page: 1, size: 10 })).items.map(({ number }) => number)).toEqual(['1']);
    expect((await after.helpdesk.open(ticketOf('esc-3'), signal())).ref.number).toBe('3');
    expect(asides.at(-1)).toContain('2.json.damaged-');
    expect(await readFile(asides.at(-1) ?? '', 'utf8')).toBe(text);
  });
});

describe('the board', () => {
  it('shows who, what and what was tried, and takes a form that is sent twice as one reply', async () => {
    const { helpdesk, board, pokes } = await embeddedOver(createMemoryTicketStore());
    await helpdesk.open(ticketOf('esc-1'), signal());
    await helpdesk.append({ escalationId: 'esc-1' }, { messageKey: 'm-1', text: 'it still fails' }, signal());
    await board.reply('1', 'Anna', 'On it.', 'form-1');
    await board.reply('1', 'Anna', 'On it.', 'form-1');
    const view = await board.get('1');
    expect(view).toMatchObject({ number: '1', requester: 'Mia', status: 'open' });
    expect(view?.messages.map((message) => message.text)).toEqual(['it still fails', 'On it.']);
    expect(view?.ticket.fixesTried).toHaveLength(1);
    expect(pokes()).toBe(1);
  });

  it('names the ticket that it does not have', async () => {
    const { board } = await embeddedOver(createMemoryTicketStore());
    await expect(board.reply('7', 'Anna', 'hm', 'k')).rejects.toThrow('#7');
    expect(await board.get('7')).toBeUndefined();
  });
});
