import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { stringify } from 'yaml';
import { z } from 'zod';
import { compileKnowledge } from '../../knowledge/compiler/compile.ts';
import { formatFinding } from '../../knowledge/compiler/finding.ts';
import { kindOf, type FileText } from '../../knowledge/compiler/knowledge-file.ts';
import { readKnowledgeFiles } from '../../knowledge/compiler/load.ts';
import type { KnowledgeGraph } from '../../knowledge/compiler/types.ts';
import { UsageError } from './command.ts';

/** The graph of a folder, of an exported JSON, or of a revision of git (`HEAD~1`, a tag). */
export async function graphOfVersion(name: string, dir: string): Promise<KnowledgeGraph> {
  const { graph, findings } = compileKnowledge(await filesOf(name, dir));
  if (!graph) throw new UsageError(`${name} has faults:\n${findings.slice(0, 5).map(formatFinding).join('\n')}`);
  return graph;
}

async function filesOf(name: string, dir: string): Promise<FileText[]> {
  if (existsSync(name)) return statSync(name).isDirectory() ? readKnowledgeFiles(name) : filesOfExport(name);
  return filesOfRevision(name, dir);
}

async function filesOfExport(file: string): Promise<FileText[]> {
  const { files } = z.object({ files: z.record(z.string(), z.unknown()) }).parse(JSON.parse(await readFile(file, 'utf8')));
  return Object.entries(files).map(([path, data]) => ({ path, text: stringify(data) }));
}

function filesOfRevision(revision: string, dir: string): FileText[] {
  const top = git(dir, ['rev-parse', '--show-toplevel']).trim();
  const folder = relative(top, dir).replaceAll('\\', '/');
  const paths = git(top, ['ls-tree', '-r', '--name-only', revision, '--', folder]).split('\n');
  return paths
    .filter((path) => path.endsWith('.yaml') && kindOf(path.slice(folder.length + 1)))
    .map((path) => ({ path: path.slice(folder.length + 1), text: git(top, ['show', `${revision}:${path}`]) }));
}

function git(cwd: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new UsageError(`That is neither a folder, nor a file, nor a revision: ${stderr.trim()}`);
  return stdout;
}
