import { beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../../service/assistant.ts';
import { assembleAssistant } from '../../service/assemble.ts';
import { hedged, likeliestAnswer, suggestionsIn } from '../../understanding/suggestions.ts';
import { Talk } from './talk.ts';

const OPENING = 'Error code: 0x904 Extended error code: 0x7';

describe('doubtful words', () => {
  let assistant: Assistant;
  beforeAll(async () => {
    assistant = await assembleAssistant();
  });

  /** The cause that an expired certificate speaks for most. */
  const favoured = (talk: Talk, told: Talk) => [...told.belief].sort((a, b) => b[1] - (talk.belief.get(b[0]) ?? 0) - (a[1] - (talk.belief.get(a[0]) ?? 0)))[0]?.[0] ?? '';

  it('move the belief the way certain words do, but less far', () => {
    const before = new Talk(assistant).say(OPENING);
    const told = new Talk(assistant).say(OPENING, 'the certificate has expired');
    const doubtful = new Talk(assistant).say(OPENING, 'I think the certificate has expired');
    const cause = favoured(before, told);
    const [was, soft, hard] = [before, doubtful, told].map((talk) => talk.belief.get(cause) ?? 0);
    expect(told.session?.findings.map((each) => each.answer)).toContain('cert-expired');
    expect(doubtful.session?.findings.map((each) => each.answer)).not.toContain('cert-expired');
    expect(soft).toBeGreaterThan((was ?? 0) * 1.05);
    expect(soft).toBeLessThan((hard ?? 0) * 0.98);
  });

  it('are said back, and denied with a word or a button', () => {
    for (const deny of [(talk: Talk) => talk.say("that's not so"), (talk: Talk) => talk.press('That is not so')]) {
      const before = new Talk(assistant).say(OPENING);
      const talk = new Talk(assistant).say(OPENING, 'maybe the certificate has expired');
      expect(talk.texts.join('\n')).toContain("I take it that the server's certificate has expired or is missing. Tell me if not.");
      deny(talk);
      expect(talk.session?.suggested ?? []).toEqual([]);
      expect(talk.belief).toEqual(before.belief);
    }
  });

  it('give way to certain ones about the same question', () => {
    const direct = new Talk(assistant).say(OPENING, 'the certificate is still valid');
    const after = new Talk(assistant).say(OPENING, 'maybe the certificate has expired', 'the certificate is still valid');
    expect(after.session?.suggested).toEqual([]);
    expect(after.belief).toEqual(direct.belief);
  });

  it('answer the question on the table, which is not asked again', () => {
    const talk = new Talk(assistant).say(OPENING);
    const asked = talk.session?.phase;
    talk.say('I think it is Windows');
    expect(asked).toEqual({ name: 'asking', question: 'target-kind' });
    expect((talk.session?.suggested ?? []).map((each) => each.question)).toContain('target-kind');
    expect(talk.session?.phase).not.toEqual(asked);
  });

  it('stand in the explanation and in the report as doubtful', () => {
    const talk = new Talk(assistant).say(OPENING, 'maybe the certificate has expired', 'explain');
    expect(talk.texts.join('\n')).toContain('has expired or is missing (I am not sure of this)');
    talk.say('get me a person');
    expect(talk.texts.join('\n')).toContain("probably the server's certificate has expired or is missing");
  });

  it('are no evidence in a question, in a wish, or where the model only guesses', () => {
    const { mind } = assistant;
    for (const text of ['is the port open?', 'can we renew the certificate first?', 'hmm', 'the thing']) {
      const talk = new Talk(assistant).say(OPENING, text);
      expect([text, talk.session?.findings, talk.session?.suggested ?? []]).toEqual([text, [], []]);
    }
    const flat = mind.classifier.reply('x').ranked.map(({ label }, _, all) => ({ label, probability: 1 / all.length }));
    expect(suggestionsIn(mind.graph, flat, mind.bearingOn('0x904/0x7'))).toEqual([]);
  });

  it('make an answer as much likelier as the model believes it', () => {
    const { graph } = assistant.mind;
    const soft = suggestionsIn(graph, [{ label: 'evidence:port-closed', probability: 0.6 }, { label: 'unclear', probability: 0.4 }], new Set(['port-test']));
    // p0 = 0.4, two answers: 0.4 + 2 * 0.6 against 0.4.
    expect(soft).toEqual([{ question: 'port-test', likelihoods: { 'port-open': 0.4, 'port-closed': 1.6 } }]);
    expect(likeliestAnswer(hedged(graph, { question: 'port-test', answer: 'port-open', basis: 'told' }))).toBe('port-open');
  });
});
