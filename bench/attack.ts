import { once } from 'node:events';
import { readdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../test/free-port.ts';
import { ATTACKS } from './attack/attacks.ts';
import { standBy } from './attack/bystander.ts';
import { timeToNumber } from './attack/ticket-number.ts';
import type { Bench, Figure } from './bench.ts';
import { startWhole } from './kills/service.ts';
import { judged } from './shared/judged.ts';
import { peakMemory } from './shared/peak-memory.ts';
import { quantile } from './turns/load.ts';

/** What the others may notice of it, and what it may cost. */
const OTHERS_P90_MS = 300;
const MEMORY_MB = 450;
const DISK_MB = 40;
/** From the press until the ticket's number stands in the chat. */
const NUMBER_MS = 300;

/** A stranger's attacks against the whole service, one after another, while somebody else uses it. A figure `….over` above 0 is a bar that did not hold. */
export const bench: Bench = {
  name: 'attack',
  async run({ quick }) {
    const dataDir = await mkdtemp(join(tmpdir(), 'reconnect-attack-'));
    // Behind a proxy that is trusted: the bystander comes from another address than the stranger.
    const port = await freePort();
    const service = await startWhole(dataDir, { environment: { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, TRUST_PROXY: '127.0.0.1' } });
    if (!service) throw new Error('The service did not start.');
    const closed = once(service.child, 'close');
    const bystander = await standBy(service.origin);
    const figures: Figure[] = [];
    try {
      await pause(quick ? 3_000 : 20_000);
      const calm = bystander.times();
      figures.push({ id: 'calm.p90', value: quantile(calm, 0.9), unit: 'ms', n: calm.length });
      const numbers = [];
      for (let n = 0; n < 5; n++) numbers.push(await timeToNumber(service.origin));
      figures.push(...judged('ticket-number.median', quantile(numbers.sort((a, b) => a - b), 0.5), 'ms', NUMBER_MS));
      for (const { id, unit, bar, run } of ATTACKS) {
        bystander.times();
        const value = await run(service.origin, quick ? 20 : 90);
        const times = bystander.times();
        figures.push(...judged(id, value, unit, bar));
        if (times.length > 0) figures.push({ id: `${id}.others.p90`, value: quantile(times, 0.9), unit: 'ms', n: times.length });
      }
      const others = figures.filter(({ id }) => id.endsWith('.others.p90')).map(({ value }) => value);
      await bystander.stop();
      figures.push(
        ...judged('others.worst-p90', Math.max(...others.filter(Number.isFinite)), 'ms', OTHERS_P90_MS),
        ...judged('others.refused', bystander.failures, 'turns', 0),
        ...judged('memory.peak', await peakMemory(service.child.pid), 'MB', MEMORY_MB),
        ...judged('disk', (await bytesIn(dataDir)) / 1e6, 'MB', DISK_MB),
      );
      return figures;
    } finally {
      service.child.kill('SIGTERM');
      await closed;
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(entries.filter((entry) => entry.isFile()).map((entry) => stat(join(entry.parentPath, entry.name)).then(({ size }) => size, () => 0)));
  return sizes.reduce((sum, size) => sum + size, 0);
}
