import type { Observation } from './evidence.ts';
import type { Page } from './page.ts';
import type { READERS, ReaderName } from './vocabulary.ts';

/** Values of the fields of one reader, as the vocabulary types them; a field may be left undefined. */
export type FieldsOf<Name extends ReaderName> = {
  readonly [Field in keyof (typeof READERS)[Name]['fields']]?: ValueOf<(typeof READERS)[Name]['fields'][Field]> | undefined;
};
type ValueOf<Shape> = Shape extends { readonly type: 'number' } ? number : Shape extends { readonly type: 'boolean' } ? boolean : string;

/** Reads one form. Linear in the page, never throws; gives nothing where its form is not there. */
export interface Reader {
  /** Tested on the lower-case text first; the reader is asked only where it matches. */
  readonly hint: RegExp;
  read(page: Page, now: Date): readonly Observation[];
}

/** An observation of fields that are known; undefined ones are left out. */
export function observe<Name extends ReaderName>(reader: Name, fields: FieldsOf<Name>, page: Page, start: number, end: number): Observation {
  const known = Object.entries(fields).filter((entry): entry is [string, string | number | boolean] => entry[1] !== undefined);
  return { reader, fields: Object.fromEntries(known), span: page.span(start, end) };
}

/** A whole number from digits that a pattern matched. */
export function numberOf(digits: string | undefined): number | undefined {
  return digits === undefined || digits === '' ? undefined : Number(digits.replace(',', '.'));
}

/** `true`/`false` as PowerShell prints it. */
export function truthOf(word: string | undefined): boolean | undefined {
  if (word === 'true') return true;
  return word === 'false' ? false : undefined;
}

export const isPrivateAddress = (address: string): boolean =>
  /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|127\.|169\.254\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd]|fe80|::1$)/.test(address);
