import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../../service/assistant.ts';
import { assembleAssistant } from '../../service/assemble.ts';
import { judgePress } from '../../dialogs/presses.ts';
import type { Session } from '../../dialogs/session.ts';
import type { Button, UserEvent } from '../../dialogs/turn.ts';

const UTTERANCES = [
  'Error code: 0x904 Extended error code: 0x7',
  'error code 0x9O4',
  'TcpTestSucceeded : False',
  'only this server fails',
  'nope, same thing',
  'it works now!',
  'what is NLA?',
  "I'm not an administrator",
  'get me a human',
  'send it',
  'no',
  'yes',
  'start over',
  'my printer is offline',
  'asdfgh',
  '0x204',
  'explain',
  "can't, no rights",
  '',
  // Two things at once, doubt, taking back, another order, moods, other languages, faults that come back.
  "didn't work, but I see event 1057 now",
  'worked! but now printing fails',
  'nope. get me a human please',
  "I'm not admin but my colleague is",
  'maybe the certificate has expired',
  'probably others have it too',
  "that's not so",
  'I was wrong about that',
  'actually others can connect',
  'oops, wrong button',
  'can we try the firewall first?',
  "let's restart the vpn instead",
  "I'd rather not do that",
  "I don't know, but it is only this server",
  'I cannot find it',
  "it's back",
  'now it says 0x904 0x7',
  'the same problem',
  'a new one',
  'the second one',
  '2',
  'this is ridiculous!!',
  'please hurry, I have a meeting',
  'thank you so much, that did it',
  'funktioniert immer noch nicht',
  'je me suis trompé',
  'まだつながりません',
  'any news?',
  'not now',
  'hmm the thing',
  'done, what next',
];

/** One step of a walk: say something, press one of the buttons seen so far, repeat, or hear from the helpdesk. */
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('say' as const), index: fc.nat(UTTERANCES.length - 1) }) },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('press' as const), index: fc.nat(40) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('again' as const), index: fc.constant(0) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('helpdesk' as const), index: fc.nat(3) }) },
  ),
  { maxLength: 14 },
);

describe('any conversation', () => {
  let assistant: Assistant;
  beforeAll(async () => {
    assistant = await assembleAssistant();
  });

  it('never breaks, stays plain JSON, and offers no fix that was tried already', () => {
    fc.assert(
      fc.property(steps, (walk) => {
        let session: Session | undefined;
        let buttons: readonly Button[] = [];
        let last: UserEvent = { type: 'joined' };
        let ids = 0;
        for (const { kind, index } of walk) {
          const event: UserEvent = kind === 'again' ? last : eventOf(kind, index, buttons, session);
          last = event;
          const turn = assistant.advance(session, event, {
            now: new Date(Date.UTC(2026, 10, 20, 9, ids)),
            newId: () => `id-${(ids += 1)}`,
            conversationId: 'c',
            person: { id: 'p' },
          });
          ids += 1;
          expect(JSON.parse(JSON.stringify(turn.session))).toEqual(turn.session);
          for (const reply of turn.replies) expect(assistant.render(reply).text).not.toBe('');
          // Whoever writes something is answered.
          if (event.type === 'utterance') expect([event.text, turn.replies.length]).not.toEqual([event.text, 0]);
          // No button of the last card is dead.
          const offered = turn.replies.flatMap((reply) => reply.buttons ?? []);
          for (const { press } of offered) expect([press.action, judgePress(turn.session, press).verdict]).not.toEqual([press.action, 'old']);
          const tried = new Set(turn.session.attempts.map((attempt) => attempt.fix));
          for (const reply of turn.replies) if (reply.type === 'fix') expect(tried).not.toContain(reply.fix);
          buttons = [...turn.replies.flatMap((reply) => reply.buttons ?? []), ...buttons].slice(0, 40);
          session = turn.session;
        }
      }),
      { numRuns: 200, seed: 904 },
    );
  });
});

function eventOf(kind: 'say' | 'press' | 'helpdesk', index: number, buttons: readonly Button[], session: Session | undefined): UserEvent {
  const button = buttons[index % Math.max(1, buttons.length)];
  if (kind === 'press' && button) return { type: 'pressed', press: button.press };
  if (kind === 'helpdesk' && session?.escalation) {
    return { type: 'ticket-replied', escalationId: session.escalation.id, eventId: `e-${index}`, author: 'Anna', text: 'hello' };
  }
  return { type: 'utterance', text: UTTERANCES[index % UTTERANCES.length] ?? '' };
}
