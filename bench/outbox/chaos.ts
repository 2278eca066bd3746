import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { BOT, QUEUE, type RequestTrackerServer } from '../../deploy/request-tracker/server.ts';
import type { Effect } from '../../dialogs/turn.ts';
import { rtAgent } from '../../test/helpdesk/rt-agent.ts';
import { ticketOf } from '../../test/helpdesk/ticket.ts';
import { startTroubleProxy, type Fate } from '../../test/helpdesk/trouble-proxy.ts';

export interface ChaosOptions {
  readonly server: RequestTrackerServer;
  readonly folder: string;
  readonly mode: 'outbox' | 'naive';
  readonly escalations: number;
  /** How long Request Tracker is away, once, in milliseconds. */
  readonly outageMs: number;
  /** Share of the calls that change something which are lost, done without an answer, or done late. */
  readonly trouble: number;
  readonly random: () => number;
}

export interface ChaosResult {
  readonly kills: number;
  /** Calls that change something, as the proxy saw them. */
  readonly calls: number;
  /** What was still owed when the time was over: neither lost nor done. */
  readonly unfinished: number;
  /** Escalations without a ticket. */
  readonly lost: number;
  /** Escalations with more than one. */
  readonly doubled: number;
  readonly extraTickets: number;
  readonly lostNotes: number;
  readonly doubledNotes: number;
  /** Tickets whose notes do not stand in the order in which they were said. */
  readonly disordered: number;
  readonly seconds: number;
}

const NOTES = 2;
const LATE_MS = 2_500;
const STARTS_WITHIN_MS = 60_000;
const GIVE_UP_MS = 30 * 60_000;

interface Step {
  readonly key: string;
  readonly effects: readonly Effect[];
}

/** Escalations through a proxy that loses, with the process killed at random and the helpdesk away for a while. */
export async function chaos(options: ChaosOptions): Promise<ChaosResult> {
  const { server, folder, mode, random } = options;
  mkdirSync(folder, { recursive: true });
  let calls = 0;
  const proxy = await startTroubleProxy(server.url, (method): Fate => {
    if (method === 'GET') return 'pass';
    calls += 1;
    const dice = random() / options.trouble;
    return dice < 0.4 ? 'lose-request' : dice < 0.7 ? 'lose-answer' : dice < 1 ? { lateMs: LATE_MS } : 'pass';
  });
  const begun = performance.now();
  const steps = new Map(stepsOf(mode, options.escalations).map((step) => [step.key, step]));
  const environment = { ...process.env, HELPDESK: 'rt', RT_URL: proxy.url, RT_TOKEN: server.token, RT_QUEUE: QUEUE, RT_USER: BOT };
  let kills = 0;
  let owed = 1;
  const over = (): boolean => (steps.size === 0 && (mode === 'naive' || owed === 0)) || performance.now() - begun > GIVE_UP_MS;
  const outage = (async () => {
    await pause(8_000);
    await server.stop();
    await pause(options.outageMs);
    await server.start();
  })();
  while (!over()) {
    owed = 1;
    const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'desk-process.ts'), folder, mode], { env: environment });
    child.stderr.resume();
    // Counted from when it is up: one that is always killed before it has done anything shows nothing.
    let until = performance.now() + STARTS_WITHIN_MS;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [word, value = ''] = line.split(' ');
      if (word === 'ready') {
        until = performance.now() + 3_000 + random() * 5_000;
        give(child, steps);
      }
      if (word === 'owed') owed = Number(value);
      if (word === 'taken') {
        steps.delete(value);
        give(child, steps, value);
      }
    });
    while (performance.now() < until && !over()) await pause(200);
    if (!over()) kills += 1;
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
  }
  await outage;
  await pause(LATE_MS + 1_000);
  const seconds = (performance.now() - begun) / 1000;
  await proxy.close();
  return { kills, calls, seconds, unfinished: steps.size + (mode === 'naive' ? 0 : owed), ...(await inspect(options)) };
}

function stepsOf(mode: ChaosOptions['mode'], escalations: number): Step[] {
  return Array.from({ length: escalations }, (_, n) => idOf(mode, n)).flatMap((id) => [
    { key: `${id}/open`, effects: [{ type: 'open-ticket' as const, ticket: ticketOf(id) }] },
    ...(mode === 'naive' ? [] : Array.from({ length: NOTES }, (_, n) => ({ key: `${id}/${n}`, effects: [{ type: 'append-to-ticket' as const, escalationId: id, messageKey: `${id}/${n}`, text: noteOf(id, n) }] }))),
  ]);
}

/** The first step of each escalation that is not taken, or of the one whose step was taken just now. What was cut off comes again. */
function give(child: ChildProcessWithoutNullStreams, steps: ReadonlyMap<string, Step>, after?: string): void {
  const firsts = new Map<string, Step>();
  for (const step of steps.values()) {
    const [id = ''] = step.key.split('/');
    if (!firsts.has(id) && (after === undefined || after.startsWith(`${id}/`))) firsts.set(id, step);
  }
  for (const step of firsts.values()) child.stdin.write(`${JSON.stringify(step)}\n`, () => undefined);
}

async function inspect({ server, mode, escalations }: ChaosOptions): Promise<Omit<ChaosResult, 'kills' | 'calls' | 'seconds' | 'unfinished'>> {
  const agent = rtAgent(server);
  const result = { lost: 0, doubled: 0, extraTickets: 0, lostNotes: 0, doubledNotes: 0, disordered: 0 };
  for (let n = 0; n < escalations; n += 1) {
    const id = idOf(mode, n);
    const numbers = await agent.numbersOf(id);
    if (numbers.length === 0) result.lost += 1;
    if (numbers.length > 1) result.doubled += 1;
    result.extraTickets += Math.max(0, numbers.length - 1);
    if (mode === 'naive') continue;
    const seen = (await Promise.all(numbers.map((number) => agent.read(number)))).join('\n');
    const places = Array.from({ length: NOTES }, (_, note) => seen.split(noteOf(id, note)).length - 1);
    result.lostNotes += places.filter((times) => times === 0).length;
    result.doubledNotes += places.filter((times) => times > 1).length;
    const order = Array.from({ length: NOTES }, (_, note) => seen.indexOf(noteOf(id, note))).filter((place) => place >= 0);
    if (order.some((place, at) => at > 0 && place < (order[at - 1] ?? 0))) result.disordered += 1;
  }
  return result;
}

const idOf = (mode: string, n: number): string => `esc-${mode}-${n}`;
const noteOf = (id: string, n: number): string => `[note ${n} of ${id}]`;

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
