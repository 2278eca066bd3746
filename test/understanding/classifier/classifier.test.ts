import { describe, expect, it } from 'vitest';
import type { Utterance } from '../../../knowledge/compiler/utterances.ts';
import { createClassifier } from '../../../understanding/classifier/create-classifier.ts';
import { loadModel, saveModel } from '../../../understanding/classifier/model.ts';
import { fingerprint, trainModel } from '../../../understanding/classifier/train.ts';

function lines(set: Utterance['set'], label: string, ...texts: string[]): Utterance[] {
  return texts.map((text) => ({ set, label, lang: 'en', text }));
}

/** A world small enough to train in a test: every word of a label comes in several lines. */
const WORLD: readonly Utterance[] = [
  ...lines('symptom', 'gateway', 'the gateway refuses me', 'rd gateway unavailable', 'gateway server not reachable', 'our gateway denies the session', 'gateway down', 'remote desktop gateway error'),
  ...lines('symptom', 'slow', 'the session is slow', 'remote desktop lags', 'very slow session', 'slow and laggy remote desktop', 'mouse lags in the session', 'everything is slow in rdp'),
  ...lines('intent', 'greeting', 'hello', 'hi there', 'good morning', 'hello there', 'hi', 'good evening'),
  ...lines('negative', 'printer', 'the printer is out of paper', 'printer jams', 'my printer prints blank pages', 'paper jam in the printer', 'printer offline', 'toner of the printer is empty'),
];

const model = trainModel(WORLD);
const classifier = createClassifier(model);

describe('the classifier', () => {
  it('tells symptoms and small talk apart, each by its head', () => {
    expect(classifier.symptom('gateway says unavailable').ranked[0]?.label).toBe('gateway');
    expect(classifier.symptom('so slow today').ranked[0]?.label).toBe('slow');
    expect(classifier.intent('hello').ranked[0]?.label).toBe('greeting');
  });

  it('gives probabilities that fall and sum to 1', () => {
    for (const text of ['gateway', '', 'qwertz', 'printer '.repeat(1000)]) {
      const { ranked } = classifier.symptom(text);
      expect(ranked.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
      expect(ranked.map(({ probability }) => probability)).toEqual(ranked.map(({ probability }) => probability).sort((a, b) => b - a));
    }
  });

  it('names the words that carried the label', () => {
    expect(classifier.symptom('the gateway is unavailable today').because[0]).toBe('gateway');
    expect(classifier.symptom('zzz').because).toEqual([]);
  });

  it('scores what is not ours higher, on a scale from 0 to 1', () => {
    const foreign = classifier.scope('printer has no paper');
    const ours = classifier.scope('remote desktop session lags');
    expect(foreign.score).toBeGreaterThan(ours.score);
    expect(foreign.outOfScope).toBe(true);
    expect(ours.outOfScope).toBe(false);
    for (const text of ['', 'x', '0x904 '.repeat(5000)]) {
      expect(classifier.scope(text).score).toBeGreaterThanOrEqual(0);
      expect(classifier.scope(text).score).toBeLessThanOrEqual(1);
    }
  });

  it('survives words that every object knows', () => {
    expect(() => classifier.scope('constructor __proto__ toString hasOwnProperty')).not.toThrow();
    expect(classifier.scope('constructor __proto__').score).not.toBeNaN();
  });
});

describe('a model', () => {
  it('is the same, byte by byte, from the same lines', () => {
    expect(saveModel(trainModel(WORLD))).toEqual(saveModel(model));
  });

  it('answers alike after it was saved and loaded', () => {
    const revived = createClassifier(loadModel(saveModel(model)));
    for (const { text } of WORLD) {
      expect(revived.symptom(text)).toEqual(classifier.symptom(text));
      expect(revived.scope(text)).toEqual(classifier.scope(text));
    }
  });

  it('has a hash that changes with a line, a label and a setting', () => {
    const [first, ...rest] = WORLD;
    const hashes = [
      fingerprint(WORLD),
      fingerprint([{ ...first!, text: `${first!.text}!` }, ...rest]),
      fingerprint([{ ...first!, label: 'other' }, ...rest]),
      fingerprint(WORLD, { features: { shortest: 2, longest: 4, minTexts: 1, rarityPower: 1, words: 1, characters: 1, meanings: 0 }, svm: { cost: 2, balance: 0, maxEpochs: 1, tolerance: 1, smallest: 1 } }),
    ];
    expect(new Set(hashes).size).toBe(4);
  });
});
