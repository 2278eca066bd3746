import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../knowledge/compiler/load.ts';
import { loadSayings } from '../../knowledge/compiler/sayings.ts';
import { findingsOf } from '../../reading/findings.ts';
import { read } from '../../reading/read.ts';
import { linesOf } from '../fixtures/noise/pieces.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const folder = fileURLToPath(new URL('../../knowledge', import.meta.url));
const { graph: loaded } = await loadKnowledge(folder);
if (loaded === undefined) throw new Error('The knowledge has faults; run npm run knowledge -- lint.');
const graph = loaded;

const SENTENCES = linesOf('sayings');
const told = (text: string) => read(text, { now: NOW, graph }).observations.filter(({ reader }) => reader === 'statement');
const says = (text: string): readonly string[] => told(text).map(({ fields }) => String(fields['says']));

describe('nothing is evidence that was not said', () => {
  test.each(SENTENCES)('%s', (sentence) => {
    expect(says(sentence)).toEqual([]);
  });

  test('the corpus is large', () => {
    expect(SENTENCES.length).toBeGreaterThanOrEqual(300);
  });
});

describe('whose, where, and which way', () => {
  test.each([
    ['the others in the same subnet work', ['works-from-other-network', 'network-dependent', 'private-ip-works']],
    ["I'm on linux with remmina", ['target-linux']],
    ['from a windows 10 pc', ['target-windows']],
    ["it doesn't work from home either", ['works-from-other-network', 'network-dependent']],
    ['no wifi here, only a cable', ['wifi']],
    ["I used to be on the wifi, now there's a cable", ['wifi']],
    ["I'm not on vpn", ['vpn-only', 'vpn-required']],
    ["the service isn't started", ['service-running']],
    ["remote desktop isn't even turned on", ['rdp-enabled']],
    ["the port isn't blocked", ['port-closed']],
    ['none of the others get in either', ['other-users-ok']],
    ['I thought it was just me', ['only-me']],
    ["I'm the only one who uses it", ['only-me']],
    ['a docker container with xrdp in it', ['target-linux']],
  ])('%s', (text, not) => {
    for (const each of not) expect(says(text)).not.toContain(each);
  });

  test.each([
    ["I'm on linux with remmina", 'client-linux'],
    ['from a windows 10 pc', 'client-windows'],
    ['the others in the same subnet work', 'single-host'],
    ["the service isn't started", 'service-stopped'],
    ["remote desktop isn't even turned on", 'rdp-disabled'],
    ['I connect to an ubuntu server', 'target-linux'],
  ])('%s', (text, id) => {
    expect(says(text)).toContain(id);
  });
});

/** Fewer than these are no measure. */
const FEW = 10;

test('every statement is right in nine of ten sayings that answer the question that it answers', async () => {
  const counts = new Map<string, { right: number; wrong: number }>();
  for (const { text, label, question, language } of await loadSayings(`${folder}/utterances`)) {
    if (language !== 'en' || (question === undefined && label !== 'none')) continue;
    for (const observation of told(text)) {
      const findings = findingsOf(graph, [observation]);
      const answer = question === undefined ? findings[0]?.answer : findings.find((each) => each.question === question)?.answer;
      if (answer === undefined) continue;
      const id = String(observation.fields['says']);
      const count = counts.get(id) ?? { right: 0, wrong: 0 };
      if (label === `answer:${answer}`) count.right += 1;
      else count.wrong += 1;
      counts.set(id, count);
    }
  }
  const poor = [...counts].filter(([, { right, wrong }]) => right + wrong >= FEW && right < 0.9 * (right + wrong)).map(([id, { right, wrong }]) => `${id}: ${right} of ${right + wrong}`);
  expect(poor).toEqual([]);
  expect(counts.size).toBeGreaterThan(40);
}, 120_000);
