import {
  Channels,
  MessageFactory,
  StatusCodes,
  TeamsActivityHandler,
  type AdaptiveCardInvokeResponse,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { UserEvent } from '../../dialogs/turn.ts';
import { activityToEvent } from '../activities/activity-to-event.ts';
import { isOthersPress } from '../activities/press-owner.ts';
import type { Assistant } from './assistant.ts';
import { invokeCard, invokeMessage } from '../activities/invoke-response.ts';
import { shortened } from '../activities/shortened.ts';
import { replyCard, type Rendered } from '../activities/reply-activity.ts';
import type { Reply } from '../../dialogs/turn.ts';

const NOT_YOURS = "Those buttons belong to somebody else's case. Mention me with what you see, and we'll look at yours.";

export interface SupportBotParts {
  readonly assistant: Assistant;
  readonly render: (reply: Reply) => Rendered;
  readonly newId: () => string;
  /** Bytes of a card in an answer; no bound when not given. */
  readonly most?: number;
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
    if (context.activity.name === 'adaptiveCard/action' && activityToEvent(context.activity)?.type !== 'pressed') {
      return { status: StatusCodes.BAD_REQUEST };
    }
    return super.onInvokeActivity(context);
  }

  /** The first reply answers the press (a card in the place of the old one, or words); the others follow as messages. */
  protected override async onAdaptiveCardInvoke(context: TurnContext): Promise<AdaptiveCardInvokeResponse> {
    if (isOthersPress(context.activity)) return invokeMessage(NOT_YOURS);
    const { assistant, render } = this.#parts;
    const event = activityToEvent(context.activity) as UserEvent;
    const taken = await assistant.take(context, event, this.#turnOf(context));
    await assistant.sendOwed(context, taken.turn);
    const [first] = taken.replies;
    if (!first) return invokeMessage('');
    const { text, card } = render(first);
    return card ? invokeCard(shortened(replyCard({ text, card }), this.#parts.most ?? Infinity)) : invokeMessage(text);
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
