import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../../understanding/classifier/create-classifier.ts';
import { loadModel } from '../../../understanding/classifier/model.ts';
import { TRAINING_SETTINGS, fingerprint } from '../../../understanding/classifier/train.ts';
import { readWordTable } from '../../../understanding/classifier/word-table.ts';
import { loadUtterances } from '../../../knowledge/compiler/utterances.ts';

const bytes = await readFile(new URL('../../../knowledge/utterances/model.bin', import.meta.url));
const table = readWordTable(await readFile(new URL('../../../knowledge/utterances/words.en.json', import.meta.url)));
const utterances = await loadUtterances();

describe('knowledge/utterances/model.bin', () => {
  it('was trained on the utterances and the word table that lie beside it', () => {
    expect(loadModel(bytes).hash, 'stale: run `node --import tsx scripts/train.ts`').toBe(fingerprint(utterances, TRAINING_SETTINGS, table));
  });

  it('stays a small file', () => {
    expect(bytes.length).toBeLessThan(4_000_000);
  });

  it('knows what it was taught, in every language', () => {
    const classifier = createClassifier(loadModel(bytes));
    const read = { symptom: classifier.symptom, reply: classifier.reply };
    for (const lang of new Set(utterances.map((line) => line.lang))) {
      const lines = utterances.filter((line) => line.lang === lang && line.set in read);
      const right = lines.filter(({ set, label, text }) => read[set as keyof typeof read](text).ranked[0]?.label === label);
      expect(right.length / lines.length, lang).toBeGreaterThan(0.9);
    }
  });

  it('has as many lines to a label as the figures rest on', () => {
    for (const set of ['symptom', 'reply'] as const) {
      const counts = new Map<string, number>();
      for (const line of utterances) if (line.set === set) counts.set(line.label, (counts.get(line.label) ?? 0) + 1);
      expect([...counts].filter(([, count]) => count < 40)).toEqual([]);
    }
  });
});
