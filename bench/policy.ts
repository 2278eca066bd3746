import { fileURLToPath } from 'node:url';
import { assembleAssistant } from '../service/assemble.ts';
import { loadKnowledge } from '../knowledge/compiler/load.ts';
import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import type { Bench, Figure } from './bench.ts';
import { benchCollector } from './policy/collector.ts';
import { benchDialog } from './policy/dialog.ts';
import { benchEveryProblem } from './policy/every-problem.ts';
import { benchLearning } from './policy/learning.ts';
import { shipped, SKETCH, SYNTHETIC } from './policy/learning-graphs.ts';
import { benchPoisoning, benchReopened } from './policy/poisoning.ts';
import { benchPerturbed, benchSocketClosed } from './policy/real-graphs.ts';
import { benchSmallGraphs } from './policy/small-graphs.ts';
import { benchSpeed } from './policy/speed.ts';
import { benchStructureShift } from './policy/structure-shift.ts';

const QUICK = {
  graphs: 8, people: 40, worlds: 1, otherWorlds: 1, perWorld: 10, perProblem: 4, talks: 12, decisions: 40,
  learning: { worlds: 1, closer: 0, people: 0, checkpoints: [0, 250] },
};
const FULL = {
  graphs: 300, people: 4000, worlds: 20, otherWorlds: 5, perWorld: 120, perProblem: 100, talks: 100, decisions: 400,
  learning: { worlds: 24, closer: 8, people: 600, checkpoints: [0, 100, 250, 500, 1000] },
};

/**
 * The policy against the exact optimum, a web article's order, wrong numbers, and the clock. `docs/policy.md` says what
 * the figures mean. `--only SECTION` runs one of: small, socket, perturbed, problems, dialog (`--show yes` tells
 * where the conversations leave the policy), learning-sketch, learning-random,
 * learning-socket, structure, poisoning, reopened, speed, collector. `--escalation MINUTES` sets what a person costs in `problems`.
 */
export const bench: Bench = {
  name: 'policy',
  run: async ({ quick, seed, args }) => {
    const size = quick ? QUICK : FULL;
    const graph = await knowledge(args['knowledge']);
    const sections: Record<string, () => Figure[] | Promise<Figure[]>> = {
      small: () => benchSmallGraphs(size.graphs),
      socket: () => benchSocketClosed(graph, size.people, seed),
      perturbed: () => benchPerturbed(graph, { worlds: size.worlds, otherWorlds: size.otherWorlds, people: size.perWorld }, seed),
      problems: () => benchEveryProblem(graph, size.perProblem, seed, args['escalation'] === undefined ? undefined : Number(args['escalation'])),
      dialog: async () => benchDialog(await assembleAssistant(), size.talks, seed, args['show'] === undefined ? undefined : (line) => process.stderr.write(`${line}\n`)),
      'learning-sketch': () => benchLearning(SKETCH, size.learning, seed),
      'learning-random': () => (quick ? [] : benchLearning(SYNTHETIC, size.learning, seed)),
      'learning-socket': () => (quick ? [] : shipped(graph).flatMap((subject) => benchLearning(subject, { ...size.learning, worlds: 8, closer: 3 }, seed))),
      structure: () => (quick ? [] : benchStructureShift(SKETCH, { worlds: 8, people: 1000, checkpoints: [0, 250, 1000] }, seed)),
      poisoning: () => (quick ? [] : benchPoisoning(SKETCH, { worlds: 8, people: 1000 }, seed)),
      reopened: () => (quick ? [] : benchReopened(SKETCH, { worlds: 8, people: 1000 }, seed)),
      speed: () => benchSpeed(graph, size.decisions),
      collector: () => benchCollector(graph, size.people, seed, args['escalation'] === undefined ? undefined : Number(args['escalation'])),
    };
    const only = args['only'];
    const figures: Figure[] = [];
    for (const [name, section] of Object.entries(sections)) {
      if (only === undefined || only === name) figures.push(...(await section()));
    }
    return figures;
  },
};

async function knowledge(folder: string | undefined): Promise<KnowledgeGraph> {
  const loaded = await loadKnowledge(folder ?? fileURLToPath(new URL('../knowledge', import.meta.url)));
  if (!loaded.graph) throw new Error('The knowledge does not compile. Run: npm run knowledge -- lint');
  return loaded.graph;
}
