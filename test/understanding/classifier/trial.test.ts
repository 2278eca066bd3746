import { describe, expect, it } from 'vitest';
import { runTrial } from '../../../bench/understanding/trial.ts';

const train = [
  { text: 'the gateway refuses me', label: 'gateway' },
  { text: 'gateway unavailable', label: 'gateway' },
  { text: 'the session is slow', label: 'slow' },
  { text: 'slow mouse in the session', label: 'slow' },
];

describe('runTrial', () => {
  it('answers every list of questions, in order', async () => {
    const result = await runTrial({ contender: 'ours-without-table', train, questions: [['gateway', 'slow'], [], ['so slow']], limit: 60 });
    expect(result?.answers.map((row) => row.map(({ label }) => label))).toEqual([['gateway', 'slow'], [], ['slow']]);
  }, 60_000);

  it('gives up a training that takes longer than its limit', async () => {
    // Hundreds of labels and words: natural's dense matrices are busy with them for minutes.
    const many = Array.from({ length: 3000 }, (_, at) => ({ text: `word${at} other${at * 7}`, label: `label${at % 300}` }));
    expect(await runTrial({ contender: 'natural-logistic', train: many, questions: [['word1']], limit: 1 })).toBeUndefined();
  }, 60_000);

  it('says which contender ended without an answer', async () => {
    await expect(runTrial({ contender: 'nobody', train, questions: [], limit: 60 })).rejects.toThrow('nobody ended without an answer');
  }, 60_000);
});
