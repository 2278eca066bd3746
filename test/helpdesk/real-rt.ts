import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { missingForRequestTracker, startRequestTracker, type RequestTrackerOptions, type RequestTrackerServer } from '../../deploy/request-tracker/server.ts';
import { freePort } from '../free-port.ts';

/** Tests against a real Request Tracker. Where there is none they say loudly that they were skipped, or fail where they have to run. */
export function describeWithRequestTracker(name: string, tests: (server: () => RequestTrackerServer) => void, webhook?: () => Promise<NonNullable<RequestTrackerOptions['webhook']>>): void {
  const missing = missingForRequestTracker();
  if (missing !== undefined && process.env['RECONNECT_TEST_RT'] === 'required') throw new Error(`The tests against a real Request Tracker must run here, and there is no ${missing}.`);
  if (missing !== undefined) process.stderr.write(`SKIPPED: ${name}, since there is no ${missing}.\n`);

  describe.skipIf(missing !== undefined)(missing === undefined ? name : `${name}: SKIPPED, there is no ${missing}`, () => {
    let folder = '';
    let server: RequestTrackerServer;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'reconnect-rt-'));
      const told = await webhook?.();
      server = await startRequestTracker({ folder, port: await freePort(), ...(told && { webhook: told }) });
    }, 120_000);
    tests(() => server);
    // After the hooks of the tests, which may still call it.
    afterAll(async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    });
  });
}
