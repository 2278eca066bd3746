import { element } from '../element.ts';
import { markdown } from './markdown.ts';

/** A card on the page. */
export interface ShownCard {
  readonly root: HTMLElement;
  readonly buttons: readonly CardButton[];
}

export interface CardButton {
  readonly title: string;
  readonly data: unknown;
}

interface Field {
  readonly id: string;
  read(): string;
}

/** Called with the button's data and what was typed or chosen beside it. */
export type Submit = (value: unknown, title: string) => void;

/**
 * The part of Adaptive Cards that `cards/` writes, as ordinary HTML: texts, facts, fields, choices, buttons. Another
 * element shows its `fallback` or nothing; the reply's text is complete without it.
 */
export function showCard(card: unknown, submit: Submit): ShownCard {
  const fields: Field[] = [];
  const buttons: CardButton[] = [];
  const { body, actions } = asRecord(card);
  const root = element('div', { class: 'card' }, ...asList(body).map((item) => shown(item, fields)));
  const row = element('div', { class: 'choices' });
  for (const action of asList(actions)) {
    const made = button(asRecord(action), fields, submit);
    if (made) row.append(made.root);
    if (made?.button) buttons.push(made.button);
  }
  if (row.childElementCount > 0) root.append(row);
  return { root, buttons };
}

function shown(item: unknown, fields: Field[]): Node {
  const part = asRecord(item);
  switch (part['type']) {
    case 'TextBlock':
      return textBlock(part);
    case 'Container':
      return element(
        'div',
        { class: part['style'] === 'emphasis' ? 'well' : 'group' },
        ...asList(part['items']).map((each) => shown(each, fields)),
      );
    case 'FactSet':
      return element('dl', {}, ...asList(part['facts']).map(asRecord).flatMap(fact));
    case 'Input.Text':
      return textField(part, fields);
    case 'Input.ChoiceSet':
      return choiceSet(part, fields);
    default:
      return typeof part['fallback'] === 'object' ? shown(part['fallback'], fields) : document.createDocumentFragment();
  }
}

function fact({ title, value }: Record<string, unknown>): Node[] {
  return [element('dt', {}, text(title)), element('dd', {}, text(value))];
}

function textBlock(part: Record<string, unknown>): Node {
  if (part['style'] === 'heading') return element('h2', {}, text(part['text']));
  if (part['fontType'] === 'Monospace') return element('pre', { tabindex: '0' }, element('code', {}, text(part['text'])));
  return element('div', { class: part['isSubtle'] === true ? 'quiet' : undefined }, markdown(text(part['text'])));
}

let named = 0;

function textField(part: Record<string, unknown>, fields: Field[]): Node {
  const id = `field-${(named += 1)}`;
  const value = text(part['value']);
  const limits = { id, maxlength: part['maxLength'] === undefined ? undefined : String(part['maxLength']) };
  const isLong = part['isMultiline'] === true;
  const field = isLong ? element('textarea', { ...limits, rows: '6' }) : element('input', { ...limits, type: 'text' });
  field.value = value;
  fields.push({ id: text(part['id']), read: () => field.value });
  return element('div', { class: 'field' }, element('label', { for: id }, text(part['label'] ?? part['placeholder'])), field);
}

function choiceSet(part: Record<string, unknown>, fields: Field[]): Node {
  const several = part['isMultiSelect'] === true;
  const name = `field-${(named += 1)}`;
  const chosen = text(part['value']).split(',');
  const inputs = asList(part['choices']).map(asRecord).map((choice) => {
    const input = element('input', { type: several ? 'checkbox' : 'radio', name, value: text(choice['value']) });
    input.checked = chosen.includes(input.value);
    return { input, line: element('label', { class: 'choice' }, input, element('span', {}, text(choice['title']))) };
  });
  fields.push({ id: text(part['id']), read: () => inputs.filter(({ input }) => input.checked).map(({ input }) => input.value).join(',') });
  return element('fieldset', {}, element('legend', {}, text(part['label'])), ...inputs.map(({ line }) => line));
}

interface MadeButton {
  readonly root: HTMLElement;
  readonly button?: CardButton;
}

function button(action: Record<string, unknown>, fields: readonly Field[], submit: Submit): MadeButton | undefined {
  const title = text(action['title']);
  if (action['type'] === 'Action.OpenUrl' && /^https?:/i.test(text(action['url']))) {
    return { root: element('a', { class: 'button', href: text(action['url']), target: '_blank', rel: 'noopener noreferrer' }, title) };
  }
  if (action['type'] !== 'Action.Submit' && action['type'] !== 'Action.Execute') return undefined;
  const data = action['data'];
  const root = element('button', { type: 'button', class: action['style'] === 'positive' ? 'primary' : undefined }, title);
  root.addEventListener('click', () => {
    const typed = Object.fromEntries(fields.map((field) => [field.id, field.read()] as const).filter(([, value]) => value !== ''));
    submit(typeof data === 'object' ? { ...data, ...typed } : (data ?? typed), title);
  });
  return { root, button: { title, data } };
}

/** The title of the button that gives this value: its data, perhaps with fields beside it. */
export function titleOf(buttons: readonly CardButton[], value: unknown): string | undefined {
  return buttons.find(({ data }) => holds(value, data))?.title;
}

function holds(value: unknown, data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return value === data;
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(data).every(([key, each]) => holds((value as Record<string, unknown>)[key], each));
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
