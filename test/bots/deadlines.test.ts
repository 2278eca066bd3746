import { advanceTwin } from './dialog-twin.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startBot, teamsFixture, type BotOptions, type BotUnderTest } from './bot-under-test.ts';
import { startConnectorTwin, type ConnectorTwin } from './connector-twin.ts';

/** Milliseconds that a busy machine may take. */
const PATIENTLY = { timeout: 20_000 };

describe('a channel that is slow, busy or gone', () => {
  let twin: ConnectorTwin;
  let bot: BotUnderTest;
  beforeEach(async () => {
    twin = await startConnectorTwin();
  });
  afterEach(async () => {
    twin.hang(false);
    await bot.close();
    await twin.close();
  });

  const start = async (options: BotOptions = {}) => {
    bot = await startBot({ answerWithin: 100, adapter: { callDeadline: 200 }, latePauses: [50, 50, 50, 50], ...options });
  };
  const say = async (text: string, id: string, flow = 'personal-message') => {
    const [activity] = await teamsFixture(flow, twin.serviceUrl);
    return bot.post({ ...activity, ...(flow === 'personal-message' && { text }), id });
  };
  /** On a channel where every reply is a message. */
  const sayElsewhere = async (text: string, id: string) => {
    const [activity] = await teamsFixture('personal-message', twin.serviceUrl);
    return bot.post({ ...activity, channelId: 'slack', text, id });
  };

  it('is answered in time though its connector never answers, and gets every reply once when it does', async () => {
    await start();
    twin.hang(true);
    expect(await sayElsewhere('two', 'm1')).toEqual({ status: 200, body: '' });
    await expect.poll(() => bot.logged.map(({ message }) => message), PATIENTLY).toContain('a turn failed');
    expect(twin.texts()).toEqual([]);
    twin.hang(false);
    // Nobody knows whether the first one arrived: it comes folded away.
    await expect.poll(() => twin.texts(), PATIENTLY).toEqual([expect.stringContaining('I was interrupted'), '1: two']);
    expect(JSON.stringify(twin.sent[0]?.activity.attachments)).toContain('1: one');
    // The conversation is not frozen by it.
    expect(await sayElsewhere('x', 'm2')).toMatchObject({ status: 200 });
    expect(twin.texts().at(-1)).toBe('2: Robin Sample said x');
    expect(twin.texts()).toHaveLength(3);
  });

  it('is answered with words when it was a press, whose reply follows as a message', async () => {
    await start({ effects: { put: () => new Promise((resolve) => setTimeout(resolve, 300)) }, advance: (session, event, context) => {
      const turn = advanceTwin(session, event, context);
      return { ...turn, effects: [{ type: 'append-to-ticket', escalationId: 'e', messageKey: 'k', text: 'x' }] };
    } });
    expect((await say('', 'p1', 'card-action')).body).toContain('follows as a message');
    await expect.poll(() => twin.texts(), PATIENTLY).toEqual(['1: worked restart-termservice']);
  });

  it('answers a press with words when what follows from it did not arrive, and sends it later', async () => {
    await start({ answerWithin: 60_000 });
    twin.failFrom(0);
    expect((await say('', 'p1', 'card-action')).body).toContain('follows as a message');
    twin.failFrom(undefined);
    await expect.poll(() => twin.texts(), PATIENTLY).toEqual(['1: worked restart-termservice']);
  });

  it('that says "in two minutes" is not waited for inside the turn', async () => {
    await start({ answerWithin: 60_000, adapter: { callDeadline: 60_000 } });
    twin.failFrom(0, 429, { 'retry-after': '120' });
    expect(await say('x', 'm1')).toMatchObject({ status: 502 });
    twin.failFrom(undefined);
    expect(await say('x', 'm1')).toMatchObject({ status: 200 });
    expect(twin.texts()).toEqual(['1: Robin Sample said x']);
  });

  it.each([412, 502, 503, 504])('that answers %i once is asked to deliver again', async (status) => {
    await start({ answerWithin: 60_000 });
    twin.failFrom(0, status);
    expect(await say('x', 'm1')).toMatchObject({ status: 502 });
  });

  it.each([403, 404])('that answers %i is not asked to deliver again: nobody is there', async (status) => {
    await start({ answerWithin: 60_000 });
    twin.failFrom(0, status);
    expect(await say('x', 'm1')).toMatchObject({ status: 200 });
    twin.failFrom(undefined);
    expect(twin.texts()).toEqual([]);
  });
});
