import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphOf, PROBLEM, type GraphSpec } from '../../bench/policy/graph-of.ts';
import type { Evidence } from '../../troubleshooting/decision.ts';
import type { SoftFinding } from '../../reading/evidence.ts';
import { createTroubleshooter } from '../../troubleshooting/troubleshooter.ts';

const NOTHING: Evidence = { findings: [], unanswered: [], failed: [], skipped: [], capabilities: {} };

const ONE_OR_ALL: GraphSpec = {
  priors: { certificate: 0.4, network: 0.4, unknown: 0.2 },
  fixes: [
    { id: 'renew', minutes: 6, solves: { certificate: 0.9 } },
    { id: 'other-network', minutes: 4, solves: { network: 0.7 } },
  ],
  questions: [
    { id: 'servers', minutes: 1, answers: 2, wrong: 0.06, dontKnow: 0.1, likelihood: { certificate: [0.9, 0.1], network: [0.2, 0.8] } },
    { id: 'reach', minutes: 1, answers: 2, wrong: 0.06, excludes: ['servers'], likelihood: { certificate: [0.9, 0.1], network: [0.2, 0.8] } },
    { id: 'place', minutes: 1, answers: 3, wrong: 0.06, likelihood: { certificate: [0.2, 0.2, 0.6], network: [0.7, 0.2, 0.1] } },
    { id: 'port', minutes: 1, answers: 2, kind: 'measured', wrong: 0.01, likelihood: { certificate: [0.9, 0.1], network: [0.1, 0.9] } },
  ],
  escalationMinutes: 90,
  leak: 0.01,
  turnMinutes: 1,
};

const of = createTroubleshooter(graphOf(ONE_OR_ALL), PROBLEM);
const before = of.posterior(NOTHING);

function certificate(suggested: readonly SoftFinding[], rest: Partial<Evidence> = {}): number {
  return of.posterior({ ...NOTHING, ...rest, suggested }).find(({ cause }) => cause === 'certificate')!.probability;
}

const told = (question: string, answer: number): Evidence['findings'][number] => ({ question, answer: `${question}${answer}`, basis: 'told' });

const anyLikelihood = fc.double({ min: 0, max: 1e12, noNaN: true });
const anySuggestion: fc.Arbitrary<SoftFinding> = fc.record({
  question: fc.constantFrom('servers', 'reach', 'place', 'port', 'nowhere'),
  likelihoods: fc
    .record({ 0: anyLikelihood, 1: anyLikelihood, 2: anyLikelihood }, { requiredKeys: [] })
    .map((row) => Object.fromEntries(Object.entries(row).flatMap(([at, s]) => ['servers', 'reach', 'place', 'port'].map((id) => [`${id}${at}`, s])))),
  shared: fc.boolean(),
});

