import type { Assistant } from '../../service/assistant.ts';
import { policyEvidence } from '../../dialogs/policy-evidence.ts';
import { beliefIn, type Session } from '../../dialogs/session.ts';
import type { Button, Effect, Reply, Turn, TurnContext, UserEvent } from '../../dialogs/turn.ts';
import { putOnTable } from './put-on-table.ts';

/** A conversation in a test: each call is a turn, and the clock moves on by half a minute. */
export class Talk {
  readonly #assistant: Assistant;
  session: Session | undefined;
  replies: readonly Reply[] = [];
  readonly effects: Effect[] = [];
  #turns = 0;

  constructor(assistant: Assistant) {
    this.#assistant = assistant;
  }

  say(...texts: readonly string[]): this {
    for (const text of texts) this.hear({ type: 'utterance', text });
    return this;
  }

  press(title: string): this {
    const found = this.buttons.find((button) => button.title === title);
    if (!found) throw new Error(`There is no button "${title}"; there are: ${this.buttons.map((button) => button.title).join(', ')}`);
    return this.hear({ type: 'pressed', press: found.press });
  }

  hear(event: UserEvent): this {
    return this.#take(this.#assistant.advance(this.session, event, this.#world()));
  }

  /** Puts a step or a question of the open problem on the table, whatever the policy would. */
  given(kind: 'step' | 'question', id: string): this {
    return this.#take(putOnTable(this.#assistant.mind, this.#world(), this.session, kind, id));
  }

  #world(): TurnContext {
    this.#turns += 1;
    return { now: new Date(Date.UTC(2026, 10, 20, 9, 0, 30 * this.#turns)), newId: () => `id-${this.#turns}`, conversationId: 'c', person: { id: 'p' } };
  }

  #take({ session, replies, effects }: Turn): this {
    this.session = session;
    this.replies = replies;
    this.effects.push(...effects);
    return this;
  }

  get texts(): readonly string[] {
    return this.replies.map((reply) => this.#assistant.render(reply).text);
  }

  get buttons(): readonly Button[] {
    return this.replies.flatMap((reply) => reply.buttons ?? []);
  }

  /** Cause -> probability, as the policy believes now. */
  get belief(): ReadonlyMap<string, number> {
    const { session } = this;
    const belief = session && beliefIn(session);
    if (!belief) throw new Error('There is no problem yet.');
    const posterior = this.#assistant.mind.troubleshooter(belief).posterior(policyEvidence(this.#assistant.mind.graph, session));
    return new Map(posterior.map((each) => [each.cause, each.probability]));
  }
}
