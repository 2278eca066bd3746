import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../knowledge/load.ts';
import type { KnowledgeGraph } from '../knowledge/types.ts';
import type { Bench, Figure } from './bench.ts';
import { benchLearning } from './policy/learning.ts';
import { shipped, SKETCH, SYNTHETIC } from './policy/learning-graphs.ts';
import { benchPoisoning, benchReopened } from './policy/poisoning.ts';
import { benchEveryProblem, benchPerturbed, benchSocketClosed } from './policy/real-graphs.ts';
import { benchSmallGraphs } from './policy/small-graphs.ts';
import { benchSpeed } from './policy/speed.ts';
import { benchStructureShift } from './policy/structure-shift.ts';

const QUICK = {
  graphs: 8, people: 40, worlds: 1, otherWorlds: 1, perWorld: 10, perProblem: 0, decisions: 40,
  learning: { worlds: 1, closer: 0, people: 0, checkpoints: [0, 250] },
};
const FULL = {
  graphs: 300, people: 1000, worlds: 20, otherWorlds: 5, perWorld: 120, perProblem: 60, decisions: 400,
  learning: { worlds: 24, closer: 8, people: 600, checkpoints: [0, 100, 250, 500, 1000] },
};

/**
 * The policy against the exact optimum, a web article's order, wrong numbers, and the clock. `docs/policy.md` says what
 * the figures mean. `--only SECTION` runs one of: small, socket, perturbed, problems, learning-sketch, learning-random,
 * learning-socket, structure, poisoning, reopened, speed.
 */
export const bench: Bench = {
  name: 'policy',
  run: async ({ quick, seed, args }) => {
    const size = quick ? QUICK : FULL;
    const graph = await knowledge(args['knowledge']);
    const sections: Record<string, () => Figure[]> = {
      small: () => benchSmallGraphs(size.graphs),
      socket: () => benchSocketClosed(graph, size.people, seed),
      perturbed: () => benchPerturbed(graph, { worlds: size.worlds, otherWorlds: size.otherWorlds, people: size.perWorld }, seed),
      problems: () => (size.perProblem > 0 ? benchEveryProblem(graph, size.perProblem, seed) : []),
      'learning-sketch': () => benchLearning(SKETCH, size.learning, seed),
      'learning-random': () => (quick ? [] : benchLearning(SYNTHETIC, size.learning, seed)),
      'learning-socket': () => (quick ? [] : shipped(graph).flatMap((subject) => benchLearning(subject, { ...size.learning, worlds: 8, closer: 3 }, seed))),
      structure: () => (quick ? [] : benchStructureShift(SKETCH, { worlds: 8, people: 1000, checkpoints: [0, 250, 1000] }, seed)),
      poisoning: () => (quick ? [] : benchPoisoning(SKETCH, { worlds: 8, people: 1000 }, seed)),
      reopened: () => (quick ? [] : benchReopened(SKETCH, { worlds: 8, people: 1000 }, seed)),
      speed: () => benchSpeed(graph, size.decisions),
    };
    const only = args['only'];
    return Object.entries(sections).flatMap(([name, section]) => (only === undefined || only === name ? section() : []));
  },
};

async function knowledge(folder: string | undefined): Promise<KnowledgeGraph> {
  const loaded = await loadKnowledge(folder ?? fileURLToPath(new URL('../knowledge', import.meta.url)));
  if (!loaded.graph) throw new Error('The knowledge does not compile. Run: npm run knowledge -- lint');
  return loaded.graph;
}
