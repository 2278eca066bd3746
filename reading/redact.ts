import type { SecretReading } from './evidence.ts';
import { withoutInvisible } from './normalize.ts';
import { SECRET_PATTERNS } from './secrets/secret-patterns.ts';

/** UTF-16 units that are kept; of a longer text its beginning and its end, which are also what is read. */
const MOST_KEPT = 32_000;
const HEAD = 24_000;
/** Longer than any secret but a private key, whose rest is masked by its beginning. */
const OVERLAP = 4_000;

/**
 * Secrets are masked; names, e-mail addresses, host names and IP addresses stay, because a helpdesk cannot work without them.
 * Masked are: passwords and PINs, tokens and keys, private keys, hashes that log on, connection strings, cookies, Windows product
 * and BitLocker keys, numbers of cards, bank accounts and social security. The forms are in `secrets/`, one file a kind of source.
 * Of a text beyond 32,000 units the middle is left out: what is not looked through is not kept. Spans are of the text as received.
 */
export function redact(text: string): { readonly text: string; readonly secrets: readonly SecretReading[] } {
  const secrets = secretsIn(text);
  if (text.length <= MOST_KEPT) return { text: masked(text, secrets, 0, text.length), secrets };
  const [head, tail] = middleOf(text, secrets);
  return { text: `${masked(text, secrets, 0, head)}\n[${tail - head} characters left out]\n${masked(text, secrets, tail, text.length)}`, secrets };
}

function masked(text: string, secrets: readonly SecretReading[], from: number, to: number): string {
  const parts: string[] = [];
  let at = from;
  for (const { kind, span } of secrets) {
    if (span[0] < from || span[1] > to) continue;
    parts.push(text.slice(at, span[0]), `[${kind} removed]`);
    at = span[1];
  }
  parts.push(text.slice(at, to));
  return parts.join('');
}

/** What is left out of a long text; neither end cuts through a secret. */
function middleOf(text: string, secrets: readonly SecretReading[]): readonly [start: number, end: number] {
  const through = (at: number): SecretReading | undefined => secrets.find(({ span }) => span[0] < at && at < span[1]);
  const end = text.length - (MOST_KEPT - HEAD);
  return [through(HEAD)?.span[0] ?? HEAD, through(end)?.span[1] ?? end];
}

/**
 * Where secrets stand and of what kind, in order, without overlap. Never their value. Linear in the text;
 * of one beyond 32,000 units the beginning and the end are looked through.
 */
export function secretsIn(text: string): readonly SecretReading[] {
  if (text.length <= MOST_KEPT + 2 * OVERLAP) return secretsOf(text);
  const from = text.length - (MOST_KEPT - HEAD) - OVERLAP;
  const first = secretsOf(text.slice(0, HEAD + OVERLAP));
  const last = secretsOf(text.slice(from)).map(({ kind, span: [start, end] }): SecretReading => ({ kind, span: [start + from, end + from] }));
  return [...first, ...last];
}

function secretsOf(received: string): readonly SecretReading[] {
  if (received.length < SHORTEST) return [];
  const { text, placeOf } = withoutInvisible(received);
  const marks = [...text.matchAll(MARK)].map((mark) => [mark.index, mark.index + mark[0].length] as const);
  const found: SecretReading[] = [];
  for (const { kind, hint, pattern, holds } of SECRET_PATTERNS) {
    if (!hint.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      const { secret, quoted, single } = match.groups ?? {};
      const inQuotes = quoted ?? single;
      const value = secret ?? inQuotes ?? match[0];
      const end = match.index + match[0].length;
      if (holds !== undefined && !holds(value, { whole: match[0], isQuoted: inQuotes !== undefined, after: text.slice(end, end + CONTEXT) })) continue;
      const start = match.index + match[0].lastIndexOf(value);
      // What was masked before is no secret.
      if (marks.some(([from, to]) => from < start + value.length && start < to)) continue;
      found.push({ kind, span: [placeOf(start), placeOf(start + value.length - 1) + 1] });
    }
  }
  found.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const apart: SecretReading[] = [];
  for (const secret of found) {
    const last = apart.at(-1);
    if (last === undefined || secret.span[0] >= last.span[1]) apart.push(secret);
    // Two forms fit and reach differently far: all of both is masked.
    else if (secret.span[1] > last.span[1]) apart[apart.length - 1] = { kind: last.kind, span: [last.span[0], secret.span[1]] };
  }
  return apart;
}

const SHORTEST = 6;
const MARK = /\[[a-z -]{1,30} removed\]/gi;
/** How far a decision looks behind the match. */
const CONTEXT = 24;
