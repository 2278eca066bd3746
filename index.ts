import pino from 'pino';
import { ConfigError, readConfig } from './service/config.ts';
import { signInAdvice } from './service/sign-in-advice.ts';
import { startService } from './service/start.ts';
import { waitNotice } from './service/wait-notice.ts';

const REMEDIES: Readonly<Record<string, string>> = {
  EADDRINUSE: 'Another program listens on that port. Set PORT to a free one.',
  EACCES: 'This user may not listen there or write there. Choose another PORT or DATA_DIR.',
  EPERM: 'DATA_DIR belongs to another user. Choose another DATA_DIR, or start as that user.',
  EROFS: 'The disk under DATA_DIR is read-only. Choose another DATA_DIR.',
  ENOSPC: 'The disk under DATA_DIR is full. Make room there.',
  ENOTDIR: 'DATA_DIR leads through a file. Choose another DATA_DIR.',
  EMFILE: 'This user may not have so many files open. Raise the limit (ulimit -n).',
};

/** Errors that an operator can mend: their message and the remedy say it all. */
const MENDABLE = new Set(['CONFIG', 'UNSAFE_BINDING', 'EADDRINUSE', 'EACCES', 'folder-locked', 'damaged-file', 'folder-version', ...Object.keys(REMEDIES)]);

function explainAndExit(error: unknown): never {
  const { code, message, stack } = error as NodeJS.ErrnoException;
  const remedy = REMEDIES[code ?? ''] ?? '';
  console.error(error instanceof ConfigError || MENDABLE.has(code ?? '') ? [message, remedy].filter(Boolean).join('\n') : stack);
  process.exit(1);
}

try {
  const config = readConfig(process.env);
  // Logs go to standard error, so that the address on standard output can be read by a program.
  const log = pino({ level: config.logLevel }, pino.destination(2));
  console.log('Starting Reconnect ...');
  const service = await startService(config, log);
  const url = service.publicUrl ?? service.url;
  console.log(`Reconnect is ready. Open ${url}\nThe bot answers at ${url}api/messages, what is known is at ${url}knowledge, the data is in ${config.dataDir}. Ctrl+C stops it.`);
  if (config.site.hasHelpdesk) console.log(signInAdvice(config, service));
  console.log(waitNotice(config.site));

  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(130);
      stopping = true;
      void service.stop().then(() => process.exit(0), explainAndExit);
    });
  }
} catch (error) {
  explainAndExit(error);
}
