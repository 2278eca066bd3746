import { expect, test } from 'vitest';
import { redact } from '../../../reading/redact.ts';
import { formsWithSecrets, isMaskedInPart, leaks, lookAlikes, lostWords } from './measure.ts';

test('of the forms with secrets this many leak: a quoted phrase without a verb behind it reads like the label of a field', () => {
  const forms = formsWithSecrets();
  expect(forms.length).toBe(281);
  expect(forms.filter(leaks).map(({ text }) => text)).toEqual(['ssh-keygen passphrase "pebble brook"']);
});

test('what stands beside a secret stays, but for the names of cookies and their attributes', () => {
  expect(formsWithSecrets().flatMap(lostWords)).toEqual(['Path', 'HttpOnly', 'other']);
});

test('nothing that only looks like a secret is masked', () => {
  const texts = lookAlikes();
  expect(texts.length).toBe(596);
  expect(texts.filter(isMaskedInPart)).toEqual([]);
});

test('what was masked is masked once: the marks themselves are no secrets', () => {
  for (const { text } of formsWithSecrets()) {
    const once = redact(text).text;
    expect(redact(once).text).toBe(once);
  }
});
