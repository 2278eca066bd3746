import type { KnowledgeGraph } from '../../knowledge/compiler/types.ts';
import { compile, scopeOf } from '../../troubleshooting/compile.ts';
import type { TroubleshootingModel } from '../../troubleshooting/model.ts';
import type { LearnedParameters } from '../../troubleshooting/parameters.ts';
import { graphOf, PROBLEM, type QuestionSpec } from './graph-of.ts';
import { perturbed } from './perturb.ts';
import { largeGraph } from './random-graphs.ts';
import { audiences, SOCKET_CLOSED } from './real-graphs.ts';

/** What is learned about, and the first part of the figures' ids. */
export interface Subject {
  readonly id: string;
  readonly graph: KnowledgeGraph;
  readonly problem: string;
  /** Small enough that expectations are computed by walking all that can happen, without sampling. */
  readonly exact: boolean;
}

export function modelOf(subject: Subject, parameters?: LearnedParameters): TroubleshootingModel {
  return compile(subject.graph, scopeOf(subject.graph, subject.problem), { parameters });
}

/** A world of the subject whose numbers are wrong by sigma; minutes are those of the author. */
export function worldOf(subject: Subject, seed: number, sigma: number): Subject {
  return { ...subject, graph: perturbed(subject.graph, seed, { sigma, minutes: false }) };
}

/** Random: 10 causes, 12 fixes, 8 questions of middling worth; half of the conversations end with a person being fetched. */
export const SYNTHETIC: Subject = {
  id: 'learning-random',
  graph: graphOf(largeGraph(11, { causes: 10, fixes: 12, questions: 8, capabilities: 3 })),
  problem: PROBLEM,
  exact: true,
};

/** The shipped graph, for the people that it expects and for administrators. */
export function shipped(graph: KnowledgeGraph): Subject[] {
  return audiences(graph).map(([audience, own]) => ({ id: `learning-socket-${audience}`, graph: own, problem: SOCKET_CLOSED, exact: false }));
}

const CAUSES = ['line', 'tunnel', 'client-firewall', 'host-firewall', 'certificate', 'key', 'service', 'client', 'name', 'unknown'] as const;

/** A row for each cause, in the order of CAUSES. */
function question(id: string, minutes: number, wrong: number, dontKnow: number, rows: readonly (readonly number[])[], excludes: readonly string[] = []): QuestionSpec {
  const likelihood = Object.fromEntries(CAUSES.map((cause, index) => [cause, rows[index] ?? []]));
  return { id, minutes, wrong, dontKnow, answers: rows[0]?.length ?? 0, likelihood, excludes };
}

const yes = (...chances: readonly number[]): number[][] => chances.map((p) => [p, 1 - p]);
const PORT = yes(0.75, 0.7, 0.25, 0.06, 0.98, 0.98, 0.7, 0.98, 0.1, 0.6);
const TUNNEL = yes(0.45, 0.98, 0.45, 0.45, 0.45, 0.45, 0.45, 0.45, 0.6, 0.5);
const LINE = yes(0.85, 0.35, 0.08, 0.08, 0.08, 0.08, 0.1, 0.08, 0.1, 0.2);
const NOTHING_FOUND = [0.02, 0.01, 0.01, 0.02, 0.94];

/** All facts of one pasted output at once: every combination of the three answers. */
const CLIENT_CHECK = CAUSES.map((_, cause) => PORT[cause]!.flatMap((a) => TUNNEL[cause]!.flatMap((b) => LINE[cause]!.map((c) => a * b * c))));

/**
 * 0x904/0x7 as a person would sketch it: 9 causes and the unknown, 12 fixes in three families, 8 questions and two
 * outputs to paste, people who may do most of it, escalation at 90 minutes. Judgement, not data.
 */
