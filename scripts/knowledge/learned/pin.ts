import { authoredNumbers, pathOf, type NumberPath } from '../../../learning/pins.ts';
import { UsageError } from '../command.ts';
import type { Desk } from './desk.ts';

const SHAPES = 'prior PROBLEM CAUSE, solves FIX CAUSE, answer QUESTION CAUSE ANSWER, capability ROLE';

/** Holds a number fast, whatever is learned. */
export async function pinNumber(desk: Desk, args: readonly string[]): Promise<number> {
  const path = numberAt(desk, args.slice(0, -1));
  const value = valueOf(args.at(-1) ?? '');
  await desk.folder.learned.write({ ...desk.numbers, pins: { ...desk.numbers.pins, [path]: value } });
  desk.print(`${path.replaceAll('|', ' ')} is held at ${(100 * value).toFixed(1)} % (the author wrote ${(100 * (authoredNumbers(desk.graph).get(path) ?? 0)).toFixed(1)} %).`);
  return 0;
}

export async function unpinNumber(desk: Desk, args: readonly string[]): Promise<number> {
  const path = pathOf(...args.flatMap((part) => part.split('|')));
  const { [path]: held, ...pins } = desk.numbers.pins;
  if (held === undefined) throw new UsageError(`${path.replaceAll('|', ' ')} is not pinned. Pinned are: ${Object.keys(desk.numbers.pins).map((each) => each.replaceAll('|', ' ')).join('; ') || 'none'}.`);
  await desk.folder.learned.write({ ...desk.numbers, pins });
  desk.print(`${path.replaceAll('|', ' ')} is learned again.`);
  return 0;
}

function numberAt({ graph }: Desk, parts: readonly string[]): NumberPath {
  const path = pathOf(...parts.flatMap((part) => part.split('|')));
  const numbers = authoredNumbers(graph);
  if (numbers.has(path)) return path;
  const [kind, first] = path.split('|');
  const near = [...numbers.keys()].filter((each) => each.startsWith(`${kind}|${first}|`)).map((each) => each.replaceAll('|', ' '));
  throw new UsageError(`The knowledge has no number "${path.replaceAll('|', ' ')}". ${near.length > 0 ? `There are:\n  ${near.slice(0, 20).join('\n  ')}` : `Numbers are named: ${SHAPES}.`}`);
}

/** A share: `0.3` or `30%`. Never 0 or 1: no later evidence could move it. */
function valueOf(text: string): number {
  const value = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
  if (!(value > 0 && value < 1)) throw new UsageError(`"${text}" is no value for a number. Write a share between 0 and 1, such as 0.3 or 30%.`);
  return value;
}
