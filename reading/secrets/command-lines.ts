import { isNoValue, looksSecret } from './plausible-value.ts';
import { VALUE, type SecretPattern } from './secret-pattern.ts';

/** `*`, `%PW%`, `$pw` and the next option ask for a password instead of holding one. */
const isGiven = (value: string): boolean => !/^(?:\*|%|\$|[-/])/.test(value) && !isNoValue(value);
const SLASH_HINT = /\/(?:r?p|gp|pth|password)[a-z]{0,8}[: ]/i;

/** Passwords as options and arguments of the tools that people use around Remote Desktop. */
export const COMMAND_LINES: readonly SecretPattern[] = [
  { kind: 'password', hint: SLASH_HINT, pattern: /"\/p(?:ass(?:word)?)?:(?<quoted>[^"\n]{1,100})"/gi },
  {
    kind: 'password',
    hint: SLASH_HINT,
    pattern: new RegExp(`(?<=\\s)\\/(?:p|gp|pth|pass|password[do]?|pwd|rp)(?::|(?<=\\/(?:pass|password|pwd|rp))\\s)${VALUE}`, 'giu'),
    holds: isGiven,
  },
  { kind: 'password', hint: /\/gateway:/i, pattern: /\/gateway:[^\s]{0,200}?,p:(?<secret>[^\s,]{1,64})/gi },
  {
    kind: 'password',
    hint: /-p/,
    pattern: new RegExp(`(?:freerdp|rdesktop|sshpass|psexec|paexec|winexe|az login|az vm|docker login|podman login|evil-winrm|netexec|crackmapexec|winrs|certutil)[^\\n]{0,200}?\\s-p(?:\\s{0,2}|:)${VALUE}`, 'gu'),
    holds: isGiven,
  },
  {
    kind: 'password',
    hint: /freerdp|mstsc/i,
    pattern: new RegExp(`(?:freerdp|mstsc)[^\\n]{0,200}?\\s\\/p\\s{1,2}${VALUE}`, 'giu'),
    holds: (value) => isGiven(value) && looksSecret(value),
  },
  {
    kind: 'password',
    hint: /-(?:\w{1,20}-)?passw|-pwd?\s/i,
    pattern: new RegExp(`(?<!\\S)--?(?:(?:[a-z]{1,20}-){0,3}password(?:\\s{1,3}|[=:])|pwd?\\s{1,3})${VALUE}`, 'giu'),
    holds: (value) => isGiven(value) && !value.startsWith('('),
  },
  { kind: 'password', hint: /mysql|mariadb/i, pattern: /\b(?:mysql|mariadb)\w{0,10}\b[^\n]{0,200}?\s-p(?<secret>[^\s"'-]\S{0,99})/g },
  { kind: 'password', hint: /sqlcmd|\bbcp\b|osql/i, pattern: /\b(?:sqlcmd|bcp|osql)\b[^\n]{0,200}?\s-P\s?(?<secret>[^\s"'-]\S{0,99})/g },
  {
    kind: 'password',
    hint: /curl|wget|\bhttp/i,
    pattern: /\b(?:curl|wget|httpie)\b[^\n]{0,200}?\s(?:-u|-U|--user|--proxy-user)[ =]?["']?[^\s:"']{1,64}:(?<secret>[^\s"']{1,100})/g,
  },
  { kind: 'password', hint: /ldap\w{1,10}\s/i, pattern: /\bldap\w{1,10}\b[^\n]{0,200}?\s-w\s(?<secret>[^\s"'-]\S{0,99})/g },
  { kind: 'password', hint: /-pass(?:in|out)/i, pattern: /-pass(?:in|out)\s{1,3}pass:(?<secret>\S{1,100})/gi },
  {
    kind: 'password',
    hint: /smbclient|rpcclient|net rpc/i,
    pattern: /\b(?:smbclient|rpcclient|net rpc)\b[^\n]{0,200}?(?:-U|--user)[ =]?[\w.\\/-]{1,64}%(?<secret>[^\s"']{1,100})/g,
  },
  { kind: 'password', hint: /@/, pattern: /(?<!\S)[\w.-]{1,40}\/[\w.-]{1,40}:(?<secret>[^\s@:/]{1,64})@[\w.-]{1,100}/g },
  {
    kind: 'password',
    hint: /net use/i,
    pattern: /\bnet use?r?\s{1,3}(?!\/)\S{1,64}(?:\s{1,3}\\\\\S{1,100})?\s{1,3}(?<secret>[^\s/\\*][^\s]{2,63})(?=\s{1,3}\/(?:add|user|domain|active|persistent))/gi,
  },
  {
    kind: 'password',
    hint: /\/user:/i,
    pattern: /\bnet use\b[^\n]{0,200}?\/user:\S{1,64}\s{1,3}(?<secret>[^\s/\\*]\S{3,63})/gi,
    holds: (value) => looksSecret(value) && !isNoValue(value),
  },
  {
    kind: 'password',
    hint: /net user/i,
    pattern: /\bnet user\s{1,3}[^\s/]\S{0,63}\s{1,3}(?<secret>[^\s/\\*]\S{3,63})/gi,
    holds: (value) => looksSecret(value) && !isNoValue(value),
  },
  {
    kind: 'password',
    hint: /ConvertTo-SecureString/i,
    pattern: /ConvertTo-SecureString\s{1,3}(?:-String\s{1,3})?(?:["'](?<quoted>[^"'\n]{1,100})["']|(?<secret>[^\s"'$()-]\S{0,99}))/gi,
  },
  { kind: 'password', hint: /ConvertTo-SecureString/i, pattern: /["'](?<secret>[^"'\n]{1,100})["']\s?\|\s?ConvertTo-SecureString/gi },
  {
    kind: 'key',
    hint: /keyMaterial|Key Content/i,
    pattern: /(?:\bkeyMaterial=|\bKey Content\s{1,20}:\s)(?<secret>[^\s"']{6,64})/gi,
    holds: (value) => !isNoValue(value),
  },
];
