import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { HelpdeskError, type Helpdesk, type HelpdeskEvent } from '../../helpdesk/port.ts';
import type { EscalationTicket } from '../../dialogs/ticket.ts';
import { ticketOf } from './ticket.ts';

/** What a helpdesk's people do and see, in the product's own way. */
export interface Agent {
  reply(number: string, text: string): Promise<void>;
  /** Writes what only the helpdesk reads; missing where the product has no such thing. */
  note?(number: string, text: string): Promise<void>;
  resolve(number: string): Promise<void>;
  reopen(number: string): Promise<void>;
  /** Everything that can be read on the ticket. */
  read(number: string): Promise<string>;
  /** How many tickets of this escalation there are. */
  count(escalationId: string): Promise<number>;
}

/** The same helpdesk, reached badly. Missing where nothing is between us and it. */
export interface Troubled {
  /** Nothing listens there. */
  readonly down: Helpdesk;
  readonly wrongCredentials: Helpdesk;
  /** Does what it is asked, and the answer to whatever changes something is lost. */
  readonly losesAnswers: Helpdesk;
  /** Has too much to do, and names the seconds to wait where its protocol can (429). */
  readonly throttled: { readonly helpdesk: Helpdesk; readonly seconds?: number };
  /** Takes longer than the signal allows. */
  readonly slow: Helpdesk;
}

export interface UnderContract {
  readonly helpdesk: Helpdesk;
  readonly agent: Agent;
  /** The same helpdesk as a process sees it that was started anew. */
  readonly restarted: () => Promise<Helpdesk>;
  readonly troubled?: Troubled;
  /** A call of its webhook with the right signature. */
  readonly webhookCall?: () => { readonly headers: Record<string, string>; readonly body: Buffer };
}

const signal = () => AbortSignal.timeout(20_000);

/** Everything after the cursor, over all pages. */
async function eventsAfter(helpdesk: Helpdesk, cursor: string | undefined, of: string): Promise<{ events: HelpdeskEvent[]; cursor: string }> {
  const events: HelpdeskEvent[] = [];
  for (let at = cursor; ; ) {
    const page = await helpdesk.since(at, signal());
    events.push(...page.events.filter(({ escalationId }) => escalationId === of));
    at = page.cursor;
    if (!page.more) return { events, cursor: page.cursor };
  }
}

