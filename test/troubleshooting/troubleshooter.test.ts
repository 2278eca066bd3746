import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphOf, PROBLEM, type GraphSpec } from '../../bench/policy/graph-of.ts';
import { mixedGraph } from '../../bench/policy/random-graphs.ts';
import { randomFrom } from '../../learning/simulation/random.ts';
import { shuffled } from '../../bench/policy/random.ts';
import type { Evidence, Troubleshooter } from '../../troubleshooting/decision.ts';
import { createTroubleshooter, createUnionTroubleshooter } from '../../troubleshooting/troubleshooter.ts';

const NOTHING: Evidence = { findings: [], unanswered: [], failed: [], skipped: [], capabilities: {} };

/** A server that refuses: the certificate or the firewall, with what is known of each. */
const SERVER: GraphSpec = {
  priors: { certificate: 0.5, firewall: 0.3, path: 0.14, unknown: 0.06 },
  fixes: [
    { id: 'renew', minutes: 6, solves: { certificate: 0.88 }, role: 'server-admin', handover: true, context: 'console', retires: ['log'] },
    { id: 'restart', minutes: 4, solves: { certificate: 0.2 }, role: 'server-admin', handover: true, context: 'console' },
    { id: 'rule', minutes: 5, solves: { firewall: 0.85 }, role: 'server-admin', handover: true, context: 'console' },
    { id: 'other-network', minutes: 4, solves: { path: 0.7 } },
  ],
  questions: [
    { id: 'port', minutes: 1, answers: 2, kind: 'measured', wrong: 0.01, dontKnow: 0.1, diagnostic: 'check',
      likelihood: { certificate: [0.98, 0.02], firewall: [0.04, 0.96], path: [0.7, 0.3] } },
    { id: 'others', minutes: 1, answers: 2, kind: 'measured', wrong: 0.01, dontKnow: 0.1, diagnostic: 'check',
      likelihood: { certificate: [0.95, 0.05], firewall: [0.9, 0.1], path: [0.1, 0.9] } },
    { id: 'log', minutes: 3, answers: 2, wrong: 0.06, dontKnow: 0.3, role: 'server-admin',
      likelihood: { certificate: [0.8, 0.2], firewall: [0.05, 0.95], path: [0.05, 0.95] } },
    { id: 'log-words', minutes: 3, answers: 2, wrong: 0.1, dontKnow: 0.3, excludes: ['log'],
      likelihood: { certificate: [0.8, 0.2], firewall: [0.05, 0.95], path: [0.05, 0.95] } },
  ],
  diagnostics: [{ id: 'check', minutes: 2 }],
  capabilities: { 'server-admin': 0.6 },
  contexts: { console: 6 },
  escalationMinutes: 120,
  leak: 0.01,
  turnMinutes: 1,
};

function troubleshooter(spec: GraphSpec = SERVER): Troubleshooter {
  return createTroubleshooter(graphOf(spec), PROBLEM);
}

function probability(of: Troubleshooter, cause: string, evidence: Evidence): number {
  return of.posterior(evidence).find((belief) => belief.cause === cause)?.probability ?? NaN;
}

const told = (question: string, answer: number): Evidence['findings'][number] => ({ question, answer: `${question}${answer}`, basis: 'told' });
const measured = (question: string, answer: number): Evidence['findings'][number] => ({ question, answer: `${question}${answer}`, basis: 'measured' });

