import fc from 'fast-check';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { expand } from '../../knowledge/compiler/expand.ts';
import { lintSayings } from '../../knowledge/compiler/lint/sayings.ts';
import { loadKnowledge } from '../../knowledge/compiler/load.ts';
import { parseSayingFile } from '../../knowledge/compiler/saying-file.ts';
import { loadSayings, readSayingFiles, sayingsOf, type Saying } from '../../knowledge/compiler/sayings.ts';
import { SHIPPED_DIR } from './small-knowledge.ts';

const UTTERANCES = join(SHIPPED_DIR, 'utterances');

describe('a saying with alternatives', () => {
  const word = fc.stringMatching(/^[a-z]{1,5}$/);
  const group = fc.uniqueArray(word, { minLength: 2, maxLength: 6 });

  it('is written out in full when there is room', () => {
    expect(expand('it (still|) hangs (again|)', 6, () => 0)).toEqual(['it still hangs again', 'it hangs again', 'it still hangs', 'it hangs']);
  });

  it('keeps parentheses without a bar, and a text without alternatives as it is', () => {
    expect(expand('stopped (deallocated)', 6, () => 0)).toEqual(['stopped (deallocated)']);
  });

  it('has every alternative at least once, whatever is drawn', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 8 }), fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })), (groups, most, draws) => {
        const texts = expand(groups.map((words) => `(${words.join('|')})`).join(' - '), most, () => draws.next().value ?? 0);
        groups.forEach((words, at) => {
          expect(new Set(texts.map((text) => text.split(' - ')[at]))).toEqual(new Set(words));
        });
        expect(texts.length).toBeLessThanOrEqual(Math.max(most, ...groups.map((words) => words.length)));
        expect(new Set(texts).size).toBe(texts.length);
      }),
    );
  });
});

describe('an utterance file', () => {
  const file = parseSayingFile('en/office/socket.txt', '# of the office\n@vpn-use\n= over-vpn\nyes (the|our) vpn\n\n= ?\nwhat  is that\n= other\ni am offline\n% thanks\nthank you');

  it('gives its sayings with what they mean, where they stand and who speaks', () => {
    const common = { voice: 'office', language: 'en' };
    expect(sayingsOf([file])).toEqual([
      { text: 'yes the vpn', label: 'answer:over-vpn', question: 'vpn-use', source: 'en/office/socket.txt:4', ...common },
      { text: 'yes our vpn', label: 'answer:over-vpn', question: 'vpn-use', source: 'en/office/socket.txt:4', ...common },
      { text: 'what is that', label: 'dont-know', question: 'vpn-use', source: 'en/office/socket.txt:7', ...common },
      { text: 'i am offline', label: 'other', question: 'vpn-use', source: 'en/office/socket.txt:9', ...common },
      { text: 'thank you', label: 'thanks', source: 'en/office/socket.txt:11', ...common },
    ]);
  });

  it('is refused at a place that names no language and voice', () => {
    expect(() => parseSayingFile('office/socket.txt', '')).toThrow('put it at <language>/<voice>/<family>.txt');
  });

  it('is refused with a line that means nothing, and with an unknown act', () => {
    expect(() => sayingsOf([parseSayingFile('en/a/b.txt', '@vpn-use\nhello')])).toThrow('en/a/b.txt:2: "hello" belongs to no answer and no act.');
    expect(() => sayingsOf([parseSayingFile('en/a/acts.txt', '% shrug\nmeh')])).toThrow('en/a/acts.txt:1: there is no act "shrug".');
  });

  it('writes out a line alike whatever stands beside it', () => {
    const many = '(a|b|c|d) (e|f|g|h) (i|j|k|l)';
    const alone = sayingsOf([parseSayingFile('en/a/acts.txt', `% none\n${many}`)]).map(({ text }) => text);
    const beside = sayingsOf([parseSayingFile('en/a/acts.txt', `% none\n(x|y) (z|w) (v|u)\n${many}`)]).map(({ text }) => text);
    expect(beside.slice(-alone.length)).toEqual(alone);
    expect(alone).toHaveLength(6);
  });
});

describe('the shipped sayings', () => {
  let sayings: readonly Saying[];

  beforeAll(async () => {
    sayings = await loadSayings(UTTERANCES);
  });

  it('pass the lint', async () => {
    const compiled = await loadKnowledge(SHIPPED_DIR);
    if (!compiled.graph) throw new Error('the shipped knowledge is valid');
    expect(lintSayings(compiled.library, await readSayingFiles(UTTERANCES))).toEqual([]);
  });

  it('are many, in several voices', () => {
    expect(new Set(sayings.map(({ source }) => source)).size).toBeGreaterThanOrEqual(25_000);
    expect(new Set(sayings.map(({ voice }) => voice)).size).toBeGreaterThanOrEqual(4);
  });

  it('have no marks left in the text', () => {
    expect(sayings.filter(({ text }) => /\||^[@%=#]/.test(text)).map(({ source, text }) => `${source} ${text}`)).toEqual([]);
  });

  it('load from a folder that is not there as none', async () => {
    expect(await loadSayings(join(UTTERANCES, 'nowhere'))).toEqual([]);
  });
});
