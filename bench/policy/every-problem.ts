import type { KnowledgeGraph } from '../../knowledge/compiler/types.ts';
import type { TroubleshootingModel } from '../../troubleshooting/model.ts';
import { SILENT, type Manner, type Session } from '../../learning/simulation/people.ts';
import type { Figure } from '../bench.ts';
import { fixedOrder, fixedOrderWithStop, ours } from './baselines.ts';
import { calibration, meet, minutesOf, saving } from './crowd.ts';
import { audiences, crowd, modelOf } from './real-graphs.ts';
import { interval, mean, summarise } from './statistics.ts';

const MANNERS: readonly [string, Manner][] = [
  ['silent', SILENT],
  ['talkative', { talkative: 0.35 }],
];
/** Steps that a page would list. */
const LISTED = 15;

/** The conversations of one problem with one kind of people, under each policy. */
interface Met {
  readonly problem: string;
  readonly escalation: number;
  readonly own: readonly Session[];
  readonly listed: readonly Session[];
  readonly stopping: readonly Session[];
}

/**
 * Every problem that ships, beside its easiest fixes in the order of their minutes, with and without the best stop.
 * Problems have no page of their own to be compared with; easiest first is what such pages do.
 * @param escalationMinutes what a person costs, in place of what the graph says
 */
export function benchEveryProblem(graph: KnowledgeGraph, people: number, seed: number, escalationMinutes?: number): Figure[] {
  return audiences(graph).flatMap(([audience, own]) =>
    MANNERS.flatMap(([manner, how]) => {
      const policy = ours();
      const met = [...own.problems.keys()].map((problem): Met => {
        const model = modelOf(own, problem, escalationMinutes);
        const everyone = crowd(model, seed, people);
        const order = easiestFirst(model);
        return {
          problem,
          escalation: model.escalationMinutes,
          own: meet(model, model, policy, everyone, how),
          listed: meet(model, model, fixedOrder(order), everyone, how),
          stopping: meet(model, model, fixedOrderWithStop(order), everyone, how),
        };
      });
      const who = `${audience}.${manner}`;
      return [...met.flatMap((each) => ofOneProblem(who, each)), ...overall(`problems.${who}`, met)];
    }),
  );
}

function easiestFirst(model: TroubleshootingModel): number[] {
  const fixes = model.fixes.map((_, fix) => fix);
  return fixes.sort((a, b) => model.fixMinutes[a]! - model.fixMinutes[b]!).slice(0, LISTED);
}

function ofOneProblem(who: string, { problem, escalation, own, listed, stopping }: Met): Figure[] {
  const id = `problem.${problem}.${who}`;
  const n = own.length;
  const minutes = minutesOf(own);
  return [
    { id: `${id}.escalation`, value: escalation, unit: 'min' },
    { id: `${id}.minutes`, value: mean(minutes), unit: 'min', n, ci: interval(minutes) },
    { id: `${id}.solved`, value: solvedShare(own), unit: 'share', n },
    { id: `${id}.turns`, value: mean(own.map(({ turns }) => turns)), unit: 'turns', n },
    saving(`${id}.saving-against-easy-first`, own, listed),
    saving(`${id}.saving-against-easy-first-with-stop`, own, stopping),
    ...calibration(id, own),
  ];
}

/** Every problem counts alike, however often it comes up. */
function overall(id: string, met: readonly Met[]): Figure[] {
  const n = met.length;
  const against = (other: (each: Met) => readonly Session[]): number[] =>
    met.map((each) => 100 * (1 - mean(minutesOf(each.own)) / mean(minutesOf(other(each)))));
  const listed = against((each) => each.listed);
  const stopping = against((each) => each.stopping);
  return [
    { id: `${id}.escalation`, value: mean(met.map(({ escalation }) => escalation)), unit: 'min', n },
    { id: `${id}.minutes`, value: mean(met.map(({ own }) => mean(minutesOf(own)))), unit: 'min', n },
    { id: `${id}.solved`, value: mean(met.map(({ own }) => solvedShare(own))), unit: 'share', n },
    { id: `${id}.easy-first.solved`, value: mean(met.map((each) => solvedShare(each.listed))), unit: 'share', n },
    { id: `${id}.easy-first-with-stop.solved`, value: mean(met.map((each) => solvedShare(each.stopping))), unit: 'share', n },
    { id: `${id}.turns`, value: mean(met.flatMap(({ own }) => own.map(({ turns }) => turns))), unit: 'turns', n },
    { id: `${id}.saving-against-easy-first`, value: mean(listed), unit: '%', n, ci: interval(listed) },
    { id: `${id}.saving-against-easy-first-with-stop`, value: mean(stopping), unit: '%', n, ci: interval(stopping) },
    { id: `${id}.worst-saving-against-easy-first-with-stop`, value: -summarise(stopping.map((each) => -each)).max, unit: '%', n },
    { id: `${id}.problems-dearer-than-easy-first-with-stop`, value: mean(stopping.map((each) => (each < 0 ? 1 : 0))), unit: 'share', n },
    ...calibration(id, met.flatMap(({ own }) => own)),
  ];
}

function solvedShare(sessions: readonly Session[]): number {
  return mean(sessions.map(({ solvedBy }) => (solvedBy >= 0 ? 1 : 0)));
}
