import type { Activity } from 'botbuilder';
import { describe, expect, it } from 'vitest';
import { MemoryStorage } from '../storage/memory-storage.ts';
import type { Advance, Press, Reply } from '../../dialogs/turn.ts';
import { advanceTwin } from './dialog-twin.ts';
import { botsAtATwin } from './bots-at-a-twin.ts';
import { teamsFixture, type BotUnderTest } from './bot-under-test.ts';

const PRESS = { action: 'worked', target: 'fix', step: 1 };

describe('a turn on Teams', () => {
  const { twin, start } = botsAtATwin();
  let ids = 0;
  const post = async (bot: BotUnderTest, flow: string, change: object) => {
    const [activity] = await teamsFixture(flow, twin().serviceUrl);
    return bot.post({ ...activity, id: `m${(ids += 1)}`, ...change });
  };
  const say = (bot: BotUnderTest, text: string) => post(bot, 'personal-message', { text });
  const press = (bot: BotUnderTest, replyToId: string) => post(bot, 'card-action', { replyToId, value: { action: { type: 'Action.Execute', data: { reconnect: PRESS } } } });
  const submit = (bot: BotUnderTest, replyToId: string, value: object = { reconnect: PRESS }) => post(bot, 'card-submit', { replyToId, value });
  const cardOf = ({ attachments = [] }: Partial<Activity>) => attachments[0]?.content as { body: object[]; actions?: object[] };

  it('is one message with one card, and a summary for the notification', async () => {
    const bot = await start();
    await say(bot, 'two');
    await say(bot, 'card');
    expect(twin().texts()).toEqual(['1: one\n1: two', '2: press']);
    const [, sent] = twin().sent;
    expect(sent?.activity).toMatchObject({ summary: '2: press', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }] });
    expect(sent?.activity.text).toBeUndefined();
    const data = { reconnect: { ...PRESS, step: 2 } };
    expect(cardOf(sent?.activity ?? {}).actions).toEqual([{ type: 'Action.Execute', verb: 'reconnect', title: 'It works', data, fallback: { type: 'Action.Submit', title: 'It works', data } }]);
  });

  it('answers a press in the place of its card, with what was chosen and without buttons; what follows is a message', async () => {
    const bot = await start();
    await say(bot, 'card');
    const { body } = await press(bot, 'sent-1');
    expect(body).toContain('You chose: ');
    expect(body).toContain('It works');
    expect(body).toContain('1: press');
    expect(body).not.toContain('"actions"');
    expect(twin().texts()).toEqual(['1: press', '2: worked fix']);
    // The answer did it; no call is spent on it.
    expect(twin().changed()).toEqual([]);
  });

  it('closes the card that was submitted, or whose question was answered in words', async () => {
    const bot = await start();
    await say(bot, 'card');
    await submit(bot, 'sent-1');
    expect(twin().changed()).toEqual([{ id: 'sent-1', text: '1: press\nYou chose: It works' }]);
    await say(bot, 'card');
    await say(bot, 'something else');
    expect(twin().changed().at(-1)).toEqual({ id: twin().sent.at(-1)?.path.split('/').at(-1), text: '3: press' });
    expect(JSON.stringify(twin().sent.at(-1)?.activity)).not.toContain('Action.');
  });

  it('knows the card again after a restart', async () => {
    const storage = new MemoryStorage();
    await say(await start({ storage }), 'card');
    await submit(await start({ storage }), 'sent-1');
    expect(twin().changed()).toEqual([{ id: 'sent-1', text: '1: press\nYou chose: It works' }]);
  });

  it('is not undone by a card that cannot be changed', async () => {
    const bot = await start();
    await say(bot, 'card');
    twin().failFrom(1, 404);
    expect(await say(bot, 'x')).toMatchObject({ status: 200 });
    expect(twin().texts().at(-1)).toContain('2: Robin Sample said x');
  });

  it('leaves a second press of an answered card without an answer of its own', async () => {
    const bot = await start({ advance: (session, event, context) => ({ session: session ?? ({} as never), replies: event.type === 'pressed' ? [] : [{ type: 'text', text: `x ${context.person.id.length > 0}` }], effects: [], remarks: [] }) });
    expect(JSON.parse((await press(bot, 'sent-9')).body)).toEqual({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' });
    expect(twin().sent).toEqual([]);
  });

  describe('that holds a step', () => {
    const fix: Reply = {
      type: 'fix', fix: 'f', title: 'Do this', side: 'client', who: 'you', minutes: 3, risk: { level: 'none', text: '' }, steps: [{ text: 'Do it.' }], check: 'Look.', undo: 'Undo it.',
      sources: [], confidence: 'Sure.', buttons: [{ title: 'It works', press: PRESS as Press }],
    };
    const withStep: Advance = (session, event, context) => {
      const turn = advanceTwin(session, event, context);
      return event.type === 'utterance' && event.text === 'step' ? { ...turn, replies: [fix] } : turn;
    };
    const think = (bot: BotUnderTest, replyToId: string, reaction: string) =>
      post(bot, 'card-action', { name: 'message/submitAction', replyToId, value: { actionName: 'feedback', actionValue: { reaction, feedback: '{"feedbackText":"fine"}' } } });

    it('has thumbs; one of them is no outcome, and asks for it while the step is open', async () => {
      const bot = await start({ advance: withStep });
      await say(bot, 'step');
      expect(twin().sent[0]?.activity.channelData).toEqual({ feedbackLoop: { type: 'default' } });
      expect(await think(bot, 'sent-1', 'like')).toEqual({ status: 200, body: '' });
      expect(twin().texts().at(-1)).toBe('2: continue ');
      expect(twin().changed()).toMatchObject([{ id: 'sent-1' }]);
      // The step is not open any more.
      expect(await think(bot, 'sent-1', 'dislike')).toEqual({ status: 200, body: '' });
      expect(twin().texts()).toHaveLength(2);
    });

    it('has them, and nothing else does', async () => {
      const bot = await start({ advance: withStep });
      await say(bot, 'card');
      expect(twin().sent[0]?.activity.channelData).toBeUndefined();
      expect(await think(bot, 'sent-1', 'like')).toEqual({ status: 200, body: '' });
      expect(twin().texts()).toEqual(['1: press']);
    });
  });

  it('takes what was chosen from a list as the press of its button', async () => {
    const bot = await start();
    await submit(bot, 'sent-1', { reconnect: { action: 'choose', target: '', step: 1 }, fromList: true, 'reconnect-pick': 'answer/since-update' });
    await submit(bot, 'sent-1', { reconnect: { action: 'choose', target: '', step: 1 }, fromList: true, 'reconnect-pick': 'nonsense/x' });
    expect(twin().texts()).toEqual(['1: answer since-update', '2: choose ']);
  });
});
