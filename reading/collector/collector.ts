import type { Observation } from '../evidence.ts';
import type { Page } from '../page.ts';
import { observe, type Reader } from '../reader.ts';
import { COLLECTOR_KEYS, type CollectorKey, type CollectorSide } from './keys.ts';

/** `reconnect/1 client 3`: the format, the side, the edition of the script. */
const HEADER = /reconnect\/(\d{1,2})\s{1,4}(client|server)\s{1,4}(\d{1,3})(?!\d)/g;
/** Chats join lines, mail writes the equals sign as =3D, quoting puts things before it. */
const FACT = /(?<![\w.=/-])([a-z][a-z0-9-]{1,24})=(?:3d)?([a-z0-9@.+_-]{1,40})(?![\w=])/g;
const LINES = /(?<![\w.=/-])lines=(?:3d)?(\d{1,3})(?!\d)/;
/** So many facts show without their first line what this is. */
const FEWEST_WITHOUT_HEADER = 4;
const MOST_BLOCKS = 8;

/** What a value can be instead of one. */
const STATES = { denied: 'denied', off: 'off', na: 'unread' } as const;
type Fields = Record<string, string | number | boolean>;

/** What the collector's scripts print, in any order, cut, quoted, joined to one line, more than once, of any edition. */
export const collectorReader: Reader = {
  hint: /reconnect\/\d|(?:^|\s)[a-z][a-z0-9-]{1,24}=/,
  read(page) {
    return blocksOf(page.lower).slice(0, MOST_BLOCKS).flatMap((block) => blockRead(page, block));
  },
};

interface Block {
  readonly start: number;
  readonly end: number;
  readonly header: RegExpExecArray | undefined;
}

/** Each first line begins a block; what stands before all of them is one that lost its own. */
function blocksOf(lower: string): readonly Block[] {
  const headers = [...lower.matchAll(HEADER)];
  const blocks = headers.map((header, at): Block => ({ header, start: header.index, end: headers[at + 1]?.index ?? lower.length }));
  const first = headers[0]?.index ?? lower.length;
  return first > 0 ? [{ header: undefined, start: 0, end: first }, ...blocks] : blocks;
}

function blockRead(page: Page, { start, end, header }: Block): readonly Observation[] {
  const block = page.lower.slice(start, end);
  const fields: Fields = {};
  const missing = { denied: 0, off: 0, unread: 0 };
  let facts = 0;
  for (const [, key = '', value = ''] of block.matchAll(FACT)) {
    const shape = Object.hasOwn(COLLECTOR_KEYS, key) ? COLLECTOR_KEYS[key] : undefined;
    if (shape === undefined) continue;
    const state = Object.hasOwn(STATES, value) ? STATES[value as keyof typeof STATES] : undefined;
    const read = state === undefined ? fieldsOf(key, shape, value) : {};
    if (read === undefined) continue;
    facts += 1;
    if (state === undefined) Object.assign(fields, read);
    else missing[state] += 1;
  }
  if (facts === 0 || (header === undefined && facts < FEWEST_WITHOUT_HEADER)) return [];
  const side = (header?.[2] as CollectorSide | undefined) ?? sideOf(Object.keys(fields));
  const lines = LINES.exec(block)?.[1];
  const about = { side, edition: header === undefined ? undefined : Number(header[3]), complete: lines === undefined ? false : Number(lines) === facts, ...missing };
  const found = observe('reconnect', { ...fields, ...about }, page, start, end);
  // Without rights the events and the key cannot be read: that is a tool that failed, not a log without events.
  return missing.denied > 0 && fields['elevated'] === 'no' ? [found, observe('tool-error', { problem: 'elevation-required' }, page, start, end)] : [found];
}

/** Undefined where it is no value of this key: what follows it is then somebody else's. */
function fieldsOf(key: string, { kind, values }: CollectorKey, value: string): Fields | undefined {
  switch (kind) {
    case 'word':
      return values?.includes(value) === true ? { [key]: value } : undefined;
    case 'text':
      return { [key]: value };
    case 'number':
      // A value that is not set is Windows' own: no rule on a number fits it.
      return value === 'none' ? { [`${key}-set`]: false } : /^-?\d{1,10}$/.test(value) ? { [key]: Number(value), [`${key}-set`]: true } : undefined;
    case 'count':
    case 'reason': {
      if (value === 'none') return kind === 'count' ? { [key]: 0 } : {};
      const [, first, hours] = /^(\d{1,6})@(\d{1,5})$/.exec(value) ?? [];
      return first === undefined ? undefined : { [key]: Number(first), [`${key}-hours`]: Number(hours) };
    }
  }
}

/** The side that alone prints most of the keys. */
function sideOf(keys: readonly string[]): CollectorSide {
  const server = keys.filter((key) => COLLECTOR_KEYS[key]?.sides.includes('client') === false).length;
  const client = keys.filter((key) => COLLECTOR_KEYS[key]?.sides.includes('server') === false).length;
  return server > client ? 'server' : 'client';
}