export const SKETCH: Subject = {
  id: 'learning-sketch',
  problem: PROBLEM,
  exact: true,
  graph: graphOf({
    priors: Object.fromEntries(CAUSES.map((cause, index) => [cause, [0.2, 0.15, 0.1, 0.12, 0.13, 0.07, 0.07, 0.06, 0.04, 0.06][index]!])),
    capabilities: { 'client-admin': 0.85, 'server-admin': 0.7, 'network-admin': 0.4 },
    contexts: { console: 6 },
    families: { path: 0.5, tls: 0.4, client: 0.5 },
    escalationMinutes: 90,
    leak: 0.01,
    turnMinutes: 1,
    fixes: [
      { id: 'reconnect', minutes: 4, solves: { line: 0.6, tunnel: 0.3 }, family: 'path' },
      { id: 'other-network', minutes: 6, solves: { line: 0.75, tunnel: 0.4, 'host-firewall': 0.05 }, family: 'path' },
      { id: 'use-address', minutes: 2, solves: { name: 0.9, tunnel: 0.05 } },
      { id: 'allow-client', minutes: 5, solves: { 'client-firewall': 0.8 }, role: 'client-admin' },
      { id: 'allow-host', minutes: 6, solves: { 'host-firewall': 0.8 }, role: 'server-admin', context: 'console' },
      { id: 'renew-certificate', minutes: 8, solves: { certificate: 0.88, key: 0.2, service: 0.3 }, role: 'server-admin', context: 'console', family: 'tls' },
      { id: 'repair-key', minutes: 12, solves: { key: 0.85, certificate: 0.15 }, role: 'server-admin', context: 'console', family: 'tls' },
      { id: 'restart-service', minutes: 4, solves: { service: 0.8, certificate: 0.1 }, role: 'server-admin', context: 'console' },
      { id: 'update-client', minutes: 25, solves: { client: 0.7, line: 0.03 }, role: 'client-admin', family: 'client' },
      { id: 'other-client', minutes: 7, solves: { client: 0.65, 'client-firewall': 0.2 }, family: 'client' },
      { id: 'no-udp', minutes: 5, solves: { tunnel: 0.55, line: 0.25 }, role: 'client-admin', family: 'path' },
      { id: 'smaller-packets', minutes: 15, solves: { tunnel: 0.6 }, role: 'network-admin', family: 'path' },
    ],
    questions: [
      question('port', 2, 0.01, 0.15, PORT, ['client-check']),
      question('tunnel', 0.5, 0.03, 0.05, TUNNEL, ['client-check']),
      question('other-client-works', 4, 0.04, 0.35, yes(0.8, 0.6, 0.92, 0.08, 0.05, 0.05, 0.06, 0.85, 0.6, 0.4)),
      question('other-host-works', 3, 0.04, 0.35, yes(0.15, 0.25, 0.1, 0.93, 0.95, 0.95, 0.93, 0.35, 0.7, 0.5)),
      question('since', 1, 0.08, 0.2, [
        [0.05, 0.02, 0.73, 0.2], [0.1, 0.1, 0.5, 0.3], [0.2, 0.3, 0.25, 0.25], [0.15, 0.35, 0.15, 0.35], [0.15, 0.1, 0.7, 0.05],
        [0.1, 0.6, 0.25, 0.05], [0.15, 0.02, 0.8, 0.03], [0.75, 0.05, 0.1, 0.1], [0.05, 0.05, 0.5, 0.4], [0.2, 0.1, 0.5, 0.2],
      ]),
      question('stage', 0.7, 0.08, 0.15, [
        [0.2, 0.25, 0.55], [0.25, 0.45, 0.3], [0.75, 0.2, 0.05], [0.85, 0.1, 0.05], [0.2, 0.77, 0.03],
        [0.25, 0.72, 0.03], [0.5, 0.4, 0.1], [0.3, 0.6, 0.1], [0.9, 0.07, 0.03], [0.4, 0.35, 0.25],
      ]),
      question('events', 6, 0.01, 0.5, [
        [0.01, 0.02, 0.97], [0.01, 0.02, 0.97], [0.01, 0.01, 0.98], [0.01, 0.01, 0.98], [0.25, 0.6, 0.15],
        [0.85, 0.1, 0.05], [0.03, 0.07, 0.9], [0.05, 0.15, 0.8], [0.01, 0.01, 0.98], [0.05, 0.1, 0.85],
      ], ['host-check']),
      question('line', 1.5, 0.06, 0.1, LINE, ['client-check']),
      question('client-check', 3, 0.01, 0.12, CLIENT_CHECK, ['port', 'tunnel', 'line']),
      question('host-check', 4, 0.01, 0.5, [
        NOTHING_FOUND, NOTHING_FOUND, NOTHING_FOUND, [0.01, 0.01, 0.01, 0.9, 0.07], [0.93, 0.01, 0.01, 0.01, 0.04],
        [0.06, 0.9, 0.01, 0.01, 0.02], [0.02, 0.02, 0.88, 0.02, 0.06], NOTHING_FOUND, NOTHING_FOUND, NOTHING_FOUND,
      ], ['events']),
    ],
  }),
};
