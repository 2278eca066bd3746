import { beforeAll, describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../knowledge/compiler/load.ts';
import { inPopulations } from '../../knowledge/compiler/population.ts';
import { POPULATIONS, type KnowledgeGraph } from '../../knowledge/compiler/types.ts';
import type { CauseBelief } from '../../troubleshooting/decision.ts';
import { createTroubleshooter } from '../../troubleshooting/troubleshooter.ts';
import { SHIPPED_DIR } from './small-knowledge.ts';

const SOCKET_CLOSED = '0x904/0x7';

let graph: KnowledgeGraph;
beforeAll(async () => {
  const compiled = await loadKnowledge(SHIPPED_DIR);
  if (!compiled.graph) throw new Error('The shipped knowledge does not compile.');
  graph = compiled.graph;
});

function after(of: KnowledgeGraph, problem: string, ...answers: readonly string[]): readonly CauseBelief[] {
  const findings = answers.map((answer) => ({ question: of.finding(answer)?.question.id ?? '', answer, basis: 'told' as const }));
  return createTroubleshooter(of, problem).posterior({ findings, unanswered: [], failed: [], skipped: [], capabilities: {} });
}

const share = (belief: readonly CauseBelief[], isOne: (cause: string) => boolean) => belief.reduce((sum, { cause, probability }) => sum + (isOne(cause) ? probability : 0), 0);
const isCertificate = (cause: string) => cause.startsWith('certificate-');

describe('the population', () => {
  it('of a domain server of which only this one fails makes the certificate lead with 60 % or more', () => {
    const belief = after(graph, SOCKET_CLOSED, 'target-in-domain', 'target-windows', 'single-host');
    expect(share(belief, isCertificate)).toBeGreaterThanOrEqual(0.6);
    expect(share(after(inPopulations(graph, { managed: 1 }), SOCKET_CLOSED, 'target-windows', 'single-host'), isCertificate)).toBeGreaterThanOrEqual(0.6);
  });

  it('of "Ubuntu, my own computer" makes a server that was not set up lead', () => {
    const belief = after(graph, SOCKET_CLOSED, 'target-linux', 'target-in-workgroup');
    expect(belief[0]?.cause).toBe('other-rdp-server-misconfigured');
    expect(share(belief, isCertificate)).toBeLessThan(0.1);
  });

  it('of a private computer makes an account without a password likely', () => {
    const likely = (of: KnowledgeGraph, ...answers: readonly string[]) => share(after(of, 'credentials', ...answers), (cause) => cause === 'passwordless-account');
    expect(likely(graph, 'target-in-workgroup')).toBeGreaterThan(2 * likely(graph, 'target-in-domain'));
    expect(likely(inPopulations(graph, { private: 1 }))).toBeGreaterThan(2 * likely(graph));
  });

  it('is told by an answer that the problem does not ask for, and by none twice', () => {
    expect(graph.questionsFor('credentials').map(({ id }) => id)).not.toContain('target-windows-kind');
    expect(graph.heardFor('credentials').map(({ id }) => id)).toContain('target-windows-kind');
    const { candidates } = createTroubleshooter(graph, 'credentials').decide({ findings: [], unanswered: [], failed: [], skipped: [], capabilities: {} });
    expect(candidates.map(({ action }) => action.id)).not.toContain('target-windows-kind');
    const asked = graph.questions.get('target-kind');
    expect(asked?.derived?.has('certificate-not-renewed')).toBe(false);
    expect(asked?.likelihood.get('certificate-not-renewed')).toEqual([0.82, 0.01, 0.03, 0.14]);
    expect(asked?.derived?.has('vpn-dropped')).toBe(true);
  });

  it('as an operator states it can be overruled by what a person says', () => {
    const offices = inPopulations(graph, { managed: 1 });
    expect(share(after(offices, SOCKET_CLOSED, 'target-linux', 'target-in-workgroup'), isCertificate)).toBeLessThan(0.35);
  });

  it('in the shares of the graph changes nothing', () => {
    const shares = Object.fromEntries(POPULATIONS.map((each, at) => [each, graph.populations?.shares[at] ?? 0]));
    const same = inPopulations(graph, shares);
    for (const [id, { priors }] of graph.problems) for (const [cause, prior] of priors) expect(same.problems.get(id)?.priors.get(cause), `${id} ${cause}`).toBeCloseTo(prior, 9);
  });

  it('gives every answer about as often as the row for all other causes says', () => {
    for (const [id, rows] of graph.populations?.tells ?? []) {
      const question = graph.questions.get(id);
      question?.answers.forEach(({ id: answer }, at) => {
        const mixed = rows.reduce((sum, row, population) => sum + (graph.populations?.shares[population] ?? 0) * (row[at] ?? 0), 0);
        expect(Math.abs(mixed - (question.otherwise[at] ?? 0)), answer).toBeLessThan(0.15);
      });
    }
  });
});
