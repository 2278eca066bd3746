import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UserEvent } from '../../dialogs/turn.ts';
import { leaseMs } from '../../helpdesk/carry-out.ts';
import { putEffects } from '../../helpdesk/effects.ts';
import { guarded } from '../../helpdesk/guarded.ts';
import { FOR_GOOD, NOT_NOW, UNKNOWN } from '../../helpdesk/port.ts';
import { createRelay } from '../../helpdesk/relay.ts';
import { createFileOutbox } from '../../storage/outbox.ts';
import { createScriptedHelpdesk } from './scripted.ts';
import { ticketOf } from './ticket.ts';

const ADDRESS = { conversation: 'c-1' };
const TIMEOUT_MS = 50;

let folder = '';
let clock = 0;
let told: UserEvent[] = [];
let unreachable: string | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unsettled-'));
  clock = 1_000_000;
  told = [];
  unreachable = undefined;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = { type: 'open-ticket', ticket: ticketOf('esc-1') } as const;
const say = (messageKey: string) => ({ type: 'append-to-ticket', escalationId: 'esc-1', messageKey, text: messageKey }) as const;

/** A process: its own relay over the same files. */
function started(desk: ReturnType<typeof createScriptedHelpdesk>) {
  const outbox = createFileOutbox(folder);
  const relay = createRelay({
    helpdesk: desk.helpdesk, outbox, now: () => clock, random: () => 0, log: () => undefined, timeoutMs: TIMEOUT_MS,
    judge: async () => undefined,
    failureOf: () => (unreachable === undefined ? {} : { final: unreachable }),
    notify: async (_address, event) => {
      if (unreachable !== undefined) throw new Error(unreachable);
      told.push(event);
    },
  });
  return { outbox, relay };
}

describe('a call whose end nobody knows', () => {
  it('is left alone by a process that starts while it may still take effect', async () => {
    const desk = createScriptedHelpdesk();
    desk.fail('hang');
    const killed = started(desk);
    await putEffects(killed.outbox, [open], ADDRESS);
    void killed.relay.run();
    await expect.poll(() => desk.calls).toContain('open');
    // What the killed process had on disk at this moment.
    const next = started(desk);
    clock += leaseMs(desk.helpdesk, TIMEOUT_MS) - 1;
    await next.relay.run();
    expect(desk.calls.filter((call) => call === 'open')).toHaveLength(1);
    clock += 1;
    await next.relay.run();
    expect(desk.opened).toEqual(['esc-1']);
    await killed.relay.run();
  });

  it('is tried again only when the product has settled, and one that was refused already after the pause', async () => {
    const desk = createScriptedHelpdesk();
    const { outbox, relay } = started(desk);
    await putEffects(outbox, [open], ADDRESS);
    desk.fail(UNKNOWN);
    await relay.run();
    expect((await outbox.pending())[0]?.dueAt).toBe(clock + 10_000 + 1_000);
    clock += 11_000;
    desk.fail(NOT_NOW);
    await relay.run();
    expect((await outbox.pending())[0]?.dueAt).toBe(clock + 2_000);
    clock += 2_000;
    desk.fail({ ...NOT_NOW, retryAfterMs: 90_000 });
    await relay.run();
    expect((await outbox.pending())[0]?.dueAt).toBe(clock + 90_000);
  });

  it('needs no lease where the product itself refuses a second ticket', async () => {
    const desk = createScriptedHelpdesk({ nativeIdempotency: true });
    desk.fail('hang');
    const { outbox, relay } = started(desk);
    await putEffects(outbox, [open], ADDRESS);
    void relay.run();
    await expect.poll(() => desk.calls).toContain('open');
    expect((await createFileOutbox(folder).pending())[0]?.dueAt).toBe(0);
    await relay.run();
  });
});

