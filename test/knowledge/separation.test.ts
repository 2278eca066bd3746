import { beforeAll, describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../knowledge/compiler/load.ts';
import { separates } from '../../knowledge/compiler/separation.ts';
import type { KnowledgeGraph, Question } from '../../knowledge/compiler/types.ts';
import { SHIPPED_DIR } from './small-knowledge.ts';

let graph: KnowledgeGraph;
beforeAll(async () => {
  const compiled = await loadKnowledge(SHIPPED_DIR);
  if (!compiled.graph) throw new Error('The shipped knowledge does not compile.');
  graph = compiled.graph;
});

const asked = (problem: string): readonly string[] => graph.questionsFor(problem).map(({ id }) => id);
const heard = (problem: string): readonly string[] => graph.heardFor(problem).map(({ id }) => id);

/** A question with two answers, and rows for some causes of a problem with priors .9 and .1. */
function questionWith(likelihood: Readonly<Record<string, readonly number[]>>, derived: readonly string[] = []): Question {
  const example = graph.questions.get('how-it-fails');
  if (!example) throw new Error('The shipped knowledge has no such question.');
  return { ...example, likelihood: new Map(Object.entries(likelihood)), otherwise: [0.5, 0.5], derived: new Set(derived) };
}

describe('a question that is asked', () => {
  const problem = { priors: new Map([['common', 0.85], ['other', 0.11], ['rare', 0.04]]) };

  it('separates the causes', () => {
    expect(separates(questionWith({ common: [0.9, 0.1], other: [0.1, 0.9] }), problem)).toBe(true);
    expect(separates(questionWith({ common: [0.5, 0.5], other: [0.5, 0.5] }), problem)).toBe(false);
  });

  it('may separate only those that it speaks of, when they are not exceptions', () => {
    const among = { priors: new Map([['common', 0.93], ['one', 0.035], ['two', 0.035]]) };
    expect(separates(questionWith({ one: [0.95, 0.05], two: [0.05, 0.95] }), among)).toBe(true);
    expect(separates(questionWith({ one: [0.95, 0.05], two: [0.05, 0.95] }, ['one', 'two']), among)).toBe(false);
    const exceptions = { priors: new Map([['common', 0.97], ['one', 0.015], ['two', 0.015]]) };
    expect(separates(questionWith({ one: [0.95, 0.05], two: [0.05, 0.95] }), exceptions)).toBe(false);
  });

  it('is not about an exception, however sure it is about it', () => {
    expect(separates({ ...questionWith({ rare: [0.99, 0.01] }), otherwise: [0.001, 0.999] }, problem)).toBe(false);
  });

  it('is asked about the stage only where connections hang, and heard elsewhere', () => {
    for (const problem of ['other-remote-desktop', 'internal-error', 'black-screen']) expect(asked(problem)).toContain('stuck-stage');
    for (const problem of ['0x904/0x7', '0x904', 'connection-timed-out', 'session-dropped']) {
      expect(asked(problem)).not.toContain('stuck-stage');
      expect(heard(problem)).toContain('stuck-stage');
    }
  });

  it('is asked about the sign-in window only where a sign-in fails', () => {
    expect([...graph.problems.keys()].filter((problem) => asked(problem).includes('sign-in-window')).sort()).toEqual([
      'account-not-permitted', 'account-restricted', 'authentication-before-session', 'credentials', 'saved-credentials-refused',
    ]);
  });

  it('about an update is not asked where no update is known', () => {
    for (const problem of ['session-dropped', 'connection-refused', '0x904/0x7', 'credentials']) expect(asked(problem)).not.toContain('update-effect');
    expect(asked('update-regression')).toContain('update-effect');
  });
});
