import { describe, expect, it } from 'vitest';
import { TypoRepair } from '../../../understanding/classifier/typo-repair.ts';

const repair = new TypoRepair(['remote', 'desktop', 'certificate', 'gateway', 'connect', 'проблема'], (word) => word === 'remove');

describe('TypoRepair', () => {
  it.each([
    ['desktpo', 'desktop', 'neighbours swapped'],
    ['gatway', 'gateway', 'a letter left out'],
    ['connnect', 'connect', 'a letter doubled'],
    ['certifcatr', 'certificate', 'two slips in a long word'],
    ['прoблема'.replace('o', 'а'), 'проблема', 'Cyrillic'],
  ])('%s is %s: %s', (typo, word) => {
    expect(repair.repair([typo])).toEqual([word]);
  });

  it('leaves common words, short words, codes and strangers alone', () => {
    const tokens = ['remove', 'rem', '0x904', 'desk7op', 'banana', '<ip>', '远程'];
    expect(repair.repair(tokens)).toEqual(tokens);
  });

  it('does not bend a short word by two letters', () => {
    expect(repair.repair(['ramota'])).toEqual(['ramota']);
  });
});