describe('many conversations at a helpdesk that is slow', () => {
  const others = Array.from({ length: 12 }, (_, n) => ({ type: 'open-ticket', ticket: ticketOf(`esc-other-${n}`) }) as const);

  it('claims what it has begun, not what waits for its turn: the next process goes on with the rest at once', async () => {
    const desk = createScriptedHelpdesk();
    desk.fail(...others.map(() => 'hang' as const));
    const killed = started(desk);
    await putEffects(killed.outbox, others, ADDRESS);
    void killed.relay.run();
    await expect.poll(() => desk.calls.filter((call) => call === 'open')).toHaveLength(4);
    expect((await createFileOutbox(folder).pending()).filter(({ dueAt }) => dueAt > clock)).toHaveLength(4);
    await killed.relay.run();
  });

  it('gives it what it is owed although it does not say what is new', async () => {
    const desk = createScriptedHelpdesk();
    const { outbox, relay } = started({ ...desk, helpdesk: { ...desk.helpdesk, since: () => new Promise(() => undefined) } });
    await putEffects(outbox, [open], ADDRESS);
    let reading = true;
    const round = relay.run().then(() => (reading = false));
    await expect.poll(() => desk.opened).toEqual(['esc-1']);
    expect(reading).toBe(true);
    await round;
  });

  it('asks what is new once a round, however many conversations wait for a lane', async () => {
    const desk = createScriptedHelpdesk();
    const { outbox, relay } = started(desk);
    await putEffects(outbox, Array.from({ length: 40 }, (_, n) => ({ type: 'open-ticket', ticket: ticketOf(`esc-${n}`) }) as const), ADDRESS);
    await relay.run();
    expect(desk.opened).toHaveLength(40);
    expect(desk.calls.filter((call) => call === 'since')).toHaveLength(1);
  });

  it('does not count as a try of one ticket that the helpdesk is left alone because of others', async () => {
    const desk = createScriptedHelpdesk();
    const { outbox, relay } = started(desk);
    await putEffects(outbox, others, ADDRESS);
    desk.fail(...others.map(() => NOT_NOW));
    await relay.run();
    const after = await outbox.pending();
    expect(desk.calls.filter((call) => call === 'open')).toHaveLength(5);
    expect(after.map(({ attempts }) => attempts)).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]);
    expect(told.filter(({ type }) => type === 'ticket-failed')).toHaveLength(12);
  });
});

describe('dead letters', () => {
  it('of a ticket tell the person, and hold back what was to go on it until somebody tries again', async () => {
    const desk = createScriptedHelpdesk();
    const { outbox, relay } = started(desk);
    await putEffects(outbox, [open, say('m-1')], ADDRESS);
    desk.fail(FOR_GOOD);
    await relay.run();
    expect(told).toMatchObject([{ type: 'ticket-failed', forGood: true }]);
    expect(await outbox.pending()).toMatchObject([{ id: 'open/esc-1', parked: 'scripted: open' }, { id: 'append/m-1', attempts: 0 }]);
    expect(desk.calls).not.toContain('append');
  });

  it('of a message tell the person, and hold up nothing', async () => {
    const desk = createScriptedHelpdesk();
    const { outbox, relay } = started(desk);
    await putEffects(outbox, [open], ADDRESS);
    await relay.run();
    await putEffects(outbox, [say('m-1'), say('m-2')], ADDRESS);
    desk.fail(FOR_GOOD);
    await relay.run();
    expect(desk.notes.map(({ key }) => key)).toEqual(['m-2']);
    expect(told.slice(1)).toEqual([{ type: 'note-refused', escalationId: 'esc-1', messageKey: 'm-1' }]);
  });

  it('of an answer tell whoever wrote it, on the ticket and for the helpdesk only', async () => {
    const desk = createScriptedHelpdesk();
    const { outbox, relay } = started(desk);
    await putEffects(outbox, [open], ADDRESS);
    await relay.run();
    unreachable = 'the person removed the assistant (403)';
    desk.events.push({ kind: 'reply', eventId: 'e-1', escalationId: 'esc-1', author: 'Anna', text: 'Try now.', at: '2026-11-20T09:00:00Z' });
    await relay.run();
    expect(desk.notes).toEqual([{ key: 'undelivered/e-1', internal: true, text: 'The answer of Anna did not reach the person: the person removed the assistant (403). Please reach them another way.' }]);
  });
});

describe('a helpdesk that is down', () => {
  it('is left alone after five failures in a row, and the sixth call says for how long', async () => {
    const desk = createScriptedHelpdesk();
    const helpdesk = guarded(desk.helpdesk, { timeoutMs: TIMEOUT_MS });
    const attempt = () => helpdesk.open(ticketOf('esc-1'), AbortSignal.timeout(1_000)).then(() => undefined, (error: unknown) => error);
    desk.fail(...Array.from({ length: 9 }, () => NOT_NOW));
    for (let n = 0; n < 5; n++) await attempt();
    expect(await attempt()).toMatchObject({ outcome: 'refused', retriable: true, retryAfterMs: 10_000 });
    expect(desk.calls).toHaveLength(5);
  });

  it('is not taken for down because single tickets are refused', async () => {
    const desk = createScriptedHelpdesk();
    const helpdesk = guarded(desk.helpdesk, { timeoutMs: TIMEOUT_MS });
    desk.fail(...Array.from({ length: 9 }, () => FOR_GOOD));
    for (let n = 0; n < 9; n++) await helpdesk.open(ticketOf('esc-1'), AbortSignal.timeout(1_000)).catch(() => undefined);
    expect(await helpdesk.open(ticketOf('esc-1'), AbortSignal.timeout(1_000))).toMatchObject({ existed: false });
  });
});
