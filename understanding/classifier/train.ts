import { createHash } from 'node:crypto';
import type { Utterance } from '../../knowledge/compiler/utterances.ts';
import { trainCalibratedHead } from './calibrated-head.ts';
import type { CalibratedHead } from './calibrated-head.ts';
import { Encoder } from './encoder.ts';
import { FEATURE_DEFAULTS } from './features.ts';
import type { FeatureOptions } from './features.ts';
import { HEAD_DEFAULTS } from './linear-head.ts';
import type { HeadOptions } from './linear-head.ts';
import type { Model } from './model.ts';
import { trainScopeGate } from './scope.ts';
import type { WordTable } from './word-table.ts';

/** In the intent head: what is no small talk but a description of trouble with Remote Desktop, or with something else. */
export const INTENT_PROBLEM = 'problem';
export const INTENT_FOREIGN = 'foreign';

export interface TrainingSettings {
  readonly features: FeatureOptions;
  readonly svm: HeadOptions;
}

/** Why these: `bench/understanding/README.md`. */
export const TRAINING_SETTINGS: TrainingSettings = {
  features: { ...FEATURE_DEFAULTS, minTexts: 2, rarityPower: 1, characters: 1, meanings: 1 },
  svm: { ...HEAD_DEFAULTS, balance: 0, smallest: 2 },
};

/** Changes whenever the same training lines would give another model: raise it with the code. */
const RECIPE = 4;

/** Tells whether a model file was made from these lines with these settings and this table. */
export function fingerprint(utterances: readonly Utterance[], settings = TRAINING_SETTINGS, table?: WordTable): string {
  const hash = createHash('sha256').update(JSON.stringify([RECIPE, settings, table && tableHash(table)]));
  for (const { set, label, lang, text } of utterances) hash.update(JSON.stringify([set, label, lang, text]));
  return hash.digest('hex').slice(0, 16);
}

/** Tells tables apart. */
function tableHash({ words, vectors }: WordTable): string {
  return createHash('sha256').update(words.join(' ')).update(vectors).digest('hex').slice(0, 16);
}

/** The same lines and settings give the same model, byte by byte. */
export function trainModel(
  utterances: readonly Utterance[],
  settings: TrainingSettings = TRAINING_SETTINGS,
  table?: WordTable,
): Model {
  const { features, svm } = settings;
  const encoder = Encoder.fit(utterances.map(({ text }) => text), features, table);
  const { dimensions } = encoder.space;
  const encoded = utterances.map(({ text }) => encoder.encode(text));
  const rows = (accept: (line: Utterance) => boolean): number[] =>
    utterances.map((_, at) => at).filter((at) => accept(utterances[at]!));
  const head = (
    kind: 'spelling' | 'meaning',
    chosen: readonly number[],
    labelOf: (line: Utterance) => string,
  ): CalibratedHead =>
    trainCalibratedHead(
      chosen.map((at) => encoded[at]![kind]),
      chosen.map((at) => labelOf(utterances[at]!)),
      dimensions,
      svm,
    );
  return {
    hash: fingerprint(utterances, settings, table),
    encoder,
    symptom: head('spelling', rows(({ set }) => set === 'symptom'), ({ label }) => label),
    intent: head('meaning', rows(() => true), intentLabel),
    scope: trainScopeGate(
      utterances.map(({ set }, at) => ({ encoded: encoded[at]!, foreign: set !== 'symptom' })),
      encoder,
      svm,
    ),
  };
}

function intentLabel({ set, label }: Utterance): string {
  if (set === 'symptom') return INTENT_PROBLEM;
  return set === 'negative' ? INTENT_FOREIGN : label;
}
