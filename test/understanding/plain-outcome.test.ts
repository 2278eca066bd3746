import { describe, expect, it } from 'vitest';
import { isOfOthers, plainOutcome } from '../../understanding/plain-outcome.ts';

describe('an outcome in plain words', () => {
  it.each(['it works now', 'that fixed it', "I'm in", 'it works again'])('worked: %s', (words) => {
    expect(plainOutcome(words)).toBe('worked');
    expect(isOfOthers(words)).toBe(false);
  });

  it.each(['it works for everybody else', 'it works for my colleague', 'others can connect', 'actually other people get in', 'everyone else is in', 'it works on another computer'])('a fact about others: %s', (words) => {
    expect(plainOutcome(words)).toBeUndefined();
    expect(isOfOthers(words)).toBe(true);
  });

  it.each(['my colleague repaired it, it works now', 'the admin did it'])('done by others: %s', (words) => {
    expect(isOfOthers(words)).toBe(false);
  });
});
