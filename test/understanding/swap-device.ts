const SWAPS: readonly (readonly [RegExp, string])[] = [
  [/\bmy (pc|computer|laptop|machine)\b/iu, 'the remote $1'],
  [/\bthis (pc|computer|laptop|machine)\b/iu, 'the remote $1'],
  [/\bthe (?:remote (?:pc|computer|machine)|server|host)\b/iu, 'my computer'],
];

/** Any computer that is named. */
const DEVICE = /\b(?:pc|computer|laptop|machine|server|host)\b/giu;

/** The same clause about the other computer; undefined where it names none, or more than one. Pure. */
export function swapDevice(text: string): string | undefined {
  const found = SWAPS.filter(([pattern]) => pattern.test(text));
  const [only] = found;
  return only !== undefined && found.length === 1 && text.match(DEVICE)?.length === 1 ? text.replace(only[0], only[1]) : undefined;
}
