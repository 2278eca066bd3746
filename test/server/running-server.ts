import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type BuiltServer, type ServerParts } from '../../server/create-server.ts';
import { silentLog } from '../../server/log.ts';
import { FileConversationLog } from '../../storage/conversation-log.ts';
import { createTestBot, type TestBot } from './test-bot.ts';

export const TEST_SECRET = 'a secret that is only used in these tests';

export interface RunningServer {
  readonly origin: string;
  readonly built: BuiltServer;
  readonly testBot: TestBot;
  readonly directory: string;
  stop(): Promise<void>;
}

export interface RunningServerOptions {
  readonly testBot?: TestBot;
  /** A data folder that an earlier server left. */
  readonly directory?: string;
  /** The port that an earlier server had. */
  readonly port?: number;
  readonly now?: () => Date;
  readonly parts?: Partial<ServerParts>;
}

/** The whole server with the test's bot on a free port of the loopback interface. The data folder outlives it. */
export async function startServer(options: RunningServerOptions = {}): Promise<RunningServer> {
  const testBot = options.testBot ?? createTestBot();
  const directory = options.directory ?? temporaryDirectory();
  const conversationLog = new FileConversationLog(join(directory, 'conversations'));
  const now = options.now ?? (() => new Date());
  const built = createServer({
    directLine: { conversationLog, bot: testBot.bot, tokens: { secret: TEST_SECRET, now }, now },
    health: async () => ({ ok: true, checks: { storage: 'ok' } }),
    log: silentLog,
    ...options.parts,
  });
  await new Promise<void>((resolve) => built.server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = built.server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    built,
    testBot,
    directory,
    async stop() {
      await built.close();
      conversationLog.close();
    },
  };
}

const temporary: string[] = [];

export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'reconnect-server-'));
  temporary.push(directory);
  return directory;
}

export function removeTemporaryDirectories(): void {
  for (const directory of temporary.splice(0)) rmSync(directory, { recursive: true, force: true });
}
