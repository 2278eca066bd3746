import { isKnownCodeAlone } from '../named-problem.ts';
import { actGuess, unclear, type Rule } from '../rule.ts';

/** The code at hand and nothing else: that it is still there, or that it is not understood? */
export const knownCode: Rule = {
  name: 'known-code',
  apply(utterance) {
    const { kind } = utterance.table;
    if (kind !== 'question' && kind !== 'step' && kind !== 'undoing' && kind !== 'offer') return undefined;
    return isKnownCodeAlone(utterance) ? unclear(actGuess('failed'), actGuess('ask-code')) : undefined;
  },
};
