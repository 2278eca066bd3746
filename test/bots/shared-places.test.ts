import type { Activity } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownerMark } from '../../bots/activities/press-owner.ts';
import type { Effect } from '../../dialogs/turn.ts';
import { sharedAssistant } from '../assistant.ts';
import { startBot, teamsFixture, type BotOptions, type BotUnderTest } from './bot-under-test.ts';
import { advanceTwin } from './dialog-twin.ts';
import { startConnectorTwin, type ConnectorTwin } from './connector-twin.ts';

const ROBIN = { id: '29:robin', name: 'Robin Sample' };
const KIM = { id: '29:kim', name: 'Kim Sample' };

describe('where several people read along', () => {
  let twin: ConnectorTwin;
  const bots: BotUnderTest[] = [];
  const effects: Effect[] = [];
  beforeEach(async () => {
    twin = await startConnectorTwin();
    effects.length = 0;
  });
  afterEach(async () => {
    await Promise.all(bots.splice(0).map((bot) => bot.close()));
    await twin.close();
  });

  const start = async (options: BotOptions = {}): Promise<BotUnderTest> => {
    const bot = await startBot({ effects: { put: async (wanted) => void effects.push(...wanted) }, ...options });
    bots.push(bot);
    return bot;
  };
  let messages = 0;
  const activity = async (fixture: string, from: object, change: object): Promise<Partial<Activity>> => {
    const [one] = await teamsFixture(fixture, twin.serviceUrl);
    return { ...one, id: `m${(messages += 1)}`, from: from as Activity['from'], ...change };
  };
  /** In the group, to the bot. */
  const say = async (bot: BotUnderTest, from: object, text: string, change: object = {}) =>
    bot.post(await activity('group-chat-message', from, { text: `<at>Reconnect</at> ${text}`, ...change }));
  const press = async (bot: BotUnderTest, from: object, shownTo: object & { id: string }, execute: boolean) => {
    const data = { reconnect: { action: 'worked', target: 'fix', step: 1 }, shownTo: ownerMark(shownTo.id) };
    const value = execute ? { action: { type: 'Action.Execute', data } } : data;
    return bot.post(await activity('group-chat-message', from, { text: undefined, entities: [], value, ...(execute && { type: 'invoke', name: 'adaptiveCard/action' }) }));
  };

  it('each person has a case of their own, in a group chat and in a thread', async () => {
    const bot = await start();
    await say(bot, ROBIN, 'a');
    await say(bot, KIM, 'b');
    await say(bot, ROBIN, 'c');
    await bot.post(await activity('channel-mention', ROBIN, { text: '<at>Reconnect</at> d', attachments: [] }));
    expect(twin.texts()).toEqual(['1: Robin Sample said a', '1: Kim Sample said b', '2: Robin Sample said c', '1: Robin Sample said d']);
  });

  it('people who talk with each other are not answered', async () => {
    const bot = await start();
    for (const fixture of ['group-chat-message', 'channel-mention']) {
      expect(await bot.post(await activity(fixture, ROBIN, { text: 'my session freezes', entities: [], attachments: [] }))).toMatchObject({ status: 200 });
    }
    expect(twin.sent).toEqual([]);
  });

  it.each([false, true])('a press counts for whom the card was shown to, and nobody else (Action.Execute: %s)', async (execute) => {
    const bot = await start();
    await say(bot, ROBIN, 'card');
    await say(bot, KIM, 'x');
    const refused = await press(bot, KIM, ROBIN, execute);
    expect(`${refused.body} ${twin.texts().at(-1) ?? ''}`).toContain("somebody else's case");
    await say(bot, KIM, 'y');
    expect(twin.texts().at(-1)).toBe('2: Kim Sample said y');
    const taken = await press(bot, ROBIN, ROBIN, execute);
    expect(`${taken.body} ${twin.texts().join(' ')}`).toContain('2: worked fix');
  });

  it.each([false, true])('a press that leads to the chat of one\'s own leaves the card as it is (Action.Execute: %s)', async (execute) => {
    const bot = await start({
      advance: (session, event, context) => {
        const turn = advanceTwin(session, event, context);
        return event.type === 'pressed' ? { ...turn, effects: [{ type: 'erase-person', eraseId: 'e' }] } : turn;
      },
    });
    await say(bot, ROBIN, 'card');
    const { body } = await press(bot, ROBIN, ROBIN, execute);
    expect(body).not.toContain('You chose');
    expect(twin.texts().at(-1)).toContain('Open our own chat');
    expect(twin.changed()).toEqual([]);
    await say(bot, ROBIN, 'x');
    expect(twin.changed()).toHaveLength(1);
  });

  describe('with the assistant itself', () => {
    const startReal = async () => {
      const assistant = await sharedAssistant();
      return start({ advance: assistant.advance });
    };
    const PRIVATE = ['get me a person', 'delete my data', 'give me something to send to my admin', 'talk to support'];

    it.each(PRIVATE)('"%s" leads to the chat of one\'s own, and nothing of it happens here', async (wish) => {
      const bot = await startReal();
      await say(bot, ROBIN, 'Error code: 0x904, extended error code: 0x7');
      const before = twin.sent.length;
      await say(bot, ROBIN, wish);
      await say(bot, ROBIN, 'yes');
      const said = JSON.stringify(twin.sent.slice(before).map(({ activity: { text, attachments } }) => ({ text, attachments })));
      expect(said).toContain('https://teams.microsoft.com/l/chat/0/0?users=28%3A11111111-aaaa-4bbb-8ccc-222222222222&message=0x904');
      expect(said).not.toContain('Robin');
      expect(effects.filter(({ type }) => type !== 'record-outcome')).toEqual([]);
    });

    it('a wish for a person that is the first word here leads there too', async () => {
      const bot = await startReal();
      await say(bot, ROBIN, 'get me a person');
      expect(twin.texts().join(' ')).toContain('l/chat/0/0?users=28');
      expect(effects).toEqual([]);
    });

    it('what is asked for in the chat of one\'s own is done there', async () => {
      const bot = await startReal();
      for (const text of ['Error code: 0x904, extended error code: 0x7', 'get me a person', 'yes']) await bot.post(await activity('personal-message', ROBIN, { text }));
      expect(effects.map(({ type }) => type)).toContain('open-ticket');
    });
  });
});

describe('an app that is removed and added again', () => {
  it('greets again, and goes on with the case', async () => {
    const twin = await startConnectorTwin();
    const bot = await startBot();
    const play = async (name: string, id: string) => {
      for (const [index, each] of (await teamsFixture(name, twin.serviceUrl)).entries()) await bot.post({ ...each, id: `${id}${index}` });
    };
    await play('installation', 'a');
    await play('personal-message', 'b');
    await play('installation', 'c');
    await play('uninstallation', 'd');
    await play('installation', 'e');
    await play('personal-message', 'f');
    expect(twin.texts().map((text) => text.slice(0, 2))).toEqual(['He', '1:', 'He', '2:']);
    await bot.close();
    await twin.close();
  });
});
