/** One form in which a secret is written. */
export interface SecretPattern {
  readonly kind: string;
  /** A cheap test that goes before. */
  readonly hint: RegExp;
  /** Of the groups `secret`, `quoted` and `single` the one that took part is masked, or else the whole match. */
  readonly pattern: RegExp;
  readonly holds?: (value: string, context: MatchContext) => boolean;
}

export interface MatchContext {
  /** The whole match. */
  readonly whole: string;
  readonly isQuoted: boolean;
  /** What stands behind the match, as far as a decision needs it. */
  readonly after: string;
}

/** A value in quotation marks of any kind, or one word; the groups are `quoted`, `single`, `secret`. */
export const VALUE = '(?:["“”„«](?<quoted>[^"“”»\\n]{1,100})["“”»]|[\'‘](?<single>[^\'’\\n]{1,100})[\'’]|(?<secret>[^\\s"\'“”„«»‘’;,<>]{2,64}))';

/** Mixed kinds of characters, as a password has and a word has not. */
export function looksSecret(value: string): boolean {
  const word = value.replace(/[.,!?;:)]+$/, '');
  const mixed = /\d/.test(word) || /[^\p{L}\p{M}\d'’-]/u.test(word);
  return word.length >= 4 && mixed && !/^\d{1,3}$/.test(word) && !isOtherThing(word);
}

/** Letters and digits, and a symbol or both cases besides: nobody writes words like that. */
export function looksStrong(value: string): boolean {
  const word = value.replace(/[.,?;:)]+$/, '');
  if (word.length < 6 || isOtherThing(word) || !/\p{L}/u.test(word) || !/\d/.test(word)) return false;
  return /[^\p{L}\p{M}\d.\\/:_-]/u.test(word) || (/\p{Lu}/u.test(word) && /\p{Ll}/u.test(word));
}

/** Codes, updates, addresses, machines, dates and times look mixed, too. */
function isOtherThing(word: string): boolean {
  return /^(?:0x[0-9a-f]+|kb\d+|\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}:\d{2}(?::\d{2})?|(?:srv|server|win|windows|dc|host|pc|vm|rds|event|error|office)[-_]?\d+\w*|\$[\w:{}]+|%\w+%|\S{1,64}@\S{2,64}\.\w{2,10}|https?:\S*|[a-z]:\\\S*|\\\\\S*)$/i.test(word);
}
