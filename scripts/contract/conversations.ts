import { z } from 'zod';
import type { Assistant } from '../../service/assistant.ts';
import { pressSchema } from '../../bots/activities/press-schema.ts';
import type { Session } from '../../dialogs/session.ts';
import type { Press, PressAction } from '../../dialogs/press.ts';
import type { Reply, Turn, UserEvent } from '../../dialogs/turn.ts';
import { instant } from './instant.ts';
import { answerLines, type Streams } from './json-lines.ts';
import { knowledgeNames } from './knowledge-names.ts';
import { MemoryDesk } from './memory-desk.ts';
import { sessionView } from './session-view.ts';

/** Presses that measures know under another name. */
const NAME_OUTSIDE: Readonly<Partial<Record<PressAction, string>>> = { failed: 'not-worked' };

function renamed(press: unknown): unknown {
  return typeof press === 'object' && press !== null && 'action' in press && press.action === 'not-worked' ? { ...press, action: 'failed' } : press;
}

const request = z
  .object({ id: z.string(), join: z.literal(true).optional(), text: z.string().optional(), press: z.preprocess(renamed, pressSchema).optional(), at: instant, person: z.string().optional() })
  .refine(({ join, text, press }) => [join, text, press].filter((each) => each !== undefined).length === 1, 'Exactly one of "join", "text" and "press" is needed.');
type Request = z.infer<typeof request>;

/** `chat --jsonl`: whole conversations, any number side by side. */
export function chatInLines(assistant: Assistant, streams: Streams): Promise<void> {
  const desk = new MemoryDesk();
  const conversations = new Map<string, Conversation>();
  return answerLines(streams, { contract: 1, knowledge: knowledgeNames(assistant.mind.graph) }, request, (line) => {
    const conversation = conversations.get(line.id) ?? new Conversation(assistant, desk, line.id);
    const answer = conversation.hear(line);
    conversations.set(line.id, conversation);
    return answer;
  });
}

class Conversation {
  readonly #assistant: Assistant;
  readonly #desk: MemoryDesk;
  readonly #id: string;
  #session: Session | undefined;
  #ids = 0;

  constructor(assistant: Assistant, desk: MemoryDesk, id: string) {
    this.#assistant = assistant;
    this.#desk = desk;
    this.#id = id;
  }

  /** One turn, and those that the desk's answers make. A turn that fails changes nothing. */
  hear(line: Request): object {
    const first = this.#turn(this.#session, eventOf(line), line);
    const turns = [first];
    for (const effect of first.effects) {
      const answer = this.#desk.carryOut(effect);
      if (answer) turns.push(this.#turn(turns.at(-1)?.session, answer, line));
    }
    const session = turns.at(-1)?.session ?? first.session;
    this.#session = session;
    return {
      replies: turns.flatMap(({ replies }) => replies.map((reply) => this.#view(reply))),
      session: sessionView(this.#assistant.mind, session, session.escalation && this.#desk.summaryOf(session.escalation.id)),
      ...(first.remarks.includes('foreign') && { declined: true }),
    };
  }

  #turn(session: Session | undefined, event: UserEvent, { at, person = 'person' }: Request): Turn {
    const newId = (): string => `${this.#id}-${++this.#ids}`;
    return this.#assistant.advance(session, event, { now: at, newId, conversationId: this.#id, person: { id: person } });
  }

  #view(reply: Reply): { readonly text: string; readonly buttons: readonly { readonly title: string; readonly press: Omit<Press, 'action'> & { readonly action: string } }[] } {
    const buttons = (reply.buttons ?? []).map(({ title, press }) => ({ title, press: { ...press, action: NAME_OUTSIDE[press.action] ?? press.action } }));
    return { text: this.#assistant.render(reply).text, buttons };
  }
}

function eventOf({ text, press }: Request): UserEvent {
  if (press) {
    const { input, action, ...pressed } = press;
    return { type: 'pressed', press: { ...pressed, action, ...(input && { input }) } };
  }
  return text === undefined ? { type: 'joined' } : { type: 'utterance', text };
}
