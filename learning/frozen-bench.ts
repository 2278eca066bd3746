import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import { keyOf } from './simulation/evidence-key.ts';
import { converse, drawPerson, SILENT, type Policy } from './simulation/people.ts';
import { randomFrom } from './simulation/random.ts';
import { compile, scopeOf } from '../troubleshooting/compile.ts';
import { DecisionMaker, type Choice } from '../troubleshooting/decide.ts';
import type { TroubleshootingModel } from '../troubleshooting/model.ts';
import type { LearnedParameters } from '../troubleshooting/parameters.ts';

/** Enough that one per cent is seen: all parameters meet the same people, so the difference has little noise. */
const PEOPLE = 400;
const SEED = 20_260_101;

/**
 * The bench of the release gate: simulated people of the author's world, always the same ones. Answers the mean minutes
 * of their conversations under the parameters. It holds new numbers against what the author believes, so it objects to
 * every change that matters and that only outcomes speak for: that is what a person's nod is for.
 */
export function createFrozenBench(graph: KnowledgeGraph): (problem: string, parameters: LearnedParameters | undefined) => number {
  const known = new Map<string, Map<LearnedParameters | undefined, number>>();
  return (problem, parameters) => {
    const values = known.get(problem) ?? new Map<LearnedParameters | undefined, number>();
    known.set(problem, values);
    const minutes = values.get(parameters) ?? meanMinutes(graph, problem, parameters);
    values.set(parameters, minutes);
    return minutes;
  };
}

function meanMinutes(graph: KnowledgeGraph, problem: string, parameters: LearnedParameters | undefined): number {
  const scope = scopeOf(graph, problem);
  const world = compile(graph, scope);
  const bot = compile(graph, scope, { parameters });
  const policy = remembering(bot);
  const random = randomFrom(SEED);
  let minutes = 0;
  for (let person = 0; person < PEOPLE; person++) minutes += converse(world, bot, policy, drawPerson(world, random), SILENT).minutes;
  return minutes / PEOPLE;
}

/** The shipped policy; many people pass the same states. */
function remembering(model: TroubleshootingModel): Policy {
  const maker = new DecisionMaker(model);
  const choices = new Map<string, Choice>();
  return (_, state) => {
    const key = keyOf(state);
    const choice = choices.get(key) ?? maker.decide(state).chosen.choice;
    choices.set(key, choice);
    return choice;
  };
}
