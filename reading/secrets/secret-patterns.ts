import { ACCOUNT_PAIRS } from './account-pairs.ts';
import { COMMAND_LINES } from './command-lines.ts';
import { FILES_AND_DUMPS } from './files-and-dumps.ts';
import { KEYS_AND_NUMBERS } from './keys-and-numbers.ts';
import { PERSONAL_NUMBERS } from './personal-numbers.ts';
import type { SecretPattern } from './secret-pattern.ts';
import { SERVICE_TOKENS } from './service-tokens.ts';
import { CODES, SPOKEN_PASSWORDS } from './spoken-passwords.ts';

/** Every form in which a secret is known; where two fit, the kind of the one that begins first is told. */
export const SECRET_PATTERNS: readonly SecretPattern[] = [
  ...KEYS_AND_NUMBERS, ...SERVICE_TOKENS, ...PERSONAL_NUMBERS, ...SPOKEN_PASSWORDS, ...CODES, ...ACCOUNT_PAIRS, ...COMMAND_LINES, ...FILES_AND_DUMPS,
];
