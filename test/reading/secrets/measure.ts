import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { redact } from '../../../reading/redact.ts';

export interface Form {
  readonly text: string;
  /** What of it is secret. */
  readonly secrets: readonly string[];
}

/** The lines of a file beside this one, without comments; `\n` in a line is a line break. */
function linesOf(file: string): string[] {
  const lines = readFileSync(join(import.meta.dirname, file), 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '' && !line.startsWith('# ')).map((line) => line.replaceAll('\\n', '\n'));
}

export function formsWithSecrets(file = 'forms.txt'): Form[] {
  return linesOf(file).map((line) => ({ text: line.replace(/[⟦⟧]/g, ''), secrets: [...line.matchAll(/⟦([^⟧]*)⟧/g)].map(([, secret]) => secret ?? '') }));
}

export function lookAlikes(file = 'look-alikes.txt'): string[] {
  return linesOf(file);
}

/** A secret leaks when it, or a word of it that has four characters or more, is still there. */
export function leaks({ text, secrets }: Form): boolean {
  const kept = redact(text).text.replace(/\[[a-z -]{1,30} removed\]/g, '[]');
  return secrets.some((secret) => kept.includes(secret) || secret.split(/\s+/).some((piece) => piece.length >= 4 && kept.includes(piece)));
}

/** Words that went although they are no part of a secret. */
export function lostWords({ text, secrets }: Form): string[] {
  const kept = redact(text).text;
  const outside = secrets.reduce((rest, secret) => rest.replace(secret, ' '), text);
  return outside.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 4 && !kept.includes(word));
}

export function isMaskedInPart(text: string): boolean {
  return redact(text).text !== text;
}
