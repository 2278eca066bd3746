import type { Activity } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startBot, teamsFixture, type BotUnderTest } from './bot-under-test.ts';
import { startConnectorTwin, type ConnectorTwin } from './connector-twin.ts';

describe('what Teams sends, through the real adapter', () => {
  let twin: ConnectorTwin;
  let bot: BotUnderTest;
  beforeEach(async () => {
    twin = await startConnectorTwin();
    bot = await startBot();
  });
  afterEach(async () => {
    await bot.close();
    await twin.close();
  });

  const play = async (name: string, change: object = {}): Promise<{ status: number; body: string }[]> => {
    const answers = [];
    for (const activity of await teamsFixture(name, twin.serviceUrl)) answers.push(await bot.post({ ...activity, ...change }));
    return answers;
  };

  it('greets a person once, though an installation comes as two activities and twice', async () => {
    const answers = [...(await play('installation')), ...(await play('installation', { id: 'again' }))];
    expect(answers).toEqual(answers.map(() => ({ status: 200, body: '' })));
    expect(twin.texts()).toEqual([expect.stringMatching(/^Hello\.\n.*You can say:/)]);
  });

  it('greets once when both activities of an installation come at the same time', async () => {
    const activities = await teamsFixture('installation', twin.serviceUrl);
    await Promise.all(activities.map((activity) => bot.post(activity)));
    expect(twin.texts()).toEqual([expect.stringMatching(/^Hello\.\n.*You can say:/)]);
  });

  it('greets a team when the bot is added, not its later members', async () => {
    await play('channel-installation');
    await play('channel-member-added');
    expect(twin.texts()).toEqual([expect.stringMatching(/^Hello\.\n.*You can say:/)]);
    // Nobody was looked up for it.
    expect(twin.sent).toHaveLength(1);
  });

  it('answers a personal message, as a reply to it', async () => {
    await play('personal-message');
    expect(twin.texts()).toEqual(['1: Robin Sample said An internal error has occurred, 0x904']);
    expect(twin.sent[0]).toMatchObject({
      method: 'POST',
      path: '/teams/v3/conversations/a:1SamplePersonalConversationSamplePersonalConversation/activities/1700000000010',
      activity: { from: { name: 'Reconnect' }, recipient: { name: 'Robin Sample' } },
    });
  });

  it('reads the lines of a formatted message', async () => {
    await play('personal-message-formatted', { channelId: 'slack' });
    expect(twin.texts()).toEqual(['1: Robin Sample said Error code: 0x904\nExtended error code: 0x7']);
  });

  it('takes a screenshot as an attachment, not its HTML', async () => {
    await play('personal-screenshot');
    expect(twin.texts()).toEqual(['1: Robin Sample said  +image/png']);
  });

  it('hears a mention in a channel without the mention, in the thread', async () => {
    await play('channel-mention');
    expect(twin.texts()).toEqual(['1: Robin Sample said we get 0x904 & 0x7 on one server, ask Kim Sample']);
    expect(twin.sent[0]?.path).toContain(';messageid=1700000000001/');
  });

  it('keeps a personal chat, a group chat and a thread apart', async () => {
    await play('personal-message');
    await play('group-chat-message');
    await play('channel-mention');
    await play('personal-message', { id: 'second' });
    expect(twin.texts().map((text) => text.slice(0, 2))).toEqual(['1:', '1:', '1:', '2:']);
    expect(twin.texts()[1]).toBe('1: Robin Sample said my session freezes');
  });

  it('takes the button of a card, with what was typed into it', async () => {
    await play('card-submit');
    expect(twin.texts()).toEqual(['1: worked restart-termservice {"note":"after the second try"}']);
  });

  it('says of another card\'s button that it could not be read', async () => {
    await play('foreign-card-submit');
    expect(twin.texts()).toEqual(['1: unknown: a button of another card']);
  });

  it('answers adaptiveCard/action of a card that nobody remembers with one without buttons, and says once what follows', async () => {
    const [answer] = await play('card-action');
    expect(JSON.parse(answer?.body ?? '')).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { body: [{ text: expect.stringContaining('This step is over') }] } });
    expect(await play('card-action')).toMatchObject([{ status: 200 }]);
    expect(twin.texts()).toEqual(['1: worked restart-termservice']);
  });

  it.each([{}, { action: {} }, { action: { type: 'Action.Execute', data: 'x' } }, 'text'])(
    'refuses an adaptiveCard/action of another shape: %j',
    async (value) => {
      expect(await play('card-action', { value })).toMatchObject([{ status: 400 }]);
      expect(twin.sent).toEqual([]);
    },
  );

  it('does not know other invokes', async () => {
    expect(await play('card-action', { name: 'composeExtension/selectItem' })).toMatchObject([{ status: 501 }]);
  });

  it('takes null for what is not there', async () => {
    await play('personal-message', { attachments: null, entities: null, value: null, locale: null, textFormat: null, name: null });
    const [{ from, recipient, conversation }] = (await teamsFixture('personal-message', twin.serviceUrl)) as [Partial<Activity>];
    await play('personal-message', {
      id: 'm2', text: 'nulls within', from: { ...from, aadObjectId: null }, recipient: { ...recipient, name: null }, conversation: { ...conversation, name: null },
      entities: [null, { type: 'clientInfo', locale: null }], attachments: [{ contentType: 'image/png', name: null, contentUrl: null }],
    });
    expect(twin.texts()).toEqual(['1: Robin Sample said An internal error has occurred, 0x904', '2: Robin Sample said nulls within +image/png']);
  });

  it('says nothing to a reaction, to typing and when it is removed', async () => {
    await play('reaction');
    await play('uninstallation');
    await play('personal-message', { type: 'typing' });
    expect(twin.sent).toEqual([]);
  });

});
