import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { endProcess } from '../scripts/end-process.ts';
import type { Bench, Figure } from './bench.ts';

const folder = dirname(fileURLToPath(import.meta.url));

/** A bench is a file of this folder that exports `bench`. */
const NOT_BENCHES = new Set(['bench.ts', 'run.ts']);
const DEFAULT_SEED = 20_240_904;

const [name, ...rest] = process.argv.slice(2);
const { flags, args } = parse(rest);
const file = name ? join(folder, `${name}.ts`) : '';

if (!name || NOT_BENCHES.has(`${name}.ts`) || !existsSync(file)) {
  const names = readdirSync(folder).filter((each) => each.endsWith('.ts') && !NOT_BENCHES.has(each)).map((each) => each.slice(0, -3));
  console.error(`Usage: npm run --silent bench -- NAME [--quick] [--json] [--seed N]\nNAME is one of: ${names.join(', ')}`);
  await endProcess(2);
}

const { bench } = (await import(pathToFileURL(file).href)) as { bench: Bench };
const seed = Number(args['seed'] ?? DEFAULT_SEED);
const figures = await bench.run({ quick: flags.has('quick'), seed, args });
if (flags.has('json')) console.log(JSON.stringify({ bench: bench.name, node: process.versions.node, seed, figures }));
else console.log(table(figures, `${bench.name}, Node ${process.versions.node}, seed ${seed}`));
// A bench may leave timers of the servers it measured; its figures are complete.
await endProcess(0);

function parse(words: readonly string[]): { flags: Set<string>; args: Record<string, string> } {
  const flags = new Set<string>();
  const args: Record<string, string> = {};
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? '';
    if (!word.startsWith('--')) continue;
    const [key = '', inline] = word.slice(2).split('=');
    const next = words[i + 1];
    if (inline !== undefined) args[key] = inline;
    else if (next !== undefined && !next.startsWith('--')) {
      args[key] = next;
      i += 1;
    } else flags.add(key);
  }
  return { flags, args };
}

function table(rows: readonly Figure[], title: string): string {
  const cells = rows.map(({ id, value, unit, n, ci }) => [id, format(value), unit, n === undefined ? '' : `n=${n}`, ci ? `${format(ci[0])} to ${format(ci[1])}` : '']);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(0, ...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) => row.map((cell, column) => (column === 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ').trimEnd());
  return [title, '', ...lines].join('\n');
}

function format(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(4);
}
