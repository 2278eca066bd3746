import { Die } from './die.ts';
import type { Tables } from './tables.ts';

/**
 * By how much authors are held to be wrong, by kind of number: the standard deviation of the logarithm of its odds. A
 * statement made beforehand, not fitted to any bench: two thirds of what an author guesses is right within this factor.
 */
export const AUTHOR_ERROR = { prior: 1, chance: 1, ceiling: 0.5, answer: 1, capability: 1 } as const;

/** A number that stands alone is a die of two faces whose shifts share its error. */
const SHARED = Math.SQRT1_2;

/** One face of a die. */
export interface Face {
  readonly die: Die;
  readonly face: number;
}

/** The dice that some conversation has thrown; all other numbers stay as the author wrote them. */
export class Dice {
  private readonly author: Tables;
  private readonly priors = new Map<string, { readonly causes: readonly string[]; readonly die: Die }>();
  private readonly chances = new Map<string, Map<string, Die>>();
  private readonly ceilings = new Map<string, Map<string, Die>>();
  private readonly answers = new Map<string, Map<string, Die>>();
  private readonly capabilities = new Map<string, Die>();

  constructor(author: Tables) {
    this.author = author;
  }

  /** The faces of a problem's causes. */
  prior(problem: string): { readonly causes: readonly string[]; readonly die: Die } {
    let prior = this.priors.get(problem);
    if (!prior) {
      const row = this.author.priors.get(problem) ?? new Map<string, number>();
      prior = { causes: [...row.keys()], die: new Die([...row.values()], AUTHOR_ERROR.prior) };
      this.priors.set(problem, prior);
    }
    return prior;
  }

  /** Undefined where the fix is not for the cause. Faces: it helps, it does not. */
  chance(fix: string, cause: string): Die | undefined {
    return find(this.chances, fix, cause, coin(this.author.chances.get(fix)?.get(cause), AUTHOR_ERROR.chance));
  }

  /** Undefined where no fix of the family is for the cause. Faces: the family can help, it cannot. */
  ceiling(family: string, cause: string): Die | undefined {
    return find(this.ceilings, family, cause, coin(this.author.ceilings.get(family)?.get(cause), AUTHOR_ERROR.ceiling));
  }

  answer(question: string, cause: string): Die | undefined {
    const row = this.author.answers.get(question)?.get(cause);
    return find(this.answers, question, cause, row && (() => new Die(row, AUTHOR_ERROR.answer)));
  }

  capability(role: string): Die | undefined {
    const make = coin(this.author.capabilities.get(role as never), AUTHOR_ERROR.capability);
    return find(new Map([['', this.capabilities]]), '', role, make);
  }

  /** Problem -> cause -> conversations counted so far. */
  causeCounts(): Map<string, Map<string, number>> {
    return new Map([...this.priors].map(([problem, { causes, die }]) => [problem, new Map(causes.map((cause, face) => [cause, die.counts[face] ?? 0]))]));
  }

  /** Every die learns from its counts. `centres` says where the priors are held to lie, problem by problem. */
  settle(centres: ReadonlyMap<string, ReadonlyMap<string, number>>): void {
    for (const [problem, { causes, die }] of this.priors) {
      const centre = centres.get(problem);
      if (centre) die.recentre(causes.map((cause) => centre.get(cause) ?? 0));
      die.settle();
    }
    for (const table of [this.chances, this.ceilings, this.answers]) {
      for (const row of table.values()) {
        for (const die of row.values()) die.settle();
      }
    }
    for (const die of this.capabilities.values()) die.settle();
  }

  /** The author's tables with what was learned in its place. */
  tables(): Tables {
    const { author } = this;
    const first = (die: Die): number => die.p[0]!;
    return {
      priors: new Map([...author.priors].map(([problem, row]) => {
        const learned = this.priors.get(problem);
        return [problem, learned ? new Map(learned.causes.map((cause, face) => [cause, learned.die.p[face]!])) : row];
      })),
      chances: replaced(author.chances, this.chances, first),
      ceilings: replaced(author.ceilings, this.ceilings, first),
      answers: replaced(author.answers, this.answers, (die) => [...die.p]),
      capabilities: new Map([...author.capabilities].map(([role, p]) => [role, this.capabilities.get(role)?.p[0] ?? p])),
    };
  }
}

function coin(p: number | undefined, error: number): (() => Die) | undefined {
  return p === undefined ? undefined : () => new Die([p, 1 - p], error * SHARED);
}

/** The die, made when it is first asked for. */
function find(table: Map<string, Map<string, Die>>, outer: string, inner: string, make: (() => Die) | undefined): Die | undefined {
  if (!make) return undefined;
  const row = table.get(outer) ?? new Map<string, Die>();
  table.set(outer, row);
  const die = row.get(inner) ?? make();
  row.set(inner, die);
  return die;
}

function replaced<V>(author: ReadonlyMap<string, ReadonlyMap<string, V>>, learned: ReadonlyMap<string, ReadonlyMap<string, Die>>, read: (die: Die) => V): Map<string, Map<string, V>> {
  return new Map(
    [...author].map(([outer, row]) => {
      const dice = learned.get(outer);
      if (!dice) return [outer, new Map(row)];
      return [outer, new Map([...row].map(([inner, value]) => {
        const die = dice.get(inner);
        return [inner, die ? read(die) : value];
      }))];
    }),
  );
}
