import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createDirectLineBot } from '../../bots/connecting/direct-line.ts';
import { createTokens } from '../../server/direct-line/tokens.ts';
import { LIMITS } from '../../server/limits.ts';
import { FileConversationLog } from '../../storage/conversation-log.ts';
import { startBot, type BotUnderTest } from '../bots/bot-under-test.ts';
import { DirectLineClient, type Answer } from './direct-line-client.ts';
import { removeTemporaryDirectories, startServer, temporaryDirectory, TEST_SECRET, type RunningServer } from './running-server.ts';
import { createTestBot } from './test-bot.ts';

const OPEN = { strangers: { burst: 1e6, perSecond: 1e6 }, users: { burst: 1e6, perSecond: 1e6 } };

/** The small bot, which says what it got. */
let small: RunningServer;
/** The product's own bot over a dialog twin. */
let ours: RunningServer;
let bot: BotUnderTest;
const testBot = createTestBot();

beforeAll(async () => {
  const directLine = (run: typeof testBot.bot) => ({
    conversationLog: new FileConversationLog(temporaryDirectory()), bot: run, tokens: { secret: TEST_SECRET }, limits: OPEN,
  });
  bot = await startBot();
  small = await startServer({ testBot, parts: { directLine: directLine(testBot.bot) } });
  ours = await startServer({ parts: { directLine: directLine(createDirectLineBot({ adapter: bot.adapter, logic: bot.logic })) } });
});
afterAll(async () => {
  await Promise.all([small.stop(), ours.stop(), bot.close()]);
  removeTemporaryDirectories();
});

const begin = (server: RunningServer = small) => DirectLineClient.begin(server.origin);
const post = (client: DirectLineClient, activity: object): Promise<Answer> =>
  client.request('POST', `conversations/${client.conversationId}/activities`, activity);
const upload = (client: DirectLineClient, body: FormData | string, headers: Record<string, string> = {}): Promise<Answer> =>
  client.request('POST', `conversations/${client.conversationId}/upload?userId=whoever`, body, headers);
const messageOf = ({ body }: Answer): string => (body as { error: { message: string } }).error.message;

function form(type: string, bytes = 7): FormData {
  const data = new FormData();
  data.append('activity', new Blob(['{"type":"message","text":"look","attachments":[{"contentType":"image/png","name":null}]}'], { type: 'application/vnd.microsoft.activity' }));
  data.append('file', new Blob([Buffer.alloc(bytes, 7)], { type }), 'screen.png');
  return data;
}

