import { ApiError } from './api-error.ts';

/** The system's words for a disk that takes nothing, or that has no more handles to give. */
const TROUBLE = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE']);
const AGAIN_S = 30;

/** What a client is told when nothing can be kept; undefined for other failures. */
export function storageTrouble(error: unknown): ApiError | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown };
    if (typeof code === 'string' && TROUBLE.has(code)) {
      return new ApiError(503, 'NothingCanBeKept', 'Nothing can be kept here just now, so this was not taken. It is safe to send it again later.', { 'Retry-After': String(AGAIN_S) });
    }
  }
  return undefined;
}
