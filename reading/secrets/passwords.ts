import { looksSecret, looksStrong, VALUE, type MatchContext, type SecretPattern } from './secret-pattern.ts';

const WORDS =
  'passwords?|passwort|kennwort|passwd|passphrase|passcode|pwd|pass|pw|pin|mot de passe|mdp|contraseña|contrasena|clave|senha|palavra-passe|wachtwoord|hasło|haslo|пароль|パスワード|密码|密碼|暗証番号';
/** `DefaultPassword`, `ms-Mcs-AdmPwd`, `db_password`: what goes before within the name. */
const WORD = `(?<![\\p{L}])(?:(?:ms-mcs-adm|ms-?laps-|adm|default|admin|user|root|db|new|old|current|rdp|vpn|domain|login)[_-]?)?(?:${WORDS})`;
/** `password for admin`, `Passwort vom Server`. */
const WHOSE = '(?:\\s(?:for|of|on|vom|von|für|pour|de|del|do|da|per)\\s\\S{2,40}(?:\\s\\S{2,40})?)?';
const HINT = new RegExp(WORDS, 'i');
const IS = 'is|was|are|ist|lautet|est|es|è|é|jest|to jest|to|это';

/** What stands behind "password:" and "password is" and is no password. */
const NO_VALUE = new RegExp(
  '^(?:' +
    // a place-holder
    '<.*|\\*+|•+|x{2,}|…+|\\.{3,}|none|null|nil|true|false|yes|no|ok|okay|n/a|\\$.*|%\\w+%|\\[.*|\\{.*|\\(.*|_+|-+|' +
    // a state
    'expired|expires|wrong|correct|incorrect|invalid|valid|required|unknown|known|prompt|right|fine|good|bad|old|new|same|different|weak|strong|long|short|empty|blank|set|reset|saved|stored|cached|changed|locked|accepted|rejected|refused|asked|needed|missing|working|typed|entered|synced|forgotten|lost|gone|blocked|disabled|temporary|default|current|unchanged|identical|broken|complex|simple|managed|remembered|protected|hidden|masked|removed|encrypted|' +
    'falsch|richtig|abgelaufen|korrekt|geändert|ungültig|gültig|vergessen|unbekannt|gesetzt|zurückgesetzt|leer|gespeichert|gesperrt|erforderlich|neu|alt|' +
    'incorrect[ea]?|expirée?|oubliée?|valide|invalide|correcta|incorrecta|caducada|errada|expirada|correta|scaduta|corretta|errata|verlopen|onjuist|nieprawidłowe|wygasło|неверный|истёк|верный|' +
    // a little word that goes on
    'last|never|always|also|only|still|now|then|too|very|definitely|certainly|must|can|cannot|not|the|a|an|my|your|his|her|our|it|its|this|that|to|in|on|at|for|from|with|without|being|because|and|or|but|so|what|why|where|when|there|here|case|account|authentication|of|i|we|they|someone|nobody|as|by|is|if|just|again|already|up|sure|entry|field|policy|change|box|dialog|' +
    'ist|ich|wir|habe|hat|wird|wurde|nicht|noch|das|der|die|ein|eine|je|il|elle|nous|pas|le|la|les|el|yo|no|não|eu|non|io|het|ik|niet|nie|не' +
    ')[.,;:!?)]*$',
  'i',
);
const isNoValue = (value: string): boolean => NO_VALUE.test(value) || /^0x[0-9a-f]+$/i.test(value);

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

