import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const LINE = z.object({
  id: z.string(),
  chart: z.string(),
  /** As the chart has it, and as it was put to this person. */
  asked: z.string(),
  question: z.string(),
  reply: z.string(),
  branch: z.enum(['yes', 'no']),
});

/** An answer to a question of yes or no about a fault of something else than Remote Desktop. */
export type ChartAnswer = z.infer<typeof LINE>;

export async function readChartAnswers(path: string): Promise<readonly ChartAnswer[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => LINE.parse(JSON.parse(line)));
}
