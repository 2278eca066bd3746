/** The process that is killed: escalations come in as lines, and are carried to the helpdesk that the environment names. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Effect } from '../../dialogs/turn.ts';
import { reportOf } from '../../helpdesk/report.ts';
import { silentLog } from '../../server/log.ts';
import { readConfig } from '../../service/config.ts';
import { openEscalations } from '../../service/escalations.ts';

const [folder = '', mode = 'outbox'] = process.argv.slice(2);
/** For the naive way: what a careful client would give a call. */
const NAIVE_TIMEOUT_MS = 4_000;
const NAIVE_AT_ONCE = 4;

interface Given {
  readonly key: string;
  readonly effects: readonly Effect[];
}

const lines = createInterface({ input: process.stdin });
if (mode === 'naive') startNaive();
else await throughTheOutbox();
process.stdout.write('ready\n');

async function throughTheOutbox(): Promise<void> {
  const escalations = await openEscalations({ helpdesk: readConfig(process.env).helpdesk, dataDir: folder, log: silentLog, judge: async () => undefined, onSetAside: () => undefined });
  escalations.start({
    notify: async (_address, event) => appendFileSync(join(folder, 'told.jsonl'), `${JSON.stringify(event)}\n`),
    say: async () => undefined,
  });
  setInterval(() => void escalations.owed().then((owed) => process.stdout.write(`owed ${owed.length}\n`)), 500);
  lines.on('line', (line) => {
    const { key, effects } = JSON.parse(line) as Given;
    void escalations.take(effects, { key }, { person: key }).then(() => process.stdout.write(`taken ${key}\n`));
  });
}

/** As many at once as the outbox calls at once, or the helpdesk would drown in calls that nobody waits for any more. */
function startNaive(): void {
  const waiting: Given[] = [];
  let busy = 0;
  const next = (): void => {
    const given = busy < NAIVE_AT_ONCE ? waiting.shift() : undefined;
    if (!given) return;
    busy += 1;
    void naively(given).finally(() => {
      busy -= 1;
      next();
    });
    next();
  };
  lines.on('line', (line) => {
    waiting.push(JSON.parse(line) as Given);
    next();
  });
}

/** Tries until there is an answer, and writes down that there was one. */
async function naively({ key, effects: [effect] }: Given): Promise<void> {
  if (effect?.type !== 'open-ticket') return;
  const { ticket } = effect;
  const done = join(folder, `${ticket.escalationId}.done`);
  while (!existsSync(done)) {
    const response = await fetch(`${process.env['RT_URL']}/REST/2.0/ticket`, {
      method: 'POST',
      headers: { authorization: `token ${process.env['RT_TOKEN']}`, 'content-type': 'application/json' },
      body: JSON.stringify({ Queue: process.env['RT_QUEUE'], Subject: ticket.subject, Content: reportOf({ ticket }), ContentType: 'text/plain', CustomFields: { EscalationId: ticket.escalationId } }),
      signal: AbortSignal.timeout(NAIVE_TIMEOUT_MS),
    }).catch(() => undefined);
    if (response?.status === 201) appendFileSync(done, await response.text());
    else await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  readFileSync(done);
  process.stdout.write(`taken ${key}\n`);
}
