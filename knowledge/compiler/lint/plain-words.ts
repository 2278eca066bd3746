interface BannedWord {
  readonly shape: RegExp;
  /** Completes 'Write ...'. */
  readonly instead: string;
}

const BANNED_WORDS: readonly BannedWord[] = [
  { shape: /\byour (own )?pc\b/i, instead: '"your computer"' },
  { shape: /\b(that|the other) (computer|pc)\b/i, instead: '"the remote computer"' },
  { shape: /\b(help ?desk|your it)\b/i, instead: '"support"' },
  { shape: /\b(un)?tick(s|ed|ing)?\b/i, instead: '"check" or "clear the checkbox"' },
  { shape: /\b(not needed|nothing to (take back|revert))\b/i, instead: '"Nothing to undo."' },
  { shape: /\banew\b/i, instead: '"again"' },
  { shape: /\bmend(s|ed|ing)?\b/i, instead: '"fix"' },
  { shape: /\b(licence[sd]?|colours?|grey(ed)?|centres?|behaviours?|spelt)\b/i, instead: 'it the American way: license, color, gray, center, behavior, spelled' },
];

/** What style.md has a plainer word for. */
export function bannedIn(prose: string): readonly { readonly found: string; readonly instead: string }[] {
  return BANNED_WORDS.flatMap(({ shape, instead }) => {
    const found = shape.exec(prose)?.[0];
    return found === undefined ? [] : [{ found, instead }];
  });
}

/** A command in backticks counts as one word, and is not searched. */
export function withoutCommands(text: string): string {
  return text.replaceAll(/`[^`]*`/g, 'command');
}

export function wordCount(prose: string): number {
  return prose.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
