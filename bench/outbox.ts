import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missingForRequestTracker, startRequestTracker } from '../deploy/request-tracker/server.ts';
import { randomFrom } from '../learning/simulation/random.ts';
import { freePort } from '../test/free-port.ts';
import type { Bench, Figure } from './bench.ts';
import { chaos, type ChaosResult } from './outbox/chaos.ts';

export const bench: Bench = {
  name: 'outbox',
  async run({ quick, seed, args }) {
    const missing = missingForRequestTracker();
    if (missing !== undefined) throw new Error(`This bench needs a real helpdesk, and there is no ${missing}.`);
    const folder = await mkdtemp(join(tmpdir(), 'reconnect-chaos-'));
    const server = await startRequestTracker({ folder: join(folder, 'rt'), port: await freePort() });
    try {
      const shared = { server, escalations: quick ? 2 : 30, outageMs: quick ? 2_000 : 20_000, trouble: quick ? 0.3 : 0.55, random: randomFrom(seed) };
      const ours = await chaos({ ...shared, mode: 'outbox', folder: join(folder, 'outbox') });
      if (args['only'] === 'outbox') return figures('outbox', ours, shared.escalations);
      const naive = await chaos({ ...shared, mode: 'naive', folder: join(folder, 'naive') });
      return [...figures('outbox', ours, shared.escalations), ...figures('naive', naive, shared.escalations)];
    } finally {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

function figures(who: 'outbox' | 'naive', result: ChaosResult, escalations: number): Figure[] {
  const { kills, calls, unfinished, lost, doubled, extraTickets, seconds, lostNotes, doubledNotes, disordered } = result;
  const figure = (id: string, value: number, unit: string, n?: number): Figure => ({ id: `${who}.${id}`, value, unit, ...(n !== undefined && { n }) });
  return [
    figure('kills', kills, 'kills'),
    figure('calls', calls, 'calls that change something'),
    figure('unfinished', unfinished, 'entries still owed at the end'),
    figure('lost', lost, 'escalations', escalations),
    figure('doubled', doubled, 'escalations', escalations),
    figure('extra-tickets', extraTickets, 'tickets'),
    ...(who === 'naive' ? [] : [figure('lost-notes', lostNotes, 'notes', escalations * 2), figure('doubled-notes', doubledNotes, 'notes', escalations * 2), figure('disordered', disordered, 'tickets', escalations)]),
    figure('seconds', seconds, 's'),
  ];
}