/** What every helpdesk adapter must hold. `make` may answer the same helpdesk each time: every test has tickets of its own. */
export function helpdeskContract(make: () => Promise<UnderContract>): void {
  const fresh = (): EscalationTicket => ticketOf(`esc-${randomUUID()}`);

  it('opens one ticket for one escalation, however often it is asked, and after a restart', async () => {
    const { helpdesk, agent, restarted } = await make();
    const ticket = fresh();
    const ask = () => helpdesk.open(ticket, signal());
    const answers = helpdesk.can.nativeIdempotency ? await Promise.all([ask(), ask(), ask()]) : [await ask(), await ask()];
    answers.push(await (await restarted()).open(ticket, signal()));
    expect(new Set(answers.map(({ ref }) => ref.number)).size).toBe(1);
    expect(answers.filter(({ existed }) => !existed)).toHaveLength(1);
    expect(await agent.count(ticket.escalationId)).toBe(1);
  });

  it('gives different escalations different numbers', async () => {
    const { helpdesk } = await make();
    const first = await helpdesk.open(fresh(), signal());
    const second = await helpdesk.open(fresh(), signal());
    expect(first.ref.number).not.toBe(second.ref.number);
    expect(first.ref.system).toBe(helpdesk.name);
  });

  it('shows its people the summary, the codes, what was tried and what was said, whatever characters are in it', async () => {
    const { helpdesk, agent } = await make();
    const ticket = { ...fresh(), subject: 'Zeile 1\nX-Injected: 1 "quoted" \\ \'single\'', summary: 'Er schließt sich: 0x904 – “weird” 😀\nsecond line' };
    const { ref } = await helpdesk.open(ticket, signal());
    const seen = await agent.read(ref.number);
    for (const part of ['Er schließt sich: 0x904 – “weird” 😀', 'second line', '0x904', 'Restart the service', 'Error code: 0x904']) expect(seen).toContain(part);
  });

  it('appends a note once for its key, with or without the reference', async () => {
    const { helpdesk, agent } = await make();
    const { escalationId, ...rest } = fresh();
    const { ref } = await helpdesk.open({ escalationId, ...rest }, signal());
    const note = { messageKey: `m-${escalationId}`, text: 'it also happens at home, “immer”\nsince Monday' };
    expect(await helpdesk.append({ escalationId, ref }, note, signal())).toEqual({ existed: false });
    expect(await helpdesk.append({ escalationId, ref }, note, signal())).toEqual({ existed: true });
    expect(await helpdesk.append({ escalationId }, note, signal())).toEqual({ existed: true });
    expect((await agent.read(ref.number)).split('it also happens at home, “immer”')).toHaveLength(2);
  });

  it('lets the person close the ticket and open it again, with a word to support, and tells neither back', async () => {
    const { helpdesk, agent } = await make();
    const ticket = fresh();
    const { escalationId } = ticket;
    const { ref } = await helpdesk.open(ticket, signal());
    const { cursor } = await eventsAfter(helpdesk, undefined, escalationId);
    const say = (text: string, status: 'open' | 'closed') => helpdesk.append({ escalationId, ref }, { messageKey: `${status}-${escalationId}`, text, status }, signal());
    await say('closed by them', 'closed');
    expect(['resolved', 'closed']).toContain(await helpdesk.status({ escalationId, ref }, signal()));
    await say('opened by them', 'open');
    expect(await helpdesk.status({ escalationId, ref }, signal())).toBe('open');
    expect(await agent.read(ref.number)).toContain('opened by them');
    expect((await eventsAfter(helpdesk, cursor, escalationId)).events).toEqual([]);
  });

  it('refuses for good to append to an escalation that it does not know, naming it', async () => {
    const { helpdesk } = await make();
    const error = await failureOf(helpdesk.append({ escalationId: 'esc-none' }, { messageKey: 'm', text: 'x' }, signal()));
    expect(error).toMatchObject({ outcome: 'refused', retriable: false, message: expect.stringContaining('esc-none') });
  });

  it('tells what its people did after the cursor, the same again when asked again, and nothing of what the assistant wrote', async () => {
    const { helpdesk, agent, restarted } = await make();
    const ticket = fresh();
    const { ref } = await helpdesk.open(ticket, signal());
    await helpdesk.append({ escalationId: ticket.escalationId, ref }, { messageKey: `m-${ticket.escalationId}`, text: 'mine' }, signal());
    const before = await eventsAfter(helpdesk, undefined, ticket.escalationId);
    expect(before.events).toEqual([]);
    await agent.note?.(ref.number, 'For colleagues only.');
    await agent.reply(ref.number, 'Have a look now, please: “Größe” 😀\nSecond line.');
    await agent.resolve(ref.number);
    const after = await eventsAfter(helpdesk, before.cursor, ticket.escalationId);
    expect(after.events.filter(({ kind }) => kind === 'reply')).toMatchObject([{ text: 'Have a look now, please: “Größe” 😀\nSecond line.' }]);
    expect(after.events.at(-1)).toMatchObject({ kind: 'status', status: 'resolved' });
    for (const { author, at } of after.events) expect([author.length > 0, Number.isNaN(Date.parse(at))]).toEqual([true, false]);
    expect(new Set(after.events.map(({ eventId }) => eventId)).size).toBe(after.events.length);
    expect(await helpdesk.status({ escalationId: ticket.escalationId, ref }, signal())).toBe('resolved');
    expect((await eventsAfter(await restarted(), before.cursor, ticket.escalationId)).events).toEqual(after.events);
    expect((await eventsAfter(helpdesk, after.cursor, ticket.escalationId)).events).toEqual([]);
    await agent.reopen(ref.number);
    expect((await eventsAfter(helpdesk, after.cursor, ticket.escalationId)).events.at(-1)).toMatchObject({ kind: 'status', status: 'open' });
  });

  it('says of every trouble whether it was done, whether to try again, and when', async ({ skip }) => {
    const { helpdesk, troubled } = await make();
    if (!troubled) return skip('nothing is between us and it');
    expect(await failureOf(troubled.down.open(fresh(), signal()))).toMatchObject({ outcome: 'refused', retriable: true });
    // Credentials are mended by hand, and the ticket is owed meanwhile.
    expect(await failureOf(troubled.wrongCredentials.open(fresh(), signal()))).toMatchObject({ outcome: 'refused', retriable: true });
    expect(await failureOf(troubled.throttled.helpdesk.open(fresh(), signal()))).toMatchObject({ outcome: 'refused', retriable: true });
    const { seconds } = troubled.throttled;
    if (seconds !== undefined) expect(await failureOf(troubled.throttled.helpdesk.open(fresh(), signal()))).toMatchObject({ retryAfterMs: seconds * 1000 });
    expect(await failureOf(troubled.slow.open(fresh(), AbortSignal.timeout(200)))).toMatchObject({ outcome: 'unknown', retriable: true });
    for (const each of [troubled.down, troubled.wrongCredentials]) expect((await failureOf(each.open(fresh(), signal()))).message).toContain(helpdesk.name);
  });

  it('finds what was done though its answer was lost', async ({ skip }) => {
    const { helpdesk, agent, troubled } = await make();
    if (!troubled) return skip('nothing is between us and it');
    const ticket = fresh();
    expect(await failureOf(troubled.losesAnswers.open(ticket, signal()))).toMatchObject({ outcome: 'unknown', retriable: true });
    const { ref, existed } = await helpdesk.open(ticket, signal());
    expect([existed, await agent.count(ticket.escalationId)]).toEqual([true, 1]);
    const note = { messageKey: `m-${ticket.escalationId}`, text: 'written once' };
    expect(await failureOf(troubled.losesAnswers.append({ escalationId: ticket.escalationId, ref }, note, signal()))).toMatchObject({ outcome: 'unknown' });
    expect(await helpdesk.append({ escalationId: ticket.escalationId, ref }, note, signal())).toEqual({ existed: true });
  });

  it('tells a real call of its webhook from a forged one', async ({ skip }) => {
    const { helpdesk, webhookCall } = await make();
    expect(helpdesk.can.webhook).toBe(helpdesk.verifyWebhook !== undefined);
    if (!helpdesk.verifyWebhook || !webhookCall) return skip('it has none');
    const { headers, body } = webhookCall();
    expect(helpdesk.verifyWebhook(headers, body)).toBe(true);
    expect(helpdesk.verifyWebhook(headers, Buffer.concat([body, Buffer.from(' ')]))).toBe(false);
    expect(helpdesk.verifyWebhook({}, body)).toBe(false);
  });
}

async function failureOf(call: Promise<unknown>): Promise<HelpdeskError> {
  const error = await call.then(() => undefined, (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(HelpdeskError);
  return error as HelpdeskError;
}
