import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import type { LearnedParameters } from '../troubleshooting/parameters.ts';
import { carryOver } from './carry-over.ts';
import { withPins, type Pins } from './pins.ts';
import { AUTHORS_NUMBERS, type Release, type ReleaseHistory } from './releases.ts';

/** Everything that decides which numbers are used. Plain JSON, and the same on every instance that has the same one. */
export interface LearnedNumbers extends ReleaseHistory {
  readonly pins: Pins;
  /** What was fitted last, waiting for its release. */
  readonly fitted?: Fitted;
}

export interface Fitted {
  readonly parameters: LearnedParameters;
  /** The week as which it was fitted. */
  readonly week: number;
  /** Conversations that it was learned from. */
  readonly conversations: number;
}

export const NOTHING_LEARNED: LearnedNumbers = { ...AUTHORS_NUMBERS, pins: {} };

export interface NumbersInUse {
  /** Undefined: the author's numbers. */
  readonly parameters: LearnedParameters | undefined;
  /** The release that they are from; undefined for none. */
  readonly release: Release | undefined;
  /** What of the release this graph has no place for. */
  readonly leftOut: readonly string[];
}

/** The numbers for a graph: those of the active release as far as they fit it, and the pinned ones above them. */
export function numbersInUse(graph: KnowledgeGraph, { releases, active, pins }: LearnedNumbers): NumbersInUse {
  const release = releases.find(({ number }) => number === active);
  if (!release && Object.keys(pins).length === 0) return { parameters: undefined, release: undefined, leftOut: [] };
  const { parameters, leftOut } = release ? released(graph, release) : { parameters: noParameters(graph), leftOut: [] };
  return { parameters: withPins(graph, parameters, pins), release, leftOut };
}

function released(graph: KnowledgeGraph, { parameters, authored }: Release): { parameters: LearnedParameters; leftOut: readonly string[] } {
  return parameters.graphVersion === graph.version ? { parameters, leftOut: [] } : carryOver(graph, parameters, authored ?? {});
}

function noParameters(graph: KnowledgeGraph): LearnedParameters {
  return { graphVersion: graph.version, priors: {}, solves: {}, ceilings: {}, answers: {}, capabilities: {} };
}
