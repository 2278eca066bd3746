import { beforeEach, describe, expect, it } from 'vitest';
import { createEmbeddedHelpdesk, type EmbeddedHelpdesk } from '../../helpdesk/adapters/embedded.ts';
import { chooseHelpdesk } from '../../helpdesk/adapters/index.ts';
import { withFallback } from '../../helpdesk/fallback.ts';
import { FOR_GOOD, HelpdeskError, NOT_NOW, type Failure, type Helpdesk } from '../../helpdesk/port.ts';
import { createMemoryTicketStore } from './memory-ticket-store.ts';
import { ticketOf } from './ticket.ts';

const PATIENCE_MS = 60_000;
const signal = () => AbortSignal.timeout(5_000);

let clock = 0;
let failure: Failure | undefined;
let first: EmbeddedHelpdesk;
let second: EmbeddedHelpdesk;
let both: Helpdesk;
let changes: boolean[] = [];

const core = (system: string) => createEmbeddedHelpdesk({ system, store: createMemoryTicketStore(), now: () => new Date(clock), poke: () => undefined, urlOf: () => '' });

beforeEach(async () => {
  clock = 0;
  failure = undefined;
  changes = [];
  [first, second] = [await core('first'), await core('second')];
  const failing = <T>(work: () => Promise<T>): Promise<T> => (failure ? Promise.reject(new HelpdeskError('down', failure)) : work());
  const inner = first.helpdesk;
  const unsteady: Helpdesk = { ...inner, open: (...given) => failing(() => inner.open(...given)), append: (...given) => failing(() => inner.append(...given)), since: (...given) => failing(() => inner.since(...given)) };
  both = withFallback({ first: unsteady, second: second.helpdesk, patienceMs: PATIENCE_MS, now: () => clock, onChange: (isDown) => void changes.push(isDown) });
});

const open = (id: string) => both.open(ticketOf(id), signal());

describe('a second helpdesk', () => {
  it('takes new tickets when the first has been down for long, not before, and none when it is back', async () => {
    expect((await open('esc-1')).ref.system).toBe('first');
    failure = NOT_NOW;
    await expect(open('esc-2')).rejects.toMatchObject({ retriable: true });
    clock += PATIENCE_MS - 1;
    await expect(open('esc-2')).rejects.toMatchObject({ retriable: true });
    clock += 1;
    await both.since(undefined, signal());
    expect((await open('esc-2')).ref.system).toBe('second');
    failure = undefined;
    await both.since(undefined, signal());
    expect((await open('esc-3')).ref.system).toBe('first');
    expect(changes).toEqual([true, false]);
  });

  it('keeps its tickets: what is written and answered on them goes there', async () => {
    failure = NOT_NOW;
    await both.since(undefined, signal());
    clock += PATIENCE_MS;
    const before = await both.since(undefined, signal());
    const { ref } = await open('esc-2');
    failure = undefined;
    await both.since(undefined, signal());
    await both.append({ escalationId: 'esc-2', ref }, { messageKey: 'm', text: 'more' }, signal());
    expect((await second.board.get(ref.number))?.messages.map(({ text }) => text)).toEqual(['more']);
    await second.board.reply(ref.number, 'Anna', 'Look here.', 'k');
    expect((await both.since(before.cursor, signal())).events).toMatchObject([{ kind: 'reply', text: 'Look here.' }]);
  });

  it('is heard while the first is down, and what the first said meanwhile comes after', async () => {
    await open('esc-1');
    const { cursor } = await both.since(undefined, signal());
    await first.board.reply('1', 'Anna', 'from the first', 'k');
    failure = NOT_NOW;
    const meanwhile = await both.since(cursor, signal());
    expect(meanwhile.events).toEqual([]);
    failure = undefined;
    expect((await both.since(meanwhile.cursor, signal())).events).toMatchObject([{ text: 'from the first' }]);
  });

  it('goes on from a cursor of before there was a second one', async () => {
    await open('esc-1');
    await first.board.reply('1', 'Anna', 'old', 'k1');
    const { cursor } = await first.helpdesk.since(undefined, signal());
    await first.board.reply('1', 'Anna', 'new', 'k2');
    expect((await both.since(cursor, signal())).events).toMatchObject([{ text: 'new' }]);
  });

  it('is not used because the first refuses single tickets', async () => {
    failure = FOR_GOOD;
    await open('esc-1').catch(() => undefined);
    clock += PATIENCE_MS;
    await expect(open('esc-2')).rejects.toMatchObject({ retriable: false });
    expect(changes).toEqual([]);
  });
});

describe('the settings of a second helpdesk', () => {
  const rt = { HELPDESK: 'rt', RT_URL: 'https://rt.example.com', RT_TOKEN: 't' };
  it.each([
    [{ ...rt, HELPDESK_FALLBACK: 'mail' }, 'HELPDESK_FALLBACK must be one of'],
    [{ ...rt, HELPDESK_FALLBACK: 'rt' }, 'takes no ticket that rt does not'],
    [{ ...rt, HELPDESK_FALLBACK: 'email' }, 'EMAIL_TO must be'],
    [{ ...rt, HELPDESK_FALLBACK: 'embedded', HELPDESK_FALLBACK_MINUTES: '0' }, 'HELPDESK_FALLBACK_MINUTES must be a number'],
    [{ HELPDESK_FALLBACK: 'none' }, 'takes no ticket'],
  ])('are checked at the start: %j', (environment, fault) => {
    expect(chooseHelpdesk(environment)).toMatchObject({ faults: expect.arrayContaining([expect.stringContaining(fault)]) });
  });

  it('may be right', () => {
    expect(chooseHelpdesk({ ...rt, HELPDESK_FALLBACK: 'embedded' })).toMatchObject({ name: 'rt' });
  });
});