const ROWS: Readonly<Record<string, () => Promise<void>>> = {
  '`POST tokens/generate`': async () => {
    const answer = await new DirectLineClient(small.origin).request('POST', 'tokens/generate', { user: { id: 'dl_mine' }, trustedOrigins: ['https://evil.example'] });
    expect(answer).toMatchObject({ status: 200, body: { token: expect.any(String), conversationId: expect.any(String), expires_in: 1800 } });
    expect(JSON.stringify(answer.body)).not.toContain('dl_mine');
  },
  '`POST tokens/refresh`': async () => {
    const client = await begin();
    const answer = await client.request('POST', 'tokens/refresh');
    expect(answer).toMatchObject({ status: 200, body: { conversationId: client.conversationId, token: expect.any(String) } });
    Object.assign(client, answer.body);
    await client.say('still me');
    expect((await client.history()).find(({ text }) => text === 'still me')?.from.id).toBe(client.userId);
  },
  '`POST conversations`': async () => {
    const client = new DirectLineClient(small.origin);
    Object.assign(client, (await client.request('POST', 'tokens/generate')).body);
    const opened = await client.request('POST', 'conversations', { user: { id: 'dl_mine' }, locale: 'en-US' });
    expect(opened).toMatchObject({ status: 201, body: { streamUrl: expect.stringMatching(/^ws:/) } });
    expect(await client.texts()).toHaveLength(1);
    expect((await client.request('POST', 'conversations')).status).toBe(200);
    expect(await client.texts()).toHaveLength(1);
  },
  '`GET conversations/:id?watermark=`': async () => {
    const client = await begin();
    await client.say('hi');
    const stream = await client.stream('3');
    await stream.until((reader) => reader.seen.length > 0);
    expect(stream.texts).toEqual(['second: hi']);
    await stream.close();
  },
  '`GET conversations/:id/activities?watermark=`': async () => {
    const client = await begin();
    await client.say('hi');
    const { body } = await client.request('GET', `conversations/${client.conversationId}/activities?watermark=2`);
    expect(body).toMatchObject({ watermark: '4', activities: [{ text: 'first: hi' }, { text: 'second: hi' }] });
  },
  'connects to `streamUrl`': async () => {
    const client = await begin();
    const stream = await client.stream();
    stream.socket.send('');
    await client.say('hi');
    await stream.until((reader) => reader.texts.includes('second: hi'));
    expect(stream.texts).toEqual(['Hello. What does your screen say?', 'hi', 'first: hi', 'second: hi']);
    await stream.close();
  },
  'closes the stream': async () => {
    const client = await begin();
    for (let n = 0; n < 2 * LIMITS.streams.conversation; n++) {
      const stream = await client.stream();
      await stream.close();
      expect(stream.socket.readyState).toBe(WebSocket.CLOSED);
    }
    await client.say('nobody listens');
    expect(await client.texts()).toContain('first: nobody listens');
  },
  'shows a Direct Line secret, or no token': async () => {
    const client = new DirectLineClient(small.origin);
    expect((await client.request('POST', 'conversations')).status).toBe(401);
    client.token = 'RCurR_XV9ZA.cwA.BKA.iaJrC8xpy8qbOF5xnR2vtCX7CZj0LdjAPGfiCpg4Fv0';
    expect((await client.request('POST', 'conversations')).status).toBe(401);
  },
  'shows a token that has expired': async () => {
    const client = await begin();
    const past = createTokens({ secret: TEST_SECRET, now: () => new Date(Date.now() - 31 * 60_000) });
    client.token = past.issue('access', { user: client.userId, conv: client.conversationId });
    expect(await client.say('hi')).toMatchObject({ status: 403, body: { error: { code: 'TokenExpired' } } });
  },
  'shows a token of another conversation': async () => {
    const [client, other] = [await begin(), await begin()];
    client.token = other.token;
    expect((await client.say('hi')).status).toBe(403);
  },
  'sends a message': async () => {
    const client = await begin();
    const { status, body } = await client.say('hi', 'key-1');
    expect(status).toBe(200);
    const mine = (await client.history()).find(({ id }) => id === (body as { id: string }).id);
    expect(mine).toMatchObject({ type: 'message', text: 'hi', channelData: { clientActivityID: 'key-1' } });
    expect(await client.texts()).toContain('first: hi');
  },
  'sends one `clientActivityID` twice': async () => {
    const client = await begin();
    const [first, second] = [await client.say('hi', 'key-1'), await client.say('hi', 'key-1')];
    expect(second).toMatchObject({ status: 200, body: first.body });
    expect((await client.texts()).filter((text) => text === 'first: hi')).toHaveLength(1);
  },
  'sends a suggested action or a card\'s button (`imBack`, `postBack`, `messageBack`)': async () => {
    const client = await begin();
    expect((await post(client, { type: 'message', text: 'Yes', channelData: {}, textFormat: 'plain' })).status).toBe(200);
    expect((await post(client, { type: 'message', value: { action: 'worked' }, channelData: { postBack: true } })).status).toBe(200);
    expect((await post(client, { type: 'message', text: 'It works', value: { action: 'failed' }, channelData: { messageBack: { displayText: 'It works' } } })).status).toBe(200);
    expect((await client.texts()).filter((text) => /^(first|You chose)/.test(text ?? ''))).toEqual(['first: Yes', 'You chose action: worked', 'You chose action: failed']);
  },
  'sends a value that is a number, a truth value or a list': async () => {
    const client = await begin(ours);
    for (const value of [7, true, [1, { a: null }]]) expect((await post(client, { type: 'message', value })).status, JSON.stringify(value)).toBe(200);
    expect(await client.texts()).toContain('1:  said 7');
  },
  'sends nulls': async () => {
    const client = await begin();
    const answer = await post(client, {
      type: 'message', text: 'hi', locale: null, value: null, channelData: null, textFormat: null, replyToId: null, from: null, entities: null,
      attachments: [{ contentType: 'image/png', name: null, contentUrl: null, thumbnailUrl: null, content: null }],
    });
    expect(answer.status).toBe(200);
    expect((await post(client, { type: 'message', text: null, attachments: null })).status).toBe(200);
    expect(JSON.stringify(await client.history())).not.toContain('null');
  },
  'sends attachments with addresses': async () => {
    const client = await begin();
    const attachments = [{ contentType: 'image/png', contentUrl: 'http://127.0.0.1:1/internal.png', name: 'screen.png' }];
    expect((await post(client, { type: 'message', text: '', attachments })).status).toBe(200);
    const seen = JSON.stringify(await client.history());
    expect(seen).toContain('I got screen.png, image/png');
    expect(seen).not.toContain('internal.png');
  },
  'sends `typing`': async () => {
    const client = await begin();
    expect((await post(client, { type: 'typing' })).status).toBe(200);
    expect(await client.texts()).toHaveLength(1);
  },
  'sends an event, such as `webchat/join`': async () => {
    for (const server of [small, ours]) {
      const client = await begin(server);
      const stream = await client.stream('1');
      const { status, body } = await post(client, { type: 'event', name: 'webchat/join', value: { language: 'en-US' }, channelData: { clientActivityID: 'k' } });
      expect(status).toBe(200);
      await client.say('hi');
      await stream.until((reader) => reader.seen.some(({ text }) => text === 'hi'));
      expect(stream.seen[0]).toMatchObject({ id: (body as { id: string }).id, type: 'event', name: 'webchat/join', value: { language: 'en-US' }, from: { id: client.userId } });
      expect(stream.seen[1]?.text).toBe('hi');
      await stream.close();
    }
  },
  'sends `endOfConversation`': async () => {
    const client = await begin(ours);
    expect((await post(client, { type: 'endOfConversation', code: 'completedSuccessfully' })).status).toBe(200);
    await client.say('one more');
    expect((await client.history()).map(({ type, text }) => text ?? type)).toEqual(['Hello.', 'endOfConversation', 'one more', '1:  said one more']);
  },
  'sends `invoke` with `adaptiveCard/action` (Action.Execute)': async () => {
    const client = await begin(ours);
    await client.say('card');
    const press = { reconnect: { action: 'worked', target: 'fix', step: 1 } };
    expect((await post(client, { type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb: 'press', data: press }, trigger: 'manual' } })).status).toBe(200);
    expect((await client.texts()).at(-1)).toBe('2: worked fix');
    expect((await post(client, { type: 'invoke', name: 'adaptiveCard/action', value: { action: { data: { of: 'another card' } } } })).status).toBe(200);
    expect((await client.texts()).at(-1)).toContain('unknown');
  },
  'sends another `invoke`': async () => {
    const client = await begin();
    const answer = await post(client, { type: 'invoke', name: 'signin/tokenExchange', value: {} });
    expect(answer.status).toBe(400);
    expect(messageOf(answer)).toContain('adaptiveCard/action');
  },
  'sends `conversationUpdate`, `messageReaction` or an unknown type': async () => {
    const client = await begin();
    for (const type of ['conversationUpdate', 'messageReaction', 'anything', undefined]) {
      const answer = await post(client, { type, membersAdded: [{ id: 'somebody' }] });
      expect(answer.status, type).toBe(400);
      for (const taken of ['message', 'typing', 'event', 'invoke', 'endOfConversation']) expect(messageOf(answer)).toContain(taken);
    }
    expect(await client.texts()).toHaveLength(1);
  },
  'uploads a form with a message and files': async () => {
    const client = await begin();
    expect(await upload(client, form('image/png'))).toMatchObject({ status: 200, body: { id: expect.any(String) } });
    expect((await client.texts()).at(-1)).toBe('I got screen.png, image/png, undefined');
  },
  'uploads one file as the body': async () => {
    const client = await begin();
    const headers = { 'content-type': 'image/jpeg', 'content-disposition': 'name="file"; filename="my screen.jpg"' };
    expect(await upload(client, 'the bytes', headers)).toMatchObject({ status: 200, body: { id: expect.any(String) } });
    expect((await client.texts()).at(-1)).toBe('I got my screen.jpg, image/jpeg, undefined');
    await upload(client, 'the bytes', { 'content-type': 'image/png' });
    expect((await client.texts()).at(-1)).toBe('I got file, image/png, undefined');
  },
  'uploads a file of another type': async () => {
    const client = await begin();
    for (const answer of [await upload(client, form('text/html')), await upload(client, '<b>', { 'content-type': 'text/html' }), await upload(client, 'x')]) {
      expect(answer.status).toBe(415);
      expect(messageOf(answer)).toContain('image/png');
    }
  },
  'uploads too much': async () => {
    const client = await begin();
    for (const bytes of [LIMITS.upload.bytes + 1, LIMITS.upload.bytes + 500_000, 2 * LIMITS.upload.bytes]) {
      expect(await upload(client, form('image/png', bytes))).toMatchObject({ status: 413, body: { error: { code: 'TooLarge' } } });
    }
  },
  'asks for `session/getsessionid`': async () => {
    expect(await new DirectLineClient(small.origin).request('GET', 'session/getsessionid')).toMatchObject({ status: 200, body: { sessionId: '' } });
  },
  'receives `suggestedActions` of a bot': async () => {
    const client = await begin();
    await client.say('choose');
    expect((await client.history()).at(-1)).toMatchObject({
      inputHint: expect.anything(), suggestedActions: { actions: [{ type: 'imBack', title: 'Yes', value: 'Yes' }, { type: 'imBack', title: 'No', value: 'No' }] },
    });
  },
  'sends while the bot fails': async () => {
    const client = await begin();
    testBot.duringTurn = async () => {
      throw new Error('broken');
    };
    expect((await client.say('hi', 'key-1')).status).toBe(502);
    testBot.duringTurn = async () => undefined;
    expect((await client.say('hi', 'key-1')).status).toBe(200);
    expect((await client.texts()).filter((text) => text === 'first: hi')).toHaveLength(1);
  },
};

describe('Direct Line 3.0, row by row', () => {
  it.each(Object.keys(ROWS))('%s', (row) => ROWS[row]?.());

  it('has a test for each row of the documentation, and the other way round', () => {
    const page = readFileSync(new URL('../../docs/direct-line.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| (?!what a client|---)(.+?) \| .+ \|$/gm)].map(([, row]) => row);
    expect(rows).toEqual(Object.keys(ROWS));
  });
});
