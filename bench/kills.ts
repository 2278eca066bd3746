import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LowdbStorage } from '../storage/lowdb-storage.ts';
import { StorageError } from '../storage/storage-error.ts';
import { killConversations } from './kills/conversations.ts';
import { killOnTeams } from './kills/teams.ts';
import { killAfter } from '../test/storage/kill.ts';
import type { Bench } from './bench.ts';
import { randomFrom } from '../learning/simulation/random.ts';

export interface KillRounds {
  readonly kills: number;
  /** Writes that the child was told to be durable. */
  readonly acknowledged: number;
  /** Acknowledged writes that were not there afterwards. */
  readonly lost: number;
  /** Files that could not be read afterwards. */
  readonly damaged: number;
}

/** Kills a writing process again and again on one folder, and reads everything after each kill. */
export async function killRounds(options: {
  readonly folder: string;
  readonly rounds: number;
  readonly seed: number;
  readonly flags?: readonly string[];
}): Promise<KillRounds> {
  const { folder, rounds } = options;
  const random = randomFrom(options.seed);
  const acknowledged = new Map<string, number>();
  const result = { kills: 0, acknowledged: 0, lost: 0, damaged: 0 };
  for (let round = 0; round < rounds; round += 1) {
    await killAfter({
      folder,
      flags: options.flags ?? [],
      afterLines: 10 + Math.floor(random() * 600),
      onLine(line) {
        const [, key = '', value = ''] = line.split(' ');
        acknowledged.set(key, Number(value));
        result.acknowledged += 1;
      },
    });
    result.kills += 1;
    const storage = await LowdbStorage.open(folder);
    for (const [key, value] of acknowledged) {
      try {
        const item = (await storage.read([key]))[key] as { value: number } | undefined;
        // More is right: written, and killed before it was said.
        if ((item?.value ?? 0) < value) result.lost += 1;
      } catch (error) {
        if (!(error instanceof StorageError && error.code === 'damaged-file')) throw error;
        result.damaged += 1;
      }
    }
    await storage.close();
  }
  return result;
}

export const bench: Bench = {
  name: 'kills',
  async run({ quick, seed }) {
    const folder = await mkdtemp(join(tmpdir(), 'reconnect-kills-'));
    try {
      const { kills, acknowledged, lost, damaged } = await killRounds({ folder: join(folder, 'state'), rounds: quick ? 8 : 100, seed });
      const whole = await killConversations({ dataDir: join(folder, 'service'), rounds: quick ? 2 : 100, seed });
      const teams = await killOnTeams({ dataDir: join(folder, 'teams'), rounds: quick ? 2 : 100, seed });
      return [
        { id: 'teams.kills', value: teams.kills, unit: 'kills' },
        { id: 'teams.acknowledged', value: teams.acknowledged, unit: 'messages' },
        { id: 'teams.lost', value: teams.lost, unit: 'messages', n: teams.acknowledged },
        { id: 'teams.doubled', value: teams.doubled, unit: 'replies', n: teams.acknowledged },
        { id: 'teams.folded', value: teams.folded, unit: 'replies', n: teams.acknowledged },
        { id: 'teams.refused-starts', value: teams.refusedStarts, unit: 'starts', n: teams.kills },
        { id: 'conversations.kills', value: whole.kills, unit: 'kills' },
        { id: 'conversations.acknowledged', value: whole.acknowledged, unit: 'messages' },
        { id: 'conversations.lost', value: whole.lost, unit: 'messages', n: whole.acknowledged },
        { id: 'conversations.doubled', value: whole.doubled, unit: 'messages', n: whole.acknowledged },
        { id: 'conversations.refused-starts', value: whole.refusedStarts, unit: 'starts', n: whole.kills },
        { id: 'kills', value: kills, unit: 'kills' },
        { id: 'acknowledged-writes', value: acknowledged, unit: 'writes' },
        { id: 'lost-writes', value: lost, unit: 'writes', n: acknowledged },
        { id: 'damaged-files', value: damaged, unit: 'files', n: kills },
      ];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
