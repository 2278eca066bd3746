import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { ConversationState } from 'botbuilder';
import { assembleAssistant, KNOWLEDGE_DIR } from './assemble.ts';
import type { Assistant as Diagnostician } from './app.ts';
import { createAdapter } from './bots/adapter.ts';
import { Assistant } from './bots/assistant.ts';
import { assertSafeBinding } from './bots/credentials.ts';
import { createDirectLineBot, DIRECT_LINE_SERVICE_URL, directLineConnectorFactory } from './bots/direct-line.ts';
import { createMessagesHandler } from './bots/messages-handler.ts';
import { createNotifier } from './bots/notifier.ts';
import { SupportBot } from './bots/support-bot.ts';
import { Turns } from './bots/turns.ts';
import type { Config } from './config.ts';
import { redact } from './diagnosis/redact.ts';
import { orderOfFixes } from './diagnosis/troubleshooting/fix-order.ts';
import { reviveSession } from './dialogs/session.ts';
import { putEffects } from './helpdesk/effects.ts';
import { createEmbeddedHelpdesk } from './helpdesk/embedded.ts';
import { createRelay } from './helpdesk/relay.ts';
import { formatFinding } from './knowledge/finding.ts';
import { watchKnowledge } from './knowledge/watch.ts';
import type { ServerLog } from './server/log.ts';
import { createServer } from './server/create-server.ts';
import { createChatPage } from './server/pages/chat-page.ts';
import { FileConversationLog } from './storage/conversation-log.ts';
import { LowdbStorage } from './storage/lowdb-storage.ts';
import { createFileOutbox } from './storage/outbox.ts';
import { secretIn } from './storage/secret-file.ts';
import { createFileTicketStore } from './storage/ticket-store.ts';

export interface Service {
  /** Where it listens. */
  readonly url: string;
  readonly assistant: Diagnostician;
  /** Takes nothing new, lets running turns end, and frees the data folder. */
  stop(): Promise<void>;
}

/** How often the helpdesk's side is looked at when nothing pokes. */
const RELAY_PERIOD_MS = 5_000;

/** The whole service on one machine: adapters, storage, helpdesk and website around the assistant. Listens when it resolves. */
export async function startService(config: Config, log: ServerLog): Promise<Service> {
  assertSafeBinding(config.host, config.credentials);
  const folder = (name: string) => join(config.dataDir, name);
  const storage = await LowdbStorage.open(folder('state'));
  try {
    return await startOn(storage, config, log, folder);
  } catch (error) {
    await storage.close();
    throw error;
  }
}

async function startOn(storage: LowdbStorage, config: Config, log: ServerLog, folder: (name: string) => string): Promise<Service> {
  const diagnostician = await assembleAssistant();
  const outbox = createFileOutbox(config.dataDir);
  const relayTrigger = { poke: () => undefined as void };
  const { helpdesk, board } = await createEmbeddedHelpdesk({
    store: createFileTicketStore(folder('tickets')),
    now: () => new Date(),
    poke: () => relayTrigger.poke(),
    urlOf: (number) => `/helpdesk/tickets/${number}`,
  });

  const adapter = createAdapter({ ...(config.credentials && { credentials: config.credentials }), log, newReference: randomUUID });
  const turns = new Turns();
  adapter.use(turns);
  const assistant = new Assistant({
    advance: diagnostician.advance,
    render: diagnostician.render,
    revive: reviveSession,
    effects: {
      async put(effects, reference) {
        if (await putEffects(outbox, effects, reference as Record<string, unknown>)) relayTrigger.poke();
      },
    },
    state: new ConversationState(storage),
    now: () => new Date(),
    newId: randomUUID,
  });
  const bot = new SupportBot({ assistant, render: diagnostician.render, newId: randomUUID });
  const logic = (context: Parameters<SupportBot['run']>[0]) => bot.run(context);

  const conversationLog = new FileConversationLog(folder('conversations'), { onTornLine: (file, bytes) => log.warn({ file, bytes }, 'an unfinished line was cut off') });
  const built = createServer({
    messages: createMessagesHandler(adapter, logic, log),
    directLine: {
      conversationLog,
      redact: (text) => redact(text).text,
      bot: createDirectLineBot({ adapter, logic }),
      tokens: { secret: await secretIn(join(config.dataDir, 'secret')) },
    },
    chatPage: createChatPage(),
    helpdesk: { board, ...(config.helpdeskPassword && { password: config.helpdeskPassword }) },
    knowledge: {
      graph: () => diagnostician.mind.graph,
      troubleshooter: (problem) => diagnostician.mind.troubleshooter(problem),
      order: orderOfFixes,
      codesIn: (text) => diagnostician.mind.read(text, new Date()).codes,
    },
    health: async () => ({ ok: true, checks: { knowledge: diagnostician.mind.graph.version, storage: 'ok' } }),
    log,
  });
  const { conversations } = built;
  if (conversations) adapter.registerLocal(DIRECT_LINE_SERVICE_URL, (turn) => directLineConnectorFactory(conversations, turn), 'directline');

  const notifier = createNotifier({ adapter, assistant, newId: randomUUID });
  const relay = createRelay({
    helpdesk,
    outbox,
    notify: (address, event) => notifier.deliver(address, event),
    now: Date.now,
    log: (level, message, facts) => log[level](facts, message),
  });
  const run = () => void relay.run().catch((error: unknown) => log.error({ error: String(error) }, 'the helpdesk relay failed'));
  relayTrigger.poke = () => void setImmediate(run);
  const timer = setInterval(run, RELAY_PERIOD_MS);
  run();

  const watching = await watchKnowledge(
    KNOWLEDGE_DIR,
    (graph) => {
      diagnostician.adopt(graph);
      log.info({ version: graph.version }, 'the knowledge was changed and is in use');
    },
    (findings) => log.error({ findings: findings.map(formatFinding) }, 'the knowledge was changed and cannot be used; the old one stays in use'),
  );

  await new Promise<void>((resolve, reject) => {
    built.server.once('error', reject);
    built.server.listen(config.port, config.host, resolve);
  });
  const { port } = built.server.address();
  return {
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}/`,
    assistant: diagnostician,
    async stop() {
      clearInterval(timer);
      watching.stop();
      await built.close();
      await turns.idle();
      await relay.run().catch(() => undefined);
      conversationLog.close();
      await storage.close();
    },
  };
}
