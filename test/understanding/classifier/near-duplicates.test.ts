import { describe, expect, it } from 'vitest';
import { nearDuplicates } from '../../../bench/understanding/near-duplicates.ts';
import { readMessages } from '../../../bench/understanding/messages.ts';
import { loadEvaluation, loadUtterances } from '../../../knowledge/compiler/utterances.ts';

/** `MESSAGES=/path/to/messages.jsonl` names the file to be held apart from the training lines. */
const file = process.env['MESSAGES'];

describe('training lines and lines to measure on', () => {
  it('finds a copy, a copy with slips and a copy with other punctuation, and not a mere neighbour', () => {
    const measured = ['The remote session stays black after I log on to the server'];
    const training = [
      'the remote session stays black, after I log on to the server!!',
      'The remote sesion stays black after I log on to teh server',
      'the remote session drops after ten minutes on this server',
    ];
    expect(nearDuplicates(training, measured).map(({ training: line }) => line)).toEqual(training.slice(0, 2));
  });

  it('share no line with the evaluation set', async () => {
    const [training, evaluation] = await Promise.all([loadUtterances(), loadEvaluation()]);
    const found = nearDuplicates(training.map(({ text }) => text), evaluation.map(({ text }) => text));
    expect(found).toEqual([]);
  });

  it.skipIf(file === undefined)('share no line with the messages file', async () => {
    const [training, messages] = await Promise.all([loadUtterances(), readMessages(file!)]);
    expect(nearDuplicates(training.map(({ text }) => text), messages.map(({ text }) => text))).toEqual([]);
  });
});
