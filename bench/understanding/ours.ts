import { Encoder } from '../../understanding/classifier/encoder.ts';
import { FEATURE_DEFAULTS } from '../../understanding/classifier/features.ts';
import type { FeatureOptions } from '../../understanding/classifier/features.ts';
import { HEAD_DEFAULTS, scoresOf, trainHead } from '../../understanding/classifier/linear-head.ts';
import type { HeadOptions } from '../../understanding/classifier/linear-head.ts';
import type { WordTable } from '../../understanding/classifier/word-table.ts';
import type { Contender } from './contender.ts';

/** Weight of the share of known word features in the out-of-scope score; chosen on CLINC150's validation part. */
const KNOWN = 1.2;

/** The project's own encoder and linear head, trained on somebody else's labels. */
export function ours(
  name: string,
  table: WordTable | undefined,
  features: FeatureOptions = FEATURE_DEFAULTS,
  svm: HeadOptions = HEAD_DEFAULTS,
): Contender {
  return {
    name,
    version: 'this checkout',
    train(lines) {
      const encoder = Encoder.fit(lines.map(({ text }) => text), features, table);
      const vectors = lines.map(({ text }) => encoder.encode(text).meaning);
      const head = trainHead(vectors, lines.map(({ label }) => label), encoder.space.dimensions, svm);
      return Promise.resolve({
        predict(text) {
          const { tokens, meaning } = encoder.encode(text);
          const scores = scoresOf(head, meaning);
          let best = 0;
          for (let at = 1; at < scores.length; at++) if (scores[at]! > scores[best]!) best = at;
          return { label: head.labels[best]!, confidence: scores[best]! + KNOWN * encoder.space.known(tokens) };
        },
      });
    },
  };
}

