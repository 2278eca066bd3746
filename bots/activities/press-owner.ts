import { createHash } from 'node:crypto';
import { z } from 'zod';

const marked = z.object({ shownTo: z.string() });
const pressed = z.object({ value: z.union([z.object({ action: z.object({ data: marked }) }).transform(({ action }) => action.data), marked]) });

/** What stands in the buttons of a card that others see too: whom it was shown to, without their id. */
export function ownerMark(personId: string): string {
  return createHash('sha256').update(personId).digest('base64url').slice(0, 12);
}

/** Somebody pressed a button that was shown to somebody else. */
export function isOthersPress(activity: unknown): boolean {
  const { data } = pressed.safeParse(activity);
  const { from } = activity as { from?: { id?: string } };
  return data !== undefined && data.value.shownTo !== ownerMark(from?.id ?? '');
}
