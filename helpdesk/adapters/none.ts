import { z } from 'zod';
import { defineAdapter } from '../adapter.ts';
import { createEmbeddedHelpdesk } from './embedded.ts';

/** Nobody reads tickets. None is opened; those from before are kept, and there is no page that shows them. */
export const none = defineAdapter({
  name: 'none',
  settings: z.object({}),
  async connect(_settings, { tickets, now, poke }) {
    const { helpdesk, board } = await createEmbeddedHelpdesk({ store: tickets(), now, poke, urlOf: () => '' });
    return { helpdesk, erase: (number) => board.erase(number) };
  },
});
