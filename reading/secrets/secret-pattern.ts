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
