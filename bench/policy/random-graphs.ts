import type { FixSpec, GraphSpec, QuestionSpec } from './graph-of.ts';
import { randomFrom, type Random } from '../../learning/simulation/random.ts';
import { integer, logUniform, normal, uniform } from './random.ts';

/** A graph and a fixed order of its fixes, as an article would list them: easy ones first, with errors. */
export interface RandomGraph {
  readonly spec: GraphSpec;
  readonly fixedOrder: readonly string[];
}

/**
 * Family "mixed": fixes of 1 to 30 minutes (log-uniform), escalation at 30 to 120, questions of middling worth; at
 * random a capability (half of its fixes can be handed over), a context, families, several causes for a fix.
 */
export function mixedGraph(seed: number): RandomGraph {
  const random = randomFrom(seed);
  const causes = Array.from({ length: integer(random, 3, 6) }, (_, index) => `c${index}`);
  const priors = randomPriors(random, causes, 0.9, uniform(random, 0.02, 0.15));
  const restricted = random() < 0.7;
  const remote = random() < 0.4;
  const related = random() < 0.6;
  const fixes = Array.from({ length: integer(random, 4, 7) }, (_, index): FixSpec => {
    const main = index < causes.length ? causes[index]! : pick(random, causes);
    const solves: Record<string, number> = { [main]: uniform(random, 0.4, 0.98) };
    for (let extra = random() < 0.5 ? integer(random, 1, 2) : 0; extra > 0; extra--) {
      const cause = pick(random, causes);
      solves[cause] = Math.max(solves[cause] ?? 0, uniform(random, 0.1, 0.7));
    }
    if (random() < 0.3) solves['unknown'] = uniform(random, 0.01, 0.1);
    return {
      id: `f${index}`,
      minutes: logUniform(random, 1, 30),
      solves,
      ...(restricted && random() < 0.4 && { role: 'server-admin' as const, handover: random() < 0.5 }),
      ...(remote && random() < 0.4 && { context: 'console' }),
      ...(related && { family: `family-${main}` }),
      ...(random() < 0.3 && { undoMinutes: uniform(random, 1, 5) }),
    };
  });
  const questions = Array.from({ length: integer(random, 2, 4) }, (_, index) =>
    randomQuestion(random, `q${index}`, [...causes], {
      answers: random() < 0.3 ? 3 : 2,
      sharp: [0.55, 0.98],
      minutes: logUniform(random, 0.3, 6),
      wrong: uniform(random, 0, 0.15),
      dontKnow: random() < 0.7 ? uniform(random, 0, 0.3) : 0,
    }),
  );
  return {
    spec: {
      priors,
      fixes,
      questions,
      capabilities: restricted ? { 'server-admin': uniform(random, 0.5, 0.95) } : {},
      contexts: remote ? { console: uniform(random, 3, 12) } : {},
      families: Object.fromEntries(causes.map((cause) => [`family-${cause}`, uniform(random, 0.3, 0.9)])),
      escalationMinutes: uniform(random, 30, 120),
      leak: 0.01,
      turnMinutes: 0.5,
    },
    fixedOrder: easyFirst(random, fixes),
  };
}

/**
 * Family "diagnosable", like printers in SACSO 2001: flat priors, fixes of 5 to 30 minutes for mostly one cause,
 * sharp questions of 0.3 to 2 minutes, escalation at 120 to 300.
 */
