import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import type { Observation, Reading } from './evidence.ts';
import { findingsOf } from './findings.ts';
import { secretsIn } from './redact.ts';
import { readCodes } from './codes/read-codes.ts';
import { READERS_IN_USE } from './readers.ts';
import { createPage } from './page.ts';

export interface ReadContext {
  /** Dates in the text are compared with it. */
  readonly now: Date;
  /** Adds its codes to the number spaces, and turns observations into findings. */
  readonly graph?: KnowledgeGraph;
  /** The question on the table; a bare `False` answers it. */
  readonly asked?: string;
}

/**
 * Everything that can be read from one utterance without learning: codes, observations, findings and secrets,
 * each in order of appearance. Pure, never throws, linear; of a text beyond 32,000 units the beginning and the end are read.
 */
export function read(text: string, { now, graph, asked }: ReadContext): Reading {
  const page = createPage(text);
  const observations: Observation[] = [];
  for (const reader of READERS_IN_USE) {
    if (reader.hint.test(page.lower)) observations.push(...reader.read(page, now));
  }
  observations.sort((a, b) => a.span[0] - b.span[0]);
  return {
    codes: readCodes(page, graph),
    observations,
    findings: graph === undefined ? [] : findingsOf(graph, observations, asked),
    secrets: secretsIn(text),
  };
}
