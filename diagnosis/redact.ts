import type { SecretReading } from './evidence.ts';

/**
 * Secrets are masked; names, e-mail addresses, host names and IP addresses stay, because a helpdesk cannot work without them.
 * Masked are: passwords, tokens and keys, private keys, connection strings, Windows product and BitLocker keys, card numbers.
 */
export function redact(text: string): { readonly text: string; readonly secrets: readonly SecretReading[] } {
  const secrets = secretsIn(text);
  if (secrets.length === 0) return { text, secrets };
  const parts: string[] = [];
  let from = 0;
  for (const { kind, span } of secrets) {
    parts.push(text.slice(from, span[0]), `[${kind} removed]`);
    from = span[1];
  }
  parts.push(text.slice(from));
  return { text: parts.join(''), secrets };
}

/** Where secrets stand and of what kind, in order, without overlap. Never their value. Linear in the text. */
export function secretsIn(text: string): readonly SecretReading[] {
  if (text.length < SHORTEST) return [];
  const found: SecretReading[] = [];
  for (const { kind, hint, pattern, holds } of PATTERNS) {
    if (!hint.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      const value = match.groups?.['secret'] ?? match[0];
      if (holds !== undefined && !holds(value)) continue;
      const start = match.index + match[0].lastIndexOf(value);
      found.push({ kind, span: [start, start + value.length] });
    }
  }
  found.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const apart: SecretReading[] = [];
  for (const secret of found) {
    if (secret.span[0] >= (apart.at(-1)?.span[1] ?? 0)) apart.push(secret);
  }
  return apart;
}

const SHORTEST = 6;

interface SecretPattern {
  readonly kind: string;
  /** A cheap test that goes before. */
  readonly hint: RegExp;
  /** The group `secret`, or else the whole match, is masked. */
  readonly pattern: RegExp;
  readonly holds?: (value: string) => boolean;
}

const PASSWORD_WORDS =
  'password|passwort|kennwort|passwd|passphrase|passcode|pwd|pass|pw|pin|mot de passe|mdp|contraseña|contrasena|clave|senha|palavra-passe|wachtwoord|hasło|haslo|пароль|パスワード|密码|密碼';
const PASSWORD_HINT = new RegExp(PASSWORD_WORDS, 'i');
/** After a colon stands a value; after "is" mostly a complaint, so it must look like a secret. */
const AFTER_COLON = new RegExp(`(?<![\\p{L}_])(?:${PASSWORD_WORDS})["']?\\s{0,3}[:=：]\\s{0,3}["'\`]?(?<secret>[^\\s"'\`;,]{3,64})`, 'giu');
const AFTER_IS = new RegExp(`(?<![\\p{L}_])(?:${PASSWORD_WORDS})\\s{1,3}(?:is|was|ist|est|es|è|é|jest|to)\\s{1,3}["'\`]?(?<secret>[^\\s"'\`]{4,64})`, 'giu');
const NO_VALUE = /^(?:<.*>|\*+|•+|x+|none|null|true|false|yes|no|ok|expired|wrong|correct|incorrect|invalid|required|unknown|prompt|\$\w+|%\w+%|\[.*|\{.*|last|never|changed|must|can|not|the|my|it|account|authentication|n\/a)[.,;!?]?$/i;

const PATTERNS: readonly SecretPattern[] = [
  {
    kind: 'private key',
    hint: /PRIVATE KEY/,
    pattern: /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----(?<secret>(?:[A-Za-z0-9+/=\s:,]|-(?!-)){1,12000})/g,
    holds: (value) => value.trim().length > 0,
  },
  { kind: 'password', hint: PASSWORD_HINT, pattern: AFTER_COLON, holds: (value) => !NO_VALUE.test(value) && !/^0x[0-9a-f]+$/i.test(value) },
  { kind: 'password', hint: PASSWORD_HINT, pattern: AFTER_IS, holds: (value) => !NO_VALUE.test(value) && looksSecret(value) },
  { kind: 'password', hint: /\/p(?:ass)?:/i, pattern: /(?<=\s)\/p(?:ass(?:word)?)?:["']?(?<secret>[^\s"']{2,64})/gi },
  { kind: 'password', hint: /freerdp|rdesktop|sshpass/i, pattern: /(?:freerdp|rdesktop|sshpass)[^\n]{0,200}?\s-p\s{0,2}["']?(?<secret>[^\s"'-][^\s"']{1,63})/gi },
  { kind: 'password', hint: /net user|net use/i, pattern: /\bnet use?r?\s{1,3}(?!\/)\S{1,64}(?:\s{1,3}\\\\\S{1,100})?\s{1,3}(?<secret>[^\s/\\*][^\s]{2,63})(?=\s{1,3}\/(?:add|user|domain|active|persistent))/gi },
  { kind: 'password', hint: /ConvertTo-SecureString/i, pattern: /ConvertTo-SecureString\s{1,3}(?:-String\s{1,3})?["'](?<secret>[^"'\n]{1,100})["']/gi },
  { kind: 'password', hint: /password 51:b:/i, pattern: /password 51:b:(?<secret>[0-9A-Fa-f]{16,4000})/gi },
  { kind: 'password', hint: /:\/\//, pattern: /\b[a-z][a-z0-9+.-]{1,15}:\/\/[^\s/:@]{1,64}:(?<secret>[^\s/@]{1,100})@/gi },
  { kind: 'key', hint: /key|secret|sig|token/i, pattern: /\b(?:account_?key|shared_?access_?key|access_?key|api[_-]?key|client[_-]?secret|secret[_-]?key|secret|sig|(?:access|refresh|auth|id)[_-]?token|token)["']?\s{0,2}[=:]\s{0,2}["']?(?<secret>[A-Za-z0-9+/=_.~%-]{12,2000})/gi },
  { kind: 'token', hint: /bearer/i, pattern: /\bbearer\s{1,3}(?<secret>[A-Za-z0-9._~+/=-]{12,4000})/gi },
  { kind: 'token', hint: /eyJ/, pattern: /\beyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,8000}(?:\.[A-Za-z0-9_-]{0,2000})?/g },
  { kind: 'token', hint: /gh[pousr]_|github_pat_|xox[abprs]-|sk-|AKIA|glpat-/, pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{20,255}|xox[abprs]-[A-Za-z0-9-]{10,255}|sk-[A-Za-z0-9_-]{20,255}|AKIA[A-Z0-9]{16}|glpat-[A-Za-z0-9_-]{20,255})/g },
  { kind: 'product key', hint: /-/, pattern: /(?<![A-Za-z0-9-])[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}(?![A-Za-z0-9-])/g, holds: (value) => /\d/.test(value) && /[A-Z]/.test(value) },
  { kind: 'recovery key', hint: /\d{6}-\d{6}/, pattern: /(?<![\d-])\d{6}(?:-\d{6}){7}(?![\d-])/g },
  { kind: 'card number', hint: /\d{4}/, pattern: /(?<![\d.:-])\d{4}(?:[ -]?\d{4}){2}[ -]?\d{1,7}(?![\d.:-])/g, holds: isCardNumber },
];

/** Mixed kinds of characters, as a password has and a word has not. */
function looksSecret(value: string): boolean {
  const word = value.replace(/[.,!?;:]+$/, '');
  return word.length >= 4 && (/\d/.test(word) || /[^\p{L}\p{M}\d'-]/u.test(word)) && !/^\d{1,3}$/.test(word);
}

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
