import type { KnowledgeGraph, Role } from '../../knowledge/compiler/types.ts';
import type { Figure } from '../bench.ts';
import { compile, DEFAULT_PRICES, scopeOf } from '../../troubleshooting/compile.ts';
import type { TroubleshootingModel } from '../../troubleshooting/model.ts';
import { ARTICLE_ORDER } from './article.ts';
import { fixedOrder, fixedOrderWithStop, likeliestCauseFirst, ours, ratioWithStop } from './baselines.ts';
import { calibration, describeSessions, meet, minutesOf, saving } from './crowd.ts';
import { drawPerson, type Manner, type Person, type Policy, SILENT } from '../../learning/simulation/people.ts';
import { perturbed, withParts, type Perturbation } from './perturb.ts';
import { randomFrom } from '../../learning/simulation/random.ts';
import { mean, summarise } from './statistics.ts';

export const SOCKET_CLOSED = '0x904/0x7';

/** Who sits there: P(may do) by role. `mixed` is the graph's own. */
const ADMINISTRATORS: Partial<Record<Role, number>> = {
  'client-admin': 0.97, 'server-admin': 0.95, 'network-admin': 0.6, 'domain-admin': 0.6, 'cloud-admin': 0.6,
};
const MANNERS: readonly [string, Manner][] = [
  ['silent', SILENT],
  ['talkative', { talkative: 0.35 }],
  ['pastes', { talkative: 0, pastes: 'server-check' }],
];

export function audiences(graph: KnowledgeGraph): [string, KnowledgeGraph][] {
  const capabilities = new Map([...graph.capabilities].map(([role, value]) => [role, { ...value, prior: ADMINISTRATORS[role] ?? value.prior }]));
  return [['mixed', graph], ['administrators', withParts(graph, { capabilities })]];
}

/** @param escalationMinutes what a person costs, in place of what the graph says */
export function modelOf(graph: KnowledgeGraph, problem: string, escalationMinutes?: number): TroubleshootingModel {
  return compile(graph, scopeOf(graph, problem), { prices: { ...DEFAULT_PRICES, ...(escalationMinutes !== undefined && { escalationMinutes }) } });
}

export function crowd(world: TroubleshootingModel, seed: number, size: number): Person[] {
  const random = randomFrom(seed);
  return Array.from({ length: size }, () => drawPerson(world, random));
}

export function articleOrder(model: TroubleshootingModel): number[] {
  return ARTICLE_ORDER.flatMap((id) => model.fixIndex.get(id) ?? []);
}

/** People as the graph's own numbers make them, on the problem that the article is about. */
export function benchSocketClosed(graph: KnowledgeGraph, people: number, seed: number): Figure[] {
  return audiences(graph).flatMap(([audience, own]) => {
    const model = modelOf(own, SOCKET_CLOSED);
    const everyone = crowd(model, seed, people);
    const order = articleOrder(model);
    const policy = ours();
    const escalation: Figure = { id: `socket.${audience}.escalation`, value: model.escalationMinutes, unit: 'min' };
    return [escalation, ...MANNERS.flatMap(([manner, how]) => {
      const rules: [string, Policy][] = [
        ['article', fixedOrder(order)],
        ['article-with-stop', fixedOrderWithStop(order)],
        ['article-with-stop-and-hand-over', fixedOrderWithStop(order, true)],
        ['likeliest-cause-first', likeliestCauseFirst],
        ['ratio-best-prefix', ratioWithStop()],
        ['ours', policy],
      ];
      const met = new Map(rules.map(([name, rule]) => [name, meet(model, model, rule, everyone, how)]));
      const id = `socket.${audience}.${manner}`;
      const own_ = met.get('ours')!;
      return [
        ...rules.flatMap(([name]) => describeSessions(`${id}.${name}`, met.get(name)!)),
        ...rules.slice(0, -1).map(([name]) => saving(`${id}.saving-against-${name}`, own_, met.get(name)!)),
        ...calibration(`${id}.ours`, own_),
      ];
    })];
  });
}

const WORLDS: readonly [string, Perturbation][] = [
  ['sigma-0.6', { sigma: 0.6 }],
  ['sigma-0.3', { sigma: 0.3 }],
  ['sigma-1.0', { sigma: 1 }],
  ['sigma-0.6-wrong-x3', { sigma: 0.6, wrong: 3 }],
  ['sigma-0.6-unknown-x4', { sigma: 0.6, unknown: 4 }],
  ['sigma-0.6-weaker-fixes', { sigma: 0.6, fixes: -1 }],
];

/** Worlds that the bot does not know. `oracle` is the same policy given the world's numbers. */
export function benchPerturbed(graph: KnowledgeGraph, size: { worlds: number; otherWorlds: number; people: number }, seed: number): Figure[] {
  const bot = modelOf(graph, SOCKET_CLOSED);
  const order = articleOrder(bot);
  const policy = ours();
  return WORLDS.flatMap(([name, perturbation], kind) => {
    const worlds = kind === 0 ? size.worlds : size.otherWorlds;
    const rows = Array.from({ length: worlds }, (_, index) => {
      const world = modelOf(perturbed(graph, seed + 100 * kind + index, perturbation), SOCKET_CLOSED);
      const everyone = crowd(world, seed + index, size.people);
      const cost = (rule: Policy, believes: TroubleshootingModel): number => mean(minutesOf(meet(world, believes, rule, everyone, SILENT)));
      return { article: cost(fixedOrder(order), bot), stop: cost(fixedOrderWithStop(order), bot), own: cost(policy, bot), oracle: cost(ours(), world) };
    });
    const ratios = rows.map(({ own, oracle }) => own / oracle);
    const savings = rows.map(({ own, article }) => 100 * (1 - own / article));
    const id = `perturbed.${name}`;
    return [
      { id: `${id}.article`, value: mean(rows.map(({ article }) => article)), unit: 'min', n: worlds },
      { id: `${id}.article-with-stop`, value: mean(rows.map(({ stop }) => stop)), unit: 'min', n: worlds },
      { id: `${id}.ours`, value: mean(rows.map(({ own }) => own)), unit: 'min', n: worlds },
      { id: `${id}.saving`, value: mean(savings), unit: '% of article', n: worlds },
      { id: `${id}.worlds-dearer-than-article`, value: mean(rows.map(({ own, article }) => (own > article ? 1 : 0))), unit: 'share', n: worlds },
      { id: `${id}.over-oracle-mean`, value: mean(ratios), unit: 'x oracle', n: worlds },
      { id: `${id}.over-oracle-p95`, value: summarise(ratios).p95, unit: 'x oracle', n: worlds },
    ];
  });
}
