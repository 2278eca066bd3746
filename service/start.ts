import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { assembleAssistant, KNOWLEDGE_DIR } from './assemble.ts';
import { RENDERERS, type Assistant as Diagnostician } from './assistant.ts';
import { createAdapter } from '../bots/connecting/adapter.ts';
import { Assistant } from '../bots/turns/assistant.ts';
import { CaseState } from '../bots/turns/case-state.ts';
import { assertSafeBinding } from '../bots/connecting/credentials.ts';
import { createDirectLineBot, DIRECT_LINE_SERVICE_URL, directLineConnectorFactory } from '../bots/connecting/direct-line.ts';
import { createLateReplies } from '../bots/turns/late-replies.ts';
import { deliveryFailure } from '../bots/connecting/delivery-error.ts';
import { createMessagesHandler } from '../bots/turns/messages-handler.ts';
import { createNotifier } from '../bots/turns/notifier.ts';
import { OwedReplies } from '../bots/turns/owed-replies.ts';
import { SupportBot } from '../bots/turns/support-bot.ts';
import { Turns } from '../bots/turns/turns.ts';
import type { Config } from './config.ts';
import { redactActivity } from '../reading/redact-values.ts';
import { orderOfFixes } from '../troubleshooting/fix-order.ts';
import { settled } from '../dialogs/problem-belief.ts';
import { reviveSession } from '../dialogs/session.ts';
import { answersFrom } from './answers.ts';
import { openEscalations } from './escalations.ts';
import { openDataFolder } from './data-folder.ts';
import { createDamageNote, type DamageNote } from './damage-note.ts';
import { every } from './every.ts';
import { createHealth } from './health.ts';
import { inTime } from './in-time.ts';
import { formatFinding } from '../knowledge/compiler/finding.ts';
import { watchKnowledge } from '../knowledge/compiler/watch.ts';
import { placeIn } from './privacy/holdings.ts';
import { openPrivacy, type Privacy } from './privacy/open-privacy.ts';
import { warmUp } from './warm-up.ts';
import { openLearning } from './learning.ts';
import { createMetrics } from './metrics.ts';
import { operatorNumbers } from './operator-numbers.ts';
import { LIMITS } from '../server/limits.ts';
import type { ServerLog } from '../server/log.ts';
import { createServer } from '../server/create-server.ts';
import { createChatPage } from '../server/chat/page.ts';
import { createAgentsFile, firstKey } from '../storage/agents-file.ts';
import { FileConversationLog } from '../storage/conversation-log.ts';
import { LowdbStorage } from '../storage/lowdb-storage.ts';
import { FileReplyJournal } from '../storage/reply-journal.ts';
import { createFileTicketStore } from '../storage/ticket-store.ts';
import { outcomeFolderIn } from '../storage/outcome-folder.ts';
import { secretIn } from '../storage/secret-file.ts';

export interface Service {
  /** Where it listens. */
  readonly url: string;
  /** Where the world sees it, when a proxy stands before it. */
  readonly publicUrl?: string;
  /** The helpdesk's sign-in key, when this start made it: it is not kept where it could be read again. */
  readonly newKey?: string;
  readonly assistant: Diagnostician;
  /** Takes nothing new, lets running turns end, and frees the data folder. */
  stop(): Promise<void>;
}

/** How often it is looked whether conversations are over and learned numbers were released. */
const LEARNING_PERIOD_MS = 2_000;

/** The whole service on one machine: adapters, storage, helpdesk and website around the assistant. Listens when it resolves. */
export async function startService(config: Config, log: ServerLog): Promise<Service> {
  assertSafeBinding(config.host, config.credentials);
  const folder = (name: string) => join(config.dataDir, name);
  await openDataFolder(config.dataDir);
  const damage = createDamageNote(log);
  const storage = await LowdbStorage.open(folder('state'), { onSetAside: damage.note });
  try {
    return await startOn(storage, config, log, folder, damage);
  } catch (error) {
    await storage.close();
    throw error;
  }
}

