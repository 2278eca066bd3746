import { describe, expect, it } from 'vitest';
import { mixedLanguages } from '../../understanding/reader/mixed-languages.ts';
import type { Reader } from '../../understanding/reader/reader.ts';

const saying = (label: string, confidence: number): Reader => ({ read: () => ({ ranked: [{ label, probability: 1 }], confidence }) });
const context = { phase: 'question', question: 'vpn-use', bearing: new Set<string>(), hasOpenStep: false } as const;
const german = mixedLanguages(saying('answer:over-vpn', 0.4), saying('answer:not-over-vpn', 0.9), (text) => text.includes('nicht'));

describe('a conversation in another language', () => {
  it('is read by its own reader, however sure the other is', () => {
    expect(german.read('das ist nicht über das VPN', context).ranked[0]?.label).toBe('answer:over-vpn');
  });

  it('leaves English words to the base reader where that is surer', () => {
    expect(german.read('no, without a tunnel', context).ranked[0]?.label).toBe('answer:not-over-vpn');
  });
});
