import { isNoValue } from './plausible-value.ts';
import type { SecretPattern } from './secret-pattern.ts';

const isGiven = (value: string): boolean => !isNoValue(value) && !/^[%$*]/.test(value);

/** Passwords and hashes as files, registries, addresses and tools write them. */
export const FILES_AND_DUMPS: readonly SecretPattern[] = [
  { kind: 'password', hint: /password 51:b:/i, pattern: /password 51:b:(?<secret>[0-9A-Fa-f]{16,4000})/gi },
  { kind: 'password', hint: /<\/?(?:\w{0,20})password/i, pattern: /<\w{0,20}Password>\s{0,8}(?:<Value>)?(?<secret>[^<>\s]{1,100})</gi },
  { kind: 'password', hint: /password\s{1,40}reg_sz/i, pattern: /password\s{1,40}REG_SZ\s{1,40}(?<secret>\S{1,100})/gi },
  { kind: 'password', hint: /laps-/i, pattern: /ms-?laps-(?:encrypted)?password[^\n]{0,120}?"p"\s?:\s?"(?<secret>[^"\n]{4,100})"/gi },
  // The end of a name (`cpassword`, `smtpPassword`, `PGPASSWORD`) with a sign of assignment.
  {
    kind: 'password',
    hint: /(?:password|passwd|pwd|_pass)["']?\s{0,3}=/i,
    pattern: /\w(?:password|passwd|pwd|_pass)["']?\s{0,3}=\s{0,3}(?:"(?<quoted>[^"\n]{1,200})"|'(?<single>[^'\n]{1,200})'|(?<secret>[^\s"';,&<>]{2,100}))/gi,
    holds: isGiven,
  },
  {
    kind: 'password',
    hint: /(?:password|passwd|pwd)=/i,
    pattern: /(?<=[?&](?:password|passwd|pwd|pass)=)(?<secret>[^&\s"'<>]{1,200})/gi,
    holds: isGiven,
  },
  {
    kind: 'password',
    hint: /(?:pwd|password)=/i,
    pattern: /(?<=;\s{0,2}(?:pwd|password)=)(?<secret>[^;\n"']{2,100})(?=;)/gi,
    holds: (value) => !isNoValue(value),
  },
  {
    kind: 'password',
    hint: /\bkey=/i,
    pattern: /\bkey=["'][\w.:-]{0,40}(?:password|pwd|secret|api_?key)["']\s{1,5}value=["'](?<secret>[^"'\n]{1,200})["']/gi,
    holds: isGiven,
  },
  {
    kind: 'password',
    hint: /(?:password|secret):\s?[|>]/i,
    pattern: /(?:password|secret):\s?[|>]-?\s{0,3}\n\s{1,20}(?<secret>\S{1,200})/gi,
  },
  {
    kind: 'password',
    hint: /["']value["']/i,
    pattern: /(?:password|secret)["']\s?:\s?\{\s{0,20}["']value["']\s?:\s?["'](?<secret>[^"'\n]{1,200})["']/gi,
    holds: isGiven,
  },
  {
    kind: 'private key',
    hint: /Private-(?:Lines|MAC)/i,
    pattern: /Private-Lines:\s?\d{1,4}\s{1,3}(?<secret>(?:[A-Za-z0-9+/=]{1,80}\s{1,3}){1,80})(?=Private|$)/gi,
  },
  { kind: 'private key', hint: /Private-MAC/i, pattern: /Private-MAC:\s?(?<secret>[0-9a-f]{32,64})/gi },
  // Hashes that log on or can be cracked.
  { kind: 'password hash', hint: /[0-9a-f]{32}:[0-9a-f]{32}/i, pattern: /(?<![0-9a-f])[0-9a-f]{32}:[0-9a-f]{32}(?![0-9a-f])/gi },
  {
    kind: 'password hash',
    hint: /ntlm|lm hash|nt hash/i,
    pattern: /\b(?:ntlm|nt|lm)(?: ?hash)?\s{0,10}[:=]\s{0,3}(?<secret>[0-9a-f]{32})(?![0-9a-f])/gi,
  },
  {
    kind: 'password hash',
    hint: /::/,
    pattern: /(?<!\S)[^\s:]{1,64}::[^\s:]{0,64}:(?<secret>[0-9a-f]{16}:[0-9a-f]{32}:[0-9a-f]{20,4000})/gi,
  },
  { kind: 'password hash', hint: /\$krb5/, pattern: /\$krb5(?:tgs|asrep|pa)\$[^\s"']{10,4000}/g },
  {
    kind: 'password hash',
    hint: /\$(?:[156y]|2[aby]|argon2\w{1,2})\$/,
    pattern: /\$(?:[156y]|2[aby]|argon2\w{1,2})\$[A-Za-z0-9./$,=+-]{20,400}/g,
  },
];
