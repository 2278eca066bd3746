import { describe, expect, it } from 'vitest';
import { graphOf, PROBLEM } from '../../bench/policy/graph-of.ts';
import { DEFAULT_RULES, NO_COUNTS, readProfiles, recordAll, type WeightedProfile } from '../../learning/counts.ts';
import { fit } from '../../learning/fit.ts';
import { posteriorDraw } from '../../learning/posterior-draw.ts';
import { randomFrom } from '../../learning/simulation/random.ts';

const GRAPH = graphOf({
  priors: { certificate: 0.5, firewall: 0.4, unknown: 0.1 },
  fixes: [
    { id: 'renew', minutes: 10, solves: { certificate: 0.8 } },
    { id: 'rule', minutes: 10, solves: { firewall: 0.8 }, riskMinutes: 5 },
  ],
  escalationMinutes: 90,
});

function profiles(count: number): WeightedProfile[] {
  const outcomes = Array.from({ length: count }, (_, index) => ({
    id: String(index), problem: PROBLEM, graphVersion: GRAPH.version, findings: [], failed: index % 2 ? ['renew'] : [], ...(index % 2 ? {} : { solvedBy: 'renew' }),
    capabilities: {}, reporter: String(index), week: 100, certainty: 'explicit' as const, confirmedCause: 'certificate',
  }));
  return readProfiles(recordAll(NO_COUNTS, outcomes, 'A'), { graphVersion: GRAPH.version, now: 100, ...DEFAULT_RULES });
}

function draws(count: number): { readonly fitted: number; readonly values: number[]; readonly risky: number[] } {
  const known = profiles(count);
  const fitted = fit(GRAPH, known);
  const random = randomFrom(7);
  const drawn = Array.from({ length: 30 }, () => posteriorDraw(GRAPH, known, fitted, random));
  return {
    fitted: fitted.solves['renew']?.['certificate'] ?? 0.8,
    values: drawn.map(({ solves }) => solves['renew']?.['certificate'] ?? 0.8),
    risky: drawn.map(({ solves }) => solves['rule']?.['firewall'] ?? 0.8),
  };
}

function deviation(values: readonly number[], centre: number): number {
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length);
}

describe('a draw of the posterior', () => {
  it('is wide while little is known, and close to what was learned when much is', () => {
    const few = draws(4);
    const many = draws(800);
    expect(deviation(few.values, few.fitted)).toBeGreaterThan(0.05);
    expect(deviation(many.values, many.fitted)).toBeLessThan(0.03);
    expect(many.fitted).toBeCloseTo(0.5, 1);
  });

  it('has about the spread that binomial counting leaves', () => {
    const { values, fitted } = draws(400);
    expect(deviation(values, fitted)).toBeGreaterThan(0.5 * Math.sqrt(0.25 / 400));
    expect(deviation(values, fitted)).toBeLessThan(2 * Math.sqrt(0.25 / 400));
  });

  it('never plays with a fix that may do harm', () => {
    expect(new Set(draws(20).risky)).toEqual(new Set([0.8]));
  });

  it('is the same for the same luck', () => {
    const known = profiles(20);
    const fitted = fit(GRAPH, known);
    const draw = (): string => JSON.stringify(posteriorDraw(GRAPH, known, fitted, randomFrom(3)));
    expect(draw()).toBe(draw());
  });
});
