import { readFile } from 'node:fs/promises';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity, Storage } from 'botbuilder';
import restify from 'restify';
import { createAdapter, type AdapterConfig, type SupportAdapter } from '../../bots/connecting/adapter.ts';
import { Assistant, type AssistantParts } from '../../bots/turns/assistant.ts';
import type { EffectSink } from '../../bots/turns/effect-sink.ts';
import { CaseState } from '../../bots/turns/case-state.ts';
import { createLateReplies } from '../../bots/turns/late-replies.ts';
import { createMessagesHandler } from '../../bots/turns/messages-handler.ts';
import type { MessageExtensionParts } from '../../bots/turns/message-extension.ts';
import { createNotifier, type Notifier } from '../../bots/turns/notifier.ts';
import { OwedReplies, type OwedTurn, type ReplyJournal } from '../../bots/turns/owed-replies.ts';
import { SupportBot } from '../../bots/turns/support-bot.ts';
import { Turns } from '../../bots/turns/turns.ts';
import { RENDERERS } from '../../service/assistant.ts';
import { reviveSession } from '../../dialogs/session.ts';
import type { Advance } from '../../dialogs/turn.ts';
import { MemoryStorage } from '../storage/memory-storage.ts';
import { advanceTwin } from './dialog-twin.ts';

export interface BotOptions {
  readonly advance?: Advance;
  readonly storage?: Storage;
  readonly effects?: EffectSink;
  readonly adapter?: Partial<AdapterConfig>;
  readonly typingAfter?: number;
  readonly answerWithin?: number;
  readonly bounds?: AssistantParts['bounds'];
  readonly codesIn?: MessageExtensionParts['codesIn'];
  readonly latePauses?: readonly number[];
  /** What an earlier process owed, and where this one keeps what it owes. */
  readonly left?: readonly OwedTurn[];
  readonly journal?: ReplyJournal;
}

export interface BotUnderTest {
  readonly adapter: SupportAdapter;
  readonly notifier: Notifier;
  readonly logged: { fields: object; message: string }[];
  readonly logic: (context: Parameters<SupportBot['run']>[0]) => Promise<void>;
  /** Posts to /api/messages, as a channel does. */
  post(activity: unknown, headers?: Readonly<Record<string, string>>): Promise<{ status: number; body: string }>;
  close(): Promise<void>;
}

/** The real adapter, bot and assistant on a real server, with twins for what is around them. */
export async function startBot(options: BotOptions = {}): Promise<BotUnderTest> {
  const logged: BotUnderTest['logged'] = [];
  const note = (fields: object, message: string): void => void logged.push({ fields, message });
  const log = { info: note, warn: note, error: note };
  let ids = 0;
  const newId = (): string => `id-${process.pid}-${(ids += 1)}`;
  const adapter = createAdapter({ log, newReference: () => 'REF-1', ...options.adapter });
  const turns = new Turns();
  adapter.use(turns);
  const owed = new OwedReplies(options.journal ?? { begin: () => undefined, note: () => undefined, end: () => undefined }, options.left);
  const assistant = new Assistant({
    owed,
    advance: options.advance ?? advanceTwin,
    renderers: RENDERERS,
    revive: reviveSession,
    effects: options.effects ?? { put: async () => undefined },
    state: new CaseState(options.storage ?? new MemoryStorage()),
    now: () => new Date('2026-03-02T09:15:00Z'),
    newId: () => `${newId()}-${Math.random()}`,
    pages: { privacy: 'https://rdp.example/privacy', terms: 'https://rdp.example/terms' },
    ...(options.bounds && { bounds: options.bounds }),
    ...(options.typingAfter !== undefined && { typingAfter: options.typingAfter }),
  });
  const bot = new SupportBot({
    assistant, newId, now: () => new Date('2026-03-02T09:15:00Z'),
    extension: { advance: options.advance ?? advanceTwin, renderers: RENDERERS, codesIn: options.codesIn ?? (() => []) },
  });
  const logic: BotUnderTest['logic'] = (context) => bot.run(context);

  const server = restify.createServer({ name: 'bot-under-test' });
  server.use(restify.plugins.bodyParser({ mapParams: false }));
  const late = createLateReplies({ adapter, assistant, owed, log, now: () => Date.parse('2026-03-02T09:15:00Z'), ...(options.latePauses && { pauses: options.latePauses }) });
  const handle = createMessagesHandler(adapter, logic, log, { onOwed: late.send, ...(options.answerWithin !== undefined && { answerWithin: options.answerWithin }) });
  server.post('/api/messages', async (request: restify.Request, response: restify.Response) => handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  late.resume();

  return {
    adapter,
    notifier: createNotifier({ adapter, assistant, newId }),
    logged,
    logic,
    async post(activity, headers = {}) {
      const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof activity === 'string' ? activity : JSON.stringify(activity),
      });
      return { status: response.status, body: await response.text() };
    },
    async close() {
      late.stop();
      await turns.idle();
      const http = server.server as HttpServer;
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      http.closeAllConnections();
      await closed;
    },
  };
}

/** The activities of a flow as Teams would send them, with another service URL. */
export async function teamsFixture(name: string, serviceUrl: string): Promise<Partial<Activity>[]> {
  const file = new URL(`../fixtures/teams/${name}.json`, import.meta.url);
  const activities = JSON.parse(await readFile(file, 'utf8')) as Partial<Activity>[];
  return activities.map((activity) => ({ ...activity, serviceUrl }));
}
