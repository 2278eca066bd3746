import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { killRounds } from '../../bench/kills.ts';

it.each([
  ['without fsync', [], 16],
  ['with fsync', ['--fsync'], 4],
] as const)(
  'keeps every acknowledged write and no broken file over kill -9, %s',
  async (_, flags, rounds) => {
    const folder = await mkdtemp(join(tmpdir(), 'reconnect-kill-'));
    try {
      const result = await killRounds({ folder, rounds, seed: 7, flags });
      expect(result.acknowledged).toBeGreaterThan(rounds * 10);
      expect(result).toMatchObject({ kills: rounds, lost: 0, damaged: 0 });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  240_000,
);
