import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';

export interface Streams {
  readonly input: Readable;
  readonly output: Writable;
}

/** Answers each line of JSON with one, in order, written out before the next is read; `first` comes without being asked for. */
export async function answerLines<Line extends { readonly id: string }>(
  { input, output }: Streams,
  first: object,
  schema: z.ZodType<Line>,
  answer: (line: Line) => object,
): Promise<void> {
  await write(output, first);
  for await (const raw of createInterface({ input })) await write(output, answerTo(raw, schema, answer));
}

function answerTo<Line extends { readonly id: string }>(raw: string, schema: z.ZodType<Line>, answer: (line: Line) => object): object {
  const value = parseJson(raw);
  const parsed = schema.safeParse(value);
  if (!parsed.success) return { ...idOf(value), error: value === undefined ? 'This is no JSON.' : faultsOf(parsed.error) };
  const { id } = parsed.data;
  try {
    return { id, ...answer(parsed.data) };
  } catch (error) {
    console.error(error);
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function idOf(value: unknown): { id?: string } {
  const { data } = z.object({ id: z.string() }).safeParse(value);
  return data ? { id: data.id } : {};
}

function faultsOf({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message)).join('; ');
}

function write(output: Writable, value: object): Promise<void> {
  return new Promise((resolve, reject) => output.write(`${JSON.stringify(value)}\n`, (error) => (error ? reject(error) : resolve())));
}
