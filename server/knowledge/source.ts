import type { Evidence, Troubleshooter } from '../../troubleshooting/decision.ts';
import type { CodeReading } from '../../reading/evidence.ts';
import type { OrderedFix } from '../../troubleshooting/fix-order.ts';
import type { LearnedParameters } from '../../troubleshooting/parameters.ts';
import type { KnowledgeGraph } from '../../knowledge/compiler/types.ts';

/** What the pages look at. Asked anew for each page, so that a change of the knowledge is seen at once. */
export interface KnowledgeSource {
  readonly graph: () => KnowledgeGraph;
  readonly troubleshooter: (problem: string) => Troubleshooter;
  /** Numbers in use in place of the author's. */
  readonly learned?: () => LearnedParameters | undefined;
  /** The fixes in the order in which they are handed out when nothing is known of the person. */
  readonly order: (graph: KnowledgeGraph, troubleshooter: Troubleshooter) => readonly OrderedFix[];
  /** Codes in any written form. */
  readonly codesIn: (text: string) => readonly CodeReading[];
}

/** Nothing is known yet. */
export const NO_EVIDENCE: Evidence = { findings: [], unanswered: [], failed: [], skipped: [], capabilities: {} };
