import type { Figure } from '../bench.ts';
import { fit } from '../../learning/fit.ts';
import type { ConversationOutcome } from '../../learning/profile.ts';
import type { Session } from '../../learning/simulation/people.ts';
import type { Random } from '../../learning/simulation/random.ts';
import { ours } from './baselines.ts';
import { Learner, profilesOf, WEEK, type Schooling } from './learner.ts';
import { modelOf, worldOf, type Subject } from './learning-graphs.ts';
import { Figures, priceIn } from './learning.ts';

const HONEST = 600;
const SPAM = 300;
const SIGMA = 0.6;
/** So many conversations of one reporter count in full where there is no defence. */
const NO_CAP = 1e9;

interface PoisoningSize {
  readonly worlds: number;
  readonly people: number;
}

/**
 * 600 honest conversations, then 300 of one reporter: who praises the dearest fix, or reports that every fix failed.
 * Each with the defences and without the cap, against what the honest ones alone teach.
 */
export function benchPoisoning(subject: Subject, size: PoisoningSize, seed: number): Figure[] {
  const figures = new Figures('poisoning');
  for (let index = 0; index < size.worlds; index++) {
    const world = modelOf(worldOf(subject, seed + index, SIGMA));
    const price = priceIn(world, subject.exact, seed + 1000 + index, size.people);
    const learner = new Learner(subject, world, seed + 2000 + index);
    learner.upTo(HONEST);
    const cost = (outcomes: readonly ConversationOutcome[], perReporter?: number): number =>
      price(modelOf(subject, fit(subject.graph, profilesOf(subject, outcomes, perReporter))), ours());
    const honest = cost(learner.outcomes);
    const { fixes, fixMinutes } = learner.author;
    const attacks: [string, Pick<ConversationOutcome, 'failed' | 'solvedBy'>][] = [
      ['praise', { failed: [], solvedBy: fixes[fixMinutes.indexOf(Math.max(...fixMinutes))]! }],
      ['nothing-works', { failed: [...fixes] }],
    ];
    for (const [name, said] of attacks) {
      const all = [...learner.outcomes, ...spam(subject, said)];
      figures.add(`${name}.capped`, 100 * (cost(all) / honest - 1), '% dearer');
      figures.add(`${name}.uncapped`, 100 * (cost(all, NO_CAP) / honest - 1), '% dearer');
    }
  }
  return figures.all();
}

function spam({ graph, problem }: Subject, said: Pick<ConversationOutcome, 'failed' | 'solvedBy'>): ConversationOutcome[] {
  return Array.from({ length: SPAM }, (_, at) => ({
    id: `spam ${at}`,
    problem,
    graphVersion: graph.version,
    findings: [],
    ...said,
    capabilities: {},
    reporter: 'spammer',
    week: WEEK,
    certainty: 'explicit',
  }));
}

/** Share of the failures that look like a success at first; the fault is back the next day. */
const FALSE_SUCCESS = 0.1;

/** One failure in ten looks like a success at first: recorded as such, and recorded as the failure that it is once the fault is back. */
export function benchReopened(subject: Subject, size: PoisoningSize, seed: number): Figure[] {
  const figures = new Figures('reopened');
  const ways: [string, Schooling][] = [['never-noticed', { recorded: asItLooked }], ['counted-as-failure', {}]];
  for (let index = 0; index < size.worlds; index++) {
    const world = modelOf(worldOf(subject, seed + index, SIGMA));
    const price = priceIn(world, subject.exact, seed + 1000 + index, size.people);
    const oracle = price(world, ours());
    for (const [name, schooling] of ways) {
      const learner = new Learner(subject, world, seed + 2000 + index, schooling);
      learner.upTo(HONEST);
      figures.add(`${name}.after-${HONEST}`, price(learner.bot, ours()) / oracle, 'x oracle');
    }
  }
  return figures.all();
}

/** The conversation ends at the first failure that looks like a success. */
function asItLooked(session: Session, random: Random): Session {
  const at = session.failed.findIndex(() => random() < FALSE_SUCCESS);
  return at < 0 ? session : { ...session, failed: session.failed.slice(0, at), solvedBy: session.failed[at]! };
}
