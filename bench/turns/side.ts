import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A server under load, in a process of its own. */
export interface Side {
  readonly name: string;
  readonly url: string;
  /** Milliseconds of CPU that it has used, user and system. */
  cpuMs(): Promise<number>;
  stop(): Promise<void>;
}

const SERVER = fileURLToPath(new URL('server.ts', import.meta.url));

export async function startSide(name: 'echo' | 'ours', folder: string): Promise<Side> {
  const child = fork(SERVER, [name, folder], { execArgv: ['--import', 'tsx'], env: { ...process.env, NODE_ENV: 'production' } });
  const { port } = (await answer(child)) as { port: number };
  return {
    name,
    url: `http://127.0.0.1:${port}`,
    async cpuMs() {
      const reply = answer(child);
      child.send('cpu');
      return ((await reply) as { cpuMs: number }).cpuMs;
    },
    async stop() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}

function answer(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null): void => reject(new Error(`The server under load ended with ${String(code)}.`));
    child.once('exit', gone);
    child.once('message', (message) => {
      child.off('exit', gone);
      resolve(message);
    });
  });
}
