import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** What becomes of a request: it passes, its answer is lost, it is lost itself, it is answered 429 or 503, or nothing ever comes of it. */
export type Fate = 'pass' | 'lose-answer' | 'lose-request' | { readonly throttle: number } | 'broken' | { readonly lateMs: number } | 'silence';

export interface TroubleProxy {
  readonly url: string;
  close(): Promise<void>;
}

/** A proxy before a real server; `fateOf` decides over each request. */
export async function startTroubleProxy(target: string, fateOf: (method: string, path: string) => Fate): Promise<TroubleProxy> {
  const server = createServer((incoming, outgoing) => void handle(incoming, outgoing).catch(() => outgoing.destroy()));
  const { hostname, port } = new URL(target);

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const fate = fateOf(incoming.method ?? 'GET', incoming.url ?? '/');
    if (fate === 'silence') return;
    if (fate === 'broken') {
      outgoing.writeHead(503, { 'Content-Type': 'text/html' }).end('<h1>Service Unavailable</h1>');
      return;
    }
    if (fate === 'lose-request') {
      outgoing.destroy();
      return;
    }
    if (typeof fate === 'object' && 'throttle' in fate) {
      outgoing.writeHead(429, { 'Retry-After': String(fate.throttle) }).end('{}');
      return;
    }
    if (typeof fate === 'object') {
      // The caller is told that it is lost; the request arrives all the same, later.
      outgoing.destroy();
      await new Promise((resolve) => setTimeout(resolve, fate.lateMs));
    }
    const answer = await forward(incoming, Buffer.concat(chunks));
    if (fate !== 'pass') {
      outgoing.destroy();
      return;
    }
    outgoing.writeHead(answer.status, answer.headers).end(answer.body);
  }

  async function forward({ method, url, headers }: IncomingMessage, body: Buffer): Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }> {
    const upstream = httpRequest({ hostname, port, path: url, method, headers: { ...headers, host: `${hostname}:${port}` }, agent: false });
    upstream.end(body);
    const [response] = (await once(upstream, 'response')) as [IncomingMessage];
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    const { 'transfer-encoding': _chunked, connection: _connection, ...kept } = response.headers;
    return { status: response.statusCode ?? 502, headers: kept, body: Buffer.concat(chunks) };
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
