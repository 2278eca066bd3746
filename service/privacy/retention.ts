import { z } from 'zod';
import { optional } from '../public-settings.ts';

/** What is kept about people, as far as it is kept for different times. */
export const RECORD_KINDS = ['conversations', 'tickets', 'outcomes', 'damaged'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Days after the last change; Infinity for ever. */
export type Retention = Readonly<Record<RecordKind, number>>;

export const DEFAULT_RETENTION: Retention = { conversations: 90, tickets: 365, outcomes: 180, damaged: 30 };

/** A page may come back to its conversation for 30 days; what is erased earlier than that begins anew. */
const LONGEST = 36_500;

/** `90`, `forever`, or one for each kind: `conversations=30,tickets=730`. What is not named keeps its default. */
export const retentionDays = optional.transform((value, context): Retention => {
  const retention: Record<RecordKind, number> = { ...DEFAULT_RETENTION };
  for (const part of (value ?? '').split(',').map((each) => each.trim()).filter((each) => each !== '')) {
    const [, name, days = ''] = /^(?:(\w+)\s*=\s*)?(\w+)$/.exec(part) ?? [];
    const kinds = name === undefined ? RECORD_KINDS : RECORD_KINDS.filter((kind) => kind === name);
    const number = days === 'forever' ? Infinity : /^\d+$/.test(days) ? Number(days) : Number.NaN;
    if (kinds.length === 0 || Number.isNaN(number) || number < 1 || (number > LONGEST && number !== Infinity)) {
      context.addIssue({ code: 'custom', message: `has "${part}"; write days (90), forever, or one for each of ${RECORD_KINDS.join(', ')} (conversations=30,tickets=365)` });
      return z.NEVER;
    }
    for (const kind of kinds) retention[kind] = number;
  }
  return retention;
});
