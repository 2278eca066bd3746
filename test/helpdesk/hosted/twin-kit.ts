import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as its product's people see it. */
export interface TwinMessage {
  readonly id: number;
  readonly author: string;
  readonly text: string;
  readonly at: string;
  readonly isPublic: boolean;
  /** It came through the API. */
  readonly byApi: boolean;
}

export interface TwinTicket {
  readonly id: number;
  readonly escalationId: string;
  readonly subject: string;
  readonly report: string;
  /** In the product's words. */
  state: string;
  updatedAt: string;
  readonly messages: TwinMessage[];
}

/** What the products are sent, field by field; each twin reads those of its own product. */
export interface Sent {
  /** Zendesk. */
  readonly ticket: { readonly external_id: string; readonly subject: string; readonly status?: string; readonly comment?: { readonly body: string; readonly public: boolean } };
  /** ServiceNow. */
  readonly correlation_id: string;
  readonly short_description: string;
  readonly comments?: string;
  readonly work_notes?: string;
  /** ServiceNow and Freshdesk. */
  readonly description: string;
  /** ServiceNow and Zammad. */
  readonly state?: string;
  /** Jira: a request, a comment, the id of a transition. */
  readonly requestFieldValues: { readonly summary: string; readonly description: string };
  readonly public: boolean;
  readonly id: string;
  /** The text of a message: Jira, Freshdesk and Zammad. */
  readonly body: string;
  /** Freshdesk. */
  readonly custom_fields: { readonly cf_reconnect_id: string };
  readonly subject: string;
  readonly private: boolean;
  readonly status: number;
  /** Zammad. */
  readonly reconnect_id: string;
  readonly title: string;
  readonly article: { readonly body: string };
  readonly ticket_id: number;
  readonly internal: boolean;
}

export interface TwinRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Sent;
  readonly headers: IncomingHttpHeaders;
}

/** What a product keeps, and what its people do there. */
export class TwinDesk {
  readonly tickets: TwinTicket[] = [];
  /** While it is set, the index shows nothing that is newer. */
  indexedUntil: number | undefined;
  #ids = 100;

  add(ticket: Pick<TwinTicket, 'escalationId' | 'subject' | 'report' | 'state'>): TwinTicket {
    const made = { ...ticket, id: (this.#ids += 1), updatedAt: new Date().toISOString(), messages: [] };
    this.tickets.push(made);
    return made;
  }

  say(ticket: TwinTicket, message: Pick<TwinMessage, 'author' | 'text' | 'isPublic' | 'byApi'>): TwinMessage {
    const at = new Date().toISOString();
    const made = { ...message, id: (this.#ids += 1), at };
    ticket.messages.push(made);
    ticket.updatedAt = at;
    return made;
  }

  set(ticket: TwinTicket, state: string): void {
    ticket.state = state;
    ticket.updatedAt = new Date().toISOString();
  }

  /** As the product's search shows them. */
  get indexed(): readonly TwinTicket[] {
    const until = this.indexedUntil ?? Infinity;
    return this.tickets.filter(({ id }) => id <= until);
  }

  byId(id: string | number | undefined): TwinTicket {
    const found = this.tickets.find((each) => each.id === Number(id));
    if (!found) throw new NotFound();
    return found;
  }
}

export class NotFound extends Error {}

/** An answer that says something in its headers too. */
export class WithHeaders {
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  constructor(body: unknown, headers: Readonly<Record<string, string>>) {
    this.body = body;
    this.headers = headers;
  }
}

/** The answer's body, or `undefined` for a path that the product does not have. */
export type TwinRoutes = (request: TwinRequest, desk: TwinDesk) => unknown;

export interface Twin {
  readonly url: string;
  readonly desk: TwinDesk;
  close(): Promise<void>;
}

/** A small twin of a hosted helpdesk, written after its documentation: what it is asked and what it keeps are real, the rest is not there. */
export async function startTwin(routes: TwinRoutes, authorization: string): Promise<Twin> {
  const desk = new TwinDesk();
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      const answer = (status: number, given: unknown) => {
        const { body, headers } = given instanceof WithHeaders ? given : { body: given, headers: {} };
        outgoing.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
      };
      if (incoming.headers.authorization !== authorization) return answer(401, { error: 'unauthorized' });
      const url = new URL(incoming.url ?? '/', 'http://twin');
      const text = Buffer.concat(chunks).toString('utf8');
      try {
        const body = routes({ method: incoming.method ?? 'GET', path: url.pathname, query: url.searchParams, body: JSON.parse(text === '' ? '{}' : text) as Sent, headers: incoming.headers }, desk);
        return body === undefined ? answer(404, { error: `no ${incoming.method} ${url.pathname}` }) : answer(incoming.method === 'POST' ? 201 : 200, body);
      } catch (error) {
        return error instanceof NotFound ? answer(404, { error: 'not found' }) : answer(500, { error: String(error) });
      }
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    desk,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The part of a path after a prefix and before a suffix; undefined where it is another path. */
export function idIn(path: string, prefix: string, suffix = ''): string | undefined {
  return path.startsWith(prefix) && path.endsWith(suffix) && path.length > prefix.length + suffix.length ? path.slice(prefix.length, path.length - suffix.length) : undefined;
}
