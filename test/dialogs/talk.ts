import type { Assistant } from '../../service/assistant.ts';
import type { Session } from '../../dialogs/session.ts';
import type { Button, Effect, Reply, UserEvent } from '../../dialogs/turn.ts';

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
    this.#turns += 1;
    const turn = this.#assistant.advance(this.session, event, {
      now: new Date(Date.UTC(2026, 10, 20, 9, 0, 30 * this.#turns)),
      newId: () => `id-${this.#turns}`,
      conversationId: 'c',
      person: { id: 'p' },
    });
    this.session = turn.session;
    this.replies = turn.replies;
    this.effects.push(...turn.effects);
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
    if (!session?.problem) throw new Error('There is no problem yet.');
    const { findings, suggested, unanswered, attempts, capabilities } = session;
    const by = (outcome: string) => attempts.filter((each) => each.outcome === outcome).map((each) => each.fix);
    const evidence = { findings, ...(suggested && { suggested }), unanswered, capabilities, failed: by('failed'), skipped: by('skipped') };
    return new Map(this.#assistant.mind.troubleshooter(session.problem).posterior(evidence).map((each) => [each.cause, each.probability]));
  }
}
