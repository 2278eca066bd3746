import pino from 'pino';
import { readConfig } from './service/config.ts';
import { signInAdvice } from './service/sign-in-advice.ts';
import { startFailure } from './service/start-failure.ts';
import { startService } from './service/start.ts';
import { waitNotice } from './service/wait-notice.ts';

function explainAndExit(error: unknown): never {
  console.error(startFailure(error));
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
