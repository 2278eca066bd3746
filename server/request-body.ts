import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { ApiError } from './api-error.ts';
import { LIMITS } from './limits.ts';

/**
 * Reads a request to its end. Throws an ApiError 413 when it is longer than `limit` bytes. What is too long by little is
 * read and thrown away first: a client that is still sending would lose the answer with the connection.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLong = (headers: Record<string, string> = {}): ApiError => new ApiError(413, 'TooLarge', `The body may have ${limit} bytes at most.`, headers);
  const most = limit + LIMITS.thrownAway.most;
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooLong({ Connection: 'close' });
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most) throw tooLong({ Connection: 'close' });
    if (length <= limit) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (length > limit) throw tooLong();
  return Buffer.concat(chunks);
}

/** A JSON body. Throws an ApiError: 415 for another type, 413 for too long, 400 for what is not JSON. */
export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  const type = request.headers['content-type'] ?? '';
  const body = await readBody(request, limit);
  if (body.length === 0) return {};
  if (!/^application\/json\b/i.test(type)) throw new ApiError(415, 'UnsupportedMediaType', 'Send the body as application/json.');
  return jsonOf(body.toString('utf8'), 'The body');
}

/** Throws an ApiError 400 for what is not JSON, and for a value that is nested too deeply to be walked through. */
export function jsonOf(text: string, what: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ApiError(400, 'InvalidJson', `${what} is not JSON.`);
  }
  if (!isShallow(value, LIMITS.depth.most)) throw new ApiError(400, 'InvalidRequest', LIMITS.depth.over);
  return value;
}

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((each) => isShallow(each, levels - 1));
}

/** Fields of a form, the last value of each. */
export async function readForm(request: IncomingMessage, limit: number): Promise<Record<string, string>> {
  const type = request.headers['content-type'] ?? '';
  const body = await readBody(request, limit);
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) {
    throw new ApiError(415, 'UnsupportedMediaType', 'Send the form as application/x-www-form-urlencoded.');
  }
  return Object.fromEntries(new URLSearchParams(body.toString('utf8')));
}

/** What the schema makes of the value. Throws an ApiError 400 that names every field that does not fit. */
export function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
  throw new ApiError(400, 'InvalidRequest', faults.join('; '));
}
