import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_RULES, forgetIds, merge, NO_COUNTS, readProfiles, recordAll, type OutcomeCounts } from '../../learning/counts.ts';
import { profileKey, profileOf, type ConversationOutcome } from '../../learning/profile.ts';

const OUTCOME: ConversationOutcome = {
  id: 'one', problem: 'p', graphVersion: 'v', findings: ['b', 'a'], told: ['b'], failed: ['y', 'x'], solvedBy: 'z',
  capabilities: { 'server-admin': true, 'client-admin': false }, reporter: 'r', week: 100, certainty: 'explicit',
};
const RULES = { graphVersion: 'v', now: 100, ...DEFAULT_RULES };

const outcome = fc.record({
  id: fc.integer({ min: 0, max: 30 }).map(String), problem: fc.constantFrom('p', 'q'), graphVersion: fc.constant('v'),
  findings: fc.subarray(['a', 'b', 'c']), failed: fc.subarray(['x', 'y']), capabilities: fc.constant({}),
  reporter: fc.constantFrom('r', 's'), week: fc.integer({ min: 95, max: 100 }), certainty: fc.constantFrom('explicit' as const, 'implied' as const),
});
const counts = (replica: string): fc.Arbitrary<OutcomeCounts> =>
  fc.array(outcome, { maxLength: 12 }).map((outcomes) => recordAll(NO_COUNTS, outcomes.map((one) => ({ ...one, id: `${replica}${one.id}` })), replica));

describe('profiles', () => {
  it('have one key whatever the order, and come back from it', () => {
    const turned = { ...OUTCOME, findings: ['a', 'b', 'a'], failed: ['x', 'y'], capabilities: { 'client-admin': false, 'server-admin': true } };
    expect(profileKey(turned)).toBe(profileKey(OUTCOME));
    expect(profileOf(profileKey(OUTCOME))).toMatchObject({ problem: 'p', findings: ['a', 'b'], told: ['b'], failed: ['x', 'y'], solvedBy: 'z', confirmedCause: undefined });
  });
});

describe('counts', () => {
  it('count a conversation once, however often it is reported', () => {
    const once = recordAll(NO_COUNTS, [OUTCOME], 'A');
    expect(recordAll(once, [OUTCOME], 'A')).toEqual(once);
    expect(merge(once, recordAll(NO_COUNTS, [OUTCOME], 'A'))).toEqual(once);
  });

  it('merge in any order, any grouping, any number of times', () => {
    fc.assert(
      fc.property(counts('A'), counts('B'), counts('C'), (a, b, c) => {
        expect(merge(a, b)).toEqual(merge(b, a));
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
        expect(merge(merge(a, b), b)).toEqual(merge(a, b));
        expect(JSON.stringify(readProfiles(merge(a, b), RULES))).toBe(JSON.stringify(readProfiles(merge(b, a), RULES)));
      }),
    );
  });

  it('lose nothing when old ids are forgotten', () => {
    const once = recordAll(NO_COUNTS, [OUTCOME], 'A');
    const forgotten = forgetIds(once, 101);
    expect(forgotten.counted).toEqual({});
    expect(readProfiles(forgotten, RULES)).toEqual(readProfiles(once, RULES));
  });

  it('give one reporter the weight of three conversations a week at most', () => {
    const many = recordAll(NO_COUNTS, Array.from({ length: 300 }, (_, index) => ({ ...OUTCOME, id: `${index}`, failed: index % 2 ? ['x'] : ['y'] })), 'A');
    const weight = readProfiles(many, RULES).reduce((sum, row) => sum + row.weight, 0);
    expect(weight).toBeCloseTo(3, 9);
  });

  it('halve in half a year, and count half when the outcome was only implied', () => {
    const weight = (one: ConversationOutcome, now: number): number => readProfiles(recordAll(NO_COUNTS, [one], 'A'), { ...RULES, now })[0]?.weight ?? NaN;
    expect(weight(OUTCOME, 126)).toBeCloseTo(0.5, 5);
    expect(weight({ ...OUTCOME, certainty: 'implied' }, 100)).toBe(0.5);
  });

  it('let what was seen under older graphs count as no more than a prior', () => {
    const old = recordAll(NO_COUNTS, Array.from({ length: 400 }, (_, index) => ({ ...OUTCOME, id: `${index}`, reporter: `${index}`, graphVersion: 'older' })), 'A');
    expect(readProfiles(old, RULES).reduce((sum, row) => sum + row.weight, 0)).toBeCloseTo(30, 6);
  });
});
