/**
 * Everything that a folder of state can refuse.
 *
 * - `etag-conflict`: somebody else wrote the key since it was read; nothing of the batch was written.
 * - `damaged-file`: a file is not what was written; the message names it and the remedy.
 * - `folder-locked`: another process has the folder open.
 * - `folder-version`: the folder was written by another version of this program.
 */
export type StorageErrorCode = 'etag-conflict' | 'damaged-file' | 'folder-locked' | 'folder-version';

export class StorageError extends Error {
  readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'StorageError';
    this.code = code;
  }
}
