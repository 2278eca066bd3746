import type { ReconnectSettings, ReconnectTexts } from './reconnect.d.ts';

/** Settings with every default in its place. */
export interface Settings extends Required<Omit<ReconnectSettings, 'logo' | 'texts' | 'host' | 'consentText' | 'consentLink'>> {
  readonly host: string;
  readonly logo: string | undefined;
  readonly consentText: string | undefined;
  readonly consentLink: string | undefined;
  readonly texts: ReconnectTexts;
}

const TEXTS: ReconnectTexts = {
  open: 'Open chat',
  close: 'Close chat',
  unread: '{count} unread',
  loading: 'Loading the chat …',
  unreachable: 'The chat did not load. Open it in a window of its own.',
  consentAgree: 'Start the chat',
  consentDecline: 'Not now',
  consentMore: 'More about it',
};

const DEFAULTS = {
  colour: '#1f6f5c', title: 'Reconnect', side: 'right', offsetX: 20, offsetY: 20, launcher: 'shown', theme: 'auto', storage: 'local', consentVersion: '1',
} as const;

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  side: ['left', 'right'], launcher: ['shown', 'hidden'], theme: ['light', 'dark', 'auto'], storage: ['local', 'session'],
};
const NUMBERS = ['offsetX', 'offsetY'];
const COLOUR = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

/** What the script tag says; an attribute `data-texts-open` is `texts.open`. */
export function settingsOfTag(dataset: Readonly<Record<string, string | undefined>>): ReconnectSettings {
  const settings: Record<string, unknown> = {};
  const texts: Record<string, string> = {};
  for (const [name, value = ''] of Object.entries(dataset)) {
    const text = /^texts([A-Z])(\w*)$/.exec(name);
    if (text) texts[(text[1] ?? '').toLowerCase() + (text[2] ?? '')] = value;
    else if (NUMBERS.includes(name)) settings[name] = Number(value);
    else settings[name === 'color' ? 'colour' : name] = value;
  }
  return { ...settings, ...(Object.keys(texts).length > 0 && { texts }) };
}

/**
 * Settings over earlier ones. What cannot be used is left out and named to `complain`: a typing error in a setting
 * never costs a page its chat.
 */
export function merged(earlier: Settings, given: ReconnectSettings, complain: (fault: string) => void): Settings {
  const usable = Object.entries(given).filter(([name, value]: [string, unknown]) => {
    if (value === undefined) return false;
    const fault = faultOf(name, value);
    if (fault !== undefined) complain(`${name}: ${fault}`);
    return fault === undefined;
  });
  const settings = Object.fromEntries(usable) as ReconnectSettings;
  return { ...earlier, ...settings, texts: { ...earlier.texts, ...settings.texts } } as Settings;
}

/** @param locale the page's own. */
export function defaultSettings(host: string, locale: string): Settings {
  return { ...DEFAULTS, host, locale: locale || 'en', logo: undefined, consentText: undefined, consentLink: undefined, texts: TEXTS };
}

function faultOf(name: string, value: unknown): string | undefined {
  const choices = CHOICES[name];
  if (choices) return choices.includes(String(value)) ? undefined : `one of ${choices.join(', ')} is expected`;
  if (NUMBERS.includes(name)) return Number.isFinite(value) ? undefined : 'a number of pixels is expected';
  if (name === 'colour') return COLOUR.test(String(value)) ? undefined : 'a colour such as #1f6f5c is expected';
  if (name === 'consentLink') return /^https?:\/\//.test(String(value)) ? undefined : 'an address such as https://example.com/privacy is expected';
  if (name === 'texts') return typeof value === 'object' ? undefined : 'an object of texts is expected';
  return typeof value === 'string' ? undefined : 'a text is expected';
}
