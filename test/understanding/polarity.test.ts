import { describe, expect, test } from 'vitest';
import { deny } from './deny.ts';
import { deniedIn, isDenialOf, isNegated } from '../../understanding/polarity.ts';

describe('one saying denies the other', () => {
  test.each([
    ["it doesn't work from home", 'it works from home'],
    ['not on wifi', 'on wifi'],
    ['the port is not open', 'the port is open'],
    ['not only on this laptop', 'only on this laptop'],
    ["i'm not on the vpn", 'on the vpn'],
    ['it is switched off', 'it is switched on'],
    ['the certificate has expired', 'the certificate is valid'],
    ['not the windows app', 'teams? no, the windows app'],
  ])('%s / %s', (text, saying) => {
    expect(isDenialOf(text, saying)).toBe(true);
  });

  test.each([
    ['it works from home', 'from home it works'],
    ["can't connect from home", 'from home i cannot connect'],
    ['the port is not open', 'the port is closed'],
    ['it is disabled', 'it is not enabled'],
    ['nope, only this one', 'only this one'],
    ["the others don't have it", 'on wifi'],
  ])('%s / %s', (text, saying) => {
    expect(isDenialOf(text, saying)).toBe(false);
  });
});

test('the denial of a saying has the other polarity', () => {
  for (const text of ['it works from home', "it doesn't work from home", 'my colleague has it', 'on wifi', 'the server is up', 'we use eset', 'i can ping it', "i can't ping it"]) {
    const denied = deny(text);
    expect(denied, text).toBeDefined();
    expect(isNegated(denied ?? ''), `${text} / ${denied}`).toBe(!isNegated(text));
  }
});

test.each(['is it on?', 'it works, but slowly', 'yes it is on', "I don't know that nobody can"])('no denial is made of "%s"', (text) => {
  expect(deny(text)).toBeUndefined();
});

test('what is denied as a whole', () => {
  expect(deniedIn("I don't think that it is the VPN")).toBe('it is the VPN');
  expect(deniedIn('it is the VPN')).toBeUndefined();
});
