import type { Troubleshooter } from '../troubleshooting/decision.ts';
import type { LearnedParameters } from '../troubleshooting/parameters.ts';
import type { ProblemBelief } from './problem-belief.ts';
import type { Site } from './site.ts';
import type { Comprehension } from '../understanding/comprehension.ts';

/** What a turn stands on: comprehension, and a troubleshooter for each problem. Immutable. */
export interface Mind extends Comprehension {
  /** The same in another language: its texts, and what was learned from its sayings. Itself where there is no such language. */
  inLanguage(language: string): Mind;
  /** Numbers in place of the author's. */
  readonly learned: LearnedParameters | undefined;
  readonly site: Site;
  /** For one problem, or for several with their weights. Compiled once each. */
  readonly troubleshooter: (belief: ProblemBelief) => Troubleshooter;
  /** The same for whoever does not want a person, or has none: it goes on while a step is left. */
  readonly persevering: (belief: ProblemBelief) => Troubleshooter;
}
