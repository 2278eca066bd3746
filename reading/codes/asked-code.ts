import type { CodeReading } from '../evidence.ts';

/**
 * Numbers that are codes only by the word before them, and only when they are asked for: in a pasted log or a report
 * the same numbers are evidence. `what is event 1058`, `TLS alert 40`, `logon error -3`, `fatal error 5`.
 */
const FORMS: readonly { readonly space: string; readonly pattern: RegExp; readonly hexadecimal: boolean }[] = [
  { space: 'event', pattern: /\bevent(?:[ -]?id)?\s*[:#]?\s*(\d{1,5})\b/i, hexadecimal: false },
  { space: 'tls-alert', pattern: /\b(?:tls|ssl|schannel)(?:\s+fatal)?\s+alert\s*(?:code|number)?\s*[:#]?\s*(\d{1,3})\b/i, hexadecimal: false },
  { space: 'fatal', pattern: /\bfatal\s+error\s*(?:code)?\s*[:#]?\s*(\d{1,3})\b/i, hexadecimal: false },
  { space: 'logon', pattern: /\blogon\s+(?:error|status)\s*(?:code)?\s*[:#]?\s*(-?\d{1,3}|0x[0-9a-f]{1,8})\b/i, hexadecimal: true },
];

/** Beyond this a text reports something; it does not ask what a number means. */
const LONGEST_QUESTION = 60;

/** The number that a short text asks about; undefined when it asks about none. Pure. */
export function askedCode(text: string): CodeReading | undefined {
  if (text.trim().length > LONGEST_QUESTION) return undefined;
  for (const { space, pattern, hexadecimal } of FORMS) {
    const match = pattern.exec(text);
    const number = match?.[1];
    if (match && number !== undefined) {
      const end = match.index + match[0].length;
      return { code: hexadecimal ? unsigned(number) : number, spaces: [space], role: 'code', certain: true, span: [end - number.length, end] };
    }
  }
  return undefined;
}

/** Negative numbers stand in the tables as unsigned 32 bit. */
function unsigned(number: string): string {
  const value = Number(number);
  return `0x${(value < 0 ? value + 2 ** 32 : value).toString(16)}`;
}
