import type { Server } from 'restify';
import type { ServerLog } from './log.ts';
import { route } from './route.ts';

export interface Health {
  readonly ok: boolean;
  /** What was looked at, by name: `storage: "ok"`. No secrets and no paths: everybody can read it. */
  readonly checks: Readonly<Record<string, string>>;
}

/** `GET /healthz`: 200 while the process can do its work, 503 while it cannot. */
export function addHealthRoute(server: Server, health: () => Promise<Health>, log: ServerLog): void {
  server.get('/healthz', route(log, async (_request, response) => {
    const result = await health();
    response.send(result.ok ? 200 : 503, { status: result.ok ? 'ok' : 'failing', checks: result.checks });
  }));
}
