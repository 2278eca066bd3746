import { z } from 'zod';
import { PRESS_ACTIONS } from '../../dialogs/press.ts';

/** A button's press as it comes back from outside. */
export const pressSchema = z.object({
  action: z.enum(PRESS_ACTIONS),
  target: z.string(),
  step: z.number().int().nonnegative(),
  input: z.record(z.string(), z.string()).optional(),
});
