import { z } from 'zod';

const ITEM_VERSION = 1;

/** One key as it is kept: the value stays the JSON text it was written as, and is parsed when somebody reads it. */
export interface StoredItem {
  readonly key: string;
  readonly eTag: string;
  /** ISO 8601. */
  readonly savedAt: string;
  readonly json: string;
}

const header = z.object({
  version: z.literal(ITEM_VERSION),
  key: z.string(),
  eTag: z.string().min(1),
  savedAt: z.iso.datetime(),
  value: z.record(z.string(), z.unknown()),
});

/** One JSON document; the value is spliced in, since it is JSON already. */
export function stringifyItem(item: StoredItem): string {
  const head = JSON.stringify({ version: ITEM_VERSION, key: item.key, eTag: item.eTag, savedAt: item.savedAt });
  return `${head.slice(0, -1)},"value":${item.json}}\n`;
}

/** Throws on anything but what `stringifyItem` wrote for this key. */
export function parseItem(text: string, key: string): StoredItem {
  const item = header.parse(JSON.parse(text));
  if (item.key !== key) throw new Error(`it holds the key ${JSON.stringify(item.key)}`);
  return { key, eTag: item.eTag, savedAt: item.savedAt, json: JSON.stringify(item.value) };
}
