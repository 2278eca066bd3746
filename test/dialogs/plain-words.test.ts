import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { nextDecision } from '../../dialogs/next-step.ts';
import * as phrases from '../../dialogs/phrases.ts';
import { fixReply } from '../../dialogs/present.ts';
import type { Evidence } from '../../troubleshooting/decision.ts';
import { bannedIn, wordCount } from '../../knowledge/compiler/lint/plain-words.ts';
import type { KnowledgeGraph } from '../../knowledge/compiler/types.ts';
import type { Assistant } from '../../service/assistant.ts';
import { ROOT } from '../../service/assemble.ts';
import { sharedAssistant } from '../assistant.ts';
import { proseOf, readingGrade } from '../reading-grade.ts';

/** What an office worker can read on a phone, between two calls. */
const FIRST_ANSWER = 45;
const FIX_CARD = 120;
const GRADE = 8;

/** Repairs of an administrator in many steps, each of which has to be told; no further one is let in. */
const LONG_REPAIRS: Readonly<Record<string, number>> = {
  'give-broker-its-database-back': 140,
  'import-certificate-with-its-key': 140,
  'copy-listener-settings-from-like-computer': 160,
  'take-patch-off-terminal-server': 140,
  'give-clone-its-own-identity': 160,
  'mend-user-profile': 160,
};

const NOTHING: Evidence = { findings: [], unanswered: [], failed: [], skipped: [], capabilities: {} };

const hard = (texts: readonly string[]): readonly string[] => texts.filter((text) => readingGrade(text) > GRADE);
const faults = (text: string): readonly string[] => bannedIn(proseOf(text)).map(({ found }) => `"${found}" in: ${text}`);

/** Everything that is said without being told anything. */
function saidAlways(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(saidAlways);
}

describe('the words of the assistant', () => {
  it('keep to one term a thing', () => {
    const folder = join(ROOT, 'dialogs', 'phrases', 'en');
    const sources = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//gu, ''));
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.flatMap((source) => source.split('\n')).flatMap(faults)).toEqual([]);
  });

  it('can be read by anybody', () => {
    const sentences = saidAlways({ ...phrases }).filter((text) => /\s/u.test(text) && /[.!?]/u.test(text));
    expect(sentences.length).toBeGreaterThan(50);
    expect(hard(sentences)).toEqual([]);
  });
});

describe('the texts of the knowledge', () => {
  let assistant: Assistant;
  let graph: KnowledgeGraph;
  beforeAll(async () => {
    assistant = await sharedAssistant();
    graph = assistant.mind.graph;
  });

  it('say what an error means in a few words', () => {
    const openings = [...graph.problems.values()].map(({ title, meaning }) => `${title}. ${meaning}`);
    expect(openings.filter((text) => wordCount(text) > FIRST_ANSWER)).toEqual([]);
    expect(hard(openings)).toEqual([]);
  });

  it('ask so that anybody understands', () => {
    const prompts = [...graph.questions.values()].filter(({ kind }) => kind === 'told').map(({ prompt }) => prompt);
    expect(average(prompts)).toBeLessThan(GRADE);
    // A single short question with one long name in it says little of how hard it is.
    expect(prompts.filter((text) => readingGrade(text) > GRADE + 1)).toEqual([]);
  });

  it('keep a step to a phone screen or two, whoever does it', () => {
    const decision = nextDecision(assistant.mind, { '0x904/0x7': 1 }, NOTHING);
    const cards = [...graph.fixes.values()].flatMap((fix) => [false, true].map((handover) => ({ fix, text: assistant.render(fixReply(graph, decision, fix, handover, { step: 1, findings: [] })).text })));
    const long = cards.map(({ fix, text }) => [fix.id, wordCount(proseOf(text.split('*Details:')[0] ?? ''))] as const).filter(([id, words]) => words > (LONG_REPAIRS[id] ?? FIX_CARD));
    expect(long).toEqual([]);
  });

  it('tell whoever has no rights what to do in plain sentences', () => {
    const own = [...graph.fixes.values()].filter(({ role }) => role === 'user').map((fix) => [...fix.steps.map((step) => step.text), fix.check, fix.undo].join('\n'));
    expect(hard(own)).toEqual([]);
  });
});

function average(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + readingGrade(text), 0) / texts.length;
}

describe('what conversations print', () => {
  const folder = join(ROOT, 'test', 'conversations');
  const bubbles = readdirSync(folder)
    .filter((name) => name.endsWith('.chat'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split(/\n(?=\S| bot:)/u))
    .filter((part) => part.startsWith(' bot:'));

  it('names no odds, unless somebody asks why', () => {
    expect(bubbles.length).toBeGreaterThan(100);
    expect(bubbles.filter((each) => /\d %/u.test(each) && !/It's for:|Es hilft gegen:/u.test(each))).toEqual([]);
  });

  it('keeps to one term a thing', () => {
    expect(bubbles.flatMap(faults)).toEqual([]);
  });
});
