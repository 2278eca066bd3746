/** `npm run knowledge -- COMMAND`: the tools of those who write the knowledge. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { diffCommand } from './knowledge/diff.ts';
import { drawCommand } from './knowledge/draw.ts';
import { exportCommand, importCommand } from './knowledge/exchange.ts';
import { learnedCommand } from './knowledge/learned.ts';
import { lintCommand } from './knowledge/lint.ts';
import { newCommand } from './knowledge/scaffold.ts';
import { schemaCommand } from './knowledge/schemas.ts';
import { showCommand } from './knowledge/show.ts';
import { statsCommand } from './knowledge/stats.ts';
import { UsageError, type Command } from './knowledge/command.ts';
import { StorageError } from '../storage/storage-error.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  lint: lintCommand,
  show: showCommand,
  stats: statsCommand,
  diff: diffCommand,
  new: newCommand,
  export: exportCommand,
  import: importCommand,
  graph: drawCommand,
  schema: schemaCommand,
  learned: learnedCommand,
};

const args = process.argv.slice(2);
const dir = option('--dir') ?? join(dirname(fileURLToPath(import.meta.url)), '..', 'knowledge');
const dataDir = option('--data') ?? (process.env['DATA_DIR'] || 'data');
const [name = '', ...rest] = args;
const command = COMMANDS[name];
if (command) process.exitCode = await outcomeOf(command);
else {
  console.error(usage());
  process.exitCode = 2;
}

async function outcomeOf(chosen: Command): Promise<number> {
  try {
    return await chosen.run(rest, { dir, dataDir, print: (text) => console.log(text) });
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof StorageError)) throw error;
    console.error(error instanceof UsageError ? `${error.message}\nUsage: npm run knowledge -- ${chosen.usage}` : error.message);
    return 2;
  }
}

/** Takes an option with its value out of the arguments. */
function option(named: string): string | undefined {
  const at = args.indexOf(named);
  return at >= 0 ? args.splice(at, 2)[1] : undefined;
}

function usage(): string {
  const lines = Object.values(COMMANDS).map((each) => `  ${each.usage.padEnd(44)} ${each.about}`);
  return `Usage: npm run knowledge -- COMMAND [--dir FOLDER] [--data FOLDER]\n${lines.join('\n')}`;
}
