import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../../understanding/classifier/create-classifier.ts';
import { saveModel } from '../../../understanding/classifier/model.ts';
import { assembleModel } from '../../../service/learned-classifier.ts';
import { loadUtterances } from '../../../knowledge/compiler/utterances.ts';

const model = await assembleModel();
const utterances = await loadUtterances();

describe('the classifier that a start finds in the cache', () => {
  it('stays a small file', () => {
    expect(saveModel(model).length).toBeLessThan(4_000_000);
  });

  it('knows what it was taught, in every language', () => {
    const classifier = createClassifier(model);
    for (const lang of new Set(utterances.map((line) => line.lang))) {
      const lines = utterances.filter((line) => line.lang === lang && line.set === 'symptom');
      const right = lines.filter(({ label, text }) => classifier.symptom(text).ranked[0]?.label === label);
      expect(right.length / lines.length, lang).toBeGreaterThan(0.9);
    }
  });

  it('has as many lines to a label as the figures rest on', () => {
    const counts = new Map<string, number>();
    for (const { set, label } of utterances) if (set === 'symptom') counts.set(label, (counts.get(label) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count < 40)).toEqual([]);
  });
});
