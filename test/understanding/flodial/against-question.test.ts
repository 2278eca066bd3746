import { describe, expect, it } from 'vitest';
import { againstQuestion } from '../../../bench/understanding/flodial/against-question.ts';

describe('againstQuestion', () => {
  it.each([
    ['Has the fuse blown?', 'The fuse is not blown', 'The thatthing is not thatthing'],
    ['Is the pump leaking?', 'It leaks, yes.', 'It thatthing, yes.'],
    ['Is it on?', 'no, it is off', 'no, it is off'],
  ])('%s %s', (question, reply, left) => expect(againstQuestion(question, reply)).toBe(left));
});
