import { formatFinding } from '../../knowledge/compiler/finding.ts';
import { loadKnowledge } from '../../knowledge/compiler/load.ts';
import type { KnowledgeGraph } from '../../knowledge/compiler/types.ts';

export interface CommandContext {
  /** The knowledge folder. */
  readonly dir: string;
  /** The server's data folder. */
  readonly dataDir: string;
  readonly print: (text: string) => void;
}

/** One word after `npm run knowledge --`. Resolves with the exit code. */
export interface Command {
  readonly usage: string;
  readonly about: string;
  run(args: readonly string[], context: CommandContext): Promise<number>;
}

/** The command was called in a way that it does not know. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The graph of a folder; throws with every fault when it has any. */
export async function graphOf(dir: string): Promise<KnowledgeGraph> {
  const { graph, findings } = await loadKnowledge(dir);
  if (!graph) throw new UsageError(`${findings.map(formatFinding).join('\n\n')}\n\nThe knowledge in ${dir} has faults; mend them first.`);
  return graph;
}
