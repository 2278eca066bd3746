import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS, commandsFor } from '../../bots/activities/commands.ts';
import { teamsManifest } from '../../deploy/teams/manifest.ts';
import { teamsAppSettings } from '../../deploy/teams/settings.ts';
import type { Assistant } from '../../service/assistant.ts';
import { sharedAssistant } from '../assistant.ts';
import { startBot, teamsFixture, type BotUnderTest } from './bot-under-test.ts';
import { startConnectorTwin, type ConnectorTwin } from './connector-twin.ts';

/** What the assistant says to each command when nothing was said before. */
const ANSWERS: Readonly<Record<string, RegExp>> = {
  'I cannot connect': /doesn't answer\.[^]*\?/,
  'The connection drops': /drops after it opened\.[^]*\?/,
  'Explain an error code': /number your app shows[^]*Paste the error/,
  Help: /one step at a time[^]*You can say:[^]*Talk to support/,
  'Start over': /from the beginning/,
  'Talk to support': /what they will read/,
  'Show my ticket': /no ticket yet/,
  Privacy: /limited time[^]*https:\/\/rdp\.example\/privacy[^]*https:\/\/rdp\.example\/terms/,
  'Delete my data': /erase everything of yours/,
};
const GREETINGS = ['hi', 'hello', 'Hello!', 'help', 'privacy', 'delete my data.', 'HELP?'];
/** Nothing that the app offers is met with this. */
const REFUSAL = /doesn't look like a Remote Desktop problem|not sure what you mean/;

describe('every command of the app, through the assistant itself', () => {
  let assistant: Assistant;
  let twin: ConnectorTwin;
  let bot: BotUnderTest;
  beforeAll(async () => {
    assistant = await sharedAssistant();
  });
  beforeEach(async () => {
    twin = await startConnectorTwin();
    bot = await startBot({ advance: assistant.advance });
  });
  afterEach(async () => {
    await bot.close();
    await twin.close();
  });

  const say = async (fixture: string, text: string): Promise<string> => {
    const [activity] = await teamsFixture(fixture, twin.serviceUrl);
    await bot.post({ ...activity, attachments: [], id: `m${twin.sent.length}`, text: fixture === 'personal-message' ? text : `<at>Reconnect</at> ${text}` });
    return twin.texts().at(-1) ?? '';
  };

  it('that the manifest offers is known, in each scope what may be said there', () => {
    const settings = teamsAppSettings({ BOT_ID: '77777777-aaaa-4bbb-8ccc-888888888888', DEVELOPER_NAME: 'x', PUBLIC_URL: 'https://rdp.example' });
    const { bots: [offered] } = teamsManifest(settings, '1.0.0') as { bots: [{ commandLists: { scopes: string[]; commands: { title: string }[] }[] }] };
    expect(offered.commandLists.map(({ scopes, commands }) => [scopes, commands.map(({ title }) => title)])).toEqual([
      [['personal'], Object.keys(ANSWERS)],
      ...[['team'], ['groupChat']].map((scopes) => [scopes, commandsFor('shared').map(({ title }) => title)]),
    ]);
    expect(COMMANDS.map(({ title }) => title)).toEqual(Object.keys(ANSWERS));
  });

  it.each(COMMANDS.map(({ title }) => title))('"%s" is answered in a chat of one\'s own', async (title) => {
    const answer = await say('personal-message', title);
    expect(answer).toMatch(ANSWERS[title] ?? /^$/);
    expect(answer).not.toMatch(REFUSAL);
  });

  it.each(commandsFor('shared').flatMap(({ title }) => [['group-chat-message', title], ['channel-mention', title]] as const))('in a %s: "%s"', async (fixture, title) => {
    const answer = await say(fixture, title);
    expect(answer).toMatch(title === 'Help' ? /Others read along[^]*You can say:/ : (ANSWERS[title] ?? /^$/));
    expect(answer).not.toMatch(REFUSAL);
  });

  it.each(GREETINGS)('"%s" is no dead end', async (text) => {
    const answer = await say('personal-message', text);
    expect(answer).not.toMatch(REFUSAL);
    expect(answer).toMatch(/Paste the error|say \*\*delete my data|Press the button/i);
  });

  it('a question about privacy in the middle of a step leaves the step where it is', async () => {
    await say('personal-message', 'Error code: 0x904, extended error code: 0x7');
    await say('personal-message', 'Privacy');
    expect(await say('personal-message', 'what was the question?')).not.toMatch(REFUSAL);
    expect(twin.texts().filter((text) => /Did anything change/.test(text))).toHaveLength(2);
  });

  it.each([['installation', /You can say:[^]*Talk to support/], ['channel-installation', /Robin Sample added me here\. Others read along here[^]*You can say:/]])('%s: the welcome says what the app does, how, and the commands', async (fixture, commands) => {
    for (const activity of await teamsFixture(fixture, twin.serviceUrl)) await bot.post(activity);
    const [welcome, ...more] = twin.texts();
    expect(welcome).toMatch(/I help when a Remote Desktop connection won't work[^]*Paste what your screen says[^]*one step at a time/);
    expect(welcome).toMatch(commands);
    expect(more).toEqual([]);
  });
});
