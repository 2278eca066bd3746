import type { Button } from '../../dialogs/turn.ts';
import type { CardAction, ChoiceInput } from './elements.ts';

/** Teams shows so many actions of a card. */
const MOST_ACTIONS = 6;

/** The field of the list that further options are chosen from; its value is `ACTION/TARGET`. */
const LIST = 'reconnect-pick';

/** A card's buttons: what stands beside an earlier reply, what stands below everything, and the list of what did not fit. */
export interface PlacedButtons {
  readonly beside: readonly (readonly CardAction[])[];
  readonly below: readonly CardAction[];
  readonly list?: ChoiceInput;
}

export interface ButtonOptions {
  /** Whom the card is shown to, where others see it too. */
  readonly shownTo?: string | undefined;
  /** The card has a field, whose text goes with every button. */
  readonly hasField: boolean;
}

/** Places the buttons of a turn's replies: all of them up to the most that Teams shows; of more, the answers are a list. */
export function placeButtons(groups: readonly (readonly Button[])[], options: ButtonOptions): PlacedButtons {
  const last = groups.at(-1) ?? [];
  const earlier = groups.slice(0, -1);
  const all = groups.flat();
  if (all.length <= MOST_ACTIONS) return { beside: earlier.map((group) => group.map((each) => action(each, options))), below: last.map((each) => action(each, options)) };
  const room = MOST_ACTIONS - 1 - earlier.flat().length;
  const kept = keptBelow(last, room);
  const fits = room >= 0;
  const folded = fits ? last.filter((each) => !kept.includes(each)) : all;
  const alone = { ...options, isBesideList: true };
  return {
    beside: earlier.map((group) => (fits ? group.map((each) => action(each, alone)) : [])),
    below: [listAction(folded, options), ...kept.map((each) => action(each, alone))],
    list: listOf(folded),
  };
}

/** Answers belong together, so all of them are in the list where the rest fits beside it. */
function keptBelow(buttons: readonly Button[], room: number): readonly Button[] {
  const others = buttons.filter(({ press }) => press.action !== 'answer' && press.action !== 'choose');
  return others.length < buttons.length && others.length <= room ? others : buttons.slice(0, Math.max(0, room));
}

function action({ title, press, primary }: Button, { shownTo, hasField, isBesideList = false }: ButtonOptions & { readonly isBesideList?: boolean }): CardAction {
  return execute(title, { reconnect: press, ...(shownTo !== undefined && { shownTo }) }, primary, isBesideList && !hasField);
}

function listAction(folded: readonly Button[], { shownTo }: ButtonOptions): CardAction {
  const press = { action: 'choose', target: '', step: folded[0]?.press.step ?? 0 };
  return execute('Choose', { reconnect: press, fromList: true, ...(shownTo !== undefined && { shownTo }) }, true, false);
}

/** @param withoutInputs an empty list does not keep it from being pressed */
function execute(title: string, data: object, primary: boolean | undefined, withoutInputs: boolean): CardAction {
  const action = { title, data, ...(primary && { style: 'positive' as const }), ...(withoutInputs && { associatedInputs: 'none' as const }) };
  return { type: 'Action.Execute', verb: 'reconnect', ...action, fallback: { type: 'Action.Submit', ...action } };
}

/** Of so many, all are shown at once. */
const MOST_OPEN = 12;

function listOf(folded: readonly Button[]): ChoiceInput {
  return {
    type: 'Input.ChoiceSet', id: LIST, label: 'Choose one', wrap: true, isRequired: true, errorMessage: 'Choose one first.',
    style: folded.length > MOST_OPEN ? 'compact' : 'expanded',
    choices: folded.map(({ title, press }) => ({ title, value: `${press.action}/${press.target}` })),
  };
}
