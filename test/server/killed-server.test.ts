import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DirectLineClient } from './direct-line-client.ts';
import { removeTemporaryDirectories, temporaryDirectory } from './running-server.ts';

const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  removeTemporaryDirectories();
});

async function serve(directory: string): Promise<{ process: ChildProcess; origin: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'serve.ts'), directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { process: child, origin: line.toString().trim() };
}

describe('a server that is killed in the middle of a conversation', () => {
  it('has lost nothing it acknowledged, and answers a message that is sent again once', async () => {
    const directory = temporaryDirectory();
    let me: DirectLineClient | undefined;
    let said = 0;
    for (let round = 0; round < 4; round++) {
      const server = await serve(directory);
      const client = me ? Object.assign(new DirectLineClient(server.origin), { token: me.token, conversationId: me.conversationId }) : await DirectLineClient.begin(server.origin);
      me = client;
      // The message that was cut off last time comes again under its old key.
      const until = said + 3 + round * 2;
      const killed = once(server.process, 'close');
      try {
        for (; ; said++) {
          const answer = client.say(`m${said}`, `key-${said}`);
          if (said === until) setTimeout(() => server.process.kill('SIGKILL'), round * 4);
          expect((await answer).status).toBe(200);
          if (said > until + 200) throw new Error('the server was not killed');
        }
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
      }
      await killed;
    }
    const server = await serve(directory);
    const client = Object.assign(new DirectLineClient(server.origin), { token: me?.token, conversationId: me?.conversationId });
    expect((await client.say(`m${said}`, `key-${said}`)).status).toBe(200);
    const expected = ['Hello. What does your screen say?'];
    for (let n = 0; n <= said; n++) expected.push(`m${n}`, `thinking: m${n}`, `first: m${n}`, `second: m${n}`);
    expect(await client.texts()).toEqual(expected);
  }, 120_000);
});
