import { z } from 'zod';
import { PRESS_ACTIONS } from '../../dialogs/press.ts';

/** A button's press as it comes back from outside. */
export const pressSchema = z.object({
  // Cards that were sent before the second version of the session say "not-worked".
  action: z.preprocess((action) => (action === 'not-worked' ? 'failed' : action), z.enum(PRESS_ACTIONS)),
  target: z.string(),
  step: z.number().int().nonnegative(),
  input: z.record(z.string(), z.string()).optional(),
});
