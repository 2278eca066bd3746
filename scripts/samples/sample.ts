import type { Assistant } from '../../service/assistant.ts';
import { newSession, type Session } from '../../dialogs/session.ts';
import type { Reply, Turn, UserEvent } from '../../dialogs/turn.ts';
import type { Role } from '../../knowledge/compiler/types.ts';

/** Questions that are left open on the way to a step. */
const MOST_QUESTIONS = 12;

const ADMINISTRATOR: readonly Role[] = ['client-admin', 'server-admin'];

/** What is said first to an opening, and the first step for whoever answers no question. */
export interface Sample {
  readonly first: readonly string[];
  /** Questions that stood before the step. */
  readonly questions: number;
  /** Undefined where there is none. */
  readonly step: string | undefined;
}

/** @param may the person has administrator rights on both computers */
export function sampleOf(assistant: Assistant, opening: string, may: boolean): Sample {
  const now = new Date(Date.UTC(2026, 0, 5, 9));
  let ids = 0;
  const advance = (session: Session, event: UserEvent): Turn =>
    assistant.advance(session, event, { now, newId: () => `id-${(ids += 1)}`, conversationId: 'sample', person: { id: 'person' } });
  const start: Session = { ...newSession('sample', now), capabilities: Object.fromEntries(ADMINISTRATOR.map((role) => [role, may])) };
  let turn = advance(start, { type: 'utterance', text: opening });
  const first = turn.replies.map((reply) => wordsOf(assistant, reply));
  for (let questions = 0; questions < MOST_QUESTIONS; questions += 1) {
    const step = turn.replies.find((reply) => reply.type === 'fix');
    if (step) return { first, questions, step: wordsOf(assistant, step) };
    const pass = turn.replies.flatMap((reply) => reply.buttons ?? []).find(({ press }) => press.action === 'dont-know' || press.action === 'choose');
    if (!pass) return { first, questions, step: undefined };
    turn = advance(turn.session, { type: 'pressed', press: pass.press });
  }
  return { first, questions: MOST_QUESTIONS, step: undefined };
}

function wordsOf(assistant: Assistant, reply: Reply): string {
  const buttons = (reply.buttons ?? []).map(({ title }) => `[${title}]`).join(' ');
  const { text } = assistant.render(reply);
  return buttons === '' ? text : `${text}\n\n${buttons}`;
}
