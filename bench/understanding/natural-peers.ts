import { createRequire } from 'node:module';
import type { Contender, Prediction } from './contender.ts';

const require = createRequire(import.meta.url);

interface NaturalClassifier {
  addDocument(text: string, label: string): void;
  train(): void;
  getClassifications(text: string): { label: string; value: number }[];
}

function natural(name: string, path: string): Contender {
  return {
    name,
    version: 'natural 8.1.1',
    train(lines) {
      const Classifier = require(path) as new () => NaturalClassifier;
      const classifier = new Classifier();
      for (const { text, label } of lines) classifier.addDocument(text, label);
      classifier.train();
      return Promise.resolve({
        predict(text): Prediction {
          const ranked = classifier.getClassifications(text);
          const sum = ranked.reduce((total, { value }) => total + value, 0) || 1;
          return { label: ranked[0]?.label ?? '', confidence: (ranked[0]?.value ?? 0) / sum };
        },
      });
    },
  };
}

/** natural's own classifiers with their defaults. */
export const NATURAL_PEERS: readonly Contender[] = [
  natural('natural-bayes', 'natural/lib/natural/classifiers/bayes_classifier.js'),
  natural('natural-logistic', 'natural/lib/natural/classifiers/logistic_regression_classifier.js'),
];