export function diagnosableGraph(seed: number): RandomGraph {
  const random = randomFrom(seed * 7 + 3);
  const causes = Array.from({ length: integer(random, 5, 7) }, (_, index) => `c${index}`);
  const priors = randomPriors(random, causes, 0.5, uniform(random, 0.01, 0.06));
  const restricted = random() < 0.5;
  const fixes = Array.from({ length: 7 }, (_, index): FixSpec => {
    const main = index < causes.length ? causes[index]! : pick(random, causes);
    const solves: Record<string, number> = { [main]: uniform(random, 0.7, 0.98) };
    if (random() < 0.25) solves[pick(random, causes)] ??= uniform(random, 0.2, 0.6);
    return {
      id: `f${index}`,
      minutes: uniform(random, 5, 30),
      solves,
      ...(restricted && random() < 0.3 && { role: 'server-admin' as const, handover: random() < 0.5 }),
      family: `family-${main}`,
    };
  });
  const questions = Array.from({ length: integer(random, 3, 4) }, (_, index) =>
    randomQuestion(random, `q${index}`, [...causes], {
      answers: random() < 0.4 ? 3 : 2,
      sharp: [0.85, 0.99],
      minutes: uniform(random, 0.3, 2),
      wrong: uniform(random, 0.01, 0.08),
      dontKnow: uniform(random, 0, 0.2),
    }),
  );
  return {
    spec: {
      priors,
      fixes,
      questions,
      capabilities: restricted ? { 'server-admin': uniform(random, 0.7, 0.97) } : {},
      families: Object.fromEntries(causes.map((cause) => [`family-${cause}`, uniform(random, 0.3, 0.9)])),
      escalationMinutes: uniform(random, 120, 300),
      leak: 0.01,
      turnMinutes: 0.5,
    },
    fixedOrder: easyFirst(random, fixes),
  };
}

/** A graph of any size, for timing. */
export function largeGraph(seed: number, size: { causes: number; fixes: number; questions: number; capabilities: number }): GraphSpec {
  const random = randomFrom(seed);
  const causes = Array.from({ length: size.causes }, (_, index) => `c${index}`);
  const roles = (['client-admin', 'server-admin', 'network-admin', 'domain-admin', 'cloud-admin'] as const).slice(0, size.capabilities);
  const fixes = Array.from({ length: size.fixes }, (_, index): FixSpec => {
    const main = index < causes.length ? causes[index]! : pick(random, causes);
    const solves: Record<string, number> = { [main]: uniform(random, 0.4, 0.95) };
    for (let extra = integer(random, 0, 2); extra > 0; extra--) solves[pick(random, causes)] ??= uniform(random, 0.1, 0.5);
    return {
      id: `f${index}`,
      minutes: uniform(random, 1, 25),
      solves,
      ...(roles.length > 0 && random() < 0.4 && { role: pick(random, roles), handover: true }),
      ...(random() < 0.2 && { context: 'console' }),
      ...(random() < 0.5 && { family: `family-${main}` }),
    };
  });
  const questions = Array.from({ length: size.questions }, (_, index) =>
    randomQuestion(random, `q${index}`, [...causes], {
      answers: integer(random, 2, 4),
      sharp: [0.4, 0.97],
      minutes: uniform(random, 0.5, 5),
      wrong: 0.04,
      dontKnow: 0.15,
    }),
  );
  return {
    priors: randomPriors(random, causes, 1, 0.05),
    fixes,
    questions,
    capabilities: Object.fromEntries(roles.map((role) => [role, uniform(random, 0.3, 0.9)])),
    contexts: { console: 6 },
    families: Object.fromEntries(causes.map((cause) => [`family-${cause}`, 0.5])),
    escalationMinutes: 90,
    leak: 0.01,
    turnMinutes: 1,
  };
}

function randomPriors(random: Random, causes: readonly string[], spread: number, unknown: number): Record<string, number> {
  const weights = causes.map(() => Math.exp(spread * normal(random)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return { ...Object.fromEntries(causes.map((cause, index) => [cause, (weights[index]! / sum) * (1 - unknown)])), unknown };
}

function randomQuestion(
  random: Random,
  id: string,
  causes: readonly string[],
  shape: { answers: number; sharp: readonly [number, number]; minutes: number; wrong: number; dontKnow: number },
): QuestionSpec {
  const { answers, sharp, ...rest } = shape;
  const likelihood = causes.map((cause): [string, number[]] => {
    const usual = integer(random, 0, answers - 1);
    const p = uniform(random, ...sharp);
    return [cause, Array.from({ length: answers }, (_, answer) => (answer === usual ? p : (1 - p) / (answers - 1)))];
  });
  return { id, answers, likelihood: Object.fromEntries(likelihood), ...rest };
}

function easyFirst(random: Random, fixes: readonly FixSpec[]): string[] {
  const felt = fixes.map((fix) => ({ id: fix.id, minutes: fix.minutes * Math.exp(0.5 * normal(random)) }));
  return felt.sort((a, b) => a.minutes - b.minutes).map((fix) => fix.id);
}

function pick<T>(random: Random, things: readonly T[]): T {
  return things[integer(random, 0, things.length - 1)] as T;
}
