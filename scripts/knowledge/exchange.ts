import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { formatFinding } from '../../knowledge/compiler/finding.ts';
import { compileKnowledge } from '../../knowledge/compiler/compile.ts';
import { kindOf, READING, type FileText } from '../../knowledge/compiler/knowledge-file.ts';
import { readKnowledgeFiles } from '../../knowledge/compiler/load.ts';
import { graphOf, UsageError, type Command } from './command.ts';

const exchangeSchema = z.object({ format: z.literal('reconnect-knowledge/1'), version: z.string(), files: z.record(z.string(), z.unknown()) });

export const exportCommand: Command = {
  usage: 'export [FILE]',
  about: 'everything as one JSON',
  async run([file], { dir, print }) {
    const { version } = await graphOf(dir);
    const files = await readKnowledgeFiles(dir);
    const content = Object.fromEntries(files.map(({ path, text }) => [path, parse(text, READING)]));
    const json = JSON.stringify({ format: 'reconnect-knowledge/1', version, files: content }, null, 2);
    if (file) await writeFile(file, `${json}\n`);
    else print(json);
    return 0;
  },
};

export const importCommand: Command = {
  usage: 'import FILE FOLDER',
  about: 'writes such a JSON as YAML files (comments are not in it)',
  async run([file, folder], { print }) {
    if (!file || !folder) throw new UsageError('From which file, and into which folder?');
    const { files: content } = exchangeSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    const files = Object.entries(content).map(([path, data]): FileText => ({ path, text: stringify(data, { lineWidth: 0 }) }));
    const stray = files.find(({ path }) => !kindOf(path) || path.includes('..'));
    if (stray) throw new UsageError(`${stray.path} is at a place that means nothing.`);
    const { graph, findings } = compileKnowledge(files);
    if (!graph) throw new UsageError(`${findings.map(formatFinding).join('\n\n')}\n\nNothing was written.`);
    const there = files.filter(({ path }) => existsSync(join(folder, path)));
    if (there.length > 0) throw new UsageError(`${there[0]?.path} is in ${folder} already; import into an empty folder and compare. Nothing was written.`);
    for (const { path, text } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    print(`${files.length} files, version ${graph.version}`);
    return 0;
  },
};
