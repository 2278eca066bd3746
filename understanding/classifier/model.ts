import { deflateSync, inflateSync } from 'node:zlib';
import type { BayesRatios } from './bayes-ratio.ts';
import type { CalibratedHead } from './calibrated-head.ts';
import { Encoder } from './encoder.ts';
import { FeatureSpace } from './features.ts';
import type { FeatureOptions } from './features.ts';
import type { LinearHead } from './linear-head.ts';
import type { ScopeGate } from './scope.ts';
import { createWordTable } from './word-table.ts';

/** Everything that was learned. */
export interface Model {
  /** Of the training data and settings: see `fingerprint`. */
  readonly hash: string;
  readonly encoder: Encoder;
  readonly symptom: CalibratedHead;
  readonly intent: CalibratedHead;
  readonly scope: ScopeGate;
}

interface StoredHead {
  readonly labels: readonly string[];
  readonly sharpness: number;
  /** Base64 of: weights a feature (bytes), then the label and the weight of each, then scale and bias a label (floats). */
  readonly counts: string;
  readonly classes: string;
  readonly weights: string;
  readonly scales: string;
  readonly biases: string;
}

interface StoredModel {
  readonly format: 3;
  readonly hash: string;
  readonly options: FeatureOptions;
  readonly words: string;
  /** Words of the table, carried along so that a model is one file; their vectors follow the text. */
  readonly tableWords: string;
  readonly names: string;
  readonly texts: number;
  readonly frequencies: string;
  readonly symptom: StoredHead;
  readonly intent: StoredHead;
  readonly scope: {
    readonly head: StoredHead;
    readonly tokens: string;
    readonly ratios: string;
    readonly weights: readonly number[];
    readonly bias: number;
    readonly threshold: number;
  };
}

function base64(array: Uint8Array | Int8Array | Uint16Array | Int16Array | Float32Array): string {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');
}

/** A copy, so that wider elements lie where their size wants them. */
function buffer(text: string): ArrayBuffer {
  const bytes = Buffer.from(text, 'base64');
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

/** Labels fit a byte: a model with more than 255 of them is refused. */
function storeHead({ head, sharpness }: CalibratedHead): StoredHead {
  if (head.labels.length > 255) throw new RangeError(`A stored head holds 255 labels, not ${head.labels.length}`);
  const counts = Uint8Array.from({ length: head.starts.length - 1 }, (_, at) => head.starts[at + 1]! - head.starts[at]!);
  return {
    labels: head.labels,
    sharpness,
    counts: base64(counts),
    classes: base64(Uint8Array.from(head.classes)),
    weights: base64(head.weights),
    scales: base64(head.scales),
    biases: base64(head.biases),
  };
}

function readHead(stored: StoredHead): CalibratedHead {
  const counts = new Uint8Array(buffer(stored.counts));
  const starts = new Uint32Array(counts.length + 1);
  for (let at = 0; at < counts.length; at++) starts[at + 1] = starts[at]! + counts[at]!;
  const head: LinearHead = {
    labels: stored.labels,
    starts,
    classes: Uint16Array.from(new Uint8Array(buffer(stored.classes))),
    weights: new Int8Array(buffer(stored.weights)),
    scales: new Float32Array(buffer(stored.scales)),
    biases: new Float32Array(buffer(stored.biases)),
  };
  return { head, sharpness: stored.sharpness };
}

/** Ratios keep two decimals, which is how they were rounded in training. */
function storeRatios(ratios: BayesRatios): { tokens: string; ratios: string } {
  return {
    tokens: [...ratios.keys()].join('\n'),
    ratios: base64(Int16Array.from(ratios.values(), (ratio) => Math.round(ratio * 100))),
  };
}

function readRatios(tokens: string, ratios: string): BayesRatios {
  const values = new Int16Array(buffer(ratios));
  return new Map(tokens.split('\n').map((token, at) => [token, values[at]! / 100]));
}

/** Bytes before the text, that say how long it is. */
const PREFIX = 4;

/** Length of the text, the text as deflated JSON, the word table's vectors. Equal models give equal bytes. */
export function saveModel(model: Model): Uint8Array {
  const { space, words, table } = model.encoder;
  const { head, ratios, combination, threshold } = model.scope;
  const stored: StoredModel = {
    format: 3,
    hash: model.hash,
    options: space.options,
    words: words.join(' '),
    tableWords: table?.words.join(' ') ?? '',
    names: space.names.join('\n'),
    texts: space.texts,
    frequencies: base64(Uint16Array.from(space.frequencies, (count) => Math.min(count, 0xffff))),
    symptom: storeHead(model.symptom),
    intent: storeHead(model.intent),
    scope: { head: storeHead({ head, sharpness: 1 }), ...storeRatios(ratios), ...combination, threshold },
  };
  const text = deflateSync(JSON.stringify(stored), { level: 9 });
  const prefix = Buffer.alloc(PREFIX);
  prefix.writeUInt32LE(text.length);
  return Buffer.concat([prefix, text, new Uint8Array(table?.vectors ?? [])]);
}

const OTHER_FORMAT = 'The model file is of another format: run `node --import tsx scripts/train.ts`';

function textOf(deflated: Uint8Array): string {
  try {
    return inflateSync(deflated).toString('utf8');
  } catch (cause) {
    throw new Error(OTHER_FORMAT, { cause });
  }
}

/**
 * @param bytes what `saveModel` gave.
 * @throws Error when the bytes are of another format.
 */
export function loadModel(bytes: Uint8Array): Model {
  const buffered = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = PREFIX + buffered.readUInt32LE();
  const stored = JSON.parse(textOf(buffered.subarray(PREFIX, end))) as StoredModel;
  if (stored.format !== 3) throw new Error(OTHER_FORMAT);
  const table =
    stored.tableWords === '' ? undefined : createWordTable(stored.tableWords.split(' '), Int8Array.from(buffered.subarray(end)));
  const frequencies = Uint32Array.from(new Uint16Array(buffer(stored.frequencies)));
  const space = new FeatureSpace(stored.names.split('\n'), frequencies, stored.texts, stored.options, table);
  const { head, tokens, ratios, weights, bias, threshold } = stored.scope;
  return {
    hash: stored.hash,
    encoder: new Encoder(space, stored.words.split(' '), table),
    symptom: readHead(stored.symptom),
    intent: readHead(stored.intent),
    scope: { head: readHead(head).head, ratios: readRatios(tokens, ratios), combination: { weights, bias }, threshold },
  };
}
