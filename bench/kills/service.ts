import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export interface WholeService {
  readonly child: ChildProcess;
  readonly origin: string;
}

/** The product as `npm start` runs it, in a process that can be killed; undefined when it does not start. */
export async function startWhole(dataDir: string): Promise<WholeService | undefined> {
  const root = join(import.meta.dirname, '..', '..');
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'index.ts')], {
    cwd: root,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const chunk of child.stdout) {
    const address = /Open (http:\S+)\//.exec(String(chunk))?.[1];
    if (address) {
      child.stdout.resume();
      return { child, origin: address };
    }
  }
  return undefined;
}
