import { inPopulations } from '../../knowledge/compiler/population.ts';
import { POPULATIONS, type KnowledgeGraph, type Role } from '../../knowledge/compiler/types.ts';
import { SILENT } from '../../learning/simulation/people.ts';
import type { Figure } from '../bench.ts';
import { ours } from './baselines.ts';
import { meet, saving } from './crowd.ts';
import { withParts } from './perturb.ts';
import { crowd, modelOf, SOCKET_CLOSED } from './real-graphs.ts';

/** The two scripts that look at everything at once. */
const COLLECTORS: ReadonlySet<string> = new Set(['client-check', 'server-check']);
const PROBLEMS = [SOCKET_CLOSED, '0x904', 'connection-refused', 'connection-timed-out', 'protocol-mismatch', 'other-remote-desktop'];
/** Who pastes: somebody who may only look at their own computer, and an administrator of the server. */
const PASTES: readonly (readonly [string, Partial<Record<Role, number>>])[] = [
  ['client', { 'client-admin': 0.65, 'server-admin': 0.02, 'network-admin': 0.02, 'domain-admin': 0.02, 'cloud-admin': 0.02 }],
  ['server', { 'client-admin': 0.97, 'server-admin': 0.98, 'network-admin': 0.6, 'domain-admin': 0.6, 'cloud-admin': 0.6 }],
];

/**
 * What one paste is worth: conversations with the scripts against conversations in which each of their questions is asked by
 * itself, as the single diagnostics did. Populations are whose computers these are; the people are drawn anew for each side.
 */
export function benchCollector(graph: KnowledgeGraph, people: number, seed: number, escalationMinutes?: number): Figure[] {
  return PASTES.flatMap(([who, may]) =>
    POPULATIONS.flatMap((population) => {
      const own = inPopulations(withRights(graph, may), { [population]: 1 });
      const apart = askedApart(own);
      return PROBLEMS.map((problem): Figure => {
        const [together, single] = [modelOf(own, problem, escalationMinutes), modelOf(apart, problem, escalationMinutes)];
        const policy = ours();
        return saving(
          `collector.${who}.${population}.${problem}.saving`,
          meet(together, together, policy, crowd(together, seed, people), SILENT),
          meet(single, single, policy, crowd(single, seed, people), SILENT),
        );
      });
    }),
  );
}

function withRights(graph: KnowledgeGraph, may: Partial<Record<Role, number>>): KnowledgeGraph {
  return withParts(graph, { capabilities: new Map([...graph.capabilities].map(([role, value]) => [role, { ...value, prior: may[role] ?? value.prior }])) });
}

function askedApart(graph: KnowledgeGraph): KnowledgeGraph {
  const questions = [...graph.questions].map(([id, { diagnostic, ...question }]) => [id, { ...question, ...(diagnostic && !COLLECTORS.has(diagnostic) && { diagnostic }) }] as const);
  return withParts(graph, { questions: new Map(questions) });
}
