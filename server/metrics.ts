import { createHash, timingSafeEqual } from 'node:crypto';
import type { Server } from 'restify';
import { ApiError } from './api-error.ts';
import type { ServerLog } from './log.ts';
import { route } from './route.ts';

export interface Metrics {
  /** Whoever reads them sends it as `Authorization: Bearer TOKEN`. */
  readonly token: string;
  read(): Promise<{ readonly type: string; readonly text: string }>;
}

/** `GET /metrics`, for Prometheus. */
export function addMetricsRoute(server: Server, { token, read }: Metrics, log: ServerLog): void {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  server.get('/metrics', route(log, async (request, response) => {
    const [, given = ''] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (!timingSafeEqual(hash(given), hash(token))) throw new ApiError(401, 'TokenNeeded', 'Metrics are for those who have the token: METRICS_TOKEN.', { 'WWW-Authenticate': 'Bearer' });
    const { type, text } = await read();
    response.setHeader('Content-Type', type);
    response.setHeader('Cache-Control', 'no-store');
    response.sendRaw(200, text);
  }));
}
