import type { Button } from '../dialogs/turn.ts';

/** The part of the Adaptive Cards schema that the assistant uses. */
export interface AdaptiveCard {
  readonly $schema: string;
  readonly type: 'AdaptiveCard';
  readonly version: string;
  readonly body: readonly object[];
  readonly actions?: readonly object[];
}

/** Teams on phones and Web Chat both render 1.5. */
const VERSION = '1.5';

/** What stands in a button's data: Teams and Web Chat return it as the activity's value. */
export interface SubmitData {
  readonly reconnect: Button['press'];
}

export function card(body: readonly object[], buttons: readonly Button[]): AdaptiveCard {
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: VERSION,
    body,
    ...(buttons.length > 0 && { actions: buttons.map(submit) }),
  };
}

function submit({ title, press, primary }: Button): object {
  const data: SubmitData = { reconnect: press };
  return { type: 'Action.Submit', title, data, ...(primary && { style: 'positive' }) };
}
