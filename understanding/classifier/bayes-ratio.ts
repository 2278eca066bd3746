import { bayesCounts } from './natural.ts';
import { stemOf } from './tokens.ts';

/** For each token, how much more often it stands in foreign texts than in ours: a difference of logarithms. */
export type BayesRatios = ReadonlyMap<string, number>;

/** Stems and pairs of stems, each once: natural's Bayes classifier counts documents, not occurrences. */
function observation(tokens: readonly string[]): readonly string[] {
  const stems = tokens.map(stemOf);
  return [...new Set([...stems, ...stems.slice(1).map((stem, at) => `${stems[at]!} ${stem}`)])];
}

/**
 * natural's two-class Bayes classifier as a table. Its own answer multiplies after exponentiating and underflows
 * on a pasted log; its counts do not, so the ratio is taken from them.
 */
export function trainBayesRatios(texts: readonly (readonly string[])[], foreign: readonly boolean[]): BayesRatios {
  const bayes = bayesCounts();
  // A key such as `constructor` would be found on every object: the prefix keeps tokens apart from it.
  texts.forEach((tokens, at) => {
    const keys = Object.fromEntries(observation(tokens).map((token, place) => [place, `t${token}`]));
    bayes.addExample(keys, foreign[at] ? 'foreign' : 'ours');
  });
  const { ours = {}, foreign: theirs = {} } = bayes.classFeatures;
  const shift = Math.log(bayes.classTotals['ours'] ?? 1) - Math.log(bayes.classTotals['foreign'] ?? 1);
  const ratios = new Map<string, number>();
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    // A document adds one, the first one `smoothing` more: seen once, it says nothing that would hold again.
    if ((ours[key] ?? 0) + (theirs[key] ?? 0) < 2 + bayes.smoothing) continue;
    const ratio = Math.log(theirs[key] ?? bayes.smoothing) - Math.log(ours[key] ?? bayes.smoothing) + shift;
    ratios.set(key.slice(1), Math.round(ratio * 100) / 100);
  }
  return ratios;
}

/** Mean log ratio of the tokens that were seen in training; 0 when none was. */
export function bayesRatio(ratios: BayesRatios, tokens: readonly string[]): number {
  let sum = 0;
  let seen = 0;
  for (const token of observation(tokens)) {
    const ratio = ratios.get(token);
    if (ratio === undefined) continue;
    sum += ratio;
    seen++;
  }
  return sum / Math.sqrt(seen + 1);
}
