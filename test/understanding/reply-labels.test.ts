import { describe, expect, it } from 'vitest';
import { labelsOf } from '../../bench/understanding/reply-labels.ts';
import type { Understood } from '../../understanding/act.ts';

const REST = { findings: [], capabilities: {}, secrets: [], text: '', reading: { codes: [], observations: [], findings: [], printed: [], secrets: [] }, trace: [] } satisfies Omit<Understood, 'act'>;

describe('what a reply was taken for, in the labels of a messages file', () => {
  it('is the act, and what it does besides', () => {
    expect(labelsOf({ ...REST, act: { kind: 'failed' }, also: { kind: 'person' } })).toEqual(['not-worked', 'want-human']);
  });

  it('is evidence by the answer, not by there being any', () => {
    const findings = [{ question: 'port-test', answer: 'port-closed', basis: 'told' as const }];
    expect(labelsOf({ ...REST, act: { kind: 'evidence' }, findings })).toEqual(['evidence:port-closed']);
  });

  it('is a denial of rights as something that cannot be done, and asking back as unclear', () => {
    expect(labelsOf({ ...REST, act: { kind: 'evidence' }, capabilities: { 'client-admin': false } })).toEqual(['cannot-do']);
    expect(labelsOf({ ...REST, act: { kind: 'unclear', guesses: [] } })).toEqual(['unclear']);
  });
});