async function startOn(storage: LowdbStorage, config: Config, log: ServerLog, folder: (name: string) => string, damage: DamageNote): Promise<Service> {
  const secret = await secretIn(folder('secret'));
  const agents = createAgentsFile(folder('agents.json'));
  const learning = await openLearning({ folder: outcomeFolderIn(config.dataDir, damage.note), secret, now: Date.now, log });
  const diagnostician = await assembleAssistant((graph) => learning.parametersFor(graph), config.site);
  const escalations = await openEscalations({
    helpdesk: config.helpdesk,
    dataDir: config.dataDir,
    ...(config.publicUrl !== undefined && { publicUrl: config.publicUrl }),
    log,
    judge: (verdict) => learning.judge(verdict),
    onSetAside: damage.note,
  });
  const otherwise = config.helpdeskPassword ?? config.helpdeskSignInHeader;
  const newKey = escalations.board && otherwise === undefined ? await firstKey(agents) : undefined;
  const ticketStore = createFileTicketStore(folder('tickets'), damage.note);
  const erasing: { ask?: Privacy['askErasure']; lastRound?: Privacy['lastRound'] } = {};
  let visitorIn: (conversationId: string) => string | undefined = () => undefined;

  const adapter = createAdapter({
    ...(config.credentials && { credentials: config.credentials }),
    ...(config.allowedTenants && { tenants: config.allowedTenants }),
    log, newReference: randomUUID });
  const turns = new Turns();
  adapter.use(turns);
  const replyJournal = new FileReplyJournal(folder('replies'));
  const owed = new OwedReplies(replyJournal, replyJournal.left(damage.note));
  const assistant = new Assistant({
    advance: diagnostician.advance,
    renderers: RENDERERS,
    revive: reviveSession,
    effects: {
      async put(effects, reference) {
        for (const effect of effects) {
          if (effect.type !== 'erase-person') continue;
          if (!erasing.ask) throw new Error('The service is not up yet.');
          await erasing.ask(reference.user?.id ?? reference.conversation?.id ?? '', effect.eraseId, reference as Record<string, unknown>);
        }
        await learning.take(effects, reference.user?.id ?? '');
        const visitor = visitorIn(reference.conversation?.id ?? '');
        await escalations.take(effects, reference as Record<string, unknown>, {
          person: `${reference.channelId}/${reference.user?.id}`,
          ...(visitor !== undefined && { visitor }),
        });
      },
    },
    owed,
    state: new CaseState(storage),
    ...(config.publicUrl !== undefined && { pages: { privacy: `${config.publicUrl}/privacy`, terms: `${config.publicUrl}/terms` } }),
    now: () => new Date(),
    newId: randomUUID,
    bounds: { reply: LIMITS.reply.most, memory: LIMITS.memory.most },
  });
  const bot = new SupportBot({
    assistant,
    extension: {
      advance: diagnostician.advance,
      renderers: RENDERERS,
      codesIn: (text) => diagnostician.mind.read(text, new Date()).codes.flatMap(({ code }) => diagnostician.mind.graph.code(code)),
      most: LIMITS.reply.most,
    },
    newId: randomUUID,
    now: () => new Date(),
  });
  const logic = (context: Parameters<SupportBot['run']>[0]) => bot.run(context);

  const conversationLog = new FileConversationLog(folder('conversations'), { onSetAside: damage.note, onTornLine: (file, bytes) => log.warn({ file, bytes }, 'an unfinished line was cut off') });
  const late = createLateReplies({ adapter, assistant, owed, log, now: Date.now });
  const built = createServer({
    messages: createMessagesHandler(adapter, logic, log, { onOwed: late.send }),
    directLine: {
      conversationLog,
      redact: redactActivity,
      bot: createDirectLineBot({ adapter, logic }),
      tokens: { secret },
    },
    demo: config.publicUrl === undefined,
    chatPage: createChatPage({ ...(config.allowedOrigins && { embedOrigins: config.allowedOrigins }) }),
    ...(escalations.webhook && { helpdeskWebhook: escalations.webhook }),
    ...(escalations.board && {
      helpdesk: {
        board: escalations.board,
        answersFor: answersFrom(() => diagnostician.mind.graph),
        numbers: operatorNumbers({ accounts: () => learning.accounts(), entries: () => escalations.entries(), graph: () => diagnostician.mind.graph }),
        agents,
        ...(config.helpdeskPassword && { password: config.helpdeskPassword }),
        ...(config.helpdeskSignInHeader && { signInHeader: config.helpdeskSignInHeader }),
      },
    }),
    knowledge: {
      graph: () => diagnostician.mind.graph,
      troubleshooter: (problem) => diagnostician.mind.troubleshooter(settled(problem)),
      learned: () => diagnostician.mind.learned,
      order: orderOfFixes,
      codesIn: (text) => diagnostician.mind.read(text, new Date()).codes,
    },
    ...(config.metricsToken !== undefined && {
      metrics: {
        token: config.metricsToken,
        read: createMetrics({ accounts: () => learning.accounts(), entries: () => escalations.entries(), lastRound: () => escalations.lastRound(), now: Date.now }),
      },
    }),
    privacy: { retention: config.retention, lastRound: () => erasing.lastRound?.() },
    health: createHealth({
      dataDir: config.dataDir,
      knowledge: () => diagnostician.mind.graph.version,
      owed: () => escalations.owed(),
      lastRound: () => escalations.lastRound(),
      setAside: () => damage.count(),
      now: Date.now,
    }),
    ...(config.publicUrl !== undefined && { publicUrl: config.publicUrl }),
    ...(config.trustedHops && { trustedHops: config.trustedHops }),
    ...(config.allowedOrigins && { allowedOrigins: config.allowedOrigins }),
    trustsEverybody: config.credentials === undefined,
    log,
  });
  const { conversations } = built;
  if (conversations) visitorIn = (conversationId) => conversations.visitorOf(conversationId);
  if (conversations) adapter.registerLocal(DIRECT_LINE_SERVICE_URL, (turn) => directLineConnectorFactory(conversations, turn), 'directline');

  const notifier = createNotifier({ adapter, assistant, newId: randomUUID });
  escalations.start({
    notify: (address, event) => notifier.deliver(address, event),
    say: (address, key, text) => notifier.say(address, key, text),
    failureOf: deliveryFailure,
  });

  const privacy = openPrivacy({
    dataDir: config.dataDir,
    retention: config.retention,
    log,
    onSetAside: damage.note,
    say: (address, key, text) => notifier.say(address, key, text),
    website: {
      all: () => conversationLog.all(),
      read: (conversationId, from) => conversationLog.read(conversationId, from),
      erase: (conversationId) => (conversations ?? conversationLog).erase(conversationId),
    },
    memory: {
      items: () => storage.items(),
      erase: (key) => turns.between(turnKeyOf(key), () => storage.delete([key])),
      prune: (before) => storage.prune(before),
    },
    tickets: { all: () => ticketStore.all(), erase: (number) => escalations.erase(String(number)) },
    outbox: escalations,
    ended: { all: () => learning.ended() },
    cases: { all: () => learning.cases(), forget: (ids) => learning.forget(ids) },
  });
  erasing.ask = (person, eraseId, tell) => privacy.askErasure(person, eraseId, tell);
  erasing.lastRound = () => privacy.lastRound();

  const watching = await watchKnowledge(
    KNOWLEDGE_DIR,
    (graph) => {
      diagnostician.adopt(graph, learning.parametersFor(graph));
      log.info({ version: graph.version }, 'the knowledge was changed and is in use');
    },
    (findings) => log.error({ findings: findings.map(formatFinding) }, 'the knowledge was changed and cannot be used; the old one stays in use'),
  );

  const stopLearning = every(LEARNING_PERIOD_MS, async () => {
    if (!(await learning.look())) return;
    const { graph } = diagnostician.mind;
    diagnostician.adopt(graph, learning.parametersFor(graph));
  }, (error) => log.error({ error: String(error) }, 'what was learned could not be kept'));

  await new Promise<void>((resolve, reject) => {
    built.server.once('error', reject);
    built.server.listen(config.port, config.host, resolve);
  });
  const { port } = built.server.address();
  late.resume();
  void warmUp(diagnostician);
  return {
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}/`,
    ...(config.publicUrl !== undefined && { publicUrl: `${config.publicUrl}/` }),
    ...(newKey !== undefined && { newKey }),
    assistant: diagnostician,
    async stop() {
      watching.stop();
      late.stop();
      await inTime(privacy.stop(), log, 'what is erased', 2_000);
      await inTime(stopLearning(), log, 'what is learned', 1_000);
      await inTime(built.close(), log, 'the server', 3_000);
      await inTime(turns.idle(), log, 'turns', 2_000);
      await escalations.stop();
      conversationLog.close();
      await storage.close();
    },
  };
}

/** The queue of the case whose memory has this key. */
function turnKeyOf(key: string): string {
  return `${key.split('/', 1)[0] ?? ''}/${placeIn(key) ?? ''}`;
}
