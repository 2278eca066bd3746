import { userInfo } from 'node:os';
import { DEFAULT_RULES, readProfiles, type WeightedProfile } from '../../../learning/counts.ts';
import { NOTHING_LEARNED, type LearnedNumbers } from '../../../learning/learned-numbers.ts';
import type { KnowledgeGraph } from '../../../knowledge/compiler/types.ts';
import { allCounts } from '../../../learning/counting/all-counts.ts';
import { weekOf } from '../../../learning/counting/case.ts';
import { outcomeFolderIn, type OutcomeFolder } from '../../../storage/outcome-folder.ts';
import { graphOf, UsageError, type CommandContext } from '../command.ts';

/** What every `learned` command works on. */
export interface Desk {
  readonly graph: KnowledgeGraph;
  readonly folder: OutcomeFolder;
  readonly dataDir: string;
  readonly numbers: LearnedNumbers;
  /** The week as which counts are read: older ones weigh less. */
  readonly week: number;
  readonly print: (text: string) => void;
  readonly options: DeskOptions;
}

export interface DeskOptions {
  readonly json: boolean;
  readonly accept: boolean;
  readonly by: string | undefined;
  readonly code: string | undefined;
}

export async function openDesk(context: CommandContext, options: DeskOptions & { readonly week: string | undefined }): Promise<Desk> {
  const folder = outcomeFolderIn(context.dataDir);
  return {
    graph: await graphOf(context.dir),
    folder,
    dataDir: context.dataDir,
    numbers: (await folder.learned.read()) ?? NOTHING_LEARNED,
    week: weekFrom(options.week),
    print: context.print,
    options,
  };
}

function weekFrom(text: string | undefined): number {
  if (text === undefined) return weekOf(new Date().toISOString());
  const week = Number(text);
  if (!Number.isInteger(week) || week < 0) throw new UsageError(`--week ${text} is no week. Write whole weeks since 1970-01-01, such as ${weekOf(new Date().toISOString())} for this one.`);
  return week;
}

/** Everything that was counted, weighted as of the desk's week. */
export async function profilesAt({ folder, graph, week }: Desk): Promise<WeightedProfile[]> {
  return readProfiles(await allCounts(folder.counts, folder.replayed), { graphVersion: graph.version, now: week, ...DEFAULT_RULES });
}

export function weightOf(profiles: readonly WeightedProfile[]): number {
  return profiles.reduce((sum, { weight }) => sum + weight, 0);
}

/** Who is at the desk, for the record. */
export function whoIs({ options }: Desk): string {
  return options.by ?? userInfo().username;
}
