import { describe, expect, it } from 'vitest';
import { passagesOf } from '../../understanding/passages.ts';

const texts = (text: string): readonly string[] => passagesOf(text).map((each) => each.text);

describe('parts of a sentence that say something in passing', () => {
  it('are its runs of neighbouring parts', () => {
    expect(texts('rdp stopped after we moved the server to a new subnet')).toContain('after we moved the server');
    expect(texts('rdp stopped after we moved the server to a new subnet')).toContain('after we moved the server to a new subnet');
  });

  it('keep their places in the text', () => {
    const text = 'Hello. It fails from my new laptop when I am on the train.';
    for (const passage of passagesOf(text)) expect(text.slice(passage.start, passage.end).trim()).toBe(passage.text);
    expect(passagesOf(text).length).toBeGreaterThan(0);
  });

  it('are none behind a denial or a condition, where they would say the contrary', () => {
    expect(texts('it does not happen when I am on the office network')).not.toContain('when I am on the office network');
    expect(texts('would it help if I came in through the VPN from home')).not.toContain('through the VPN from home');
  });

  it('are not the sentence or a clause itself, which are read anyway', () => {
    expect(texts('only this server fails')).toEqual([]);
  });
});
