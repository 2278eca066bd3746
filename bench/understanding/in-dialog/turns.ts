import { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { explainInDialog } from '../../../scripts/contract/in-dialog.ts';
import type { Assistant } from '../../../service/assistant.ts';
import type { SpokenLine } from './lines.ts';
import type { Made } from './verdict.ts';

const TURN = z.object({ id: z.string(), took: z.array(z.string()), asked: z.boolean(), offered: z.array(z.string()), gaveUp: z.boolean() });
export type TurnMade = Made & z.infer<typeof TURN>;

/** The clock of every turn. */
export const TURN_TIME = '2026-11-20T10:00:00Z';

/** One real turn a line, through `explain --jsonl --in-dialog`: by id. A line whose context the graph no longer has is missing. */
export async function turnsOf(assistant: Assistant, lines: readonly Pick<SpokenLine, 'id' | 'context' | 'text'>[]): Promise<ReadonlyMap<string, TurnMade>> {
  const written: string[] = [];
  const input = Readable.from(lines.map(({ id, context, text }) => `${JSON.stringify({ id, context, text, at: TURN_TIME })}\n`));
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString('utf8'));
      done();
    },
  });
  await explainInDialog(assistant, { input, output });
  return new Map(
    written.join('').split('\n').filter((line) => line !== '').flatMap((line) => {
      const { success, data } = TURN.safeParse(JSON.parse(line));
      return success ? [[data.id, data] as const] : [];
    }),
  );
}

const EVIDENCE = 'evidence:';

/** Evidence for a question that does not bear on the open problem changes nothing there: it counts only where it was meant. */
export function whatCounts({ mind }: Assistant, { context, meant }: SpokenLine, turn: TurnMade): TurnMade {
  const isIdle = (token: string): boolean => {
    const question = token.startsWith(EVIDENCE) ? mind.graph.finding(token.slice(EVIDENCE.length))?.question.id : undefined;
    return question !== undefined && !mind.bearingOn([context.problem]).has(question);
  };
  return { ...turn, took: turn.took.filter((token) => meant.includes(token) || !isIdle(token)) };
}
