/** `npm run knowledge -- COMMAND`: the tools of those who write the knowledge. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { diffCommand } from './knowledge/diff.ts';
import { drawCommand } from './knowledge/draw.ts';
import { exportCommand, importCommand } from './knowledge/exchange.ts';
import { lintCommand } from './knowledge/lint.ts';
import { newCommand } from './knowledge/scaffold.ts';
import { schemaCommand } from './knowledge/schemas.ts';
import { showCommand } from './knowledge/show.ts';
import { statsCommand } from './knowledge/stats.ts';
import { UsageError, type Command } from './knowledge/command.ts';

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
};

const args = process.argv.slice(2);
const at = args.indexOf('--dir');
const ownDir = join(dirname(fileURLToPath(import.meta.url)), '..', 'knowledge');
const dir = at >= 0 ? (args.splice(at, 2)[1] ?? ownDir) : ownDir;
const [name = '', ...rest] = args;
const command = COMMANDS[name];
if (!command) {
  console.error(usage());
  process.exit(2);
}
try {
  process.exitCode = await command.run(rest, { dir, print: (text) => console.log(text) });
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\nUsage: npm run knowledge -- ${command.usage}`);
  process.exitCode = 2;
}

function usage(): string {
  const lines = Object.values(COMMANDS).map((each) => `  ${each.usage.padEnd(44)} ${each.about}`);
  return `Usage: npm run knowledge -- COMMAND [--dir FOLDER]\n${lines.join('\n')}`;
}
