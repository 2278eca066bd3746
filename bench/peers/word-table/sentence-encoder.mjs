import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';

const require = createRequire(import.meta.url);
const BATCH = 64;
/** The first pieces of the vocabulary are marks, not text. */
const MARKS = 6;

/**
 * Universal Sentence Encoder lite from a folder with `model.json`, its weights and `vocab.json`.
 * @returns words -> one vector of 512 each
 */
export async function sentenceEncoder(folder) {
  setWasmPaths(`${dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'))}/dist/`);
  await tf.setBackend('wasm');
  const { modelTopology, format, weightsManifest } = JSON.parse(readFileSync(`${folder}model.json`, 'utf8'));
  const weights = Buffer.concat(weightsManifest.flatMap(({ paths }) => paths).map((path) => readFileSync(folder + path)));
  const model = await loadGraphModel({
    load: () => Promise.resolve({
      modelTopology,
      format,
      weightSpecs: weightsManifest.flatMap((group) => group.weights),
      weightData: weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.byteLength),
    }),
  });
  const pieces = pieceTable(JSON.parse(readFileSync(`${folder}vocab.json`, 'utf8')));

  return async (words) => {
    const vectors = [];
    for (let from = 0; from < words.length; from += BATCH) {
      const ids = words.slice(from, from + BATCH).map((word) => split(word, pieces));
      const places = ids.flatMap((row, at) => row.map((_, column) => [at, column]));
      const indices = tf.tensor2d(places, [places.length, 2], 'int32');
      const values = tf.tensor1d(ids.flat(), 'int32');
      const result = await model.executeAsync({ indices, values });
      const flat = await result.data();
      const width = flat.length / ids.length;
      ids.forEach((_, at) => vectors.push(Float64Array.from(flat.slice(at * width, (at + 1) * width))));
      tf.dispose([indices, values, result]);
    }
    return vectors;
  };
}

function pieceTable(vocabulary) {
  return new Map(vocabulary.map(([piece, score], id) => [piece, { id, score }]).slice(MARKS));
}

/** The likeliest division of a word into pieces (Viterbi over a unigram model). */
function split(word, pieces) {
  const text = `\u2581${word}`;
  const best = [{ score: 0, ids: [] }];
  for (let to = 1; to <= text.length; to++) {
    for (let from = Math.max(0, to - 20); from < to; from++) {
      const piece = pieces.get(text.slice(from, to));
      if (piece === undefined || best[from] === undefined) continue;
      const score = best[from].score + piece.score;
      if (best[to] === undefined || score > best[to].score) best[to] = { score, ids: [...best[from].ids, piece.id] };
    }
  }
  return best[text.length]?.ids ?? [0];
}
