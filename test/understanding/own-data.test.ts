import { expect, test } from 'vitest';
import { ownData } from '../../understanding/rules/own-data.ts';
import type { Utterance } from '../../understanding/utterance.ts';

const heard = (text: string): unknown => ownData.apply({ text } as Utterance)?.act;

test.each([
  'delete my data', 'Please delete all my data', 'can you erase my conversation?', 'I want you to delete my personal data', 'remove everything you know about me',
  'delete all data you have about me', 'forget everything about me', 'forget me', 'right to be forgotten', 'I want my right to erasure', 'please wipe my chat history', 'lösche meine Daten', 'Bitte löschen Sie alle meine persönlichen Daten',
])('%s', (text) => {
  expect(heard(text)).toEqual({ kind: 'erase-data' });
});

test.each([
  'delete my profile on the server', 'it deleted my data', 'my data is gone', 'should I delete my data on the server?', 'delete my saved credentials', 'erase my data on this pc first?',
  'the step says to delete my Default.rdp', 'remove me from the group', 'forget it', 'delete the certificate', 'delete everything in the MachineKeys folder', 'forget my last answer', 'I forgot my password',
])('not: %s', (text) => {
  expect(heard(text)).toBeUndefined();
});

test('only the words that are asked for confirm it', () => {
  expect(heard('erase everything')).toEqual({ kind: 'erase-data', confirmed: true });
  expect(heard('“Erase everything.”')).toEqual({ kind: 'erase-data', confirmed: true });
  expect(heard('erase everything on the disk')).toBeUndefined();
});
