import type { Saying } from '../../knowledge/compiler/sayings.ts';
import type { Possible } from './possible.ts';
import { answerLabel } from './possible.ts';
import type { ReaderGraph } from './possible.ts';
import type { ReaderContext, ReaderPhase } from './reader.ts';

/** A context in which a saying may be said, and what it means there. */
export interface Situation {
  readonly context: ReaderContext;
  readonly label: string;
  /** The saying belongs under the open question, or in the phase where its act is at home. */
  readonly home: boolean;
}

const HOMES: Readonly<Record<string, ReaderPhase>> = {
  send: 'offer',
  'no-ticket': 'offer',
  status: 'ticket',
  'came-back': 'solved',
};
const PHASES: readonly ReaderPhase[] = ['step', 'undoing', 'solved', 'offer', 'ticket'];
/** Shorter sayings mean what they mean only under their own question. */
const STANDS_ALONE = 4;
const NO_QUESTIONS: ReadonlySet<string> = new Set();

/** The label that the reader gives a saying: something else than the answers of its question is nothing that it knows. */
export function labelOf({ label }: Pick<Saying, 'label'>): string {
  return label === 'other' ? 'none' : label;
}

/** Draws contexts for sayings. */
export class Situations {
  readonly #possible: Possible;
  readonly #problems: readonly { readonly bearing: ReadonlySet<string>; readonly questions: readonly string[] }[];
  readonly #problemsOf: ReadonlyMap<string, readonly number[]>;
  readonly #polarity: ReadonlyMap<string, NonNullable<ReaderGraph['questions'][number]['polarity']>>;
  readonly #questions: readonly string[];
  /** Question and text of every saying that belongs under a question. */
  readonly #said: ReadonlySet<string>;

  constructor(graph: ReaderGraph, sayings: readonly Saying[], possible: Possible) {
    this.#possible = possible;
    this.#problems = [...graph.bearing.values()].map((bearing) => ({ bearing, questions: [...bearing] })).filter(({ questions }) => questions.length > 0);
    this.#questions = graph.questions.map(({ id }) => id);
    this.#problemsOf = new Map(
      this.#questions.map((id) => [id, this.#problems.flatMap(({ bearing }, at) => (bearing.has(id) ? [at] : []))]),
    );
    this.#polarity = new Map(graph.questions.flatMap(({ id, polarity }) => (polarity ? [[id, polarity]] : [])));
    this.#said = new Set(sayings.flatMap(({ question, text }) => (question ? [keyOf(question, text)] : [])));
  }

  draw(saying: Saying, random: () => number): readonly Situation[] {
    const drawn: Situation[] = [];
    const put = (context: ReaderContext, label: string, home = false): void => {
      if (this.#possible.has(label, context)) drawn.push({ context, label, home });
    };
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const bearingOn = (question: string): ReadonlySet<string> => {
      const problems = this.#problemsOf.get(question) ?? [];
      return problems.length > 0 ? this.#problems[pick(problems)]!.bearing : NO_QUESTIONS;
    };
    const under = (question: string, bearing = bearingOn(question), hasOpenStep = random() < 0.3): ReaderContext => ({
      phase: 'question', question, bearing, hasOpenStep,
    });
    const at = (phase: ReaderPhase, bearing = pick(this.#problems).bearing): ReaderContext => ({ phase, bearing, hasOpenStep: phase === 'step' });

    if (saying.question !== undefined) this.#drawAnswer(saying, saying.question, { put, pick, under, at, bearingOn }, random);
    else this.#drawAct(labelOf(saying), { put, pick, under, at, bearingOn }, random);
    return drawn;
  }

  #drawAnswer(saying: Saying, question: string, { put, pick, under, at, bearingOn }: Draw, random: () => number): void {
    const label = labelOf(saying);
    const { text } = saying;
    put(under(question), label, true);
    if (label === 'dont-know' || label === 'none' || text.split(' ').length < STANDS_ALONE) return;
    const bearing = bearingOn(question);
    if (bearing.size > 1 && random() < 0.4) {
      const other = pick([...bearing]);
      if (other !== question && !this.#said.has(keyOf(other, text))) put(under(other, bearing), label);
    }
    if (random() < 0.2) put(at(pick(PHASES.slice(0, 2)), bearing), label);
    if (random() < 0.08) put(at(pick(PHASES), bearing), label);
    if (random() < 0.4) put(at('telling', bearing), label);
    const elsewhere = pick(this.#problems);
    if (random() < 0.2 && !elsewhere.bearing.has(question)) {
      const other = pick(elsewhere.questions);
      if (!this.#said.has(keyOf(other, text))) put(under(other, elsewhere.bearing), 'none');
      if (random() < 0.5) put(at('telling', elsewhere.bearing), 'none');
    }
  }

  #drawAct(label: string, { put, pick, under, at }: Draw, random: () => number): void {
    if (label === 'yes' || label === 'no') {
      for (let time = 0; time < 4; time++) {
        const question = pick(this.#questions);
        const answer = this.#polarity.get(question)?.[label];
        if (answer === undefined) put(under(question), label);
        else put(under(question), answerLabel(answer), true);
      }
      put(at(pick(PHASES)), label, true);
      return;
    }
    if (label === 'dont-know') {
      for (let time = 0; time < 3; time++) put(under(pick(this.#questions)), label, true);
      if (random() < 0.3) put(at('step'), label);
      return;
    }
    put(at(HOMES[label] ?? 'step'), label, true);
    // Nothing is open that an act could be about; rights and the wish for a person stand by themselves.
    if (random() < 0.5) put(at('telling'), this.#possible.has(label, at('telling')) ? label : 'none');
    put(under(pick(this.#questions)), label);
    if (random() < 0.3) put(under(pick(this.#questions), undefined, true), label);
    if (random() < 0.4) put(at(pick(PHASES)), label);
  }
}

interface Draw {
  readonly put: (context: ReaderContext, label: string, home?: boolean) => void;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly under: (question: string, bearing?: ReadonlySet<string>, hasOpenStep?: boolean) => ReaderContext;
  readonly at: (phase: ReaderPhase, bearing?: ReadonlySet<string>) => ReaderContext;
  readonly bearingOn: (question: string) => ReadonlySet<string>;
}

function keyOf(question: string, text: string): string {
  return `${question}\n${text.toLowerCase()}`;
}
