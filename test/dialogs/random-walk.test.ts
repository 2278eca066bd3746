import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../../service/assistant.ts';
import { isTold, type StepOutcome } from '../../dialogs/ledger.ts';
import { ownerOf } from '../../dialogs/owner.ts';
import { judgePress } from '../../dialogs/presses.ts';
import { newSession, type Session } from '../../dialogs/session.ts';
import type { Button, Reply, Turn, UserEvent } from '../../dialogs/turn.ts';
import { sharedAssistant } from '../assistant.ts';

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
  // Outcomes of earlier steps, cures by something else, what is asked about a step, rights, tools.
  'connecting again made no difference',
  'it works since I restarted the router',
  'ok',
  'one sec',
  'is that safe?',
  'can I undo it?',
  'I am an administrator',
  'Access is denied.',
  "'Restart-Service' is not recognized as an internal or external command,\noperable program or batch file.",
  'no, only this one',
  'it is only from home, in the office it works',
  'did that, still the same',
  'that is not on my computer',
  'the certificate is still valid',
  'could it be the graphics driver?',
];

/** What these say of the open step is beyond doubt. */
const TOLD: Readonly<Record<string, readonly StepOutcome[]>> = {
  // A test that works is no cure: it is left out, and undone.
  'It works now': ['worked', 'skipped'],
  "Didn't help": ['failed'],
  'that did not help': ['failed'],
  'Skip it': ['skipped'],
};

/** One step of a walk: say something, press one of the buttons seen so far, tell an outcome, repeat, or hear from the helpdesk. */
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('say' as const), index: fc.nat(UTTERANCES.length - 1) }) },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('press' as const), index: fc.nat(40) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('tell' as const), index: fc.nat(Object.keys(TOLD).length - 1) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('again' as const), index: fc.constant(0) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('helpdesk' as const), index: fc.nat(3) }) },
  ),
  { maxLength: 14 },
);

type Walk = typeof steps extends fc.Arbitrary<infer W> ? W : never;

/** A turn with what was there before it. */
interface Walked {
  readonly before: Session;
  readonly event: UserEvent;
  readonly turn: Turn;
  /** The turn before. */
  readonly last: Turn | undefined;
}

const START = Date.UTC(2026, 10, 20, 9);

