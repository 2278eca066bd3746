import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { ActivityHandler, type TurnContext } from 'botbuilder';
import { assembleAssistant } from '../../service/assemble.ts';
import { RENDERERS } from '../../service/assistant.ts';
import { createAdapter, type Logic, type SupportAdapter } from '../../bots/connecting/adapter.ts';
import { Assistant } from '../../bots/turns/assistant.ts';
import { CaseState } from '../../bots/turns/case-state.ts';
import { createDirectLineBot } from '../../bots/connecting/direct-line.ts';
import { createMessagesHandler } from '../../bots/turns/messages-handler.ts';
import { OwedReplies } from '../../bots/turns/owed-replies.ts';
import { SupportBot } from '../../bots/turns/support-bot.ts';
import { Turns } from '../../bots/turns/turns.ts';
import { reviveSession } from '../../dialogs/session.ts';
import { createServer } from '../../server/create-server.ts';
import { silentLog } from '../../server/log.ts';
import { FileConversationLog } from '../../storage/conversation-log.ts';
import { LowdbStorage } from '../../storage/lowdb-storage.ts';
import { FileReplyJournal } from '../../storage/reply-journal.ts';
import { endProcess } from '../../scripts/end-process.ts';

/**
 * One side of the comparison as a process: `server.ts echo|ours FOLDER`. The adapter, the HTTP server and Direct Line
 * are the same on both sides; the bot behind them and its state are what differs.
 */
const [side, folder] = process.argv.slice(2);
if ((side !== 'echo' && side !== 'ours') || !folder) throw new Error('usage: server.ts echo|ours FOLDER');

const adapter = createAdapter({ log: silentLog, newReference: randomUUID });
const logic = side === 'echo' ? echo() : await ours(adapter, folder);
const unlimited = { burst: 1e9, perSecond: 1e9 };
const { server } = createServer({
  messages: createMessagesHandler(adapter, logic, silentLog),
  directLine: {
    conversationLog: new FileConversationLog(join(folder, `conversations-${side}`)),
    bot: createDirectLineBot({ adapter, logic }),
    tokens: { secret: randomUUID() },
    limits: { strangers: unlimited, users: unlimited },
  },
  health: async () => ({ ok: true, checks: {} }),
  log: silentLog,
});

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000 });
});
process.on('disconnect', () => void endProcess(0));
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }));

function echo(): Logic {
  const bot = new ActivityHandler();
  bot.onMessage(async (context, next) => {
    await context.sendActivity(`echo ${context.activity.text}`);
    await next();
  });
  return (context: TurnContext) => bot.run(context);
}

async function ours(on: SupportAdapter, at: string): Promise<Logic> {
  on.use(new Turns());
  const { advance } = await assembleAssistant();
  const assistant = new Assistant({
    advance,
    renderers: RENDERERS,
    revive: reviveSession,
    effects: { put: async () => undefined },
    owed: new OwedReplies(new FileReplyJournal(join(at, 'replies'))),
    state: new CaseState(await LowdbStorage.open(join(at, 'state'))),
    now: () => new Date(),
    newId: randomUUID,
  });
  const bot = new SupportBot({ assistant, extension: { advance, renderers: RENDERERS, codesIn: () => [] }, newId: randomUUID, now: () => new Date() });
  return (context: TurnContext) => bot.run(context);
}
