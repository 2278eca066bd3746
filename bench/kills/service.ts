import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export interface WholeService {
  readonly child: ChildProcess;
  readonly origin: string;
}

export interface WholeOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** How many files the process may have open. */
  readonly openFiles?: number;
}

/** The product as `npm start` runs it, in a process that can be killed; undefined when it does not start. */
export function startWhole(dataDir: string, { environment = {}, openFiles }: WholeOptions = {}): Promise<WholeService | undefined> {
  const root = join(import.meta.dirname, '..', '..');
  const args = ['--import', 'tsx', join(root, 'index.ts')];
  const [command, ...rest] = openFiles === undefined ? [process.execPath, ...args] : ['/bin/sh', '-c', `ulimit -n ${openFiles} && exec "$0" "$@"`, process.execPath, ...args];
  const child = spawn(command ?? '', rest, {
    cwd: root,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve) => {
    let said = '';
    // Read to its end: a process that cannot write what it says ends by that.
    child.stdout.on('data', (chunk: Buffer) => {
      said += String(chunk);
      const origin = /Open (http:\S+)\//.exec(said)?.[1];
      if (origin) resolve({ child, origin });
    });
    child.once('close', () => resolve(undefined));
  });
}
