import { describe, expect, it } from 'vitest';
import { clausesOf, hasProse } from '../../understanding/clauses.ts';

describe('clausesOf', () => {
  it.each<[string, readonly string[]]>([
    ["didn't work, but I see event 1057 now", ["didn't work", 'I see event 1057 now']],
    ['no, and by the way it is only this server', ['no', 'it is only this server']],
    ['worked! but now printing fails', ['worked', 'now printing fails']],
    ["I'm not admin but my colleague is", ["I'm not admin", 'my colleague is']],
    ['nope. get me a human please', ['nope', 'get me a human please']],
    ['that fixed it, but now it says wrong password', ['that fixed it', 'now it says wrong password']],
    ['es geht nicht, aber ich sehe Ereignis 1057', ['es geht nicht', 'ich sehe Ereignis 1057']],
    ['only this server', ['only this server']],
    ['version 10.0.19045 of Windows', ['version 10.0.19045 of Windows']],
    ["didn't help:\nTcpTestSucceeded : False", ["didn't help:"]],
  ])('%s', (text, clauses) => expect(clausesOf(text)).toEqual(clauses));

  it('leaves a paste and a story whole', () => {
    expect(clausesOf('a, b, c, d, e, f, g, h')).toHaveLength(1);
    const long = 'one thing, and another. '.repeat(40);
    expect(clausesOf(long)).toEqual([long]);
  });

  it('tells a line that a person wrote from one that a tool printed', () => {
    expect(hasProse('RemotePort       : 3389\nTcpTestSucceeded : False')).toBe(false);
    expect(hasProse('this is what it says\nTcpTestSucceeded : False')).toBe(true);
  });
});
