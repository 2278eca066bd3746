import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileConversationLog } from '../../storage/conversation-log.ts';
import { ConversationLogError } from '../../storage/open-log.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'conversation-log-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const fromUser = (id: string, text: string) => ({ id, type: 'message', text, from: { id: 'u', name: '', role: 'user' as const } });
const fromBot = (id: string, text: string) => ({ id, type: 'message', text, from: { id: 'bot', name: '', role: 'bot' as const } });

describe('FileConversationLog', () => {
  it('keeps activities in order and gives them back from a watermark, in this process and the next', async () => {
    const log = new FileConversationLog(directory);
    await log.create('c1', 'alice');
    expect(await log.append('c1', fromUser('a', 'one'))).toEqual({ watermark: 1, existed: false });
    expect(await log.append('c1', fromBot('a.1', 'two'))).toEqual({ watermark: 2, existed: false });
    log.close();

    const next = new FileConversationLog(directory);
    expect(await next.owner('c1')).toBe('alice');
    expect((await next.read('c1', 0)).activities.map((activity) => activity.text)).toEqual(['one', 'two']);
    expect(await next.read('c1', 1)).toMatchObject({ activities: [{ id: 'a.1' }], watermark: 2 });
    expect(await next.read('c1', 99)).toEqual({ activities: [], watermark: 2 });
    expect(await next.append('c1', fromBot('a.2', 'three'))).toEqual({ watermark: 3, existed: false });
    expect((await next.read('c1', 0)).activities.map((activity) => activity.text)).toEqual(['one', 'two', 'three']);
    next.close();
  });

  it('appends an id once, and a changed activity as a new entry under its old id', async () => {
    const log = new FileConversationLog(directory);
    await log.create('c1', 'alice');
    await log.create('c1', 'mallory');
    expect(await log.owner('c1')).toBe('alice');
    await log.append('c1', fromBot('a', 'first'));
    expect(await log.append('c1', fromBot('a', 'again'))).toEqual({ watermark: 1, existed: true });
    expect(await log.append('c1', fromBot('a', 'changed'), 'a~1')).toEqual({ watermark: 2, existed: false });
    expect((await log.read('c1', 0)).activities.map((activity) => activity.text)).toEqual(['first', 'changed']);
    log.close();
  });

  it('knows which turns never ended', async () => {
    const log = new FileConversationLog(directory);
    await log.create('c1', 'alice');
    for (const id of ['a', 'b', 'c']) await log.append('c1', fromUser(id, id));
    await log.append('c1', fromBot('a.1', 'reply'));
    await log.settle('c1', 'a', 'done');
    await log.settle('c1', 'b', 'failed');
    log.close();

    const next = new FileConversationLog(directory);
    expect((await next.unsettled('c1')).map((activity) => activity.id)).toEqual(['c']);
    expect(await next.outcome('c1', 'a')).toBe('done');
    expect(await next.outcome('c1', 'b')).toBe('failed');
    expect(await next.outcome('c1', 'c')).toBeUndefined();
    next.close();
  });

  it('cuts a torn last line off, names the file, and goes on', async () => {
    const log = new FileConversationLog(directory);
    await log.create('c1', 'alice');
    await log.append('c1', fromUser('a', 'whole'));
    log.close();
    const file = log.fileOf('c1');
    appendFileSync(file, '{"activity":{"id":"b","te');

    const torn: [string, number][] = [];
    const next = new FileConversationLog(directory, { onTornLine: (name, bytes) => torn.push([name, bytes]) });
    expect((await next.read('c1', 0)).activities.map((activity) => activity.id)).toEqual(['a']);
    expect(torn).toEqual([[file, 25]]);
    await next.append('c1', fromUser('c', 'after'));
    next.close();
    expect(readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line))).toHaveLength(3);
  });

  it('does not know a conversation whose first line was torn, and can create it', async () => {
    const log = new FileConversationLog(directory);
    await log.create('c1', 'alice');
    log.close();
    writeFileSync(log.fileOf('c1'), '{"version":1,"conv');
    const next = new FileConversationLog(directory);
    expect(await next.owner('c1')).toBeUndefined();
    await next.create('c1', 'bob');
    expect(await next.owner('c1')).toBe('bob');
    next.close();
  });

  it('refuses a file that is damaged in the middle by its name and line, and serves the others', async () => {
    const log = new FileConversationLog(directory);
    await log.create('c1', 'alice');
    await log.create('c2', 'bob');
    log.close();
    appendFileSync(log.fileOf('c1'), 'nonsense\n{"settled":"a","outcome":"done"}\n');
    const next = new FileConversationLog(directory);
    await expect(next.read('c1', 0)).rejects.toThrow(ConversationLogError);
    await expect(next.read('c1', 0)).rejects.toThrow(`${log.fileOf('c1')}, line 2, is damaged`);
    expect(await next.owner('c2')).toBe('bob');
    next.close();
  });

  it('never lets an id become a path', async () => {
    const log = new FileConversationLog(directory);
    await log.create('../../escape', 'mallory');
    expect(readdirSync(directory)).toHaveLength(1);
    expect(log.fileOf('../../escape').startsWith(directory)).toBe(true);
    log.close();
  });

  it('holds no more files open than it was told, and forgets nothing by that', async () => {
    const log = new FileConversationLog(directory, { maxOpen: 2 });
    for (const id of ['c1', 'c2', 'c3', 'c4']) {
      await log.create(id, id);
      await log.append(id, fromUser(`${id}-a`, id));
      await log.settle(id, `${id}-a`, 'done');
    }
    for (const id of ['c1', 'c2', 'c3', 'c4']) {
      expect(await log.append(id, fromUser(`${id}-a`, id))).toEqual({ watermark: 1, existed: true });
      expect((await log.read(id, 0)).activities).toMatchObject([{ text: id }]);
    }
    log.close();
  });

  it('reads back what no longer fits into memory', async () => {
    const log = new FileConversationLog(directory);
    await log.create('c1', 'alice');
    const long = 'ä'.repeat(30_000);
    for (let n = 0; n < 8; n++) await log.append('c1', fromUser(`a${n}`, `${n}${long}`));
    const { activities } = await log.read('c1', 0);
    expect(activities.map((activity) => activity.text)).toEqual([...Array(8).keys()].map((n) => `${n}${long}`));
    log.close();
  });

  it('loses nothing that was acknowledged when the process is killed while it writes', async () => {
    for (let round = 0; round < 5; round++) {
      const writer = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'append-forever.ts'), directory, `r${round}`], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let acknowledged = 0;
      let pending = '';
      writer.stdout.on('data', (chunk: Buffer) => {
        const lines = (pending + chunk.toString()).split('\n');
        pending = lines.pop() ?? '';
        acknowledged = Number(lines.at(-1) ?? acknowledged);
        if (acknowledged > 20 + round * 7) writer.kill('SIGKILL');
      });
      await once(writer, 'close');
      const log = new FileConversationLog(directory);
      const { activities, watermark } = await log.read(`r${round}`, 0);
      expect(watermark).toBeGreaterThanOrEqual(acknowledged);
      expect(activities.map((activity) => activity.id)).toEqual([...Array(watermark).keys()].map((n) => `a${n + 1}`));
      log.close();
    }
  });
});
