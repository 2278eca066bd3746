import { Agent, request } from 'node:http';
import type { Side } from './side.ts';

/** One request of a connection: resolves when its turn is answered. */
export type Talk = () => Promise<void>;

export interface Measured {
  readonly turns: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of the server's CPU. */
  readonly cpuPerTurn: number;
}

/** Keeps every connection busy with one request at a time until so many turns were run. */
export async function measure(side: Side, connections: readonly Talk[], turns: number): Promise<Measured> {
  const times: number[] = [];
  let left = turns;
  const cpuBefore = await side.cpuMs();
  const began = performance.now();
  await Promise.all(
    connections.map(async (talk) => {
      while (left > 0) {
        left -= 1;
        const asked = performance.now();
        await talk();
        times.push(performance.now() - asked);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const cpu = (await side.cpuMs()) - cpuBefore;
  times.sort((a, b) => a - b);
  return { turns, perSecond: turns / seconds, p50: quantile(times, 0.5), p99: quantile(times, 0.99), cpuPerTurn: cpu / turns };
}

export function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** Posts JSON on a connection that is kept open. Rejects unless the answer is 2xx. */
export function post(url: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const bytes = Buffer.from(JSON.stringify(body));
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json', 'content-length': bytes.length, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const status = response.statusCode ?? 0;
        if (status >= 200 && status < 300) resolve(text);
        else reject(new Error(`${url} answered ${status}: ${text.slice(0, 300)}`));
      });
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      // The server closed a connection that had been idle just as it was taken up again: nothing was answered.
      if (outgoing.reusedSocket && error.code === 'ECONNRESET') resolve(post(url, body, headers));
      else reject(error);
    });
    outgoing.end(bytes);
  });
}
