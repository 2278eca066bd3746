import type { Figure } from '../bench.ts';
import type { Prediction } from './contender.ts';
import type { Corpus, Labelled } from './corpora.ts';
import { auroc, percentage, round, shareAbove, thresholdRefusing } from './metrics.ts';
import { runTrial } from './trial.ts';
import { randomFrom } from '../../learning/simulation/random.ts';
import { withTypos } from './typos.ts';

export interface Comparison {
  readonly corpora: readonly Corpus[];
  /** Names of contenders, in the order of the report. */
  readonly contenders: readonly string[];
  readonly typos: readonly number[];
  readonly seed: number;
  /** Seconds of processor time that one training may take. */
  readonly limit: number;
  readonly note: (line: string) => void;
}

interface CorpusResult {
  readonly hits: number;
  readonly n: number;
  readonly auroc?: number;
  readonly figures: readonly Figure[];
}

function textsOf(lines: readonly Labelled[]): readonly string[] {
  return lines.map(({ text }) => text);
}

function refusals(answers: readonly Prediction[]): readonly number[] {
  return answers.map(({ confidence }) => -confidence);
}

/** @returns undefined when the contender did not finish training. */
async function measureOne(corpus: Corpus, contender: string, { typos, seed, limit }: Comparison): Promise<CorpusResult | undefined> {
  const { train, test, validation, outOfScope } = corpus;
  const noisy = typos.map((count) => {
    const random = randomFrom(seed + count);
    return textsOf(test).map((text) => withTypos(text, count, random));
  });
  const asked = outOfScope.length > 0 ? textsOf(validation) : [];
  const result = await runTrial({ contender, train, questions: [textsOf(test), outOfScope, asked, ...noisy], limit });
  if (result === undefined) return undefined;

  const [clean = [], foreign = [], known = [], ...slipped] = result.answers;
  const hits = (answers: readonly Prediction[]): number => answers.filter(({ label }, at) => label === test[at]!.label).length;
  const id = `${corpus.id}/${contender}`;
  const n = test.length;
  const figures: Figure[] = [
    percentage(`${id}/right`, hits(clean), n),
    ...slipped.map((answers, at) => percentage(`${id}/right/${typos[at]}-typo`, hits(answers), n)),
    { id: `${id}/train`, value: round(result.trainSeconds, 2), unit: 's', n: train.length },
    { id: `${id}/message`, value: round(result.microseconds, 0), unit: 'us' },
  ];
  if (outOfScope.length === 0) return { hits: hits(clean), n, figures };

  const area = auroc(refusals(clean), refusals(foreign));
  figures.push({ id: `${id}/auroc`, value: area, unit: '%', n: n + foreign.length });
  if (known.length > 0) {
    const caught = shareAbove(refusals(foreign), thresholdRefusing(refusals(known), 0.05));
    figures.push({ id: `${id}/caught-at-5%-refused`, value: round(100 * caught, 2), unit: '%', n: foreign.length });
  }
  return { hits: hits(clean), n, auroc: area, figures };
}

/** Groups of small corpora: SIGDIAL counts every line alike, HINT3 every bot alike. */
function groupFigures(group: string, name: string, results: readonly CorpusResult[]): readonly Figure[] {
  if (results.length < 2) return [];
  const n = results.reduce((sum, result) => sum + result.n, 0);
  if (group === 'sigdial') return [percentage(`${group}/${name}/right`, results.reduce((sum, result) => sum + result.hits, 0), n)];
  const mean = (values: readonly number[]): number => round(values.reduce((sum, value) => sum + value, 0) / values.length, 2);
  const areas = results.map((result) => result.auroc).filter((area) => area !== undefined);
  return [
    { id: `${group}/${name}/right`, value: mean(results.map((result) => (100 * result.hits) / result.n)), unit: '%', n },
    ...(areas.length > 0 ? [{ id: `${group}/${name}/auroc`, value: mean(areas), unit: '%', n }] : []),
  ];
}

function labelCount({ train }: Corpus): number {
  return new Set(train.map(({ label }) => label)).size;
}

/** Every contender on every corpus, same splits and same seed, smallest corpora first, each in its own process. */
export async function measureCorpora(comparison: Comparison): Promise<readonly Figure[]> {
  const { contenders, limit, note } = comparison;
  const corpora = [...comparison.corpora].sort((left, right) => left.train.length - right.train.length);
  const figures: Figure[] = [];
  const unfinished = new Map<string, Corpus>();
  for (const group of new Set(corpora.map((corpus) => corpus.group))) {
    for (const contender of contenders) {
      const members = corpora.filter((some) => some.group === group);
      const results: CorpusResult[] = [];
      for (const corpus of members) {
        const smaller = unfinished.get(contender);
        if (smaller && corpus.train.length >= smaller.train.length && labelCount(corpus) >= labelCount(smaller)) {
          note(`${corpus.id}: ${contender} left out, as it did not finish on the smaller ${smaller.id}`);
          continue;
        }
        const result = await measureOne(corpus, contender, comparison);
        if (result !== undefined) {
          note(`${corpus.id}: ${contender} ${round((100 * result.hits) / result.n, 2)} % right`);
          results.push(result);
          continue;
        }
        note(`${corpus.id}: ${contender} not finished in ${limit} s`);
        unfinished.set(contender, smaller ?? corpus);
        figures.push({ id: `${corpus.id}/${contender}/not-finished-in`, value: limit, unit: 's', n: corpus.train.length });
      }
      figures.push(...results.flatMap((result) => result.figures));
      if (results.length === members.length) figures.push(...groupFigures(group, contender, results));
    }
  }
  return figures;
}
