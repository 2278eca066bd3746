import { describe, expect, it } from 'vitest';
import type { SpokenLine } from '../../../bench/understanding/in-dialog/lines.ts';
import { judge } from '../../../bench/understanding/in-dialog/verdict.ts';

const QUESTIONS: Readonly<Record<string, string>> = { few: 'how-many', all: 'how-many', closed: 'port', open: 'port' };
const questionOf = (answer: string): string | undefined => QUESTIONS[answer];

function line(meant: readonly string[], more: Partial<SpokenLine> = {}): SpokenLine {
  return { id: '1', context: { problem: 'p', on_table: { question: 'how-many' } }, text: '', meant: [...meant], ok: [], ask_ok: false, ...more };
}

const verdict = (said: SpokenLine, took: readonly string[], asked = false) => judge(said, { took, asked }, questionOf).verdict;

describe('the verdict on a turn', () => {
  it('is right where all that was meant was taken, wrong where more was, lost where less was', () => {
    const said = line(['evidence:few', 'outcome:failed']);
    expect(verdict(said, ['evidence:few', 'outcome:failed'])).toBe('right');
    expect(verdict(said, ['evidence:few', 'outcome:failed', 'evidence:closed'])).toBe('wrong');
    expect(verdict(said, ['evidence:few'])).toBe('lost');
  });

  it('is asked where it asked back, and right where that is as good', () => {
    expect(verdict(line(['evidence:few']), [], true)).toBe('asked');
    expect(verdict(line(['evidence:few'], { ask_ok: true }), [], true)).toBe('right');
    expect(verdict(line(['unclear']), [], true)).toBe('right');
    expect(verdict(line(['unclear']), [])).toBe('lost');
  });

  it('takes any other answer of the question for a denial, and never the denied one', () => {
    expect(verdict(line(['evidence:!few']), ['evidence:all'])).toBe('right');
    expect(verdict(line(['evidence:!few']), ['evidence:few'])).toBe('wrong');
    expect(verdict(line(['evidence:!few']), ['evidence:closed'])).toBe('wrong');
  });

  it('forgives a courtesy where nothing was meant, and not where an answer was', () => {
    expect(verdict(line(['ack']), ['chat'])).toBe('right');
    expect(verdict(line(['evidence:few']), ['evidence:few', 'chat'])).toBe('wrong');
    expect(verdict(line(['outcome:cannot']), ['outcome:skip'])).toBe('right');
  });
});
