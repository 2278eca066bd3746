import type { Contender, TrainedContender } from './contender.ts';
import type { Corpus, Labelled } from './corpora.ts';
import { auroc, percentage, round, shareAbove, thresholdRefusing } from './metrics.ts';
import type { Figure } from '../bench.ts';
import { randomFrom, withTypos } from './typos.ts';

interface CorpusResult {
  readonly hits: number;
  readonly n: number;
  readonly auroc?: number;
  readonly figures: readonly Figure[];
}

async function hits(trained: TrainedContender, lines: readonly Labelled[]): Promise<number> {
  let right = 0;
  for (const { text, label } of lines) if ((await trained.predict(text)).label === label) right++;
  return right;
}

async function refusals(trained: TrainedContender, texts: readonly string[]): Promise<readonly number[]> {
  const scores: number[] = [];
  for (const text of texts) scores.push(-(await trained.predict(text)).confidence);
  return scores;
}

async function measureOne(corpus: Corpus, contender: Contender, typos: readonly number[], seed: number): Promise<CorpusResult> {
  const id = `${corpus.id}/${contender.name}`;
  const started = process.cpuUsage().user;
  const trained = await contender.train(corpus.train);
  const seconds = (process.cpuUsage().user - started) / 1e6;
  const right = await hits(trained, corpus.test);
  const n = corpus.test.length;
  const figures: Figure[] = [percentage(`${id}/right`, right, n), { id: `${id}/train`, value: round(seconds, 2), unit: 's', n: corpus.train.length }];
  for (const count of typos) {
    const random = randomFrom(seed + count);
    const noisy = corpus.test.map(({ text, label }) => ({ text: withTypos(text, count, random), label }));
    figures.push(percentage(`${id}/right/${count}-typo`, await hits(trained, noisy), n));
  }
  if (corpus.outOfScope.length === 0) return { hits: right, n, figures };

  const texts = (lines: readonly Labelled[]): string[] => lines.map(({ text }) => text);
  const foreign = await refusals(trained, corpus.outOfScope);
  const area = auroc(await refusals(trained, texts(corpus.test)), foreign);
  figures.push({ id: `${id}/auroc`, value: area, unit: '%', n: n + foreign.length });
  if (corpus.validation.length > 0) {
    const threshold = thresholdRefusing(await refusals(trained, texts(corpus.validation)), 0.05);
    figures.push({ id: `${id}/caught-at-5%-refused`, value: round(100 * shareAbove(foreign, threshold), 2), unit: '%', n: foreign.length });
  }
  return { hits: right, n, auroc: area, figures };
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

/** Every contender on every corpus, same splits, same order, same process. */
export async function measureCorpora(
  corpora: readonly Corpus[],
  contenders: readonly Contender[],
  seed: number,
  note: (line: string) => void,
): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const group of new Set(corpora.map((corpus) => corpus.group))) {
    for (const contender of contenders) {
      const results: CorpusResult[] = [];
      for (const corpus of corpora.filter((some) => some.group === group)) {
        if (corpus.train.length > contender.mostLines) {
          note(`${corpus.id}: ${contender.name} left out, it does not end in time beyond ${contender.mostLines} lines`);
          continue;
        }
        const typos = corpus.id.endsWith('-10') ? [1, 2] : [];
        results.push(await measureOne(corpus, contender, typos, seed));
      }
      figures.push(...results.flatMap((result) => result.figures), ...groupFigures(group, contender.name, results));
    }
  }
  return figures;
}
