import { setImmediate as others } from 'node:timers/promises';
import type { Assistant } from './assistant.ts';

/** What people begin with, one of each way in which it is read. */
const SAID = [
  'Error code: 0x904\nExtended error code: 0x7',
  'my remote desktop says it cannot connect to the remote computer since this morning',
  'Log Name: System\nSource: TermService\nEvent ID: 1057\nThe RD Session Host server has failed to create a certificate.',
  'what is NLA?',
];

/**
 * Turns that nobody sees: the first of a process takes half a second, since everything is compiled and indexed when it is
 * needed first, and the next ones a few milliseconds. They are run as soon as the service listens, and others are served
 * between them.
 */
export async function warmUp({ advance, render }: Assistant): Promise<void> {
  const person = { id: 'nobody' };
  for (const text of SAID) {
    const context = { now: new Date(), newId: () => 'warm-up', conversationId: 'warm-up', person };
    await others();
    const { session } = advance(undefined, { type: 'utterance', text }, context);
    await others();
    for (const reply of advance(session, { type: 'utterance', text: 'only this one server, the others are fine' }, context).replies) render(reply);
  }
}
