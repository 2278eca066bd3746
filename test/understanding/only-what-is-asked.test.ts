import { describe, expect, it } from 'vitest';
import { onlyWhatIsAsked } from '../../understanding/reader/only-what-is-asked.ts';
import type { Reader, ReaderContext } from '../../understanding/reader/reader.ts';

const asked: ReaderContext[] = [];
const sure: Reader = {
  read: (_text, context) => {
    asked.push(context);
    return { ranked: [{ label: 'answer:port-open', probability: 1 }], confidence: 1 };
  },
};
const bearing = new Set(['vpn-use', 'port-test']);

describe('a reader that takes nothing in passing', () => {
  it('makes nothing of a telling', () => {
    expect(onlyWhatIsAsked(sure).read('der Port ist offen', { phase: 'telling', bearing, hasOpenStep: false })).toEqual({ ranked: [], confidence: 0 });
  });

  it('reads an answer to what is asked, and to nothing else that bears on the problem', () => {
    const context: ReaderContext = { phase: 'question', question: 'port-test', bearing, hasOpenStep: false };
    expect(onlyWhatIsAsked(sure).read('ja, offen', context).ranked[0]?.label).toBe('answer:port-open');
    expect(asked.at(-1)).toEqual({ ...context, bearing: new Set() });
  });
});
