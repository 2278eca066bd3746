import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DirectLineClient } from '../test/server/direct-line-client.ts';
import type { Bench } from './bench.ts';

const ROOT = join(import.meta.dirname, '..');

/** What a start imports, one process each, so that nothing is warm. */
const IMPORTS: Readonly<Record<string, string>> = {
  nothing: '',
  assistant: "await import('./service/assemble.ts');",
  service: "await import('./service/start.ts');",
};

/** Start of the installed service: imports, until it listens, and until the first message is answered. */
export const bench: Bench = {
  name: 'start',
  async run({ quick }) {
    const rounds = quick ? 3 : 9;
    const figures = [];
    for (const [what, code] of Object.entries(IMPORTS)) {
      const times: number[] = [];
      for (let round = 0; round < rounds; round += 1) times.push(await timeOfImport(code));
      figures.push({ id: `start.import.${what}`, value: median(times), unit: 'ms', n: rounds });
    }
    const starts = [];
    for (let round = 0; round < rounds; round += 1) starts.push(await timeOfStart());
    figures.push(
      { id: 'start.listening', value: median(starts.map((each) => each.listening)), unit: 'ms', n: rounds },
      { id: 'start.first-answer', value: median(starts.map((each) => each.answered)), unit: 'ms', n: rounds },
    );
    return figures;
  },
};

async function timeOfImport(code: string): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], { cwd: ROOT, stdio: 'ignore' });
  await once(child, 'close');
  return performance.now() - began;
}

async function timeOfStart(): Promise<{ listening: number; answered: number }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'reconnect-start-'));
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', 'index.ts'], { cwd: ROOT, env: { ...process.env, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent' }, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const origin = await addressOf(child);
    const listening = performance.now() - began;
    const client = await DirectLineClient.begin(origin);
    await client.say('Error code: 0x904\nExtended error code: 0x7', 'first');
    return { listening, answered: performance.now() - began };
  } finally {
    const closed = once(child, 'close');
    child.kill('SIGTERM');
    await closed;
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    const address = /Open (http:\S+)\//.exec(said)?.[1];
    if (address) return address;
  }
  throw new Error(`The service did not start:\n${said}`);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
