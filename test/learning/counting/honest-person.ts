import { createHash } from 'node:crypto';
import type { Assistant } from '../../../service/assistant.ts';
import { randomFrom, type Random } from '../../../learning/simulation/random.ts';
import type { Session } from '../../../dialogs/session.ts';
import type { Effect, Press, UserEvent } from '../../../dialogs/turn.ts';

/** Somebody in front of the assistant: what they say first, what they answer, and whether a fix helps them. */
export interface Character {
  readonly says: string;
  /** Undefined: "I don't know". */
  answers(question: string): string | undefined;
  worked(fix: string): boolean;
}

/** A person with this cause: answers as its likelihoods say, and a fix helps as often as the graph says. */
export function honestPerson(assistant: Assistant, says: string, cause: string, seed: number): Character {
  const random = randomFrom(seed);
  const { graph } = assistant.mind;
  return {
    says,
    answers(id) {
      const question = graph.questions.get(id);
      if (!question || random() < question.dontKnow) return undefined;
      return question.answers[draw(random, question.likelihood.get(cause) ?? question.otherwise)]?.id;
    },
    worked: (fix) => random() < (graph.fixes.get(fix)?.solves.get(cause) ?? 0),
  };
}

function draw(random: Random, row: readonly number[]): number {
  let left = random();
  const at = row.findIndex((p) => (left -= p) < 0);
  return at < 0 ? row.length - 1 : at;
}

/** As the bot makes them. */
function idOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 32);
}

export interface Talk {
  readonly id: string;
  readonly person: { readonly id: string; readonly name?: string };
  readonly now: () => Date;
  /** Where effects go, before the next turn. */
  readonly take: (effects: readonly Effect[]) => Promise<void>;
}

/** One conversation through the real dialog, from the first message to its end. Answers the fixes that were handed out, in order. */
export async function converse(assistant: Assistant, character: Character, talk: Talk): Promise<string[]> {
  let session: Session | undefined;
  let ids = 0;
  const offered: string[] = [];
  const hear = async (event: UserEvent): Promise<void> => {
    const turn = assistant.advance(session, event, { now: talk.now(), newId: () => idOf(`${talk.id}/${(ids += 1)}`), conversationId: talk.id, person: talk.person });
    session = turn.session;
    await talk.take(turn.effects);
  };
  const press = (action: Press['action'], target: string) => hear({ type: 'pressed', press: { action, target, step: session?.step ?? 0 } });

  await hear({ type: 'utterance', text: character.says });
  for (let turns = 0; turns < 60; turns++) {
    const phase = (session as Session | undefined)?.phase;
    if (phase?.name === 'asking') {
      const answer = character.answers(phase.question);
      await (answer === undefined ? press('dont-know', phase.question) : press('answer', answer));
    } else if (phase?.name === 'fixing') {
      offered.push(phase.fix);
      await press(character.worked(phase.fix) ? 'worked' : 'failed', phase.fix);
    } else if (phase?.name === 'undoing') {
      await press('undone', phase.fix);
    } else if (phase?.name === 'escalating') {
      await press('send-ticket', phase.escalationId);
    } else {
      return offered;
    }
  }
  throw new Error('the conversation does not end');
}
