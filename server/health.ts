import type { Server } from 'restify';
import type { ServerLog } from './log.ts';
import { route } from './route.ts';

export interface Health {
  readonly ok: boolean;
  /** What was looked at, by name: `storage: "ok"`. No secrets and no paths: everybody can read it. */
  readonly checks: Readonly<Record<string, string>>;
}

/**
 * `GET /livez`: 200 as long as this process answers at all; restart it when it does not. `GET /readyz`, and `/healthz` as it
 * was called before: 200 while it can do its work, 503 while it cannot; send nobody there meanwhile.
 */
export function addHealthRoutes(server: Server, health: () => Promise<Health>, log: ServerLog): void {
  server.get('/livez', route(log, async (_request, response) => {
    response.send(200, { status: 'ok' });
  }));
  for (const path of ['/readyz', '/healthz']) {
    server.get(path, route(log, async (_request, response) => {
      const result = await health();
      response.send(result.ok ? 200 : 503, { status: result.ok ? 'ok' : 'failing', checks: result.checks });
    }));
  }
}
