import type { Figure } from '../bench.ts';
import { drawPerson, SILENT, type Person, type Policy } from '../../learning/simulation/people.ts';
import { randomFrom } from '../../learning/simulation/random.ts';
import type { TroubleshootingModel } from '../../troubleshooting/model.ts';
import type { LearnedParameters } from '../../troubleshooting/parameters.ts';
import { ours } from './baselines.ts';
import { meet, minutesOf } from './crowd.ts';
import { evaluate } from './evaluate.ts';
import { Learner, type Schooling } from './learner.ts';
import { modelOf, worldOf, type Subject } from './learning-graphs.ts';
import { withParts } from './perturb.ts';
import { scoreboard } from './scoreboard.ts';
import { interval, mean } from './statistics.ts';

/** Expected minutes of a policy that decides on the beliefs of a bot. */
export type Price = (bot: TroubleshootingModel, policy: Policy) => number;

export interface LearningSize {
  readonly worlds: number;
  /** Of the worlds, those in which the dearer ways to learn are tried too. */
  readonly closer: number;
  /** Simulated people, where the subject is too large to be walked in full. */
  readonly people: number;
  readonly checkpoints: readonly number[];
}

const WAYS: readonly (readonly [string, Schooling])[] = [
  ['learned', {}],
  ['learned-with-causes-confirmed', { confirmed: true }],
  ['learned-while-exploring', { draws: 4 }],
];

/** Sigma of the author's error in every figure of learning that does not say otherwise. */
const SIGMA = 1;

export function priceIn(world: TroubleshootingModel, exact: boolean, seed: number, people: number, draw: typeof drawPerson = drawPerson): Price {
  if (exact) return (bot, policy) => evaluate(world, policy, bot).minutes;
  const random = randomFrom(seed);
  const test: Person[] = Array.from({ length: people }, () => draw(world, random));
  return (bot, policy) => mean(minutesOf(meet(world, bot, policy, test, SILENT)));
}

/** What is believed after so many conversations costs this much, over the same policy given the world's numbers. */
export function benchLearning(subject: Subject, size: LearningSize, seed: number): Figure[] {
  const figures = new Figures(subject.id);
  for (let index = 0; index < size.worlds; index++) {
    const truth = worldOf(subject, seed + index, SIGMA);
    const world = modelOf(truth);
    const price = priceIn(world, subject.exact, seed + 1000 + index, size.people);
    const oracle = price(world, ours());
    const over = (bot: TroubleshootingModel, policy: Policy = ours()): number => price(bot, policy) / oracle;
    const author = over(modelOf(subject));

    const learnedBy = new Map<number, number>();
    for (const [name, schooling] of WAYS.slice(0, index < size.closer ? WAYS.length : 1)) {
      const learner = new Learner(subject, world, seed + 2000 + index, schooling);
      for (const checkpoint of size.checkpoints) {
        learner.upTo(checkpoint);
        const learned = checkpoint === 0 ? author : over(learner.bot);
        figures.add(`${name}.after-${checkpoint}`, learned, 'x oracle');
        if (name !== 'learned') {
          figures.add(`${name}.against-learned.after-${checkpoint}`, 100 * (learned / learnedBy.get(checkpoint)! - 1), '% dearer');
          continue;
        }
        learnedBy.set(checkpoint, learned);
        figures.add('learned.dearest-over-author', 100 * (learned / author - 1), '% (max)', Math.max);
        figures.add(`scoreboard.after-${checkpoint}`, over(learner.author, scoreboard(learner.author, learner.sessions)), 'x oracle');
      }
      figures.add(`${name}.meanwhile`, mean(minutesOf(learner.sessions)) / oracle, 'x oracle');
      for (const [table, bot] of withTrueTables(subject, truth, learner.parameters)) figures.add(`${name}.with-true-${table}`, over(bot), 'x oracle');
    }
    figures.add('fetching-a-person-at-once', world.escalationMinutes / oracle, 'x oracle');
  }
  return figures.all();
}

/** What was learned, with the world's own numbers in one table: what is left then is not that table's fault. */
function withTrueTables(subject: Subject, truth: Subject, learned: LearnedParameters | undefined): [string, TroubleshootingModel][] {
  if (!learned) return [];
  const { problems, fixes, questions, capabilities } = truth.graph;
  const tables: [string, Parameters<typeof withParts>[1], Partial<LearnedParameters>][] = [
    ['priors', { problems }, { priors: {} }],
    ['fixes', { fixes }, { solves: {}, ceilings: {} }],
    ['answers', { questions }, { answers: {} }],
    ['rights', { capabilities }, { capabilities: {} }],
  ];
  return tables.map(([table, parts, none]) => [table, modelOf({ ...subject, graph: withParts(subject.graph, parts) }, { ...learned, ...none })]);
}

/** Values by name, in the order in which the names first came. */
export class Figures {
  private readonly prefix: string;
  private readonly rows = new Map<string, { values: number[]; unit: string; most: boolean }>();

  constructor(prefix: string) {
    this.prefix = prefix;
  }

  /** @param most give `Math.max` where the largest value counts, not the mean. */
  add(name: string, value: number, unit: string, most?: typeof Math.max): void {
    const row = this.rows.get(name) ?? { values: [], unit, most: most !== undefined };
    row.values.push(value);
    this.rows.set(name, row);
  }

  all(): Figure[] {
    return [...this.rows].map(([name, { values, unit, most }]) => {
      const id = `${this.prefix}.${name}`;
      if (most) return { id, value: Math.max(...values), unit, n: values.length };
      return { id, value: mean(values), unit, n: values.length, ...(values.length > 1 && { ci: interval(values) }) };
    });
  }
}
