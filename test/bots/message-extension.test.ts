import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Effect } from '../../dialogs/turn.ts';
import { sharedAssistant } from '../assistant.ts';
import { MemoryStorage } from '../storage/memory-storage.ts';
import { startBot, teamsFixture, type BotUnderTest } from './bot-under-test.ts';
import { startConnectorTwin, type ConnectorTwin } from './connector-twin.ts';

describe('the message extension, through the assistant itself', () => {
  let twin: ConnectorTwin;
  let bot: BotUnderTest;
  const storage = new MemoryStorage();
  const effects: Effect[] = [];
  beforeEach(async () => {
    const { advance, mind } = await sharedAssistant();
    twin = await startConnectorTwin();
    bot = await startBot({
      advance, storage, effects: { put: async (wanted) => void effects.push(...wanted) },
      codesIn: (text) => mind.read(text, new Date()).codes.flatMap(({ code }) => mind.graph.code(code)),
    });
  });
  afterEach(async () => {
    await bot.close();
    await twin.close();
  });

  const invoke = async (name: string, value: object) => {
    const [activity] = await teamsFixture('card-action', twin.serviceUrl);
    const { status, body } = await bot.post({ ...activity, conversation: { ...activity?.conversation, conversationType: 'groupChat', isGroup: true }, name, value });
    return { status, body };
  };
  const diagnose = (contentType: string, content: string) => invoke('composeExtension/fetchTask', { commandId: 'diagnose', messagePayload: { id: '1', body: { contentType, content } } });
  const search = (value: string) => invoke('composeExtension/query', { commandId: 'search-code', parameters: [{ name: 'code', value }], queryOptions: { skip: 0, count: 25 } });

  it('says to whoever asked what a message means, keeps nothing and does nothing', async () => {
    const { status, body } = await diagnose('html', '<p>An error:<br>Error code: 0x904<br>Extended error code: 0x7</p>');
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ task: { type: 'continue', value: { title: expect.any(String), card: { contentType: 'application/vnd.microsoft.card.adaptive' } } } });
    expect(body).toContain('The connection closed before you could sign in (0x904, 0x7)');
    expect(body).toContain('https://teams.microsoft.com/l/chat/0/0?users=28%3A11111111-aaaa-4bbb-8ccc-222222222222&message=0x904+0x7');
    expect(body).not.toContain('Action.Execute');
    expect([twin.sent, storage.keys(), effects]).toEqual([[], [], []]);
  });

  it.each([['text', 'get me a person'], ['html', ''], ['text', 'x'.repeat(100_000)]])('has an answer to any message (%s)', async (contentType, content) => {
    const { status, body } = await diagnose(contentType, content);
    expect(status).toBe(200);
    expect(body).toContain('Go on in our own chat');
    expect([twin.sent, storage.keys(), effects]).toEqual([[], [], []]);
  });

  it('finds what a published table says about a code, to be put into a message', async () => {
    const { body } = await search('0x904');
    const { composeExtension } = JSON.parse(body) as { composeExtension: { type: string; attachments: { preview: { content: { title: string } } }[] } };
    expect(composeExtension.type).toBe('result');
    expect(composeExtension.attachments[0]?.preview.content.title).toContain('0x904');
    expect(body).toContain('The remote computer closed the connection');
  });

  it.each(['', 'hello', '0x'])('asks for a code where "%s" is none', async (typed) => {
    expect(JSON.parse((await search(typed)).body)).toMatchObject({ composeExtension: { type: 'message', text: expect.stringContaining('such as 0x904') } });
  });
});