/** Passwords in a person's words, and as tools and files write them. */
export const PASSWORDS: readonly SecretPattern[] = [
  { kind: 'password', hint: HINT, pattern: new RegExp(`${WORD}["']?${WHOSE}\\s{0,40}[:=：]\\s{0,3}${VALUE}`, 'giu'), holds: byColon },
  { kind: 'password', hint: HINT, pattern: new RegExp(`${WORD}${WHOSE}\\s{1,3}(?:${IS})\\s{1,3}${VALUE}`, 'giu'), holds: bySentence },
  { kind: 'password', hint: /パスワード|密码|密碼|暗証番号/, pattern: new RegExp(`(?:パスワード|密码|密碼|暗証番号)\\s{0,3}[は是为為]\\s{0,3}(?<secret>[\\x21-\\x7e]{4,64})`, 'g'), holds: ifSecret },
  { kind: 'password', hint: HINT, pattern: new RegExp(`${WORD}\\s{1,3}${VALUE}`, 'giu'), holds: ifStrong },
  { kind: 'password', hint: /as my|als mein|als das/i, pattern: new RegExp(`(?<!\\S)(?<secret>\\S{6,64})\\s(?:as|als)\\s(?:my|the|mein|das)\\s(?:${WORDS})`, 'giu'), holds: ifStrong },
  // Pairs of a name and its password.
  { kind: 'password', hint: /login|logon|credential|creds|zugangsdaten|anmeldedaten|user/i, pattern: /(?:login|logon|credentials?|creds|zugangsdaten|anmeldedaten|user(?:name)?)\s?[:=]\s{0,2}[\w.\\@-]{2,60}\s?\/\s?(?<secret>[^\s/]{6,64})/gi, holds: ifStrong },
  { kind: 'password', hint: /\\[\w.-]{1,40}:/, pattern: /\\[\w.-]{2,40}:(?<secret>[^\s(\\/:]{6,64})/g, holds: ifStrong },
  { kind: 'password', hint: /(?:pwd|password)=/i, pattern: /(?<=;\s{0,2}(?:pwd|password)=)(?<secret>[^;\n"']{2,100})(?=;)/gi, holds: (value) => !isNoValue(value) },
  { kind: 'password', hint: /:\/\//, pattern: /\b[a-z][a-z0-9+.-]{1,15}:\/\/[^\s/:@]{1,64}:(?<secret>[^\s/@]{1,100})@/gi },
  // Command lines.
  { kind: 'password', hint: /\/r?p(?:ass|w|wd)?(?:word)?[: ]/i, pattern: /"\/p(?:ass(?:word)?)?:(?<quoted>[^"\n]{1,100})"/gi },
  { kind: 'password', hint: /\/r?p(?:ass|w|wd)?(?:word)?[: ]/i, pattern: new RegExp(`(?<=\\s)\\/(?:p|pass|password|pwd|rp)(?::|(?<=\\/(?:pass|password|pwd|rp))\\s)${VALUE}`, 'giu'), holds: (value) => !/^(?:\*|%|\$|\/)/.test(value) },
  { kind: 'password', hint: /freerdp|rdesktop|sshpass|psexec|paexec|winexe/i, pattern: new RegExp(`(?:freerdp|rdesktop|sshpass|psexec|paexec|winexe)[^\\n]{0,200}?\\s-p\\s{0,2}${VALUE}`, 'giu'), holds: (value) => !/^(?:-|\*|%|\$)/.test(value) },
  { kind: 'password', hint: /-password/i, pattern: new RegExp(`(?<!\\S)--?password(?:\\s{1,3}|[=:])${VALUE}`, 'giu'), holds: (value) => !isNoValue(value) && !/^-/.test(value) },
  { kind: 'password', hint: /net use/i, pattern: /\bnet use?r?\s{1,3}(?!\/)\S{1,64}(?:\s{1,3}\\\\\S{1,100})?\s{1,3}(?<secret>[^\s/\\*][^\s]{2,63})(?=\s{1,3}\/(?:add|user|domain|active|persistent))/gi },
  { kind: 'password', hint: /\/user:/i, pattern: /\/user:\S{1,64}\s{1,3}(?<secret>[^\s/\\*]\S{3,63})/gi, holds: ifSecret },
  { kind: 'password', hint: /net user/i, pattern: /\bnet user\s{1,3}[^\s/]\S{0,63}\s{1,3}(?<secret>[^\s/\\*]\S{3,63})/gi, holds: ifSecret },
  { kind: 'password', hint: /ConvertTo-SecureString/i, pattern: /ConvertTo-SecureString\s{1,3}(?:-String\s{1,3})?["'](?<secret>[^"'\n]{1,100})["']/gi },
  // Files.
  { kind: 'password', hint: /password 51:b:/i, pattern: /password 51:b:(?<secret>[0-9A-Fa-f]{16,4000})/gi },
  { kind: 'password', hint: /<\/?(?:\w{0,20})password/i, pattern: /<\w{0,20}Password>\s{0,8}(?:<Value>)?(?<secret>[^<>\s]{1,100})</gi },
  { kind: 'password', hint: /password\s{1,40}reg_sz/i, pattern: /password\s{1,40}REG_SZ\s{1,40}(?<secret>\S{1,100})/gi },
  { kind: 'password', hint: /laps-/i, pattern: /ms-?laps-(?:encrypted)?password[^\n]{0,120}?"p"\s?:\s?"(?<secret>[^"\n]{4,100})"/gi },
  { kind: 'one-time code', hint: /otp|one[- ]time|authenticator|2fa|mfa|verification code/i, pattern: /(?:\botp\b|one[- ]time (?:code|password)|authenticator|\b[2m]fa\b|verification code)(?:(?!error|fehler|aadsts|event)[^\d\n]){0,24}(?<secret>\d{3}[ -]?\d{3,5})(?!\d)/gi },
  { kind: 'key', hint: /psk|shared key|wi-?fi key|wpa/i, pattern: /\b(?:psk|pre-?shared key|wi-?fi key|wpa[23]? ?key)\s?(?:is\s|[:=])\s?(?<secret>[^\s"',;]{6,64})/gi },
];
