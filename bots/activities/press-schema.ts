import { z } from 'zod';
import type { Press } from '../../dialogs/turn.ts';

/** A button's press as it comes back from outside. */
export const pressSchema = z.object({
  action: z.enum([
    'answer', 'dont-know', 'worked', 'not-worked', 'cannot', 'skip', 'explain', 'undone', 'take-back', 'yes', 'no', 'choose',
    'person', 'send-ticket', 'correct-summary', 'withdraw', 'restart', 'continue',
  ] satisfies [Press['action'], ...Press['action'][]]),
  target: z.string(),
  step: z.number().int().nonnegative(),
  input: z.record(z.string(), z.string()).optional(),
});
// A new action of the contract that this list does not know is a type error here.
type Missing = Exclude<Press['action'], z.infer<typeof pressSchema>['action']>;
null as Missing extends never ? null : never;
