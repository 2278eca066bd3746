import { FOR_GOOD, HelpdeskError, NOT_NOW, UNKNOWN, type Failure } from './port.ts';

export interface HttpApi {
  /** As it is called in messages. */
  readonly name: string;
  /** Without a slash at the end. */
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What to look at when the credentials are refused: a variable of the environment. */
  readonly credentials: string;
}

export interface HttpCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** With the query. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Given the headers of an answer that is no refusal. */
  readonly onHeaders?: (headers: Headers) => void;
}

/** Nothing was sent when the connection did not come about; anything later may have been done. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
/** Credentials are mended by hand. */
const CREDENTIALS_AGAIN_MS = 30_000;
const SHOWN_OF_A_BODY = 200;

/** The header for a name and a password. */
export function basic(name: string, password: string): string {
  return `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
}

/** A call that sends and takes JSON; undefined for an empty answer. Every failure is a HelpdeskError. */
export async function callJson(api: HttpApi, { method, path, body, headers, onHeaders }: HttpCall, signal: AbortSignal): Promise<unknown> {
  const what = `${api.name}: ${method} ${path.split('?')[0]}`;
  let response: Response;
  let text: string;
  try {
    response = await fetch(api.base + path, {
      method,
      signal,
      headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }), ...api.headers, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    text = await response.text();
  } catch (error) {
    throw new HelpdeskError(`${what} had no answer (${whyOf(error)})`, NEVER_SENT.has(whyOf(error)) ? NOT_NOW : UNKNOWN, { cause: error });
  }
  if (!response.ok) throw refusal(api, what, response, text);
  onHeaders?.(response.headers);
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    // A proxy's page in place of the product's answer.
    throw new HelpdeskError(`${what} was answered with something else than JSON: ${text.slice(0, SHOWN_OF_A_BODY)}`, UNKNOWN, { cause: error });
  }
}

function refusal({ credentials }: HttpApi, what: string, { status, headers }: Response, text: string): HelpdeskError {
  const said = text.replace(/\s+/g, ' ').slice(0, SHOWN_OF_A_BODY);
  if (status === 401) return new HelpdeskError(`${what} was refused: 401. Check ${credentials}. ${said}`, { ...NOT_NOW, retryAfterMs: CREDENTIALS_AGAIN_MS });
  return new HelpdeskError(`${what} was answered with ${status}: ${said}`, failureOf(status, retryAfterMs(headers.get('retry-after'))));
}

function failureOf(status: number, wait: number | undefined): Failure {
  const when = wait === undefined ? {} : { retryAfterMs: wait };
  if (status === 429) return { ...NOT_NOW, ...when };
  return status >= 500 || status === 408 ? { ...UNKNOWN, ...when } : FOR_GOOD;
}

/** Seconds or a date (RFC 9110, 10.2.3). */
function retryAfterMs(value: string | null): number | undefined {
  if (value === null) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

function whyOf(error: unknown): string {
  const { cause, name } = error as { cause?: { code?: unknown }; name?: unknown };
  return typeof cause?.code === 'string' ? cause.code : String(name);
}
