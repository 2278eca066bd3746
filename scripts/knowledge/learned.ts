import { parseArgs } from 'node:util';
import { UsageError, type Command } from './command.ts';
import { openDesk, type Desk } from './learned/desk.ts';
import { exportCounts, replayCounts } from './learned/exchange.ts';
import { fitNumbers } from './learned/fit.ts';
import { list } from './learned/list.ts';
import { pinNumber, unpinNumber } from './learned/pin.ts';
import { releaseNumbers, rollBackNumbers } from './learned/release.ts';

const ACTIONS: Readonly<Record<string, (desk: Desk, args: readonly string[]) => Promise<number>>> = {
  list: (desk) => list(desk),
  fit: (desk) => fitNumbers(desk),
  release: (desk) => releaseNumbers(desk),
  rollback: (desk, [to]) => rollBackNumbers(desk, to),
  export: (desk, [file]) => exportCounts(desk, file),
  replay: (desk, files) => replayCounts(desk, files),
  pin: (desk, args) => pinNumber(desk, args),
  unpin: (desk, args) => unpinNumber(desk, args),
};

const OPTIONS = {
  code: { type: 'string' },
  json: { type: 'boolean', default: false },
  accept: { type: 'boolean', default: false },
  by: { type: 'string' },
  week: { type: 'string' },
} as const;

export const learnedCommand: Command = {
  usage: `learned [${Object.keys(ACTIONS).join(' | ')}] [--code PROBLEM] [--json]`,
  about: 'what outcomes taught; fit, release, roll back, pin',
  async run(args, context) {
    const { values, positionals } = parsed(args);
    const [name = 'list', ...rest] = positionals;
    const action = ACTIONS[name];
    if (!action) throw new UsageError(`"${name}" is none of ${Object.keys(ACTIONS).join(', ')}.`);
    const { code, json, accept, by, week } = values;
    return action(await openDesk(context, { code, json, accept, by, week }), rest);
  },
};

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
