import { renameSync } from 'node:fs';
import { StorageError } from './storage-error.ts';

/** Told of a file that could not be read: it stands under another name now, whole, and the rest goes on without it. */
export type OnSetAside = (file: string, reason: string) => void;

/** Renames it to `NAME.damaged-20260302T091500123Z`, beside itself. Answers the new path. */
export function setAside(path: string, now = new Date()): string {
  const moved = `${path}.damaged-${now.toISOString().replace(/[-:.]/g, '')}`;
  renameSync(path, moved);
  return moved;
}

/** What the file holds; `instead` when it is damaged, after it was set aside. Every other failure stays one. */
export async function readOrSetAside<T>(path: string, read: () => Promise<T>, instead: T, told: OnSetAside): Promise<T> {
  try {
    return await read();
  } catch (error) {
    return afterSettingAside(path, error, instead, told);
  }
}

/** As `readOrSetAside`, at once. */
export function readNowOrSetAside<T>(path: string, read: () => T, instead: T, told: OnSetAside): T {
  try {
    return read();
  } catch (error) {
    return afterSettingAside(path, error, instead, told);
  }
}

function afterSettingAside<T>(path: string, error: unknown, instead: T, told: OnSetAside): T {
  if (!(error instanceof StorageError) || error.code !== 'damaged-file') throw error;
  told(setAside(path), error.cause instanceof Error ? error.cause.name : 'unreadable');
  return instead;
}
