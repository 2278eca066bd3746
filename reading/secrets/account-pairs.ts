import { isNoValue, looksMadeUp, looksNumbered, looksSecret, looksStrong } from './plausible-value.ts';
import type { SecretPattern } from './secret-pattern.ts';

const ifStrong = (value: string): boolean => looksStrong(value) && !isNoValue(value);

/** A name and its password, side by side. */
export const ACCOUNT_PAIRS: readonly SecretPattern[] = [
  {
    kind: 'password',
    hint: /login|logon|credential|creds|zugangsdaten|anmeldedaten|user/i,
    pattern: /(?<![\w./])(?:login|logon|credentials?|creds|zugangsdaten|anmeldedaten|user(?:name)?)(?:\s?[:=]\s{0,2}|\s{1,2})[\w.\\@-]{2,60}(?:\s?\/\s?|:|\s)(?!\w{1,20}=)(?<secret>[^\s/]{6,64})/gi,
    holds: ifStrong,
  },
  {
    kind: 'password',
    hint: /admin|root|sa[/:]/i,
    pattern: /(?<![^\s(])(?:root|admin|administrator|sa|postgres)(?::|\s?\/\s?)(?<secret>[^\s/:]{6,64})/gi,
    holds: (value) => looksSecret(value) && !isNoValue(value),
  },
  { kind: 'password', hint: /\//, pattern: /(?<!\S)[\w.@\\-]{2,60}\s?\/\s?(?<secret>[^\s/\\:=]{6,64})/g, holds: looksMadeUp },
  {
    kind: 'password',
    hint: /\\[\w.-]{1,40}:/,
    pattern: /\\[\w.-]{2,40}:(?<secret>[^\s(\\/:]{6,64})/g,
    holds: (value) => ifStrong(value) || looksNumbered(value),
  },
  // CORP\name or name@corp.example, and the password behind it.
  {
    kind: 'password',
    hint: /[\\@]/,
    pattern: /(?<!\S)(?:[\w.-]{1,40}\\[\w.-]{2,40}|[\w.+-]{1,64}@[\w-]{1,40}(?:\.[\w-]{2,40}){1,4})[\s:]\s?(?<secret>[^\s\\/:=]{6,64})/g,
    holds: looksMadeUp,
  },
  {
    kind: 'password',
    hint: /@[\w.-]{1,80}:/,
    pattern: /(?<!\S)[\w.+-]{1,64}@[\w-]{1,40}(?:\.[\w-]{2,40}){1,4}:(?<secret>[^\s\\/:=]{6,64})/g,
    holds: ifStrong,
  },
  { kind: 'password', hint: /:\/\//, pattern: /\b[a-z][a-z0-9+.-]{1,15}:\/\/[^\s/:@]{1,64}:(?<secret>[^\s/@]{1,100})@/gi },
];
