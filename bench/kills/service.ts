import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export interface WholeService {
  readonly child: ChildProcess;
  readonly origin: string;
}

/** The product as `npm start` runs it, in a process that can be killed; undefined when it does not start. */
export function startWhole(dataDir: string, environment: Readonly<Record<string, string>> = {}): Promise<WholeService | undefined> {
  const root = join(import.meta.dirname, '..', '..');
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'index.ts')], {
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
