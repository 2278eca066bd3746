import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DirectLineClient } from '../test/server/direct-line-client.ts';
import type { Bench, Figure } from './bench.ts';
import { startWhole } from './kills/service.ts';
import { judged } from './shared/judged.ts';
import { peakMemory } from './shared/peak-memory.ts';
import { fill, type Size } from './stored/fill.ts';

const FEW: Size = { conversations: 100, tickets: 20, openCases: 20 };
const MANY: Size = { conversations: 100_000, tickets: 20_000, openCases: 20_000 };
/** A tenth of it, for a look. */
const SOME: Size = { conversations: 10_000, tickets: 2_000, openCases: 2_000 };
const OPEN_FILES = 1_024;
const SECONDS = 5;
const MEMORY_MB = 400;
const SETTLED_MS = 20_000;
const BETWEEN_MS = 250;
const PASSWORD = 'correct horse battery';

/** Start and first answers of the whole service with few and with many conversations stored, under a limit of open files. A figure `….over` above 0 is a bar that did not hold. */
export const bench: Bench = {
  name: 'stored',
  async run({ quick }) {
    return [...(await started('few', FEW)), ...(await started('many', quick ? SOME : MANY))];
  },
};

async function started(id: string, size: Size): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'reconnect-stored-'));
  try {
    await fill(dataDir, size);
    const began = performance.now();
    const service = await startWhole(dataDir, { openFiles: OPEN_FILES, environment: { LOG_LEVEL: 'error', HELPDESK_PASSWORD: PASSWORD } });
    if (!service) throw new Error('The service did not start.');
    const { child, origin } = service;
    const listening = performance.now() - began;
    const closed = once(child, 'close');
    try {
      const client = await DirectLineClient.begin(origin);
      const turn = await timeOf(() => client.say('Error code: 0x904\nExtended error code: 0x7'));
      const list = await timeOf(() => fetch(`${origin}/helpdesk`, { headers: { authorization: `Basic ${Buffer.from(`G:${PASSWORD}`).toString('base64')}` } }).then((answer) => answer.text()));
      const early = await peakMemory(child.pid);
      // The janitor's first round, with turns beside it.
      const beside: number[] = [];
      for (const end = performance.now() + SETTLED_MS; performance.now() < end; await pause(BETWEEN_MS)) beside.push(await timeOf(() => client.say('I do not know')));
      beside.sort((a, b) => a - b);
      return [
        { id: `${id}.conversations`, value: size.conversations, unit: 'conversations' },
        { id: `${id}.tickets`, value: size.tickets, unit: 'tickets' },
        ...judged(`${id}.listening`, listening / 1_000, 's', SECONDS),
        { id: `${id}.first-turn`, value: turn, unit: 'ms' },
        { id: `${id}.ticket-list`, value: list, unit: 'ms' },
        { id: `${id}.turns.p50`, value: beside[Math.floor(beside.length / 2)] ?? Number.NaN, unit: 'ms', n: beside.length },
        { id: `${id}.turns.p99`, value: beside[Math.floor(beside.length * 0.99)] ?? Number.NaN, unit: 'ms', n: beside.length },
        { id: `${id}.memory.at-first`, value: early, unit: 'MB' },
        ...judged(`${id}.memory.peak`, await peakMemory(child.pid), 'MB', MEMORY_MB),
      ];
    } finally {
      child.kill('SIGTERM');
      await closed;
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}
