import type { SecretPattern } from './secret-pattern.ts';

const isMixed = (value: string): boolean => /\d/.test(value) && /[a-z]/i.test(value);

/** Keys, tokens and numbers that are told by their own form or by the name before them. */
export const KEYS_AND_NUMBERS: readonly SecretPattern[] = [
  {
    kind: 'private key',
    hint: /PRIVATE KEY/,
    pattern: /-----BEGIN [A-Z ]{0,20}PRIVATE KEY(?: BLOCK)?-----(?<secret>(?:[A-Za-z0-9+/=\s:,.]|-(?!-)){1,12000})/g,
    holds: (value) => value.trim().length > 0,
  },
  // The end of one whose beginning was cut off.
  {
    kind: 'private key',
    hint: /END [A-Z ]{0,20}PRIVATE KEY/,
    pattern: /(?<secret>(?:[A-Za-z0-9+/=]{20,80}\s{1,3}){1,60})-----END [A-Z ]{0,20}PRIVATE KEY/g,
  },
  {
    kind: 'key',
    hint: /key|secret|sig|token/i,
    pattern: /\b(?:account[_ ]?key|(?:aws_)?secret_access_key|x-(?:[a-z]{1,20}-)?(?:key|token)|shared[_ ]?access[_ ]?key|access[_ ]?key|api[_ -]?key|client[_ -]?secret|secret[_ -]?key|subscription[_ -]?key|secret|sig|(?:access|refresh|auth|id)[_-]?token|token)["']?\s{0,2}[=:]\s{0,2}["']?(?<secret>[A-Za-z0-9+/=_.~%-]{12,2000})/gi,
    holds: (value) => /\d/.test(value) || value.length > 24,
  },
  {
    kind: 'key',
    hint: /key|secret|token/i,
    pattern: /\b(?:api|secret|access|client|subscription|account|encryption|service)[ _-]?(?:key|secret|token)\s(?:is\s|was\s)?["']?(?<secret>[A-Za-z0-9+/=_.~-]{16,200})/gi,
    holds: isMixed,
  },
  {
    kind: 'key',
    hint: /psk|shared key|wi-?fi key|wpa/i,
    pattern: /\b(?:psk|pre-?shared key|wi-?fi key|wpa[23]? ?key)\s?(?:is\s|[:=])\s?(?<secret>[^\s"',;]{6,64})/gi,
  },
  { kind: 'key', hint: /psk|shared key/i, pattern: /\b(?:psk|pre-?shared key)\s(?<secret>[^\s"',;]{8,64})/gi, holds: isMixed },
  {
    kind: 'key',
    hint: /totp|authenticator|[2m]fa/i,
    pattern: /\b(?:[Tt][Oo][Tt][Pp]|[Aa]uthenticator|2[Ff][Aa]|[Mm][Ff][Aa]|MFA)\s(?:secret|key|seed)\s?(?:is|:|=)?\s?(?<secret>[A-Z2-7]{4}(?:\s?[A-Z2-7]{4}){2,12})/g,
  },
  {
    kind: 'token',
    hint: /authorization/i,
    pattern: /\bauthorization\s?:\s{0,3}(?:basic|ntlm|negotiate|digest|token)\s{1,3}(?<secret>[A-Za-z0-9+/=_.-]{8,4000})/gi,
  },
  { kind: 'token', hint: /bearer/i, pattern: /\bbearer\s{1,3}(?<secret>[A-Za-z0-9._~+/=-]{12,4000})/gi },
  { kind: 'token', hint: /[?&]code=/i, pattern: /(?<=[?&]code=)(?<secret>[^&\s"'<>]{16,4000})/gi },
  { kind: 'cookie', hint: /cookie/i, pattern: /cookie\s?:\s{0,3}[^\s=;]{1,100}=(?<secret>[^\n]{8,4000})/gi },
  { kind: 'token', hint: /eyJ/, pattern: /\beyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,8000}(?:\.[A-Za-z0-9_-]{0,2000})?/g },
  {
    kind: 'product key',
    hint: /-/,
    pattern: /(?<![A-Za-z0-9-])[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}(?![A-Za-z0-9-])/g,
    holds: (value) => /\d/.test(value) && /[A-Z]/.test(value),
  },
  { kind: 'recovery key', hint: /\d{6}-\d{6}/, pattern: /(?<![\d-])\d{6}(?:-\d{6}){7}(?![\d-])/g },
];
