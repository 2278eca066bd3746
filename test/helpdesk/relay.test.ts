import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UserEvent } from '../../dialogs/turn.ts';
import { deliveryIn } from '../../helpdesk/delivery.ts';
import { putEffects } from '../../helpdesk/effects.ts';
import { createEmbeddedHelpdesk } from '../../helpdesk/adapters/embedded.ts';
import { FOR_GOOD, HelpdeskError, NOT_NOW, type Helpdesk } from '../../helpdesk/port.ts';
import type { TicketVerdict } from '../../helpdesk/outbox.ts';
import { createRelay } from '../../helpdesk/relay.ts';
import { createFileOutbox } from '../../storage/outbox.ts';
import { createMemoryTicketStore } from './memory-ticket-store.ts';
import { ticketOf } from './ticket.ts';

const ADDRESS = { conversation: 'c-1' };

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outbox-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function scene(fault?: (call: string) => void) {
  const told: UserEvent[] = [];
  const judged: TicketVerdict[] = [];
  const clock = { ms: 0 };
  const outbox = createFileOutbox(folder);
  let hanging: string | undefined;
  const { helpdesk: inner, board } = await createEmbeddedHelpdesk({
    store: createMemoryTicketStore(), now: () => new Date(clock.ms), poke: () => undefined, urlOf: (n) => `/${n}`,
    deliveryOf: (eventId, sequence) => deliveryIn(outbox, eventId, sequence),
  });
  const helpdesk: Helpdesk = {
    ...inner,
    open: async (ticket, signal) => {
      fault?.('open');
      return inner.open(ticket, signal);
    },
  };
  const relay = createRelay({
    helpdesk,
    outbox,
    now: () => clock.ms,
    random: () => 1,
    log: () => undefined,
    timeoutMs: 50,
    failureOf: (error) => (error as { refusal?: { final?: string } }).refusal ?? {},
    judge: async (verdict) => {
      judged.push(verdict);
    },
    notify: async (address, event) => {
      expect(address).toEqual(ADDRESS);
      fault?.('notify');
      if ('escalationId' in event && event.escalationId === hanging) await new Promise(() => undefined);
      told.push(event);
    },
  });
  return { relay, outbox, board, told, judged, clock, hang: (id: string) => (hanging = id) };
}

const open = (id: string) => ({ type: 'open-ticket', ticket: ticketOf(id) }) as const;

