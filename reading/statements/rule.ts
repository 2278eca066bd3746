import type { StatementId } from './statement-ids.ts';

/** Ways to say one thing. Patterns see prose: lower case, single blanks, no apostrophes, asterisks or quotation marks. */
export interface StatementRule {
  readonly says: StatementId | readonly StatementId[];
  readonly pattern: RegExp;
  /** A match with this in it, or right behind it in the same clause, says something else. */
  readonly unless?: RegExp;
  /** What "not" right before it makes of it; without this it is dropped. */
  readonly negated?: StatementId;
  /** Further fields from the match. */
  readonly fields?: (match: RegExpExecArray) => { readonly os?: string; readonly what?: string };
}

/** One global pattern of several. */
export const oneOf = (...patterns: readonly RegExp[]): RegExp => new RegExp(patterns.map(({ source }) => source).join('|'), 'g');
