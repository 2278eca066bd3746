import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { merge } from '../../../learning/counts.ts';
import { allCounts, profilesByWeek } from '../../../learning/counting/all-counts.ts';
import { UsageError } from '../command.ts';
import type { Desk } from './desk.ts';

const FORMAT = 'reconnect-outcomes/1';
const whole = z.number().int().nonnegative();
const exchange = z.object({ format: z.literal(FORMAT), profiles: z.record(z.string(), z.record(z.string(), whole)) });

/** All counts in one file, for another instance. The ids of conversations are not in it: nobody else needs them. */
export async function exportCounts(desk: Desk, file: string | undefined): Promise<number> {
  if (file === undefined) throw new UsageError('Into which file?');
  const { profiles } = await allCounts(desk.folder.counts, desk.folder.replayed);
  await writeFile(file, `${JSON.stringify({ format: FORMAT, profiles }, null, 1)}\n`);
  desk.print(`${totalOf(profiles)} conversations in ${Object.keys(profiles).length} profiles written to ${file}.`);
  return 0;
}

/** Takes the counts of other instances in: in any order, any number of times. */
export async function replayCounts(desk: Desk, files: readonly string[]): Promise<number> {
  if (files.length === 0) throw new UsageError('From which file? `learned export FILE` writes one.');
  for (const file of files) {
    const weeks = await weeksIn(file);
    const before = totalOf((await allCounts(desk.folder.counts, desk.folder.replayed)).profiles);
    for (const [week, counts] of weeks) await desk.folder.replayed.update(week, (known) => merge(known, counts));
    const after = totalOf((await allCounts(desk.folder.counts, desk.folder.replayed)).profiles);
    desk.print(`${file}: ${after - before} conversations are new here, ${after} in all.`);
  }
  return 0;
}

async function weeksIn(file: string): Promise<ReturnType<typeof profilesByWeek>> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  try {
    return profilesByWeek(exchange.parse(JSON.parse(text)).profiles);
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} is not what \`learned export\` writes, nothing was taken in:\n${reason}`);
  }
}

function totalOf(profiles: Readonly<Record<string, Readonly<Record<string, number>>>>): number {
  return Object.values(profiles).reduce((sum, replicas) => sum + Object.values(replicas).reduce((a, b) => a + b, 0), 0);
}