describe('relay', () => {
  it('opens the ticket, tells its number, passes messages on, and brings the answer back', async () => {
    const { relay, outbox, board, told } = await scene();
    await putEffects(outbox, [open('esc-1'), { type: 'append-to-ticket', escalationId: 'esc-1', messageKey: 'm', text: 'more' }], ADDRESS);
    await relay.run();
    await relay.run();
    expect(told).toEqual([{ type: 'ticket-opened', escalationId: 'esc-1', number: '1', url: '/1' }]);
    expect((await board.get('1'))?.messages.map((each) => each.text)).toEqual(['more']);
    await board.reply('1', 'Anna', 'Try again now.', 'k');
    await relay.run();
    expect(told.at(-1)).toMatchObject({ type: 'ticket-replied', author: 'Anna', text: 'Try again now.' });
    expect(await outbox.pending()).toEqual([]);
  });

  it('learns how a ticket ended, and that it did not, also while the person cannot be told', async () => {
    let deaf = false;
    const { relay, outbox, board, told, judged } = await scene((call) => {
      if (deaf && call === 'notify') throw new Error('the channel is down');
    });
    await putEffects(outbox, [open('esc-1')], ADDRESS);
    await relay.run();
    await relay.run();
    deaf = true;
    await board.reply('1', 'Anna', 'Have a look.', 'k');
    await board.setStatus('1', 'resolved', 'Anna', { cause: 'certificate-expired' });
    await relay.run();
    expect(judged).toMatchObject([{ escalationId: 'esc-1', done: true, cause: 'certificate-expired' }]);
    await board.setStatus('1', 'open', 'Anna');
    await relay.run();
    expect(judged.map(({ done, cause }) => ({ done, cause }))).toEqual([{ done: true, cause: 'certificate-expired' }, { done: false, cause: undefined }]);
    expect(told.map((event) => event.type)).toEqual(['ticket-opened']);
  });

  it('gives a conversation back to the assistant', async () => {
    const { relay, outbox, board, told } = await scene();
    await putEffects(outbox, [open('esc-1')], ADDRESS);
    await relay.run();
    await board.handBack('1', 'Anna');
    await relay.run();
    expect(told.at(-1)).toMatchObject({ type: 'handed-back', escalationId: 'esc-1', author: 'Anna' });
    expect((await board.get('1'))?.deeds).toMatchObject([{ author: 'Anna', what: 'handed-back' }]);
  });

  it('asks on the next day, once, and forgets it where the person cannot be reached any more', async () => {
    let isGone = false;
    const { relay, outbox, told, clock } = await scene((call) => {
      if (isGone && call === 'notify') throw Object.assign(new Error('x'), { refusal: { final: 'the person removed the assistant' } });
    });
    const ask = (followUpId: string) => ({ type: 'follow-up', followUpId, at: new Date(86_400_000).toISOString() }) as const;
    await putEffects(outbox, [ask('f-1')], ADDRESS);
    await putEffects(outbox, [ask('f-1')], ADDRESS);
    await relay.run();
    expect(told).toEqual([]);
    clock.ms = 86_400_000;
    await relay.run();
    expect(told).toEqual([{ type: 'follow-up-due', followUpId: 'f-1' }]);
    isGone = true;
    await putEffects(outbox, [ask('f-2')], ADDRESS);
    await relay.run();
    expect(await outbox.pending()).toEqual([]);
  });

  it('puts a repeated turn\'s effects once', async () => {
    const { relay, outbox, told } = await scene();
    await putEffects(outbox, [open('esc-1')], ADDRESS);
    await putEffects(outbox, [open('esc-1')], ADDRESS);
    expect(await outbox.pending()).toHaveLength(1);
    await relay.run();
    await relay.run();
    expect(told).toHaveLength(1);
  });

  it('keeps what it owes while the helpdesk is down, says so once, and does it when it is back', async () => {
    let down = true;
    const { relay, outbox, told, clock } = await scene((call) => {
      if (down && call === 'open') throw new HelpdeskError('connection refused', NOT_NOW);
    });
    await putEffects(outbox, [open('esc-1'), { type: 'append-to-ticket', escalationId: 'esc-1', messageKey: 'm', text: 'more' }], ADDRESS);
    await relay.run();
    expect(told.map((event) => event.type)).toEqual(['ticket-failed']);
    clock.ms += 60_000;
    await relay.run();
    expect(told).toHaveLength(1);
    down = false;
    clock.ms += 600_000;
    await relay.run();
    await relay.run();
    expect(told.map((event) => event.type)).toEqual(['ticket-failed', 'ticket-opened']);
    expect(await outbox.pending()).toEqual([]);
  });

  it('does not try before the time that it set itself', async () => {
    let calls = 0;
    const { relay, outbox } = await scene((call) => {
      if (call === 'open') {
        calls += 1;
        throw new HelpdeskError('busy', NOT_NOW);
      }
    });
    await putEffects(outbox, [open('esc-1')], ADDRESS);
    await relay.run();
    await relay.run();
    expect(calls).toBe(1);
  });

  it('parks what no retry can change, and keeps it for the operator', async () => {
    const { relay, outbox } = await scene((call) => {
      if (call === 'open') throw new HelpdeskError('unknown queue', FOR_GOOD);
    });
    await putEffects(outbox, [open('esc-1')], ADDRESS);
    await relay.run();
    expect(await outbox.pending()).toMatchObject([{ id: 'open/esc-1', parked: 'unknown queue' }]);
  });

  it('goes on with the others while one conversation hangs, and with that one after the deadline', async () => {
    const { relay, outbox, told, hang } = await scene();
    hang('esc-1');
    await putEffects(outbox, [open('esc-1')], ADDRESS);
    const hanging = relay.run();
    await putEffects(outbox, [open('esc-2')], ADDRESS);
    void relay.run();
    await expect.poll(() => told.map((event) => 'escalationId' in event && event.escalationId)).toContain('esc-2');
    await hanging;
    expect(await outbox.pending()).toMatchObject([{ id: 'opened/esc-1', attempts: 1, reason: expect.stringContaining('no answer within') }]);
  });

  it('serves more conversations than it has lanes, and does not turn in circles over those that wait', async () => {
    const { relay, outbox, told } = await scene();
    for (let n = 0; n < 40; n++) await putEffects(outbox, [open(`esc-${n}`)], ADDRESS, () => (n < 20 ? 1_000_000 : undefined));
    await relay.run();
    await expect.poll(() => told.length).toBe(20);
    expect(await outbox.pending()).toHaveLength(20);
  });

  it('says of each answer whether it arrived, is on its way, or cannot be delivered and why', async () => {
    let refusal: { final?: string; reason?: string; retryAfterMs?: number } | undefined;
    const { relay, outbox, board, clock } = await scene((call) => {
      if (refusal && call === 'notify') throw Object.assign(new Error('x'), { refusal });
    });
    const states = async () => (await board.get('1'))?.messages.map(({ delivery }) => delivery);
    await putEffects(outbox, [open('esc-1')], ADDRESS);
    await relay.run();
    await board.reply('1', 'Anna', 'one', 'k1');
    expect(await states()).toEqual([{ state: 'pending' }]);
    await relay.run();
    expect(await states()).toEqual([{ state: 'delivered' }]);
    refusal = { reason: 'the channel answered 429', retryAfterMs: 90_000 };
    await board.reply('1', 'Anna', 'two', 'k2');
    await relay.run();
    expect((await states())?.[1]).toEqual({ state: 'pending', why: 'the channel answered 429; tried once' });
    clock.ms += 60_000;
    await relay.run();
    expect((await outbox.pending())[0]?.attempts).toBe(1);
    refusal = { final: 'the person removed or blocked the assistant (403)' };
    clock.ms += 60_000;
    await relay.run();
    expect((await states())?.[1]).toEqual({ state: 'failed', why: 'the person removed or blocked the assistant (403)' });
    refusal = undefined;
    await board.reply('1', 'Anna', 'three', 'k3');
    await relay.run();
    expect((await states())?.map((each) => each?.state)).toEqual(['delivered', 'failed', 'delivered']);
  });

  it('keeps the way back to each conversation when the outbox itself is damaged, and sets that aside', async () => {
    const first = await scene();
    await putEffects(first.outbox, [open('esc-1')], ADDRESS);
    await writeFile(join(folder, 'outbox.json'), '\0\0\0');
    await expect(createFileOutbox(folder).put([], {})).rejects.toThrow('outbox.json');
    await expect(createFileOutbox(folder).advanceCursor('7', [])).rejects.toThrow('outbox.json');
    expect(await readFile(join(folder, 'outbox.json'), 'utf8')).toBe('\0\0\0');
    const asides: string[] = [];
    const outbox = createFileOutbox(folder, (file) => void asides.push(file));
    await outbox.advanceCursor('7', []);
    expect(await outbox.address('esc-1')).toEqual(ADDRESS);
    expect(await readFile(asides[0] ?? '', 'utf8')).toBe('\0\0\0');
  });

  it('tells again what could not be told, also after a restart', async () => {
    let deaf = true;
    const first = await scene((call) => {
      if (deaf && call === 'notify') throw new Error('the channel is down');
    });
    await putEffects(first.outbox, [open('esc-1')], ADDRESS);
    await first.relay.run();
    await first.relay.run();
    expect(first.told).toEqual([]);
    deaf = false;
    const second = await scene();
    second.clock.ms = 600_000;
    await second.relay.run();
    expect(second.told).toMatchObject([{ type: 'ticket-opened', number: '1' }]);
  });
});
