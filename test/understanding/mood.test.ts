import { beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../../service/assistant.ts';
import { assembleAssistant } from '../../service/assemble.ts';
import { readMood, type Mood } from '../../understanding/mood.ts';
import { FEELING } from '../../dialogs/phrases.ts';
import { evidenceOf, type Session } from '../../dialogs/session.ts';
import { Talk } from '../dialogs/talk.ts';

const OPENINGS = ['Error code: 0x904 Extended error code: 0x0', 'Error code: 0x904 Extended error code: 0x7'];

const PLAIN = [
  'nope, same thing',
  'it works now',
  "can't, no rights",
  'only this server fails',
  'get me a person',
  'where do I find that',
  "I don't know",
  'nobody can connect',
  'maybe the certificate has expired',
];

const MOODS: readonly (readonly [Mood, (text: string) => string])[] = [
  ['angry', (text) => `${text}. this is ridiculous!!`],
  ['angry', (text) => `ARGH, ${text}`],
  ['hurried', (text) => `${text}. please hurry, I have a meeting in ten minutes`],
  ['hurried', (text) => `${text}, it's urgent!`],
  ['thankful', (text) => `${text}, thank you so much`],
  ['thankful', (text) => `thanks for your help! ${text}`],
];

describe('a mood', () => {
  let assistant: Assistant;
  beforeAll(async () => {
    assistant = await assembleAssistant();
  });

  const believed = (session: Session | undefined) => session && [evidenceOf(session), session.phase.name === 'escalating' ? 'escalating' : session.phase, session.problem, session.codes];

  it.each(MOODS)('%s changes a sentence, never the evidence or the decision', (mood, colour) => {
    for (const opening of OPENINGS) {
      for (const plain of PLAIN) {
        const calm = new Talk(assistant).say(opening, plain);
        const felt = new Talk(assistant).say(opening, colour(plain));
        expect([colour(plain), believed(felt.session)]).toEqual([colour(plain), believed(calm.session)]);
        const beside = felt.texts.filter((text) => text !== FEELING[mood]);
        expect([colour(plain), beside.map(withoutWords)]).toEqual([colour(plain), calm.texts.map(withoutWords)]);
        expect(felt.texts[0]).toBe(FEELING[mood]);
      }
    }
  });

  it('is answered once, not each time', () => {
    const talk = new Talk(assistant).say(OPENINGS[0] ?? '', 'nope, same thing. this is ridiculous');
    expect(talk.texts).toContain(FEELING.angry);
    expect(talk.say('no, this is so annoying').texts).not.toContain(FEELING.angry);
  });

  it.each<[string, Mood | undefined, string]>([
    ['nope, same thing. this is ridiculous!!', 'angry', 'nope, same thing.'],
    ['thank you so much, that did it', 'thankful', 'that did it'],
    ['please hurry, I have a meeting', 'hurried', ''],
    ['thanks!', 'thankful', ''],
    ['not much time difference between the clocks', undefined, 'not much time difference between the clocks'],
    ['Error code: 0x904', undefined, 'Error code: 0x904'],
    ['the urgent care server is down', undefined, 'the urgent care server is down'],
  ])('is taken out of "%s"', (text, mood, rest) => {
    const read = readMood(text);
    expect([read.mood, read.rest.replace(/[.,!\s]+$/u, '')]).toEqual([mood, rest.replace(/[.,!\s]+$/u, '')]);
  });
});

/** A report quotes the person; ids and quotes are no decision. */
const withoutWords = (text: string) => text.replace(/^> In their words:.*$/m, '');
