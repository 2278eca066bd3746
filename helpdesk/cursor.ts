import type { Outbox } from './outbox.ts';

/** How far the helpdesk with this name was read; undefined when it never was. Cursors of another helpdesk mean nothing to it. */
export async function cursorOf(outbox: Outbox, name: string): Promise<string | undefined> {
  const kept = await outbox.cursor();
  if (kept === undefined) return undefined;
  if (kept.startsWith(`${name}:`)) return kept.slice(name.length + 1);
  // From before there was more than one helpdesk.
  return name === 'embedded' && /^\d+$/.test(kept) ? kept : undefined;
}

/** How it is kept. */
export function taggedCursor(name: string, cursor: string): string {
  return `${name}:${cursor}`;
}
