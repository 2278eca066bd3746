import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Assistant } from '../../service/assistant.ts';
import { assembleAssistant, KNOWLEDGE_DIR } from '../../service/assemble.ts';
import { loadSayings, type Saying } from '../../knowledge/compiler/sayings.ts';
import { openTable } from '../../scripts/explain/open-table.ts';
import { deny } from './deny.ts';
import type { Table, TableKind } from '../../understanding/table.ts';
import { swapDevice } from './swap-device.ts';
import { understand } from '../../understanding/understand.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
/** Every so many sayings; `PROPERTY_STEP=1` goes through all of them. */
const STEP = Number(process.env['PROPERTY_STEP'] ?? 30);

let mind: Assistant['mind'];
let sayings: readonly Saying[];
beforeAll(async () => {
  ({ mind } = await assembleAssistant());
  sayings = (await loadSayings(`${KNOWLEDGE_DIR}/utterances`)).filter(({ label, language }, at) => language === 'en' && label.startsWith('answer:') && at % STEP === 0);
}, 180_000);

function answerTo(text: string, question: string | undefined): string | undefined {
  return understand(mind, openTable(mind.graph, { question }), text, NOW).findings.find((each) => each.question === question)?.answer;
}

/** Of the changed sayings that could be made, those that are still taken for the same answer. */
function readAlike(change: (text: string) => string | undefined): { readonly made: number; readonly alike: readonly string[] } {
  const alike: string[] = [];
  let made = 0;
  for (const { text, question } of sayings) {
    const changed = change(text);
    const answer = changed === undefined ? undefined : answerTo(text, question);
    if (changed === undefined || answer === undefined) continue;
    made += 1;
    if (answerTo(changed, question) === answer) alike.push(`${question}: ${text} / ${changed}`);
  }
  return { made, alike };
}

describe('over the sayings, with their question open', () => {
  /** The rest are denials whose words the reader takes for a message or a name that it knows. */
  test('a saying and its denial are hardly ever read alike', () => {
    const { made, alike } = readAlike(deny);
    expect(made).toBeGreaterThan(200);
    expect(alike.length / made, alike.slice(0, 20).join('\n')).toBeLessThan(0.05);
  }, 180_000);

  test('the same update told of the other computer is another answer, or asked back', () => {
    const sides = sayings.filter(({ question }) => question === 'which-side-updated');
    for (const { text, question } of sides) {
      const swapped = swapDevice(text);
      const answer = swapped === undefined ? undefined : answerTo(text, question);
      if (swapped !== undefined && (answer === 'updated-my-pc' || answer === 'updated-that-computer')) expect(answerTo(swapped, question), swapped).not.toBe(answer);
    }
  }, 60_000);

  test('a saying is asked back seldom', () => {
    const asked = sayings.filter(({ text, question }) => answerTo(text, question) === undefined);
    expect(asked.length / sayings.length).toBeLessThan(0.1);
  }, 180_000);
});

const KINDS: readonly TableKind[] = ['listening', 'confirming-code', 'choosing', 'question', 'step', 'undoing', 'offer', 'ticket', 'solved'];
const tableOf = (kind: TableKind): Table => ({
  ...openTable(mind.graph, kind === 'question' ? { question: 'affected-hosts' } : { step: 'renew-self-signed-certificate' }),
  kind,
  options: kind === 'choosing' ? [{ id: 'same:x', title: 'The same trouble' }, { id: 'new:y', title: 'A new problem' }] : [],
  ...(kind === 'confirming-code' && { code: '0x904' }),
});

const SENSELESS = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(fc.constantFrom('🤷', '😀', '🔥', '\u200d', '\ufe0f', '♥', '𝔘', '\ud800', '\u202e'), { maxLength: 60 }).map((each) => each.join('')),
  fc.array(fc.string({ unit: fc.constantFrom(...'bcdfghjklmnpqrstvwxz'), minLength: 6, maxLength: 12 }), { minLength: 1, maxLength: 30 }).map((each) => each.join(' ')),
  fc.tuple(fc.string({ unit: fc.constantFrom(...'qxzjkv'), minLength: 5, maxLength: 9 }), fc.integer({ min: 1, max: 20_000 })).map(([word, times]) => `${word} `.repeat(times)),
);

describe.each(KINDS)('whatever is written at %s', (kind) => {
  test('understanding never throws, and finds nothing in what has no sense', () => {
    fc.assert(
      fc.property(SENSELESS, (text) => {
        const { findings, capabilities } = understand(mind, tableOf(kind), text, NOW);
        expect(findings).toEqual([]);
        expect(capabilities).toEqual({});
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
