import type { Assistant } from '../../service/assistant.ts';
import { newSession, type Session } from '../../dialogs/session.ts';
import type { Button, Turn, UserEvent } from '../../dialogs/turn.ts';
import type { Random } from '../../learning/simulation/random.ts';
import { integer } from '../policy/random.ts';
import { ASIDES, OPENINGS, OUTCOMES } from './sayings.ts';

/** A turn with what was there before it. */
export interface Walked {
  readonly before: Session;
  readonly event: UserEvent;
  readonly turn: Turn;
  /** The turn before, and what it answered. */
  readonly last: Turn | undefined;
  readonly lastEvent: UserEvent | undefined;
}

const START = Date.UTC(2026, 10, 20, 9);
const MINUTE = 60_000;

/** A conversation of somebody who says and presses what comes to mind, on the dialog itself. The same `random` gives the same walk. */
export function walk(assistant: Assistant, random: Random, turns: number): readonly Walked[] {
  const walked: Walked[] = [];
  let session: Session | undefined;
  let last: Turn | undefined;
  let lastEvent: UserEvent | undefined;
  let event: UserEvent = { type: 'utterance', text: one(random, OPENINGS) };
  let seen: readonly Button[] = [];
  let now = START;
  let ids = 0;
  for (let at = 0; at < turns; at += 1) {
    now += random() < 0.03 ? 180 * MINUTE : MINUTE;
    const turn = assistant.advance(session, event, { now: new Date(now), newId: () => `id-${(ids += 1)}`, conversationId: 'walk', person: { id: 'person' } });
    walked.push({ before: session ?? newSession('walk', new Date(START)), event, turn, last, lastEvent });
    const fresh = turn.replies.flatMap((reply) => reply.buttons ?? []);
    seen = [...fresh, ...seen].slice(0, 60);
    session = turn.session;
    last = turn;
    lastEvent = event;
    event = random() < 0.02 ? event : nextEvent(assistant, random, session, fresh, seen, at);
  }
  return walked;
}

/** What is pressed or said next. Buttons that are in sight are pressed most. */
function nextEvent(assistant: Assistant, random: Random, session: Session, fresh: readonly Button[], seen: readonly Button[], at: number): UserEvent {
  const { phase, escalation } = session;
  const drawn = random();
  if (escalation && drawn < 0.12) return helpdeskEvent(random, escalation.id, at);
  if (fresh.length > 0 && drawn < 0.5) return { type: 'pressed', press: one(random, fresh).press };
  if (seen.length > 0 && drawn < 0.55) return { type: 'pressed', press: one(random, seen).press };
  if (phase.name === 'asking' && drawn < 0.7) {
    const answers = assistant.mind.graph.questions.get(phase.question)?.answers ?? [];
    if (answers.length > 0) return { type: 'utterance', text: one(random, answers)[random() < 0.5 ? 'label' : 'statement'] };
  }
  if (phase.name === 'fixing' && drawn < 0.7) return { type: 'utterance', text: one(random, Object.keys(OUTCOMES)) };
  return { type: 'utterance', text: one(random, drawn > 0.97 ? OPENINGS : ASIDES) };
}

function helpdeskEvent(random: Random, escalationId: string, at: number): UserEvent {
  const events: readonly UserEvent[] = [
    { type: 'ticket-opened', escalationId, number: '17' },
    { type: 'ticket-failed', escalationId, reason: 'unreachable' },
    { type: 'ticket-failed', escalationId, reason: 'refused', forGood: true },
    { type: 'ticket-replied', escalationId, eventId: `e-${at}`, author: 'Anna', text: 'I am looking at it.' },
    { type: 'ticket-changed', escalationId, eventId: `e-${at}`, status: one(random, ['open', 'waiting', 'resolved', 'closed'] as const) },
  ];
  return one(random, events);
}

function one<T>(random: Random, things: readonly T[]): T {
  return things[integer(random, 0, things.length - 1)] as T;
}
