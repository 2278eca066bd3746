import { MessageFactory, type ConversationReference, type TurnContext } from 'botbuilder';
import type { UserEvent } from '../../dialogs/turn.ts';
import type { SupportAdapter } from '../connecting/adapter.ts';
import type { Assistant } from './assistant.ts';

export interface Notifier {
  /**
   * Runs a turn with an event that did not come from the person, in a conversation that was talked in before, in its
   * queue. Resolves when the turn is kept and its replies arrived; rejects when not, and may then be called again:
   * the same event runs one turn.
   */
  deliver(reference: Partial<ConversationReference>, event: UserEvent): Promise<void>;
  /** Says something that is no turn of the conversation. `key` names it: on channels of this process it is said once. */
  say(reference: Partial<ConversationReference>, key: string, text: string): Promise<void>;
}

export function createNotifier(parts: { readonly adapter: SupportAdapter; readonly assistant: Assistant; readonly newId: () => string }): Notifier {
  const { adapter, assistant, newId } = parts;
  return {
    say: (reference, key, text) =>
      adapter.continueAs(key, withoutActivity(reference), async (context) => {
        await context.sendActivity(MessageFactory.text(text, text));
      }),
    async deliver(reference, event) {
      const turn = eventKey(event) ?? newId();
      let failure: { cause: unknown } | undefined;
      await adapter.continueAs(turn, withoutActivity(reference), async (context: TurnContext) => {
        try {
          await assistant.hear(context, event, turn);
        } catch (cause) {
          // Not to the adapter's error handler: nobody said anything, so nobody is to be told that it failed.
          failure = { cause };
        }
      });
      if (failure) throw failure.cause;
    },
  };
}

/** The activity that was answered then has nothing to do with this. */
function withoutActivity({ activityId: _, ...reference }: Partial<ConversationReference>): Partial<ConversationReference> {
  return reference;
}

/** What makes a helpdesk's event the same one again. */
function eventKey(event: UserEvent): string | undefined {
  switch (event.type) {
    case 'ticket-opened':
      return `${event.type}/${event.escalationId}`;
    case 'ticket-replied':
    case 'handed-back':
    case 'ticket-changed':
      return `${event.type}/${event.escalationId}/${event.eventId}`;
    case 'follow-up-due':
      return `${event.type}/${event.followUpId}`;
    case 'note-refused':
      return `${event.type}/${event.messageKey}`;
    // It may fail, be offered again, and fail again: each is news.
    case 'ticket-failed':
    case 'joined':
    case 'utterance':
    case 'pressed':
    case 'unknown':
      return undefined;
  }
}
