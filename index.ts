import pino from 'pino';
import { ConfigError, readConfig } from './service/config.ts';
import { signInAdvice } from './service/sign-in-advice.ts';
import { startService } from './service/start.ts';

/** Errors that an operator can mend: their message says it all. */
const MENDABLE = new Set(['CONFIG', 'UNSAFE_BINDING', 'EADDRINUSE', 'EACCES', 'folder-locked', 'damaged-file', 'folder-version']);

function explainAndExit(error: unknown): never {
  const { code, message, stack } = error as NodeJS.ErrnoException;
  const remedy = code === 'EADDRINUSE' ? 'Another program listens on that port. Set PORT to a free one.' : code === 'EACCES' ? 'This user may not listen there or write there. Choose another PORT or DATA_DIR.' : '';
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
  console.log(`Reconnect is ready. Open ${url}\nThe bot answers at ${url}api/messages, the helpdesk's page is ${url}helpdesk, what is known is at ${url}knowledge, the data is in ${config.dataDir}. Ctrl+C stops it.`);
  console.log(signInAdvice(config, service));

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