describe('an answer that a text only suggests', () => {
  it('weighs the causes by the sum over the answers of P(text | answer) P(answer | cause)', () => {
    // Reported: 0.94 t + 0.06 (1 - t); the unknown cause answers evenly.
    const likelihood = (t: number): number => 0.8 * (0.94 * t + 0.06 * (1 - t)) + 0.3 * (0.94 * (1 - t) + 0.06 * t);
    const all = 0.4 * likelihood(0.9) + 0.4 * likelihood(0.2) + 0.2 * likelihood(0.5);
    const suggested = [{ question: 'servers', likelihoods: { servers0: 0.8, servers1: 0.3 } }];
    expect(certificate(suggested)).toBeCloseTo((0.4 * likelihood(0.9)) / all, 9);
  });

  it('says nothing where all answers are equally likely, whatever their scale', () => {
    fc.assert(
      fc.property(fc.constantFrom('servers', 'reach', 'port'), fc.double({ min: 1e-9, max: 1e9, noNaN: true }), fc.boolean(), (question, scale, shared) => {
        const likelihoods = { [`${question}0`]: scale, [`${question}1`]: scale };
        expect(of.posterior({ ...NOTHING, suggested: [{ question, likelihoods, shared }] })).toEqual(before);
      }),
    );
  });

  it('tells less than the answer itself, and almost as much where it is nearly certain', () => {
    const prior = certificate([]);
    const answered = certificate([], { findings: [told('servers', 0)] });
    const hint = certificate([{ question: 'servers', likelihoods: { servers0: 0.6, servers1: 0.4 } }]);
    const nearly = certificate([{ question: 'servers', likelihoods: { servers0: 1, servers1: 1e-9 } }]);
    expect(hint).toBeGreaterThan(prior);
    expect(nearly).toBeGreaterThan(hint);
    expect(answered).toBeGreaterThan(nearly);
    expect(nearly).toBeCloseTo(answered, 5);
  });

  it('however often it is said, never tells more than the answer', () => {
    const again = Array.from({ length: 30 }, () => ({ question: 'servers', likelihoods: { servers0: 0.9, servers1: 0.1 } }));
    expect(certificate(again)).toBeLessThanOrEqual(certificate([], { findings: [told('servers', 0)] }));
    expect(certificate(again)).toBeGreaterThan(certificate(again.slice(0, 1)));
  });

  it('counts for less, the same way, where the sentence told other things too', () => {
    const likelihoods = { servers0: 0.9, servers1: 0.1 };
    const alone = certificate([{ question: 'servers', likelihoods }]);
    const shared = certificate([{ question: 'servers', likelihoods, shared: true }]);
    expect(shared).toBeLessThan(alone);
    expect(shared).toBeGreaterThan(certificate([]));
    const odds = (p: { cause: string; probability: number }[]): number =>
      p.find(({ cause }) => cause === 'certificate')!.probability / p.find(({ cause }) => cause === 'network')!.probability;
    const factor = odds([...of.posterior({ ...NOTHING, suggested: [{ question: 'servers', likelihoods }] })]);
    const tempered = odds([...of.posterior({ ...NOTHING, suggested: [{ question: 'servers', likelihoods, shared: true }] })]);
    expect(Math.log(tempered) / Math.log(factor)).toBeCloseTo(0.7, 2);
  });

  it('gives way to a finding on the same question, and on one that excludes it', () => {
    const suggested = [{ question: 'servers', likelihoods: { servers0: 0.1, servers1: 0.9 } }];
    for (const finding of [told('servers', 0), told('reach', 0)]) {
      expect(certificate(suggested, { findings: [finding] })).toBe(certificate([], { findings: [finding] }));
    }
  });

  it('counts one fact once, though two questions speak of it', () => {
    const both = ['servers', 'reach'].map((question) => ({ question, likelihoods: { [`${question}0`]: 0.9, [`${question}1`]: 0.1 } }));
    expect(certificate(both)).toBe(certificate(both.slice(1)));
  });

  it('leaves the question open: it may still be asked', () => {
    const suggested = [{ question: 'place', likelihoods: { place0: 0.5, place1: 0.4, place2: 0.4 } }];
    const { candidates } = of.decide({ ...NOTHING, suggested });
    expect(candidates.map(({ action }) => action.id)).toContain('place');
  });

  it('stays finite and whole, and is the same in every order, whatever is suggested', () => {
    fc.assert(
      fc.property(fc.array(anySuggestion, { maxLength: 6 }), fc.boolean(), (suggested, answered) => {
        const rest = answered ? { findings: [told('port', 1), told('place', 2)], failed: ['renew'] } : {};
        const beliefs = of.posterior({ ...NOTHING, ...rest, suggested });
        expect(beliefs.every(({ probability }) => Number.isFinite(probability) && probability > 0)).toBe(true);
        expect(beliefs.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
        const turned = { ...NOTHING, ...rest, suggested: [...suggested].reverse() };
        expect(of.decide(turned)).toEqual(of.decide({ ...NOTHING, ...rest, suggested }));
      }),
    );
  });

  it('passes over what is no likelihood', () => {
    const nonsense = [Number.NaN, -1, Number.POSITIVE_INFINITY].map((s) => ({ question: 'servers', likelihoods: { servers0: s, elsewhere: 5 } }));
    expect(of.posterior({ ...NOTHING, suggested: nonsense })).toEqual(before);
    expect(of.posterior({ ...NOTHING, suggested: [{ question: 'servers', likelihoods: { servers0: 0, servers1: 0 } }] })).toEqual(before);
  });
});
