import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Button, Reply, UserEvent } from '../../dialogs/turn.ts';
import { LIMITS } from '../../server/limits.ts';
import { readConfig } from '../../service/config.ts';
import { openEscalations, type Escalations } from '../../service/escalations.ts';
import { sharedAssistant } from '../assistant.ts';
import { startBot, teamsFixture, type BotUnderTest } from '../bots/bot-under-test.ts';
import { startConnectorTwin, type ConnectorTwin } from '../bots/connector-twin.ts';
import { ticketOf } from '../helpdesk/ticket.ts';

const PATIENTLY = { timeout: 20_000, interval: 20 };
const PERSON = 'Ada';

/** What a conversation said, and what each message of the person was answered with. */
interface Heard {
  readonly event: UserEvent;
  readonly replies: readonly Reply[];
}

let folder: string;
let twin: ConnectorTwin;
let bot: BotUnderTest;
let escalations: Escalations;
let heard: Heard[];
let logged: { fields: object; message: string }[];
let sent: number;

async function open(): Promise<void> {
  const note = (fields: object, message: string): void => void logged.push({ fields, message });
  escalations = await openEscalations({
    helpdesk: readConfig({}).helpdesk, dataDir: folder, log: { info: note, warn: note, error: note }, judge: async () => undefined, onSetAside: () => undefined,
  });
  const assistant = await sharedAssistant();
  bot = await startBot({
    advance(session, event, context) {
      const turn = assistant.advance(session, event, context);
      heard.push({ event, replies: turn.replies });
      return turn;
    },
    effects: { put: (effects, reference) => escalations.take(effects, reference as Record<string, unknown>, { person: PERSON }) },
    bounds: { reply: LIMITS.reply.most, memory: LIMITS.memory.most },
  });
}

const startRelay = (): void => escalations.start({ notify: (address, event) => bot.notifier.deliver(address, event), say: (address, key, text) => bot.notifier.say(address, key, text) });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'promise-'));
  twin = await startConnectorTwin();
  [heard, logged, sent] = [[], [], 0];
});
afterEach(async () => {
  await escalations.stop();
  await bot.close();
  await twin.close();
  rmSync(folder, { recursive: true, force: true });
});

async function post(content: object): Promise<void> {
  const [activity] = await teamsFixture('personal-message', twin.serviceUrl);
  expect((await bot.post({ ...activity, ...content, id: `m${(sent += 1)}` })).status).toBe(200);
}

const say = (text: string): Promise<void> => post({ text });
const buttons = (): Button[] => heard.flatMap(({ replies }) => replies.flatMap((reply) => ('buttons' in reply ? (reply.buttons ?? []) : [])));
async function press(title: string): Promise<void> {
  const found = buttons().findLast((button) => button.title === title);
  if (found) await post({ text: '', value: { reconnect: found.press } });
}

async function openTicket(): Promise<void> {
  await say('get me a human');
  await press('Open the ticket');
}

/** What the person wrote and heard that it was added to a ticket. */
const confirmed = (): { text: string; number: string | undefined }[] =>
  heard.flatMap(({ event, replies }) => {
    const said = replies.map((reply) => ('text' in reply ? reply.text : '')).find((text) => /\bI added that to (?:ticket #\d+|your report)\./.test(text));
    return said !== undefined && event.type === 'utterance' ? [{ text: event.text, number: /#(\d+)/.exec(said)?.[1] }] : [];
  });

async function textsOn(number: string): Promise<string[]> {
  return ((await escalations.board?.get(number))?.messages ?? []).map(({ text }) => text);
}

const step = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('it is still the same', 'the screen went black for a moment', 'my colleague sees it too', 'thanks', 'is there news?').map((text) => ({ do: 'say' as const, text })) },
  { weight: 2, arbitrary: fc.constant({ do: 'open' as const }) },
  { weight: 1, arbitrary: fc.constantFrom('resolved', 'open', 'closed').map((status) => ({ do: 'status' as const, status: status as 'resolved' | 'open' | 'closed' })) },
  { weight: 1, arbitrary: fc.constant({ do: 'reply' as const }) },
  { weight: 1, arbitrary: fc.constantFrom('Keep trying meanwhile', 'It works now', 'Still not working', 'Start over').map((title) => ({ do: 'press' as const, title })) },
);

describe('"I added that"', () => {
  it('is said of what stands on the ticket, whatever was said, pressed and answered before', async () => {
    await open();
    startRelay();
    let notes = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 25 }), async (steps) => {
        await say('Error code: 0x904 Extended error code: 0x7');
        await openTicket();
        for (const each of steps) {
          const number = latest();
          if (each.do === 'say') await say(`${each.text}, note ${(notes += 1)}`);
          else if (each.do === 'open') await openTicket();
          else if (each.do === 'press') await press(each.title);
          else if (number === undefined) continue;
          else if (each.do === 'reply') await escalations.board?.reply(number, 'Grace', 'We are on it.', `r${(notes += 1)}`);
          else await escalations.board?.setStatus(number, each.status, 'Grace');
        }
        await expect.poll(async () => (await escalations.owed()).filter(({ dueAt }) => dueAt < Date.now()), PATIENTLY).toEqual([]);
        for (const { text, number } of confirmed()) if (number !== undefined) expect(await textsOn(number)).toContain(text);
      }),
      { numRuns: 3, endOnFailure: true },
    );
    expect(confirmed().length).toBeGreaterThan(10);
  });

  it('holds for a conversation that is longer than what is remembered of it', async () => {
    await open();
    startRelay();
    await say('Error code: 0x904 Extended error code: 0x7');
    await openTicket();
    await expect.poll(latest, PATIENTLY).toBeDefined();
    const notes = Array.from({ length: 110 }, (_, n) => `it is still the same, note ${n}`);
    for (const note of notes) await say(note);
    await expect.poll(async () => textsOn(latest() ?? ''), PATIENTLY).toEqual(notes);
    expect(confirmed().map(({ text }) => text)).toEqual(notes);
  });

  it('is taken back when the ticket is not taken, and the operator reads why', async () => {
    const waits = Array.from({ length: LIMITS.tickets.waiting }, (_, n) => ({ id: `open/w${n}`, owed: { kind: 'open', ticket: ticketOf(`w${n}`) }, attempts: 0, dueAt: Date.now() + 3_600_000, putAt: Date.now() }));
    writeFileSync(join(folder, 'outbox.json'), JSON.stringify({ entries: waits, addresses: {} }));
    await open();
    for (let n = 0; n < LIMITS.tickets.person.burst; n++) await escalations.take([{ type: 'open-ticket', ticket: ticketOf(`before-${n}`) }], {}, { person: PERSON });
    await say('Error code: 0x904 Extended error code: 0x7');
    await openTicket();
    // The refusal is known, and has not reached the conversation yet.
    await say('it is still the same, note 1');
    const before = confirmed().length;
    startRelay();
    await expect.poll(() => heard.some(({ event }) => event.type === 'ticket-failed' && event.forGood), PATIENTLY).toBe(true);
    await expect.poll(() => heard.filter(({ event }) => event.type === 'note-refused').length, PATIENTLY).toBe(before);
    expect(before).toBe(1);
    await say('it is still the same, note 2');
    expect(confirmed().length).toBe(before);
    expect(logged).toContainEqual({ fields: { waiting: LIMITS.tickets.waiting }, message: expect.stringContaining('a ticket was not taken') });
  });
});

/** The number of the ticket that was opened last. */
function latest(): string | undefined {
  const opened = heard.findLast(({ event }) => event.type === 'ticket-opened')?.event;
  return opened?.type === 'ticket-opened' ? opened.number : undefined;
}
