import type { Bench } from './bench.ts';
import { randomFrom } from '../learning/simulation/random.ts';
import { assembleAssistant } from '../service/assemble.ts';
import { faultsOf, PROPERTIES } from './walks/properties.ts';
import { walk } from './walks/walk.ts';

const WALKS = 10_000;
const QUICK = 250;
const TURNS = 20;

/**
 * Walks of somebody who says and presses what comes to mind, and how many of them break each property of the dialog. The first
 * one that does is named on standard error, by its seed.
 */
export const bench: Bench = {
  name: 'walks',
  async run({ quick, seed, args }) {
    const assistant = await assembleAssistant();
    const walks = Number(args['walks'] ?? (quick ? QUICK : WALKS));
    const broken = new Map<string, number>(PROPERTIES.map(({ name }) => [name, 0]));
    let turns = 0;
    const started = performance.now();
    for (let number = 0; number < walks; number += 1) {
      const walked = walk(assistant, randomFrom(seed + number), TURNS);
      turns += walked.length;
      for (const { property, at, fault } of faultsOf(walked, assistant.mind)) {
        if (broken.get(property) === 0) console.error(`${property}: walk of seed ${seed + number}, turn ${at}: ${fault}`);
        broken.set(property, (broken.get(property) ?? 0) + 1);
      }
    }
    const seconds = (performance.now() - started) / 1000;
    return [
      { id: 'walks', value: walks, unit: 'walks' },
      { id: 'turns', value: turns, unit: 'turns' },
      { id: 'turn', value: (1000 * seconds) / turns, unit: 'ms' },
      ...[...broken].map(([name, value]) => ({ id: `broken.${name}`, value, unit: 'walks', n: walks })),
    ];
  },
};
