import {
  Channels,
  MessageFactory,
  StatusCodes,
  TeamsActivityHandler,
  type AdaptiveCardInvokeResponse,
  type InvokeResponse,
  type MessagingExtensionAction,
  type MessagingExtensionActionResponse,
  type MessagingExtensionQuery,
  type MessagingExtensionResponse,
  type TurnContext,
} from 'botbuilder';
import type { UserEvent } from '../../dialogs/turn.ts';
import { CODE_PARAMETER } from '../activities/commands.ts';
import { activityToEvent } from '../activities/activity-to-event.ts';
import { isOthersPress } from '../activities/press-owner.ts';
import { codeSearch, diagnosis, type MessageExtensionParts } from './message-extension.ts';
import type { Assistant } from './assistant.ts';
import { invokeCard, invokeMessage } from '../activities/invoke-response.ts';

const NOT_YOURS = "Those buttons belong to somebody else's case. Mention me with what you see, and we'll look at yours.";

export interface SupportBotParts {
  readonly assistant: Assistant;
  readonly extension: MessageExtensionParts;
  readonly newId: () => string;
  readonly now: () => Date;
}

/** Says which activities are heard, and nothing else: what they mean is `activityToEvent`, what follows is the assistant. */
export class SupportBot extends TeamsActivityHandler {
  readonly #parts: SupportBotParts;

  constructor(parts: SupportBotParts) {
    super();
    this.#parts = parts;
    const hear = async (context: TurnContext, next: () => Promise<void>): Promise<void> => {
      await this.#hear(context);
      await next();
    };
    this.onMessage(hear);
    this.onMembersAdded(hear);
    this.onInstallationUpdateAdd(hear);
    this.onInstallationUpdateRemove(async (context, next) => {
      // A new version of the app is removed and added in one go, and is no reason to greet.
      if (context.activity.action === 'remove') await this.#parts.assistant.leave(context);
      await next();
    });
  }

  /** In place of the SDK's, which asks Teams about every new member, one call each. */
  protected override onTeamsMembersAdded(context: TurnContext): Promise<void> {
    return this.#hear(context);
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    // Clients of Direct Line look at the status of an answer and at nothing else of it: what is said comes as messages.
    if (context.activity.channelId === Channels.Directline) {
      await this.#hear(context);
      return { status: StatusCodes.OK };
    }
    if (context.activity.name === 'message/submitAction') {
      await this.#parts.assistant.hearOpinion(context, this.#turnOf(context));
      // Teams takes any body, an empty object too, for a failure.
      return { status: StatusCodes.OK };
    }
    if (context.activity.name === 'adaptiveCard/action' && activityToEvent(context.activity)?.type !== 'pressed') {
      return { status: StatusCodes.BAD_REQUEST };
    }
    return super.onInvokeActivity(context);
  }

  /** The card that was pressed is answered in its place; what follows from the press is a message. */
  protected override async onAdaptiveCardInvoke(context: TurnContext): Promise<AdaptiveCardInvokeResponse> {
    if (isOthersPress(context.activity)) return invokeMessage(NOT_YOURS);
    const event = activityToEvent(context.activity) as UserEvent;
    const card = await this.#parts.assistant.answerPress(context, event, this.#turnOf(context));
    return card ? invokeCard(card) : invokeMessage('');
  }

  /** "Diagnose this", chosen on a message. */
  protected override async handleTeamsMessagingExtensionFetchTask(context: TurnContext, { messagePayload }: MessagingExtensionAction): Promise<MessagingExtensionActionResponse> {
    const { extension, newId, now } = this.#parts;
    const { conversation, from, recipient } = context.activity;
    const world = { now: now(), newId, conversationId: conversation.id, person: { id: from?.id ?? '' } };
    return diagnosis(extension, messagePayload?.body ?? {}, recipient?.id ?? '', world);
  }

  protected override async handleTeamsMessagingExtensionQuery(_context: TurnContext, { parameters = [] }: MessagingExtensionQuery): Promise<MessagingExtensionResponse> {
    const typed: unknown = parameters.find(({ name }) => name === CODE_PARAMETER)?.value;
    return codeSearch(this.#parts.extension, typeof typed === 'string' ? typed : '');
  }

  async #hear(context: TurnContext): Promise<void> {
    const event = activityToEvent(context.activity);
    if (event?.type === 'pressed' && isOthersPress(context.activity)) {
      await context.sendActivity(MessageFactory.text(NOT_YOURS, NOT_YOURS));
      return;
    }
    if (event) await this.#parts.assistant.hear(context, event, this.#turnOf(context));
  }

  #turnOf({ activity }: TurnContext): string {
    return activity.id ?? this.#parts.newId();
  }
}
