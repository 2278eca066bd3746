import { ActivityTypes, type Activity, type AdaptiveCardInvokeResponse } from 'botbuilder';

/** Answers an invoke with words: Teams shows them beside the card that was pressed. */
export function invokeMessage(text: string): AdaptiveCardInvokeResponse {
  // The SDK types the value as an object; the protocol has a string here.
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text as unknown as Record<string, unknown> };
}

/** Puts a card in the place of the one that was pressed. */
export function invokeCard(card: object): AdaptiveCardInvokeResponse {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card as Record<string, unknown> };
}

export function invokeResponse(body: AdaptiveCardInvokeResponse): Partial<Activity> {
  return { type: ActivityTypes.InvokeResponse, value: { status: 200, body } };
}
