import type { ReaderContext, ReaderPhase } from './reader.ts';

/** What the reader needs of the knowledge graph. */
export interface ReaderGraph {
  readonly questions: readonly {
    readonly id: string;
    readonly answers: readonly string[];
    /** The answers that a bare yes and a bare no stand for. */
    readonly polarity?: { readonly yes?: string | undefined; readonly no?: string | undefined };
  }[];
  /** Problem -> ids of the questions that bear on it. */
  readonly bearing: ReadonlyMap<string, ReadonlySet<string>>;
}

const ANSWER = 'answer:';

export function answerLabel(id: string): `answer:${string}` {
  return `${ANSWER}${id}`;
}

/** The answer that a label stands for; undefined for an act. */
export function answerOf(label: string): string | undefined {
  return label.startsWith(ANSWER) ? label.slice(ANSWER.length) : undefined;
}

const ALWAYS = ['none', 'later', 'explain', 'why', 'safe', 'person', 'restart', 'new-problem', 'acknowledge', 'greeting', 'thanks'];
const OUTCOMES = ['worked', 'failed', 'partly', 'done'];
const RIGHTS = ['has-rights', 'helper-has-rights', 'no-rights'];
const WORK = ['cannot', 'skip', 'not-applicable', 'cannot-find', 'term', 'ask-code', 'tool-error', 'another-idea', 'solved-otherwise', ...RIGHTS];

/** Acts that make sense in a phase, besides the answers of the questions that bear on the problem. */
const ACTS: Readonly<Record<ReaderPhase, ReadonlySet<string>>> = {
  telling: new Set(['none', 'person', ...RIGHTS]),
  question: new Set([...ALWAYS, ...WORK, 'dont-know', 'yes', 'no']),
  step: new Set([...ALWAYS, ...WORK, ...OUTCOMES, 'came-back', 'yes', 'no', 'dont-know']),
  undoing: new Set([...ALWAYS, ...WORK, ...OUTCOMES, 'yes', 'no', 'dont-know']),
  solved: new Set([...ALWAYS, ...OUTCOMES, 'solved-otherwise', 'came-back', 'yes', 'no', 'dont-know']),
  offer: new Set([...ALWAYS, 'term', 'another-idea', 'solved-otherwise', 'worked', 'failed', 'send', 'no-ticket', 'yes', 'no', ...RIGHTS]),
  ticket: new Set([...ALWAYS, 'solved-otherwise', 'worked', 'failed', 'came-back', 'status', 'another-idea', 'yes', 'no']),
};

const TOLD_OF_A_STEP: ReadonlySet<string> = new Set(OUTCOMES);

/** Which labels may be read at all: everything else has no probability. */
export class Possible {
  readonly labels: readonly string[];
  readonly #questionOf: ReadonlyMap<string, string>;
  readonly #polarity: ReadonlyMap<string, { readonly yes?: string | undefined; readonly no?: string | undefined }>;

  readonly #remembered = new WeakMap<ReadonlySet<string>, Map<string, Uint16Array>>();

  constructor(labels: readonly string[], graph: Pick<ReaderGraph, 'questions'>) {
    this.labels = labels;
    this.#questionOf = new Map(graph.questions.flatMap(({ id, answers }) => answers.map((answer) => [answerLabel(answer), id])));
    this.#polarity = new Map(graph.questions.flatMap(({ id, polarity }) => (polarity ? [[id, polarity]] : [])));
  }

  /** The question that a label answers. */
  questionOf(label: string): string | undefined {
    return this.#questionOf.get(label);
  }

  /** Places in `labels`, rising. Remembered for each set of bearing questions, by identity. */
  in(context: ReaderContext): Uint16Array {
    let remembered = this.#remembered.get(context.bearing);
    if (!remembered) this.#remembered.set(context.bearing, (remembered = new Map<string, Uint16Array>()));
    const key = `${context.phase} ${context.question ?? ''} ${context.hasOpenStep}`;
    let places = remembered.get(key);
    if (!places) remembered.set(key, (places = this.#places(context)));
    return places;
  }

  #places(context: ReaderContext): Uint16Array {
    const places: number[] = [];
    for (let place = 0; place < this.labels.length; place++) if (this.has(this.labels[place]!, context)) places.push(place);
    return Uint16Array.from(places);
  }

  has(label: string, { phase, question, bearing, hasOpenStep }: ReaderContext): boolean {
    const answered = this.#questionOf.get(label);
    if (answered !== undefined) return answered === question || bearing.has(answered);
    if (phase === 'question') {
      if (TOLD_OF_A_STEP.has(label)) return hasOpenStep;
      // A bare yes is the answer that the question says it is.
      if ((label === 'yes' || label === 'no') && question !== undefined && this.#polarity.get(question)?.[label] !== undefined) return false;
    }
    return ACTS[phase].has(label);
  }
}