describe('belief', () => {
  it('begins with the priors, best first', () => {
    expect(troubleshooter().posterior(NOTHING).map(({ cause }) => cause)).toEqual(['certificate', 'firewall', 'path', 'unknown']);
  });

  it('moves with an answer as Bayes says', () => {
    const joint = (prior: number, open: number): number => prior * (0.99 * open + 0.01 * (1 - open));
    const certificate = joint(0.5, 0.98);
    const all = certificate + joint(0.3, 0.04) + joint(0.14, 0.7) + joint(0.06, 0.5);
    expect(probability(troubleshooter(), 'certificate', { ...NOTHING, findings: [measured('port', 0)] })).toBeCloseTo(certificate / all, 9);
  });

  it('takes an answer back without a trace', () => {
    const of = troubleshooter();
    expect(of.decide({ ...NOTHING, findings: [] })).toEqual(of.decide(NOTHING));
    const with_ = of.posterior({ ...NOTHING, findings: [measured('port', 0), told('log', 0)] });
    expect(of.posterior({ ...NOTHING, findings: [measured('port', 0)] })).not.toEqual(with_);
  });

  it('is left as it is by "I do not know"', () => {
    const of = troubleshooter();
    expect(of.posterior({ ...NOTHING, unanswered: ['log'] })).toEqual(of.posterior(NOTHING));
  });

  it('is left as it is by a fix that was skipped, or that the person may not do', () => {
    const of = troubleshooter();
    expect(of.posterior({ ...NOTHING, skipped: ['renew'], capabilities: { 'server-admin': false } })).toEqual(of.posterior(NOTHING));
  });

  it('counts one fact once: of two questions about it the more reliable', () => {
    const of = troubleshooter();
    const once = of.posterior({ ...NOTHING, findings: [told('log', 0)] });
    expect(of.posterior({ ...NOTHING, findings: [told('log-words', 0), told('log', 0)] })).toEqual(once);
  });

  it('trusts a measurement over a word, and neither of two words that contradict one another', () => {
    const of = troubleshooter();
    expect(of.posterior({ ...NOTHING, findings: [told('port', 1), measured('port', 0)] })).toEqual(
      of.posterior({ ...NOTHING, findings: [measured('port', 0)] }),
    );
    expect(of.posterior({ ...NOTHING, findings: [told('log', 0), told('log', 1)] })).toEqual(of.posterior(NOTHING));
  });

  it('believes a word less than a measurement', () => {
    const of = troubleshooter();
    const word = probability(of, 'certificate', { ...NOTHING, findings: [told('port', 0)] });
    expect(word).toBeGreaterThan(probability(of, 'certificate', NOTHING));
    expect(word).toBeLessThan(probability(of, 'certificate', { ...NOTHING, findings: [measured('port', 0)] }));
  });

  it('stays finite and whole under evidence that contradicts itself', () => {
    const of = troubleshooter();
    const beliefs = of.posterior({
      ...NOTHING,
      findings: [measured('port', 1), measured('others', 1), measured('log', 0)],
      failed: ['renew', 'restart', 'rule', 'other-network'],
    });
    expect(beliefs.every(({ probability: p }) => Number.isFinite(p) && p >= 0)).toBe(true);
    expect(beliefs.reduce((sum, { probability: p }) => sum + p, 0)).toBeCloseTo(1, 9);
  });

  it('never throws on ids that it does not know', () => {
    const ids = fc.array(fc.string());
    const of = troubleshooter();
    fc.assert(
      fc.property(ids, ids, ids, (a, b, c) => {
        const findings = a.map((id) => ({ question: id, answer: id, basis: 'told' as const }));
        expect(of.decide({ findings, unanswered: b, failed: c, skipped: a, capabilities: {} })).toEqual(of.decide(NOTHING));
      }),
    );
  });

  it('is not made less certain by an answer, on average', () => {
    const entropy = (beliefs: readonly { probability: number }[]): number =>
      -beliefs.reduce((sum, { probability: p }) => sum + (p > 0 ? p * Math.log(p) : 0), 0);
    for (let seed = 1; seed <= 30; seed++) {
      const { spec } = mixedGraph(seed);
      const graph = graphOf(spec);
      const of = createTroubleshooter(graph, PROBLEM);
      const prior = of.posterior(NOTHING);
      for (const question of graph.questions.values()) {
        const answers = question.answers.map((answer) => of.posterior({ ...NOTHING, findings: [{ question: question.id, answer: answer.id, basis: question.kind }] }));
        const expected = question.answers.reduce((sum, _, index) => sum + share(question, index, prior) * entropy(answers[index]!), 0);
        expect(expected).toBeLessThanOrEqual(entropy(prior) + 1e-9);
      }
    }
  });
});

