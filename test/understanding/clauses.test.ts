import { describe, expect, it } from 'vitest';
import { clausesOf } from '../../understanding/clauses.ts';
import { hasWords, proseOf } from '../../understanding/prose.ts';

describe('clausesOf', () => {
  it.each<[string, readonly string[]]>([
    ["didn't work, but I see event 1057 now", ["didn't work", 'I see event 1057 now']],
    ['worked! but now printing fails', ['worked', 'now printing fails']],
    ["I'm not admin but my colleague is", ["I'm not admin", 'my colleague is']],
    ['nope. get me a human please', ['nope', 'get me a human please']],
    ['that fixed it, but now it says wrong password', ['that fixed it', 'now it says wrong password']],
    ['es geht nicht, aber ich sehe Ereignis 1057', ['es geht nicht', 'ich sehe Ereignis 1057']],
    ['only this server', ['only this server']],
    ['version 10.0.19045 of Windows', ['version 10.0.19045 of Windows']],
    ["didn't help:\nstill 0x904", ["didn't help:", 'still 0x904']],
  ])('%s', (text, clauses) => expect(clausesOf(text).map((each) => each.text)).toEqual(clauses));

  it('gives the place of each, and reads a story by its sentences', () => {
    expect(clausesOf('worked! but now printing fails').map(({ start, end }) => [start, end])).toEqual([[0, 6], [12, 30]]);
    expect(clausesOf('a, b, c, d, e, f, g. And h').map((each) => each.text)).toEqual(['a, b, c, d, e, f, g', 'h']);
  });

  it('tells a line that a person wrote from one that a tool printed', () => {
    const isSaid = (text: string): boolean => hasWords(proseOf(text, [], []));
    expect(isSaid('RemotePort       : 3389\nTcpTestSucceeded : False')).toBe(false);
    expect(isSaid('this is what it says\nTcpTestSucceeded : False')).toBe(true);
  });
});
