import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface KillOptions {
  readonly folder: string;
  /** A script that says `ready`, then one line for each write that it acknowledged; told the folder. */
  readonly script?: string;
  readonly flags?: readonly string[];
  /** Kill after this many lines. */
  readonly afterLines: number;
  /** Told each line that was said before the kill. */
  readonly onLine: (line: string) => void;
}

const SCRIPT = fileURLToPath(new URL('kill-child.ts', import.meta.url));

/** Starts a process, kills it (-9) after so many lines, and resolves when it is gone and all it said is read. */
export async function killAfter(options: KillOptions): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', options.script ?? SCRIPT, options.folder, ...(options.flags ?? [])],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  let lines = 0;
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => {
    if (line === 'ready') return;
    lines += 1;
    options.onLine(line);
    if (lines === options.afterLines) child.kill('SIGKILL');
  });
  const read = new Promise<void>((resolve) => reader.once('close', resolve));
  const signal = await exitSignal(child);
  await read;
  if (signal !== 'SIGKILL') throw new Error(`the child ended by itself (${String(signal)}): ${errors}`);
}

function exitSignal(child: ChildProcess): Promise<NodeJS.Signals | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (_, signal) => resolve(signal));
  });
}
