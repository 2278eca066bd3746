import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReader } from '../../../understanding/reader/create-reader.ts';
import { loadReader, saveReader } from '../../../understanding/reader/model-file.ts';
import { trainReader } from '../../../understanding/reader/model.ts';
import { Possible } from '../../../understanding/reader/possible.ts';
import type { ReaderContext } from '../../../understanding/reader/reader.ts';
import { SIGNALS } from '../../../understanding/reader/signals.ts';
import { graph, questions, sayings, settings, table } from './small.ts';

/** Every sixteenth line: what is tested here does not depend on how well it reads. */
const few = sayings.filter((_, at) => at % 16 === 0);
const quick = { ...settings, network: { ...settings.network, epochs: 2 } };
const model = trainReader(few, graph, quick, table);
const unsure = { weights: Array.from({ length: SIGNALS }, () => 0.1), bias: -1 };
const reader = createReader(model, unsure);
const asked = (question: string): ReaderContext => ({ phase: 'question', question, bearing: questions, hasOpenStep: false });
const step: ReaderContext = { phase: 'step', bearing: questions, hasOpenStep: true };

describe('trainReader', () => {
  it('gives the same bytes for the same lines', () => {
    expect(Buffer.from(saveReader(trainReader(few, graph, quick, table))).equals(saveReader(model))).toBe(true);
  });

  it('gives other bytes when a line is another one', () => {
    const [first, ...others] = few;
    const changed = [{ ...first!, text: `${first!.text} indeed` }, ...others];
    expect(Buffer.from(saveReader(trainReader(changed, graph, quick, table))).equals(saveReader(model))).toBe(false);
  });
});

describe('loadReader', () => {
  const bytes = saveReader(model);

  it('reads as the model that was saved', () => {
    const loaded = createReader(loadReader(bytes, table), unsure);
    for (const { text, question } of few.filter((_, at) => at % 10 === 0)) {
      const context = question === undefined ? step : asked(question);
      expect(loaded.read(text, context)).toEqual(reader.read(text, context));
    }
  });

  it('loads from bytes at any offset', () => {
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(Buffer.from(saveReader(loadReader(shifted.subarray(1), table))).equals(bytes)).toBe(true);
  });

  it('refuses bytes that are cut short, of another kind, or for another word table', () => {
    expect(() => loadReader(bytes.subarray(0, bytes.length - 8), table)).toThrow('cut short');
    expect(() => loadReader(new TextEncoder().encode('not a reader'), table)).toThrow('no reader');
    expect(() => loadReader(bytes)).toThrow('word table');
  });
});

describe('Reader', () => {
  const contexts: fc.Arbitrary<ReaderContext> = fc.record({
    phase: fc.constantFrom('step', 'solved', 'offer', 'ticket', 'undoing'),
    bearing: fc.subarray([...questions]).map((ids) => new Set(ids)),
    hasOpenStep: fc.boolean(),
  });
  const underQuestion: fc.Arbitrary<ReaderContext> = fc.record({
    phase: fc.constant('question'),
    question: fc.constantFrom(...questions, 'a question that nobody trained'),
    bearing: fc.subarray([...questions]).map((ids) => new Set(ids)),
    hasOpenStep: fc.boolean(),
  });

  it('gives all probability to what is possible, best first, for any text', () => {
    const possible = new Possible(model.labels, graph);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.oneof(contexts, underQuestion), (text, context) => {
        const { ranked, confidence } = reader.read(text, context);
        expect(ranked.filter(({ label }) => !possible.has(label, context))).toEqual([]);
        expect(ranked.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 4);
        expect(ranked.every(({ probability }, at) => at === 0 || probability <= ranked[at - 1]!.probability)).toBe(true);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100 },
    );
  });

  it('reads the names that every object has', () => {
    for (const text of ['constructor', 'hasOwnProperty', '__proto__', 'toString valueOf']) {
      expect(reader.read(text, step).ranked.length).toBeGreaterThan(1);
    }
  });

  it('offers an outcome while a question is open only when a step is', () => {
    const [question] = questions;
    const labels = (hasOpenStep: boolean): readonly string[] =>
      reader.read('it works now', { ...asked(question!), hasOpenStep }).ranked.map(({ label }) => label);
    expect(labels(false)).not.toContain('worked');
    expect(labels(true)).toContain('worked');
  });

  it('takes a bare yes for the answer that the question says it is', () => {
    for (const { id, polarity } of graph.questions) {
      const labels = reader.read('yes', asked(id)).ranked.map(({ label }) => label);
      if (polarity?.yes === undefined) expect(labels).toContain('yes');
      else expect(labels).not.toContain('yes');
    }
  });

  it('names a saying of the first label, and the very saying when that is what was typed', () => {
    let named = 0;
    for (const { text, question } of few.filter(({ label }) => label.startsWith('answer:'))) {
      const { ranked, resembles } = reader.read(text, asked(question!));
      if (resembles === undefined) continue;
      const polarity = graph.questions.find(({ id }) => id === question)?.polarity;
      const [first] = ranked;
      const labels: string[] = [first!.label];
      if (first!.label === `answer:${polarity?.yes}`) labels.push('yes');
      if (first!.label === `answer:${polarity?.no}`) labels.push('no');
      if (first!.label === 'none') labels.push('other');
      expect(labels).toContain(few.find((saying) => saying.text === resembles && labels.includes(saying.label))?.label);
      if (resembles === text) named++;
    }
    expect(named).toBeGreaterThan(40);
  });
});