/** P(this answer is reported), from the graph's own numbers. */
function share(
  question: { answers: readonly unknown[]; likelihood: ReadonlyMap<string, readonly number[]>; otherwise: readonly number[]; wrong: number },
  answer: number,
  prior: readonly { cause: string; probability: number }[],
): number {
  return prior.reduce((sum, { cause, probability: p }) => {
    const row = question.likelihood.get(cause) ?? question.otherwise;
    const truth = row[answer]! / row.reduce((total, value) => total + value, 0);
    return sum + p * ((1 - question.wrong) * truth + (question.wrong * (1 - truth)) / (question.answers.length - 1));
  }, 0);
}

describe('decision', () => {
  it('asks for the output that answers several questions at once, under one of their ids', () => {
    const { action } = troubleshooter().decide(NOTHING);
    expect(action.type).toBe('ask');
    expect(['port', 'others']).toContain(action.id);
  });

  it('does not ask for the same command again when nobody could run it', () => {
    const { action, candidates } = troubleshooter().decide({ ...NOTHING, unanswered: ['port'] });
    expect(['port', 'others']).not.toContain(action.id);
    expect(candidates.some((candidate) => ['port', 'others'].includes(candidate.action.id))).toBe(false);
  });

  it('hands a fix over where the person may not do it', () => {
    const findings = [measured('port', 0), measured('others', 0), told('log', 0)];
    const able = troubleshooter().decide({ ...NOTHING, findings, capabilities: { 'server-admin': true } });
    expect(able.action).toEqual({ type: 'fix', id: 'renew', handover: false });
    const unable = troubleshooter().decide({ ...NOTHING, findings, capabilities: { 'server-admin': false } });
    expect(unable.action).toEqual({ type: 'fix', id: 'renew', handover: true });
    expect(unable.expectedMinutes).toBeGreaterThan(able.expectedMinutes);
  });

  it('fetches a person once nothing is left that could pay', () => {
    const decision = troubleshooter().decide({ ...NOTHING, failed: ['renew', 'restart', 'rule', 'other-network'], unanswered: ['port', 'log', 'log-words'] });
    expect(decision.action).toEqual({ type: 'escalate', id: 'person' });
    expect(decision.posterior[0]?.probability).toBeLessThan(0.8);
  });

  it('does not offer what failed, was set aside, or became pointless', () => {
    const { candidates } = troubleshooter().decide({ ...NOTHING, failed: ['renew'], skipped: ['rule'] });
    expect(candidates.map(({ action }) => action.id)).not.toEqual(expect.arrayContaining(['renew']));
    expect(candidates.map(({ action }) => action.id)).not.toEqual(expect.arrayContaining(['rule']));
    expect(candidates.map(({ action }) => action.id)).not.toEqual(expect.arrayContaining(['log']));
  });

  it('is the same in every order of the same evidence', () => {
    const evidence: Evidence = {
      findings: [measured('port', 0), told('others', 0), told('log', 1), told('log-words', 0)],
      unanswered: ['log-words', 'port'],
      failed: ['restart', 'other-network'],
      skipped: ['rule'],
      capabilities: { 'server-admin': true },
    };
    const of = troubleshooter();
    const random = randomFrom(5);
    for (let round = 0; round < 20; round++) {
      const turned: Evidence = {
        findings: shuffled(random, [...evidence.findings, ...evidence.findings]),
        unanswered: shuffled(random, evidence.unanswered),
        failed: shuffled(random, evidence.failed),
        skipped: shuffled(random, evidence.skipped),
        capabilities: evidence.capabilities,
      };
      expect(of.decide(turned)).toEqual(of.decide(evidence));
    }
  });

  it('is the same whatever order the graph lists things in', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { spec } = mixedGraph(seed);
      const random = randomFrom(seed);
      const turned: GraphSpec = { ...spec, fixes: shuffled(random, spec.fixes), questions: shuffled(random, spec.questions!), priors: Object.fromEntries(shuffled(random, Object.entries(spec.priors))) };
      expect(troubleshooter(turned).decide(NOTHING)).toEqual(troubleshooter(spec).decide(NOTHING));
    }
  });

  it('never takes a fix that another one dominates', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { spec } = mixedGraph(seed);
      const worse = spec.fixes.map((fix) => ({ ...fix, id: `${fix.id}-worse`, minutes: fix.minutes + 1, solves: Object.fromEntries(Object.entries(fix.solves).map(([cause, p]) => [cause, p * 0.9])) }));
      const of = troubleshooter({ ...spec, fixes: [...worse, ...spec.fixes] });
      for (const failed of [[], [spec.fixes[0]!.id], spec.fixes.slice(0, 2).map((fix) => fix.id)]) {
        const { action } = of.decide({ ...NOTHING, failed });
        if (action.type === 'fix' && action.id.endsWith('-worse')) expect(failed).toContain(action.id.replace('-worse', ''));
      }
    }
  });

  it('lets a fix that weakens security wait behind an equal one that does not', () => {
    const fix = { minutes: 5, solves: { certificate: 0.8 } };
    const of = troubleshooter({ ...SERVER, questions: [], diagnostics: [], fixes: [{ id: 'a-weakening', ...fix, testOnly: true }, { id: 'b-harmless', ...fix }] });
    expect(of.decide(NOTHING).action.id).toBe('b-harmless');
  });

  it('says why: the causes, what moved them, and what a fix is worth', () => {
    const { reasons } = troubleshooter().decide({ ...NOTHING, findings: [measured('port', 0), measured('others', 0), told('log', 0)], capabilities: { 'server-admin': true } });
    expect(reasons.causes[0]?.cause).toBe('certificate');
    expect(reasons.findings.map(({ answer }) => answer)).toContain('log0');
    expect(reasons.findings.every(({ factor }) => factor > 0)).toBe(true);
    expect(reasons.probability).toBeGreaterThan(0.5);
    expect(reasons.minutes).toBeCloseTo(6 + 1 + 6, 9);
  });

  it('prices what it did not choose, cheapest first, never below what it chose', () => {
    const decision = troubleshooter().decide(NOTHING);
    const prices = decision.candidates.map(({ expectedMinutes }) => expectedMinutes);
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
    expect(prices[0]).toBeCloseTo(decision.expectedMinutes, 6);
    expect(decision.candidates.at(-1)?.expectedMinutes).toBeLessThanOrEqual(200);
  });
});

