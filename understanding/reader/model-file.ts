import type { WordTable } from '../classifier/word-table.ts';
import { ReaderEncoder } from './encoder.ts';
import { FeatureTable } from './feature-table.ts';
import type { ReaderModel, ReaderSettings } from './model.ts';
import type { Network, NetworkShape } from './network.ts';
import type { ReaderGraph } from './possible.ts';
import { SayingsIndex } from './sayings-index.ts';

type Numbers = Int8Array | Uint16Array | Uint32Array | Float32Array;

const KINDS = { Int8Array, Uint16Array, Uint32Array, Float32Array } as const;
type Kind = keyof typeof KINDS;

interface Header {
  readonly format: 1;
  readonly settings: ReaderSettings;
  readonly graph: Pick<ReaderGraph, 'questions'>;
  readonly labels: readonly string[];
  readonly groups: readonly string[];
  readonly lines: number;
  readonly shapes: readonly NetworkShape[];
  readonly texts: readonly string[];
  /** Kind and length of the arrays that follow, in order. */
  readonly arrays: readonly (readonly [Kind, number])[];
}

/** Arrays begin at multiples of this, so that a view of wide elements can lie on the bytes as they are. */
const ALIGNED = 4;
const PREFIX = 4;

function padded(length: number): number {
  return Math.ceil(length / ALIGNED) * ALIGNED;
}

function arraysOf({ encoder, networks, sayings }: ReaderModel): readonly Numbers[] {
  return [
    encoder.features.hashes,
    encoder.features.frequencies,
    sayings.groups,
    sayings.starts,
    sayings.rows,
    ...networks.flatMap(({ features, scales, meaning, contexts, outputs, biases }) => [features, scales, meaning, contexts, outputs, biases]),
  ];
}

/** Equal models give equal bytes. The word table is not among them. */
export function saveReader(model: ReaderModel): Uint8Array {
  const arrays = arraysOf(model);
  const header: Header = {
    format: 1,
    settings: model.settings,
    graph: model.graph,
    labels: model.labels,
    groups: model.groups,
    lines: model.encoder.lines,
    shapes: model.networks.map(({ shape }) => shape),
    texts: model.sayings.texts,
    arrays: arrays.map((array) => [array.constructor.name as Kind, array.length]),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = padded(PREFIX + text.length);
  const bytes = new Uint8Array(start + arrays.reduce((sum, array) => sum + padded(array.byteLength), 0));
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, PREFIX);
  let at = start;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += padded(array.byteLength);
  }
  return bytes;
}

/**
 * @param bytes what `saveReader` gave, on a machine of the same byte order.
 * @param table the word table that the model was trained with.
 * @throws Error when the bytes are of another format or cut short.
 */
export function loadReader(bytes: Uint8Array, table?: WordTable): ReaderModel {
  // A copy: a view needs its offset to be a multiple of its element's size, which a file's buffer does not promise.
  const { buffer } = bytes.slice();
  const header = headerOf(buffer);
  let at = padded(PREFIX + new DataView(buffer).getUint32(0, true));
  const arrays = header.arrays.map(([kind, length]) => {
    const array = new KINDS[kind](buffer, at, length);
    at += padded(array.byteLength);
    return array;
  });
  let next = 0;
  const take = <T extends Numbers>(): T => arrays[next++] as T;
  const features = new FeatureTable(take<Uint32Array>(), take<Uint16Array>());
  const encoder = new ReaderEncoder(features, header.lines, header.settings.features, table);
  const groups = take<Uint16Array>();
  const sayings = new SayingsIndex(header.texts, groups, take<Uint32Array>(), take<Uint16Array | Uint32Array>(), encoder);
  const networks = header.shapes.map((shape): Network => ({
    shape,
    features: take<Int8Array>(),
    scales: take<Float32Array>(),
    meaning: take<Float32Array>(),
    contexts: take<Float32Array>(),
    outputs: take<Float32Array>(),
    biases: take<Float32Array>(),
  }));
  for (const { shape } of networks) {
    if (shape.meanings !== encoder.meanings) throw new Error(`The reader was trained with a word table of ${shape.meanings / 2} dimensions`);
  }
  const { settings, graph, labels } = header;
  return { settings, graph, labels, encoder, networks, sayings, groups: header.groups };
}

function headerOf(buffer: ArrayBuffer): Header {
  try {
    const length = new DataView(buffer).getUint32(0, true);
    const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, PREFIX, length))) as Header;
    const end = header.arrays.reduce((sum, [kind, count]) => sum + padded(KINDS[kind].BYTES_PER_ELEMENT * count), padded(PREFIX + length));
    if (header.format === 1 && end === buffer.byteLength) return header;
  } catch (cause) {
    throw new Error('These bytes are no reader', { cause });
  }
  throw new Error('The reader is of another format or cut short');
}
