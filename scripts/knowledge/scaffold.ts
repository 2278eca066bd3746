import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UsageError, type Command } from './command.ts';

/** Where a block goes: a file, the table in it, and its lines without indentation. */
interface Block {
  readonly file: string;
  readonly table: string;
  readonly lines: readonly string[];
}

type Scaffold = (id: string, family: string) => readonly Block[];

const SCAFFOLDS: Readonly<Record<string, Scaffold>> = {
  cause: (id, family) => [
    {
      file: `graph/${family}.yaml`,
      table: 'causes',
      lines: [`${id}:`, '  side: server # client | server | network', '  confidence: judgement', '  sources: [our-judgement] # better: where you have it from', '  # evidence: { port-test: [.9, .1] }   how it answers questions of other files', '  # solvedBy: { fix-of-another-file: often }'],
    },
    { file: `locales/en/${family}.yaml`, table: 'causes', lines: [`${id}:`, '  title: TODO a short name', '  meaning: TODO for the person', '  detail: TODO for the administrator'] },
  ],
  fix: (id, family) => [
    {
      file: `graph/${family}.yaml`,
      table: 'fixes',
      lines: [`${id}:`, '  side: server # client | server | network', '  role: server-admin # user | client-admin | server-admin | network-admin | domain-admin | cloud-admin', '  risk: low # none | low | medium | high', '  minutes: 5', '  solves: {} # cause: usually | often | sometimes | rarely', '  confidence: judgement', '  sources: [our-judgement] # better: where you have it from', '  steps:', '    - {} # or: { shell: powershell, where: server, admin: true, run: "..." }'],
    },
    {
      file: `locales/en/${family}.yaml`,
      table: 'fixes',
      lines: [`${id}:`, '  title: TODO what is done', '  risk: TODO what can go wrong', '  steps:', '    - TODO the first step', '  check: TODO how to see that it worked', '  undo: TODO how to take it back, commands in `backticks`', '  handover: TODO what to ask the administrator for'],
    },
  ],
  code: (id, table) => [
    { file: `codes/${table}.yaml`, table: 'entries', lines: [`- code: ${id}`, '  # symbol: the constant, where one is published', '  sources: [our-judgement] # better: where it is published', '  confidence: judgement', '  problem: "0x904" # whose troubleshooting it opens'] },
    { file: `locales/en/codes/${table}.yaml`, table: '', lines: [`"${id}":`, '  meaning: TODO for the person', '  detail: TODO for the administrator, one sentence'] },
  ],
};

export const newCommand: Command = {
  usage: 'new code|cause|fix ID FILE',
  about: 'writes a scaffold into graph/FILE.yaml (or codes/FILE.yaml)',
  async run([kind = '', id, name], { dir, print }) {
    const scaffold = SCAFFOLDS[kind];
    if (!scaffold) throw new UsageError(`What is new? One of ${Object.keys(SCAFFOLDS).join(', ')}.`);
    if (!id || !name) throw new UsageError(`Which ${kind}, and in which file? For example: new fix restart-the-router connection`);
    for (const block of scaffold(id, name.replace(/\.yaml$/, ''))) {
      const path = join(dir, block.file);
      const before = existsSync(path) ? await readFile(path, 'utf8') : emptyFile(block);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, withBlock(before, block, id));
      print(`${block.file}: ${id}`);
    }
    print('Fill in what says TODO, then run: npm run knowledge -- lint');
    return 0;
  },
};

function emptyFile({ file }: Block): string {
  if (!file.startsWith('codes/')) return '';
  throw new UsageError(`There is no ${file}. A table of codes begins with its number space; copy the head of another one.`);
}

/** Puts the block at the end of its table, keeping every comment and every other line as it is. */
export function withBlock(text: string, { table, lines }: Block, id: string): string {
  const all = text.split('\n');
  if (all.at(-1) === '') all.pop();
  if (table === '') return `${[...all, ...lines].join('\n')}\n`;
  const indented = lines.map((line) => `  ${line}`);
  const start = all.findIndex((line) => line.startsWith(`${table}:`));
  if (start < 0) return `${[...all, ...(all.length > 0 ? [''] : []), `${table}:`, ...indented].join('\n')}\n`;
  if (all[start]?.trim() !== `${table}:` && !/^\w+:\s*(#.*)?$/.test(all[start] ?? '')) {
    throw new UsageError(`"${table}:" is written on one line; give it lines of its own, then ask again for ${id}.`);
  }
  let end = all.findIndex((line, index) => index > start && /^[^\s#-]/.test(line));
  if (end < 0) end = all.length;
  while (end > start + 1 && /^\s*(#.*)?$/.test(all[end - 1] ?? '') && !/^\s+#/.test(all[end - 1] ?? '')) end -= 1;
  return `${[...all.slice(0, end), ...indented, ...all.slice(end)].join('\n')}\n`;
}