describe('any conversation', () => {
  let assistant: Assistant;
  beforeAll(async () => {
    assistant = await sharedAssistant();
  });

  const always = (holds: (walked: Walked) => void) =>
    fc.assert(fc.property(steps, (walk) => walked(assistant, walk).forEach(holds)), { numRuns: 120, seed: 904 });

  it('stays plain JSON, and every reply has words', () => {
    always(({ turn }) => {
      expect(JSON.parse(JSON.stringify(turn.session))).toEqual(turn.session);
      for (const reply of turn.replies) expect(assistant.render(reply).text).not.toBe('');
    });
  });

  it('answers whatever is said or pressed, except the same press delivered again, and what goes to a person who has the conversation', () => {
    always(({ before, event, turn }) => {
      if (event.type === 'utterance' && ownerOf(before) === 'person') return;
      if (event.type === 'pressed' && judgePress(before, event.press).verdict === 'repeated') expect(turn.replies).toEqual([]);
      else if (event.type === 'utterance' || event.type === 'pressed') expect([event, turn.replies.length]).not.toEqual([event, 0]);
    });
  });

  it('is quiet while a person has the conversation, except when it is asked for something of its own', () => {
    always(({ before, event, turn }) => {
      if (event.type !== 'utterance' || ownerOf(before) !== 'person' || ownerOf(turn.session) !== 'person') return;
      if (turn.remarks.includes('status-told') || turn.session.askedToErase) return;
      expect([event.text, turn.replies.map(wordsOf)]).toEqual([event.text, []]);
      expect(turn.effects.map(({ type }) => type)).toContain('append-to-ticket');
    });
  });

  it('shows no button that does nothing', () => {
    always(({ turn }) => {
      for (const { press } of buttonsOf(turn)) expect([press.action, judgePress(turn.session, press).verdict]).not.toEqual([press.action, 'old']);
    });
  });

  it('gives no step whose outcome was told, and asks no question whose answer is known', () => {
    always(({ turn: { session, replies } }) => {
      const told = session.steps.filter(isTold).map((each) => each.fix);
      const known = session.findings.map((each) => each.question);
      for (const reply of replies) if (reply.type === 'fix') expect(told).not.toContain(reply.fix);
      for (const { id, prompt } of assistant.mind.graph.questions.values()) {
        if (known.includes(id)) expect(replies.map(wordsOf)).not.toContain(prompt);
      }
    });
  });

  it('never asks back in the same words twice running', () => {
    always(({ event, turn, last }) => {
      if (event.type !== 'utterance' || !last || !askedBack(turn) || !askedBack(last)) return;
      expect(turn.replies.map(wordsOf)).not.toEqual(last.replies.map(wordsOf));
    });
  });

  it('records nothing when it asks back', () => {
    always(({ before, turn }) => {
      const { session } = turn;
      if (!askedBack(turn) || session.phase.name !== before.phase.name) return;
      expect(session.findings.filter((each) => each.basis === 'told')).toEqual(before.findings.filter((each) => each.basis === 'told'));
      expect([session.steps, session.capabilities, session.problem, session.unanswered]).toEqual([before.steps, before.capabilities, before.problem, before.unanswered]);
    });
  });

  it('keeps every outcome that is told in the ledger, and credits no other step with it', () => {
    always(({ before: { phase, steps: ledger }, event, turn: { session } }) => {
      if (phase.name !== 'fixing' || event.type !== 'utterance') return;
      const outcomes = TOLD[event.text];
      if (!outcomes) return;
      expect([event.text, session.steps.find((each) => each.fix === phase.fix)?.outcome]).toEqual([event.text, expect.toBeOneOf([...outcomes])]);
      const others = ledger.filter((each) => each.fix !== phase.fix && isTold(each));
      expect(session.steps).toEqual(expect.arrayContaining(others));
    });
  });
});

function walked(assistant: Assistant, walk: Walk): readonly Walked[] {
  const turns: Walked[] = [];
  let session: Session | undefined;
  let buttons: readonly Button[] = [];
  let event: UserEvent = { type: 'joined' };
  let last: Turn | undefined;
  let ids = 0;
  for (const { kind, index } of walk) {
    event = kind === 'again' ? event : eventOf(kind, index, buttons, session);
    ids += 2;
    const turn = assistant.advance(session, event, { now: new Date(START + ids * 60_000), newId: () => `id-${(ids += 1)}`, conversationId: 'c', person: { id: 'p' } });
    turns.push({ before: session ?? newSession('c', new Date(START)), event, turn, last });
    buttons = [...buttonsOf(turn), ...buttons].slice(0, 40);
    session = turn.session;
    last = turn;
  }
  return turns;
}

function eventOf(kind: Exclude<Walk[number]['kind'], 'again'>, index: number, buttons: readonly Button[], session: Session | undefined): UserEvent {
  const button = buttons[index % Math.max(1, buttons.length)];
  if (kind === 'press' && button) return { type: 'pressed', press: button.press };
  if (kind === 'helpdesk' && session?.escalation) {
    return { type: 'ticket-replied', escalationId: session.escalation.id, eventId: `e-${index}`, author: 'Anna', text: 'hello' };
  }
  if (kind === 'tell') return { type: 'utterance', text: Object.keys(TOLD)[index] ?? '' };
  return { type: 'utterance', text: UTTERANCES[index % UTTERANCES.length] ?? '' };
}

const buttonsOf = ({ replies }: Turn): readonly Button[] => replies.flatMap((reply) => reply.buttons ?? []);
const askedBack = ({ remarks }: Turn): boolean => remarks.includes('asked-back');
const wordsOf = (reply: Reply): string | undefined => ('text' in reply ? reply.text : undefined);
