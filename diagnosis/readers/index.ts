import type { Reader } from './reader.ts';

/** Every reader but that of codes. */
export const READERS_IN_USE: readonly Reader[] = [];
