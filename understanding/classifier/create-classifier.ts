import type { IntentClassifier } from './intent-classifier.ts';
import { classify } from './calibrated-head.ts';
import type { Encoded } from './encoder.ts';
import type { Model } from './model.ts';
import { scopeScore } from './scope.ts';

/** The learned half of understanding. A message is encoded once, though it is asked about several times. */
export function createClassifier(model: Model): IntentClassifier {
  const { encoder } = model;
  let last: { readonly text: string; readonly encoded: Encoded } | undefined;
  const encode = (text: string): Encoded => {
    if (last?.text !== text) last = { text, encoded: encoder.encode(text) };
    return last.encoded;
  };
  return {
    symptom(text) {
      const encoded = encode(text);
      return classify(model.symptom, encoder, encoded, encoded.spelling);
    },
    intent(text) {
      const encoded = encode(text);
      return classify(model.intent, encoder, encoded, encoded.meaning);
    },
    scope(text) {
      const score = scopeScore(model.scope, encoder, encode(text));
      return { score, outOfScope: score > model.scope.threshold };
    },
  };
}
