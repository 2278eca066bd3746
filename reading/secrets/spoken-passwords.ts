import { ABOUT, HINT, IS, WHOSE, WORD, WORDS } from './password-words.ts';
import { isNoValue, looksMadeUp, looksNumbered, looksSecret, looksStrong } from './plausible-value.ts';
import { VALUE, type MatchContext, type SecretPattern } from './secret-pattern.ts';

/** The value ends the line or the clause; in the middle of a sentence a plain word is part of it. */
const ENDS = /^\s{0,3}(?:$|[\n\r;,<>|)\]}"'.!]|(?:and|und|et|y|e|for|für|on|user|username|login|server|host)\s)/i;
const byColon = (value: string, { isQuoted, after }: MatchContext): boolean => !isNoValue(value) && value.length >= 3 && (isQuoted || looksSecret(value) || ENDS.test(after));

/** After "is" stands a complaint as a rule: a plain word (in English) is a password only where it is no state that is known and nothing follows. */
const bySentence = (value: string, { whole, isQuoted, after }: MatchContext): boolean => {
  if (isNoValue(value)) return false;
  if (isQuoted || looksSecret(value)) return true;
  return /\sis\s/i.test(whole) && /^[a-z]{5,24}[.!]?$/.test(value) && !/(?:ed|ing|ly|able|ible|ent|ous|ful|less)[.!]?$/.test(value) && /^\s{0,3}(?:$|[\n\r])/.test(after);
};
const ifStrong = (value: string): boolean => looksStrong(value) && !isNoValue(value);
const ifSecret = (value: string): boolean => looksSecret(value) && !isNoValue(value);
const ifSecretOrQuoted = (value: string, { isQuoted }: MatchContext): boolean => (isQuoted || looksSecret(value)) && !isNoValue(value);
/** Near a password word: made up, or with a "!" at its end behind which the sentence goes on. */
const isStray = (value: string, { after }: MatchContext): boolean => looksMadeUp(value) || (/!$/.test(value) && looksStrong(value) && /^\s\p{Ll}/u.test(after));
const ifPhrase = (value: string): boolean => !isNoValue(value.split(' ', 1)[0] ?? '');

const STILL = '(?:(?:still|now|currently|only|just|noch|jetzt)\\s)?';
/** What follows is in quotation marks, or has more than letters in it. */
const NOT_A_WORD = '(?=["“”„«\'‘]|\\S{0,60}[^\\s\\p{L}\'’.,;:!?])';

/** A word with a digit and a symbol, as the start of a value that needs no more than a password nearby. */
const MADE_UP = '(?<!\\S)(?=\\S{0,40}\\d)(?=\\S{0,40}[!$#%&*+?^~§])[^\\s"\'()<>,;\\\\/:=]{6,40}(?=$|[\\s,;.)"\'])';

