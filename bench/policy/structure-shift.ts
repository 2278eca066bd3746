import type { Figure } from '../bench.ts';
import type { KnowledgeGraph } from '../../knowledge/compiler/types.ts';
import { drawPerson, type Person } from '../../learning/simulation/people.ts';
import type { Random } from '../../learning/simulation/random.ts';
import type { TroubleshootingModel } from '../../troubleshooting/model.ts';
import { ours } from './baselines.ts';
import { Learner } from './learner.ts';
import { modelOf, worldOf, type Subject } from './learning-graphs.ts';
import { Figures, priceIn } from './learning.ts';
import { withParts } from './perturb.ts';

const SIGMA = 0.6;
/** P(a question is answered by the same throw as the one before it). */
const COUPLED = 0.6;

interface Shift {
  readonly name: string;
  /** What the bot is given. */
  readonly bot: Subject;
  /** What the world is made of, before its numbers are moved. */
  readonly world: Subject;
  readonly draw?: (world: TroubleshootingModel, random: Random) => Person;
}

/**
 * Worlds that no numbers of the bot can describe: a cause that its author did not think of, a fix that helps nobody,
 * answers that go together although the cause is given. Numbers differ by sigma 0.6 besides. The oracle is the same
 * policy given the world's graph and numbers (answers that go together it too takes for independent).
 */
export function benchStructureShift(subject: Subject, size: { worlds: number; people: number; checkpoints: readonly number[] }, seed: number): Figure[] {
  const figures = new Figures('structure');
  for (let index = 0; index < size.worlds; index++) {
    for (const { name, bot, world: shifted, draw } of shifts(subject, index)) {
      const world = modelOf(worldOf(shifted, seed + index, SIGMA));
      const price = priceIn(world, subject.exact && draw === undefined, seed + 1000 + index, size.people, draw);
      const oracle = price(world, ours());
      const learner = new Learner(bot, world, seed + 2000 + index, draw ? { draw } : {});
      for (const checkpoint of size.checkpoints) {
        learner.upTo(checkpoint);
        figures.add(`${name}.after-${checkpoint}`, price(learner.bot, ours()) / oracle, 'x oracle');
      }
    }
  }
  return figures.all();
}

function shifts(subject: Subject, index: number): Shift[] {
  const { graph, problem } = subject;
  const causes = [...graph.problems.get(problem)!.priors.keys()].filter((cause) => cause !== 'unknown');
  const fixes = graph.fixesFor(problem);
  const useless = fixes[index % fixes.length]!.id;
  return [
    { name: 'none', bot: subject, world: subject },
    { name: 'cause-missing', bot: { ...subject, graph: without(graph, problem, causes[index % causes.length]!) }, world: subject },
    { name: 'fix-useless', bot: subject, world: { ...subject, graph: withUseless(graph, useless) } },
    { name: 'answers-dependent', bot: subject, world: subject, draw: drawCoupled },
  ];
}

/** The cause is forgotten: its share is the unknown's. */
function without(graph: KnowledgeGraph, problem: string, cause: string): KnowledgeGraph {
  const own = graph.problems.get(problem)!;
  const priors = new Map(own.priors);
  priors.set('unknown', (priors.get('unknown') ?? 0) + (priors.get(cause) ?? 0));
  priors.delete(cause);
  return withParts(graph, { problems: new Map([...graph.problems, [problem, { ...own, priors }]]) });
}

function withUseless(graph: KnowledgeGraph, id: string): KnowledgeGraph {
  const fix = graph.fixes.get(id)!;
  const solves = new Map([...fix.solves.keys()].map((cause) => [cause, 0]));
  return withParts(graph, { fixes: new Map([...graph.fixes, [id, { ...fix, solves }]]) });
}

/** A person whose answers go together: often the luck of one answer is the luck of the next, its cause's table as it is. */
function drawCoupled(world: TroubleshootingModel, random: Random): Person {
  const person = drawPerson(world, random);
  let luck = random();
  const reports = Int8Array.from(world.questions, ({ reported, answers }) => {
    if (random() >= COUPLED) luck = random();
    let left = luck;
    for (let answer = 0; answer < answers.length - 1; answer++) {
      left -= reported[answer * world.causes.length + person.cause]!;
      if (left < 0) return answer;
    }
    return answers.length - 1;
  });
  return { ...person, reports };
}
