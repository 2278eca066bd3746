import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../knowledge/load.ts';
import type { KnowledgeGraph } from '../knowledge/types.ts';
import type { Bench, Figure } from './bench.ts';
import { benchLearning, benchPoisoning, SYNTHETIC } from './policy/learning.ts';
import { benchEveryProblem, benchPerturbed, benchSocketClosed, SOCKET_CLOSED } from './policy/real-graphs.ts';
import { benchSmallGraphs } from './policy/small-graphs.ts';
import { benchSpeed } from './policy/speed.ts';

const QUICK = { graphs: 8, people: 40, worlds: 1, otherWorlds: 1, perWorld: 10, perProblem: 0, learners: 1, learned: 150, checkpoints: [0, 250], decisions: 40 };
const FULL = { graphs: 300, people: 1000, worlds: 20, otherWorlds: 5, perWorld: 120, perProblem: 60, learners: 6, learned: 2000, checkpoints: [0, 100, 250, 500, 1000], decisions: 400 };

/**
 * The policy against the exact optimum, a web article's order, wrong numbers, and the clock. `docs/policy.md` says what
 * the figures mean. `--only SECTION` runs one of: small, socket, perturbed, problems, learning, learning-socket, poisoning,
 * speed.
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
      learning: () => benchLearning(SYNTHETIC, { worlds: size.learners, people: size.learned, checkpoints: size.checkpoints }, seed),
      'learning-socket': () => {
        const subject = { id: 'learning-socket', graph, problem: SOCKET_CLOSED };
        return quick ? [] : benchLearning(subject, { worlds: 4, people: 400, checkpoints: size.checkpoints }, seed);
      },
      poisoning: () => (quick ? [] : benchPoisoning({ worlds: 8, people: size.learned }, seed)),
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