/** Passwords in a person's words. */
export const SPOKEN_PASSWORDS: readonly SecretPattern[] = [
  {
    kind: 'password',
    hint: HINT,
    pattern: new RegExp(`${WORD}["']?${WHOSE}\\s{0,40}(?:[:=：]|[-=]{1,2}>|→)\\s{0,3}${VALUE}`, 'giu'),
    holds: byColon,
  },
  {
    kind: 'password',
    hint: HINT,
    pattern: new RegExp(`${WORD}${WHOSE}\\s{1,3}(?:${IS})\\s{1,3}${STILL}${VALUE}`, 'giu'),
    holds: bySentence,
  },
  // "the pass I use is X", "my password should be: X", "das Passwort habe ich auf X geändert".
  {
    kind: 'password',
    hint: HINT,
    pattern: new RegExp(`${WORD}(?:\\s[\\p{L}'’]{1,20}){1,6}?(?:\\s(?:${IS}|auf|à):?|:)\\s{1,3}${STILL}${NOT_A_WORD}${VALUE}`, 'giu'),
    holds: ifSecretOrQuoted,
  },
  { kind: 'password', hint: HINT, pattern: new RegExp(`${WORD}\\s(?:should|must)\\sbe:\\s${VALUE}`, 'giu'), holds: byColon },
  // "password - X", "password ... X", "password (X)", "password, X,".
  { kind: 'password', hint: HINT, pattern: new RegExp(`${WORD}\\s{0,2}(?:[-–—(,]|\\.{3}|…)\\s{0,2}${VALUE}`, 'giu'), holds: ifStrong },
  {
    kind: 'password',
    hint: /passphrase|recovery phrase/i,
    pattern: /(?:passphrase|recovery phrase)\s?(?:[:=]|is|was)\s{1,3}(?<secret>\p{Ll}{2,20}(?:[ -]\p{Ll}{1,20}){2,23})(?=\s{0,3}(?:$|[\n\r.]))/giu,
    holds: ifPhrase,
  },
  {
    kind: 'password',
    hint: /パスワード|密码|密碼|暗証番号/,
    pattern: /(?:パスワード|密码|密碼|暗証番号)\s{0,3}[は是为為]\s{0,3}(?<secret>[\x21-\x7e]{4,64})/g,
    holds: ifSecret,
  },
  {
    kind: 'password',
    hint: HINT,
    pattern: new RegExp(`${WORD}\\s{1,3}${VALUE}`, 'giu'),
    holds: (value) => (looksStrong(value) || looksNumbered(value)) && !isNoValue(value),
  },
  // "the password "X" is refused".
  {
    kind: 'password',
    hint: HINT,
    pattern: new RegExp(`${WORD}\\s["“„«](?<quoted>[^"“”»\\n]{4,60})["”“»](?=\\s(?:is|was|does|doesn|will|won|ist|wird|est|ne|es|no|não|non)\\b)`, 'giu'),
    holds: ifPhrase,
  },
  // "I used X as the password", "I type X for my password".
  {
    kind: 'password',
    hint: HINT,
    pattern: new RegExp(`(?<!\\S)${VALUE}\\s(?:as|for|als|como|comme)\\s(?:\\p{L}{1,12}\\s){0,3}?(?:${WORDS})${ABOUT}`, 'giu'),
    // "prompted by RDGW-01 for my password": before "for" a machine may stand.
    holds: (value, context) => (/ for /i.test(context.whole) ? ifStrong(value) || (context.isQuoted && !isNoValue(value)) : ifSecretOrQuoted(value, context)),
  },
  { kind: 'password', hint: HINT, pattern: new RegExp(`(?<secret>${MADE_UP})(?=[^\\n]{1,60}?${WORD})`, 'giu'), holds: isStray },
  { kind: 'password', hint: HINT, pattern: new RegExp(`${WORD}[^\\n]{1,60}?(?<secret>${MADE_UP})`, 'giu'), holds: isStray },
  { kind: 'password', hint: /app password/i, pattern: /app password\s?(?:is|:)?\s(?<secret>[a-z]{4}(?: [a-z]{4}){3})(?![a-z])/gi },
  {
    kind: 'password',
    hint: /security question|maiden name/i,
    pattern: /(?:security question[^\n:]{0,20}answer|maiden name)\s?(?:is|[:=])\s{1,3}(?<secret>[^\n]{2,60})/gi,
  },
];

/** Codes of digits: PINs, one-time codes, backup codes. */
export const CODES: readonly SecretPattern[] = [
  {
    kind: 'PIN',
    hint: /pin|code/i,
    pattern: /(?<!\p{L})(?:pin(?:[ -]?(?:code|nummer|number))?|code secret)\s(?:is\s|ist\s|est\s)?(?<secret>\d{4,12})(?![\d.:/-])/giu,
  },
  {
    kind: 'one-time code',
    hint: /otp|one[- ]time|authenticator|2fa|mfa|verification|security code|sms/i,
    pattern: /(?:\botp\b|one[- ]time (?:code|password|passcode)|authenticator|\b[2m]fa\b|verification code|security code|sms code)(?:(?!error|fehler|aadsts|event)[^\d\n]){0,24}(?<secret>\d{3}[ -]?\d{3,5})(?!\d)/gi,
  },
  {
    kind: 'one-time code',
    hint: /code/i,
    pattern: /\bcode\s(?:is\s)?(?<secret>\d{3}[ -]?\d{3})(?!\d)(?=[^\n]{0,30}(?:authenticator|sms|text message|my phone))/gi,
  },
  {
    kind: 'one-time code',
    hint: /code|otp|pin/i,
    pattern: /(?<!\S)(?<secret>\d{3}[ -]?\d{3,5})\sas\s(?:\w{1,12}\s){0,2}(?:code|otp|pin)\b/gi,
  },
  {
    kind: 'backup code',
    hint: /(?:backup|recovery|rescue) codes?/i,
    pattern: /(?:backup|recovery|rescue) codes?\s?(?:is|are|:)?\s{1,3}(?<secret>[a-z0-9]{4,8}(?:-[a-z0-9]{4,8}){1,3}(?:[\s,]{1,3}[a-z0-9]{4,8}(?:-[a-z0-9]{4,8}){1,3}){0,15})/gi,
    holds: (value) => /\d/.test(value),
  },
];
