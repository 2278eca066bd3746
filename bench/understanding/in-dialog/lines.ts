import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { dialogContext, type DialogContext } from '../../../scripts/contract/context.ts';

const LINE = z.object({
  id: z.string(),
  context: dialogContext,
  text: z.string(),
  /** Everything that is meant, as tokens of the contract; `evidence:!X`: that X is not so. */
  meant: z.array(z.string()).min(1),
  /** Further readings that are no fault. */
  ok: z.array(z.string()).default([]),
  /** Asking back is as right. */
  ask_ok: z.boolean().default(false),
});

/** Something that was said while a question or a step was open, and what was meant by it. */
export type SpokenLine = z.infer<typeof LINE>;

/** Lines whose id begins with # are remarks. */
export async function readSpokenLines(path: string): Promise<readonly SpokenLine[]> {
  const raw = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '').map((line): unknown => JSON.parse(line));
  const isRemark = (value: unknown): boolean => z.object({ id: z.string().startsWith('#') }).safeParse(value).success;
  return raw.filter((value) => !isRemark(value)).map((value) => LINE.parse(value));
}

export type DialogPhase = 'question' | 'step' | 'offer' | 'solved' | 'ticket';

export const PHASES: readonly DialogPhase[] = ['question', 'step', 'offer', 'solved', 'ticket'];

export function phaseOf({ on_table: table }: DialogContext): DialogPhase {
  return typeof table === 'string' ? table : 'question' in table ? 'question' : 'step';
}