describe('awkward truths', () => {
  const CAUSES = ['renew', 'rule', 'restart', 'other-network'];

  it('two faults at once: the repair of one leaves the other, the unknown grows, and it ends with a person', () => {
    const of = troubleshooter();
    let unknown = probability(of, 'unknown', NOTHING);
    for (let tried = 1; tried <= CAUSES.length; tried++) {
      const now = probability(of, 'unknown', { ...NOTHING, failed: CAUSES.slice(0, tried) });
      expect(now).toBeGreaterThan(unknown);
      unknown = now;
    }
    expect(of.decide({ ...NOTHING, failed: CAUSES, unanswered: ['port', 'log', 'log-words'] }).action.type).toBe('escalate');
  });

  it('a fault that comes back counts as a fix that failed, and what else was known stays known', () => {
    const of = troubleshooter();
    const findings = [measured('port', 0)];
    const before = probability(of, 'certificate', { ...NOTHING, findings });
    const after = probability(of, 'certificate', { ...NOTHING, findings, failed: ['renew'] });
    expect(after).toBeLessThan(before);
    expect(after).toBeGreaterThan(probability(of, 'certificate', { ...NOTHING, failed: ['renew'] }));
  });

  it('a fix may help by chance: whatever is tried keeps a small chance under a cause that it is not for', () => {
    const of = troubleshooter({ ...SERVER, priors: { path: 1, unknown: 0 }, questions: [], diagnostics: [] });
    const fixes = of.decide({ ...NOTHING, failed: ['other-network'] }).candidates;
    expect(fixes.every(({ expectedMinutes }) => Number.isFinite(expectedMinutes))).toBe(true);
  });
});

describe('code unknown', () => {
  it('mixes the problems by their weight', () => {
    const graph = graphOf(SERVER);
    expect(createUnionTroubleshooter(graph, { [PROBLEM]: 0.3, nowhere: 0.7 }).posterior(NOTHING)).toEqual(troubleshooter().posterior(NOTHING));
  });

  it('says which problems there are when asked for none of them', () => {
    expect(() => createUnionTroubleshooter(graphOf(SERVER), { nowhere: 1 })).toThrow(/at least one problem/);
    expect(() => createTroubleshooter(graphOf(SERVER), 'nowhere')).toThrow(/problem/);
  });
});
