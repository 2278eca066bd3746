import type { SecretPattern } from './secret-pattern.ts';

/** Keys, tokens and numbers that are told by their own form. */
export const KEYS_AND_NUMBERS: readonly SecretPattern[] = [
  {
    kind: 'private key',
    hint: /PRIVATE KEY/,
    pattern: /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----(?<secret>(?:[A-Za-z0-9+/=\s:,]|-(?!-)){1,12000})/g,
    holds: (value) => value.trim().length > 0,
  },
  // The end of one whose beginning was cut off.
  { kind: 'private key', hint: /END [A-Z ]{0,20}PRIVATE KEY/, pattern: /(?<secret>(?:[A-Za-z0-9+/=]{20,80}\s{1,3}){1,60})-----END [A-Z ]{0,20}PRIVATE KEY/g },
  { kind: 'key', hint: /key|secret|sig|token/i, pattern: /\b(?:account_?key|(?:aws_)?secret_access_key|x-api-key|shared_?access_?key|access_?key|api[_-]?key|client[_-]?secret|secret[_-]?key|secret|sig|(?:access|refresh|auth|id)[_-]?token|token)["']?\s{0,2}[=:]\s{0,2}["']?(?<secret>[A-Za-z0-9+/=_.~%-]{12,2000})/gi },
  { kind: 'token', hint: /basic/i, pattern: /\bauthorization\s?:\s{0,3}basic\s{1,3}(?<secret>[A-Za-z0-9+/=]{8,400})/gi },
  { kind: 'token', hint: /bearer/i, pattern: /\bbearer\s{1,3}(?<secret>[A-Za-z0-9._~+/=-]{12,4000})/gi },
  { kind: 'token', hint: /eyJ/, pattern: /\beyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,8000}(?:\.[A-Za-z0-9_-]{0,2000})?/g },
  { kind: 'token', hint: /gh[pousr]_|github_pat_|xox[abprs]-|sk-|AKIA|glpat-/, pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{20,255}|xox[abprs]-[A-Za-z0-9-]{10,255}|sk-[A-Za-z0-9_-]{20,255}|AKIA[A-Z0-9]{16}|glpat-[A-Za-z0-9_-]{20,255})/g },
  { kind: 'product key', hint: /-/, pattern: /(?<![A-Za-z0-9-])[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}(?![A-Za-z0-9-])/g, holds: (value) => /\d/.test(value) && /[A-Z]/.test(value) },
  { kind: 'recovery key', hint: /\d{6}-\d{6}/, pattern: /(?<![\d-])\d{6}(?:-\d{6}){7}(?![\d-])/g },
  { kind: 'card number', hint: /\d{4}/, pattern: /(?<![\d.:-])\d{4}(?:[ -]?\d{4}){2}[ -]?\d{1,7}(?![\d.:-])/g, holds: isCardNumber },
];

/** Length and Luhn sum of a payment card. */
function isCardNumber(value: string): boolean {
  const digits = value.replace(/[ -]/g, '');
  if (digits.length < 13 || digits.length > 19 || !/^[3-6]/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
