import type { ReaderGraph } from './possible.ts';
import type { ReaderContext, ReaderPhase } from './reader.ts';

const OPEN_STEP = 'open-step';
const PHASES: readonly ReaderPhase[] = ['telling', 'question', 'step', 'undoing', 'solved', 'offer', 'ticket'];

/** Contexts by number: what the network has a learned vector for. */
export class ContextNumbers {
  readonly size: number;
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(questions: readonly string[]) {
    const names = [OPEN_STEP, ...PHASES, ...questions.map((id) => `question:${id}`)];
    this.size = names.length;
    this.#numbers = new Map(names.map((name, at) => [name, at]));
  }

  static of(graph: Pick<ReaderGraph, 'questions'>): ContextNumbers {
    return new ContextNumbers(graph.questions.map(({ id }) => id));
  }

  /** Those that hold together. A question that nobody has seen in training counts as any question. */
  of({ phase, question, hasOpenStep }: ReaderContext): readonly number[] {
    const own = question === undefined ? undefined : this.#numbers.get(`question:${question}`);
    const held = [own ?? this.#numbers.get(phase)!];
    if (hasOpenStep && phase === 'question') held.push(this.#numbers.get(OPEN_STEP)!);
    return held;
  }
}
