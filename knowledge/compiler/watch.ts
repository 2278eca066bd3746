import { fingerprint, loadKnowledge } from './load.ts';
import type { LintFinding } from './finding.ts';
import type { ParseCache } from './knowledge-file.ts';
import type { KnowledgeGraph } from './types.ts';

export interface Watching {
  /** Looks now, and resolves when what it found has been told. */
  look(): Promise<void>;
  stop(): void;
}

export interface WatchOptions {
  readonly locale?: string;
  /** Between two looks. */
  readonly intervalMs?: number;
}

const INTERVAL_MS = 1500;

/**
 * Looks at the folder's files by their dates and sizes, and hands over each new valid graph.
 * Looking is used because change notices of the file system get lost on network drives and in containers.
 * An invalid change is told once; whoever holds the old graph keeps it.
 * A change is taken up only after two looks agree, so that a file is not read half-written: within twice the interval.
 */
export async function watchKnowledge(
  dir: string,
  onGraph: (graph: KnowledgeGraph, warnings: readonly LintFinding[]) => void,
  onInvalid: (findings: readonly LintFinding[]) => void,
  { locale, intervalMs = INTERVAL_MS }: WatchOptions = {},
): Promise<Watching> {
  // Only files that changed are read as YAML again.
  const cache: ParseCache = new Map();
  let known = await fingerprint(dir);
  let settling = known;
  let looking: Promise<void> | undefined;

  const lookOnce = async (): Promise<void> => {
    const seen = await fingerprint(dir).catch(() => undefined);
    // A file that vanished between listing and looking is looked at again next time.
    if (seen === undefined || seen === known) return;
    if (seen !== settling) {
      settling = seen;
      return;
    }
    known = seen;
    await take();
  };

  const take = async (): Promise<void> => {
    try {
      const { graph, findings } = await loadKnowledge(dir, locale, [], cache);
      if (graph) onGraph(graph, findings);
      else onInvalid(findings);
    } catch (error) {
      onInvalid([unreadable(error)]);
    }
  };

  const look = (): Promise<void> => {
    looking ??= lookOnce().finally(() => {
      looking = undefined;
    });
    return looking;
  };

  const timer = setInterval(() => void look(), intervalMs);
  timer.unref();
  return { look, stop: () => clearInterval(timer) };
}

function unreadable(error: unknown): LintFinding {
  return {
    rule: 'unreadable',
    severity: 'error',
    file: '.',
    line: 1,
    what: error instanceof Error ? error.message : String(error),
    why: 'The folder of the knowledge could not be read.',
    remedy: 'See that the folder exists and may be read.',
  };
}
