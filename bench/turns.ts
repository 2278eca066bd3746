import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, Figure } from './bench.ts';
import { channelTalk, directLineTalk, storeConversations, talkAmongStored } from './turns/conversations.ts';
import { measure, type Measured, type Talk } from './turns/load.ts';
import { randomFrom } from '../learning/simulation/random.ts';
import { startSide, type Side } from './turns/side.ts';
import { startSink } from './turns/sink.ts';

const CONNECTIONS = [1, 16, 64];
const STORED = [10, 1_000, 10_000];

/**
 * Our bot beside a bare echo bot, on the same adapter and server, in turn, in one run; and our bot's turns with
 * few and many conversations stored. What is reported is the median of the rounds; a ratio is the median of the
 * ratios within a round.
 */
export const bench: Bench = {
  name: 'turns',
  async run({ quick, seed }) {
    const folder = await mkdtemp(join(tmpdir(), 'reconnect-turns-'));
    const sink = await startSink();
    try {
      const rounds = quick ? 2 : 7;
      return [
        ...(await besideEcho(folder, sink.serviceUrl, rounds, quick ? 80 : 600)),
        ...(await amongStored(folder, sink.serviceUrl, rounds, quick ? 80 : 800, seed)),
      ];
    } finally {
      sink.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

type Connect = (side: Side, turns: number) => Promise<Talk>;

async function besideEcho(folder: string, serviceUrl: string, rounds: number, most: number): Promise<Figure[]> {
  const sides = await Promise.all([startSide('ours', join(folder, 'ours')), startSide('echo', join(folder, 'echo'))]);
  const paths: [string, Connect][] = [
    ['messages', async ({ url }) => channelTalk(url, serviceUrl)],
    ['directline', ({ url }, turns) => directLineTalk(url, turns)],
  ];
  const figures: Figure[] = [];
  try {
    for (const [path, connect] of paths) {
      for (const side of sides) await load(side, connect, 16, most);
      for (const connections of CONNECTIONS) {
        const turns = connections === 1 ? Math.ceil(most / 2) : most;
        const runs: Measured[][] = [];
        for (let round = 0; round < rounds; round += 1) {
          // Who begins has the colder caches of the machine: they take turns.
          const order = round % 2 ? [1, 0] : [0, 1];
          const run: Measured[] = [];
          for (const i of order) run[i] = await load(sides[i] as Side, connect, connections, turns);
          runs.push(run);
        }
        figures.push(...compared(`${path}.c${connections}`, runs));
      }
    }
  } finally {
    await Promise.all(sides.map((side) => side.stop()));
  }
  return figures;
}

async function load(side: Side, connect: Connect, connections: number, turns: number): Promise<Measured> {
  const talks = await Promise.all(Array.from({ length: connections }, () => connect(side, Math.ceil((2 * turns) / connections))));
  return measure(side, talks, turns);
}

/** Each run has ours first, then the echo's. */
function compared(id: string, runs: readonly Measured[][]): Figure[] {
  const column = (side: number): Measured[] => runs.flatMap((run) => run[side] ?? []);
  return [
    ...described(`${id}.ours`, column(0)),
    ...described(`${id}.echo`, column(1)),
    { id: `${id}.throughput-ratio`, ...spread(runs.map(([ours, echo]) => (ours?.perSecond ?? 0) / (echo?.perSecond ?? 0))), unit: 'ours/echo' },
  ];
}

function described(id: string, runs: readonly Measured[]): Figure[] {
  const n = runs.reduce((sum, { turns }) => sum + turns, 0);
  return [
    { id: `${id}.throughput`, value: median(runs.map(({ perSecond }) => perSecond)), unit: 'turns/s', n },
    { id: `${id}.p50`, value: median(runs.map(({ p50 }) => p50)), unit: 'ms', n },
    { id: `${id}.p99`, value: median(runs.map(({ p99 }) => p99)), unit: 'ms', n },
    { id: `${id}.cpu-per-turn`, value: median(runs.map(({ cpuPerTurn }) => cpuPerTurn)), unit: 'ms', n },
  ];
}

async function amongStored(folder: string, serviceUrl: string, rounds: number, turns: number, seed: number): Promise<Figure[]> {
  const random = randomFrom(seed);
  const sides: Side[] = [];
  const talks: Talk[][] = [];
  try {
    for (const count of STORED) {
      await storeConversations(join(folder, String(count), 'state'), count);
      const side = await startSide('ours', join(folder, String(count)));
      sides.push(side);
      talks.push(Array.from({ length: 16 }, () => talkAmongStored(side.url, serviceUrl, count, random)));
    }
    for (const [i, side] of sides.entries()) await measure(side, talks[i] ?? [], turns);
    const runs: Measured[][] = [];
    for (let round = 0; round < rounds; round += 1) {
      const run: Measured[] = [];
      for (let k = 0; k < sides.length; k += 1) {
        const i = (k + round) % sides.length;
        run[i] = await measure(sides[i] as Side, talks[i] ?? [], turns);
      }
      runs.push(run);
    }
    return [
      ...STORED.flatMap((count, i) => described(`stored.${count}`, runs.flatMap((run) => run[i] ?? []))),
      { id: 'stored.10000.slowdown', ...spread(runs.map((run) => (run[0]?.perSecond ?? 0) / (run.at(-1)?.perSecond ?? 0))), unit: 'turns/s at 10 / at 10000' },
      { id: 'stored.10000.cpu-ratio', ...spread(runs.map((run) => (run.at(-1)?.cpuPerTurn ?? 0) / (run[0]?.cpuPerTurn ?? 0))), unit: 'CPU at 10000 / at 10' },
    ];
  } finally {
    await Promise.all(sides.map((side) => side.stop()));
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? (sorted[Math.floor(middle)] ?? Number.NaN) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** The median of a few rounds, with how many there were. */
function spread(values: readonly number[]): { value: number; n: number } {
  return { value: median(values), n: values.length };
}
