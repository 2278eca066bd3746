import { describe, expect, test } from 'vitest';
import { requiredWords } from '../../reading/required-words.ts';
import { createWordFinder } from '../../reading/word-finder.ts';
import { SINCE_WHEN } from '../../reading/statements/since-when.ts';
import { TOLD_RESULTS } from '../../reading/statements/told-results.ts';
import { WHAT_IS_USED } from '../../reading/statements/what-is-used.ts';
import { WHERE_FROM } from '../../reading/statements/where-from.ts';
import { WHO_AND_WHICH } from '../../reading/statements/who-and-which.ts';

describe('words that every match has', () => {
  test.each([
    [/server/, ['server']],
    [/a?server|vpn/, ['server', 'vpn']],
    [/(?:only|just) (?:this|that) server/, [' server']],
    [/(?:only|just)(?: this)?/, ['only', 'just']],
    [/\bvpns?\b/, ['vpn']],
    [/ping(?! works)/, ['ping']],
    [/3389\/tcp/, ['3389/tcp']],
    [/[a-z]+/, undefined],
    [/(?:server)?/, undefined],
    [/vpn|\d+/, undefined],
  ])('%s', (pattern, words) => {
    expect(requiredWords(pattern)).toEqual(words);
  });
});

test('many words are found in one pass', () => {
  const find = createWordFinder([['she'], ['he', 'his'], ['hers'], []]);
  expect([...find('ushers')].sort()).toEqual([0, 1, 2]);
  expect([...find('his')]).toEqual([1]);
  expect([...find('')]).toEqual([]);
});

test('a rule never matches a text that has none of its words', () => {
  const rules = [...WHO_AND_WHICH, ...WHERE_FROM, ...SINCE_WHEN, ...WHAT_IS_USED, ...TOLD_RESULTS];
  const texts = [
    'only this one server, the others work, my colleagues can connect, nobody else has it, from home it works, without vpn it works, over the vpn it fails, after the windows update, we renamed the server',
    'im not an admin, i already restarted the router, the target is server 2019, port 3389 is open, ping works, the certificate has expired, termservice is running, rdp-tcp is listening, nur dieser server',
    'seit dem update, depuis la mise à jour, 只有这台服务器, только этот сервер, kein administrator, with the ip address it works, localhost fails, it drops after 10 seconds, intermittent, docker, azure vm, rd gateway',
  ];
  for (const { pattern } of rules) {
    const words = requiredWords(pattern);
    for (const text of texts) {
      for (const match of text.matchAll(pattern)) {
        if (words !== undefined) expect(words.some((word) => match[0].includes(word)), `${match[0]} of ${pattern.source.slice(0, 60)}`).toBe(true);
      }
    }
  }
});
