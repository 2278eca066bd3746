import { fileURLToPath } from 'node:url';
import { assess } from '../../understanding/assess.ts';
import type { IntentClassifier, Scope } from '../../understanding/classifier/intent-classifier.ts';
import { createMind } from '../../dialogs/create-mind.ts';
import { interpret } from '../../understanding/interpret.ts';
import { read } from '../../reading/read.ts';
import { printedCodes } from '../../reading/codes/pairs.ts';
import { loadKnowledge } from '../../knowledge/compiler/load.ts';

/** A fixed clock: dates in a text are read against it. */
const NOW = new Date('2026-01-01T00:00:00Z');

/** One spelling for hexadecimal and decimal codes: `0x904` is `0x0904` is `2308`. What is no number stays as it is. */
export function sameSpelling(code: string): string {
  return /^(0x[0-9a-f]+|\d+)$/i.test(code) ? `0x${BigInt(code).toString(16)}` : code;
}

/** The codes that stand in a text, once each, in order of appearance, in one spelling. */
export function codesIn(text: string): readonly string[] {
  return [...new Set(printedCodes(read(text, { now: NOW }).codes).map(sameSpelling))];
}

/** What the product takes a text for: readers and model over the compiled graph. */
export interface ProductReader {
  /** Label of a reply in the middle of a fix, with no problem at hand. */
  reply(text: string): string;
  /** Best symptom label of a description. */
  symptom(text: string): string;
  scope(text: string): Scope;
}

const KNOWLEDGE = fileURLToPath(new URL('../../knowledge/', import.meta.url));

export async function productReader(classifier: IntentClassifier): Promise<ProductReader> {
  const { graph, findings } = await loadKnowledge(KNOWLEDGE);
  if (graph === undefined) throw new Error(`the knowledge does not compile: ${findings.length} faults`);
  const mind = createMind(graph, classifier);
  return {
    reply: (text) => interpret(mind, text, NOW).label,
    symptom: (text) => assess(mind, text, NOW).symptoms[0]?.label ?? '',
    scope: (text) => assess(mind, text, NOW).scope,
  };
}
