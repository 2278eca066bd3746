import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Takes the bot's replies, as a channel does, at next to no cost. */
export async function startSink(): Promise<{ serviceUrl: string; close(): void }> {
  const server = createServer((incoming, response) => {
    incoming.resume();
    incoming.on('end', () => {
      response.setHeader('content-type', 'application/json');
      response.end('{"id":"1"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
