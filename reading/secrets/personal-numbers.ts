import type { SecretPattern } from './secret-pattern.ts';

/** Numbers of people and their money, told by their check digits or by the word before them. */
export const PERSONAL_NUMBERS: readonly SecretPattern[] = [
  { kind: 'card number', hint: /\d{4}/, pattern: /(?<![\d.:-])\d{4}(?:[ -]?\d{4}){2}[ -]?\d{1,7}(?![\d.:-])/g, holds: isCardNumber },
  { kind: 'card number', hint: /cv[vc]/i, pattern: /\bcv[vc]2?\b\D{0,6}(?<secret>\d{3,4})(?!\d)/gi },
  {
    kind: 'bank account',
    hint: /[A-Z]{2}\d{2}/,
    pattern: /(?<![A-Z0-9-])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![A-Z0-9-])/g,
    holds: isIban,
  },
  {
    kind: 'social security number',
    hint: /\d{3}-\d{2}-\d{4}/,
    pattern: /(?<![\d-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/g,
  },
  {
    kind: 'social security number',
    hint: /ssn|social security/i,
    pattern: /\b(?:ssn|social security)\b[^\d\n]{0,24}(?<secret>\d{9})(?!\d)/gi,
  },
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

/** ISO 13616: the country and the check digits go to the end, letters count from 10, the rest of a division by 97 is 1. */
function isIban(value: string): boolean {
  const iban = value.replace(/ /g, '');
  if (iban.length < 15 || iban.length > 34) return false;
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const number = Number.parseInt(character, 36);
    rest = (rest * (number > 9 ? 100 : 10) + number) % 97;
  }
  return rest === 1;
}
