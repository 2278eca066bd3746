import { describe, expect, it } from 'vitest';
import { graphOf, PROBLEM } from '../../bench/policy/graph-of.ts';
import { NOTHING_LEARNED, numbersInUse, type LearnedNumbers } from '../../learning/learned-numbers.ts';
import { listLearned, pathOf } from '../../learning/pins.ts';
import { release } from '../../learning/releases.ts';
import type { LearnedParameters } from '../../troubleshooting/parameters.ts';

const SMALL = {
  priors: { certificate: 0.5, firewall: 0.4, unknown: 0.1 },
  fixes: [
    { id: 'renew', minutes: 10, solves: { certificate: 0.8 } },
    { id: 'rule', minutes: 10, solves: { firewall: 0.8 } },
  ],
  questions: [{ id: 'port', minutes: 1, answers: 2, wrong: 0.02, likelihood: { certificate: [0.9, 0.1], firewall: [0.1, 0.9] } }],
  families: {}, escalationMinutes: 90, leak: 0.01, turnMinutes: 1,
};
const GRAPH = graphOf(SMALL);
const PARAMETERS: LearnedParameters = {
  graphVersion: GRAPH.version,
  priors: { [PROBLEM]: { certificate: 0.2, firewall: 0.7, unknown: 0.1 } },
  solves: { renew: { certificate: 0.6 }, rule: { firewall: 0.5 } },
  ceilings: {},
  answers: { port: { certificate: [0.7, 0.3] } },
  capabilities: {},
};
const authored = Object.fromEntries(listLearned(GRAPH, PARAMETERS).map(({ path, authored: p }) => [path, p]));
const NUMBERS: LearnedNumbers = { ...NOTHING_LEARNED, ...release(NOTHING_LEARNED, PARAMETERS, '2026-01-01T00:00:00Z', 'note', authored) };

const later = (change: Partial<typeof SMALL>) => ({ ...graphOf({ ...SMALL, ...change }), version: 'later' });

describe('numbers that were learned for another version of the knowledge', () => {
  it('are used as they are in their own', () => {
    expect(numbersInUse(GRAPH, NUMBERS)).toMatchObject({ parameters: PARAMETERS, leftOut: [] });
    expect(numbersInUse(GRAPH, NOTHING_LEARNED).parameters).toBeUndefined();
  });

  it('are carried over where nothing of theirs has changed', () => {
    const { parameters, leftOut } = numbersInUse(later({}), NUMBERS);
    expect(leftOut).toEqual([]);
    expect(parameters).toEqual({ ...PARAMETERS, graphVersion: 'later' });
  });

  it('are left out, by name, where the author wrote another number since or took the thing away', () => {
    const [, rule] = SMALL.fixes;
    const { parameters, leftOut } = numbersInUse(later({ fixes: [{ id: 'renew', minutes: 10, solves: { certificate: 0.9 } }, rule!] }), NUMBERS);
    expect(leftOut).toEqual(['solves renew certificate']);
    expect(parameters?.solves).toEqual({ rule: { firewall: 0.5 } });
    const gone = numbersInUse(later({ fixes: [rule!], questions: [] }), NUMBERS);
    expect(gone.leftOut).toEqual(['solves renew certificate', 'answers port certificate']);
  });

  it('lose a problem\'s priors together: a part of them means nothing', () => {
    const { parameters, leftOut } = numbersInUse(later({ priors: { certificate: 0.5, firewall: 0.3, unknown: 0.2 } }), NUMBERS);
    expect(leftOut).toEqual([`priors ${PROBLEM}`]);
    expect(parameters?.priors).toEqual({});
  });

  it('give way to a pin, in every version', () => {
    const pins = { [pathOf('solves', 'rule', 'firewall')]: 0.3 };
    expect(numbersInUse(later({}), { ...NUMBERS, pins }).parameters?.solves['rule']).toEqual({ firewall: 0.3 });
    expect(numbersInUse(GRAPH, { ...NOTHING_LEARNED, pins }).parameters?.solves).toEqual({ rule: { firewall: 0.3 } });
  });
});
