/** A card as the channels take it. */
export interface AdaptiveCard {
  readonly $schema: string;
  readonly type: 'AdaptiveCard';
  readonly version: string;
  readonly body: readonly object[];
  readonly actions?: readonly object[];
  /** For clients that do not show the card. */
  readonly fallbackText?: string;
}

/** Teams on phones and Web Chat both render 1.5. */
const VERSION = '1.5';

export function card(body: readonly object[], actions: readonly object[], fallbackText?: string): AdaptiveCard {
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: VERSION,
    body,
    ...(actions.length > 0 && { actions }),
    ...(fallbackText !== undefined && { fallbackText }),
  };
}
