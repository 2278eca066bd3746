import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ServerLog } from '../../server/log.ts';
import { readConfig } from '../../service/config.ts';
import { requestFolderIn } from '../../service/privacy/open-privacy.ts';
import { startService, type Service } from '../../service/start.ts';
import { createAgentsFile } from '../../storage/agents-file.ts';
import { outcomeFolderIn } from '../../storage/outcome-folder.ts';
import { FileReplyJournal } from '../../storage/reply-journal.ts';
import { ticketIn } from './ticket-flow.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const PASSWORD = 'correct horse battery';
/** A file of each kind that a data folder may hold: how its name reads without ids and numbers, and what damage to it means. */
const KINDS: Readonly<Record<string, 'set aside' | 'refused' | 'made anew'>> = {
  'agents.json': 'refused',
  'conversations/ID/ID.jsonl': 'set aside',
  'health': 'made anew',
  'outbox.json': 'set aside',
  'outcomes/cases/ID.json': 'set aside',
  'outcomes/counts/N.json': 'set aside',
  'outcomes/learned.json': 'set aside',
  'outcomes/replica': 'set aside',
  'privacy/ID.request.json': 'set aside',
  'replies/ID.jsonl': 'set aside',
  'secret': 'refused',
  'state/format.json': 'refused',
  'state/items/ID/ID.json': 'set aside',
  'tickets/N.json': 'set aside',
  'ways/ID.json': 'set aside',
};
const DAMAGES: readonly (readonly [string, (before: Buffer) => Buffer])[] = [
  ['nothing but NUL', (before) => Buffer.alloc(Math.max(before.length, 64))],
  ['a half of it', (before) => before.subarray(0, Math.floor(before.length / 2))],
  ['a file of somebody else', () => Buffer.from('{"version":3,"items":[]}\n')],
];

const root = mkdtempSync(join(tmpdir(), 'reconnect-damage-'));
const used = join(root, 'used');
const logged: { fields: object; message: string }[] = [];
const note = (fields: object, message: string): void => void logged.push({ fields, message });
const log: ServerLog = { info: note, warn: note, error: note };
let service: Service | undefined;
let copies = 0;

const start = async (dataDir: string): Promise<string> => {
  service = await startService(readConfig({ PORT: '0', DATA_DIR: dataDir, HELPDESK_PASSWORD: PASSWORD }), log);
  return service.url.replace(/\/$/, '');
};
const stop = async (): Promise<void> => {
  await service?.stop();
  service = undefined;
};
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort();
const kindOf = (file: string): string =>
  file.split('/').map((part) => part.replace(/^[0-9a-f-]{8,}(?=\.|$)|^[0-9a-f]{2}$/, 'ID').replace(/^\d+(?=\.)/, 'N')).join('/');

/** A folder of its own, as the used one was left. */
function copy(): string {
  const folder = join(root, `copy-${(copies += 1)}`);
  cpSync(used, folder, { recursive: true });
  return folder;
}

beforeAll(async () => {
  const origin = await start(used);
  const client = await ticketIn(origin);
  await client.say('it is still the same');
  await fetch(`${origin}/readyz`);
  await stop();
  // What takes weeks, another channel, or a kill at the right moment.
  const outcomes = outcomeFolderIn(used);
  await outcomes.counts.update(2954, () => ({ profiles: { a: { r: 1 } }, counted: {} }));
  writeFileSync(join(used, 'outcomes', 'learned.json'), '{"releases":[');
  await createAgentsFile(join(used, 'agents.json')).add('Grace', new Date());
  await requestFolderIn(used).ask({ kind: 'erase', person: 'nobody' });
  new FileReplyJournal(join(used, 'replies')).begin({ conversation: 'c', turn: 't', reference: {}, replies: ['owed'], since: 1 });
});
afterEach(stop);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('damage', () => {
  it('is tried on a file of every kind', () => {
    expect([...new Set(filesIn(used).map(kindOf))].sort()).toEqual(Object.keys(KINDS).sort());
  });

  it.each(DAMAGES)('as %s stays where it is, in all files at once: they are set aside whole, the log names them, and everybody is served', async (_name, damaged) => {
    const folder = copy();
    const hurt = filesIn(folder).filter((file) => KINDS[kindOf(file)] !== 'refused').map((file) => ({ file, text: damaged(readFileSync(join(folder, file))) }));
    for (const { file, text } of hurt) writeFileSync(join(folder, file), text);
    logged.length = 0;
    const origin = await start(folder);
    expect((await fetch(`${origin}/readyz`)).status).toBe(200);
    const client = await ticketIn(origin);
    expect((await client.texts()).join()).toContain('Your ticket is');

    const kept = filesIn(folder);
    const expected = hurt.filter(({ file }) => KINDS[kindOf(file)] === 'set aside');
    // These are looked at when they are needed.
    const lazy = /^(?:conversations|state\/items|ways|outcomes\/counts)\//;
    for (const { file, text } of expected) {
      const moved = kept.find((each) => each.startsWith(`${file}.damaged-`));
      if (moved === undefined && (lazy.test(file) || isCutLine(file, text))) continue;
      expect(moved, file).toBeDefined();
      expect(readFileSync(join(folder, moved ?? '')).equals(text), file).toBe(true);
      expect(logged.some(({ fields }) => (fields as { file?: string; meaning?: string }).file?.endsWith(moved ?? '-') && (fields as { meaning?: string }).meaning), file).toBe(true);
    }
  });

  it.each(Object.entries(KINDS).filter(([, what]) => what === 'refused').map(([file]) => file))('of %s is refused with its name and what to do, and nothing is written over', async (file) => {
    const folder = copy();
    for (const [, damaged] of DAMAGES) {
      const text = damaged(readFileSync(join(used, file)));
      writeFileSync(join(folder, file), text);
      const refusal = file === 'agents.json' ? createAgentsFile(join(folder, file)).names() : start(folder);
      await expect(refusal).rejects.toThrow(new RegExp(`${file.replace('.', '\\.')} (?:is damaged|holds no secret)[^]*(?:Delete|Restore)`));
      expect(readFileSync(join(folder, file)).equals(text)).toBe(true);
    }
  });

  it('of the lock keeps nobody out', async () => {
    const folder = copy();
    for (const text of ['\0'.repeat(64), '{"id":"x"', '{"version":3}']) {
      writeFileSync(join(folder, 'state', 'lock'), text);
      expect((await fetch(`${await start(folder)}/readyz`)).status).toBe(200);
      await stop();
    }
  });
});

/** Half a file of lines has whole lines before the cut: that is no damage. */
function isCutLine(file: string, text: Buffer): boolean {
  return file.endsWith('.jsonl') && !text.includes('\n');
}
