/** A real Request Tracker on this machine, for the tests and for trying out: `install` (root, Debian) and `start`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AGENT, BOT, installRequestTracker, missingForRequestTracker, QUEUE, startRequestTracker } from '../deploy/request-tracker/server.ts';

const [command] = process.argv.slice(2);
const root = join(import.meta.dirname, '..');

if (command === 'install') {
  if (missingForRequestTracker() === undefined) console.log('Request Tracker is installed.');
  else installRequestTracker();
} else if (command === 'start') {
  const missing = missingForRequestTracker();
  if (missing === undefined) await serve();
  else {
    console.error(`There is no ${missing}.`);
    process.exitCode = 1;
  }
} else {
  console.error('Usage: npm run request-tracker -- install | start');
  process.exitCode = 2;
}

async function serve(): Promise<void> {
  const folder = join(root, '.cache', 'request-tracker');
  mkdirSync(folder, { recursive: true });
  const { url, token, agentToken, stop } = await startRequestTracker({ folder, port: Number(process.env['RT_PORT'] ?? 3981) });
  console.log(`Request Tracker is ready at ${url} (root, "only-for-trying-out"). Ctrl+C ends it; its data stays in ${folder}.\n`);
  console.log(`HELPDESK=rt RT_URL=${url} RT_TOKEN=${token} RT_QUEUE='${QUEUE}' RT_USER=${BOT} npm start\n`);
  console.log(`A person who answers (${AGENT}): RT_TOKEN=${agentToken}`);
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
}
