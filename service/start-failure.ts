import { ConfigError } from './config.ts';

/** What an operator can do about it, by the system's code. */
const REMEDIES: Readonly<Record<string, string>> = {
  EADDRINUSE: 'Another program listens on that port. Set PORT to a free one.',
  EADDRNOTAVAIL: 'This machine has no such address. Set HOST to one that it has.',
  EACCES: 'This user may not listen there or write there. Choose another PORT or DATA_DIR.',
  EPERM: 'DATA_DIR belongs to another user. Choose another DATA_DIR, or start as that user.',
  EROFS: 'The disk under DATA_DIR is read-only. Choose another DATA_DIR.',
  ENOSPC: 'The disk under DATA_DIR is full. Make room there.',
  EDQUOT: 'This user may not store more under DATA_DIR. Make room there, or raise the quota.',
  EIO: 'The disk under DATA_DIR fails. Look into the system\'s log, and restore DATA_DIR from a backup to another disk.',
  ENOTDIR: 'DATA_DIR leads through a file. Choose another DATA_DIR.',
  EEXIST: 'DATA_DIR is a file. Choose another DATA_DIR.',
  EISDIR: 'A folder stands where a file of DATA_DIR should be. Move it away.',
  EMFILE: 'This user may not have so many files open. Raise the limit (ulimit -n).',
  ENFILE: 'The system has too many files open. Raise its limit (fs.file-max), or end what keeps them open.',
};

/** Codes of ours whose messages say what to do. */
const PLAIN = new Set(['CONFIG', 'UNSAFE_BINDING', 'folder-locked', 'damaged-file', 'folder-version']);

/** Why the service does not start, as sentences; for what an operator cannot mend, where it happened. */
export function startFailure(error: unknown): string {
  const { code = '', message = String(error), stack } = error as NodeJS.ErrnoException;
  const remedy = REMEDIES[code];
  if (remedy !== undefined) return `${message}\n${remedy}`;
  return error instanceof ConfigError || PLAIN.has(code) ? message : (stack ?? message);
}
