import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCsv } from './csv.ts';

export interface Labelled {
  readonly text: string;
  readonly label: string;
}

/** One train/test split of a public corpus. Out-of-scope test lines are kept apart. */
export interface Corpus {
  readonly id: string;
  /** Corpora of one group are reported together, as the mean weighted by test lines or plainly. */
  readonly group: string;
  readonly train: readonly Labelled[];
  readonly validation: readonly Labelled[];
  readonly test: readonly Labelled[];
  readonly outOfScope: readonly string[];
  readonly validationOutOfScope: readonly string[];
}

export interface Publication {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly commit: string;
  readonly licence: string;
  /** File -> first 16 digits of its SHA-256. */
  readonly files: Readonly<Record<string, string>>;
}

const FEWSHOT = 'https://github.com/jianguoz/Few-Shot-Intent-Detection';

export const PUBLICATIONS: readonly Publication[] = [
  {
    id: 'banking77',
    title: 'BANKING77 (Casanueva et al. 2020)',
    url: 'https://github.com/PolyAI-LDN/task-specific-datasets',
    commit: '57ec275',
    licence: 'CC BY 4.0',
    files: { 'banking77/train.csv': 'b06e26ac67551395', 'banking77/test.csv': 'd12d6e3bc4c31039' },
  },
  {
    id: 'clinc150',
    title: 'CLINC150 (Larson et al. 2019)',
    url: 'https://github.com/clinc/oos-eval',
    commit: '828f809',
    licence: 'CC BY 3.0',
    files: { 'clinc/data_full.json': '36923c3705a59e08', 'clinc/data_small.json': '050e17476e6b4fa8' },
  },
  {
    id: 'hwu64',
    title: 'HWU64 (Liu et al. 2019), and 10 utterances per intent of three corpora',
    url: FEWSHOT,
    commit: 'fa95533',
    licence: 'CC BY 4.0 (HWU64, BANKING77), CC BY 3.0 (CLINC150)',
    files: {
      'fewshot/HWU64/train/seq.in': '6f37991e7920711e',
      'fewshot/HWU64/train/label': '90e21d2f25cba02d',
      'fewshot/HWU64/valid/seq.in': 'fa939bc5394f7086',
      'fewshot/HWU64/valid/label': 'aec9b5c05528709e',
      'fewshot/HWU64/test/seq.in': 'c0129df86114872d',
      'fewshot/HWU64/test/label': 'aec9b5c05528709e',
      'fewshot/HWU64/train_10/seq.in': '285193d07bb7fc7e',
      'fewshot/HWU64/train_10/label': 'c40a013fa9b98df5',
      'fewshot/BANKING77/train_10/seq.in': '3b9f7eebee78ed65',
      'fewshot/BANKING77/train_10/label': 'bbd4fc38a7bf9594',
      'fewshot/CLINC150/train_10/seq.in': 'f03385d063e51397',
      'fewshot/CLINC150/train_10/label': '5e35540a477d0d25',
    },
  },
  {
    id: 'hint3',
    title: 'HINT3 v1 (Arora et al. 2020)',
    url: 'https://github.com/hellohaptik/HINT3',
    commit: '99965c8',
    licence: 'ODbL 1.0, contents DbCL 1.0',
    files: {
      'hint3/dataset/v1/train/curekart_train.csv': 'f5dd24f36db6ee00',
      'hint3/dataset/v1/test/curekart_test.csv': '19173881f51949b8',
      'hint3/dataset/v1/train/powerplay11_train.csv': 'af230d4aa97e2c01',
      'hint3/dataset/v1/test/powerplay11_test.csv': '1a4bde924f924342',
      'hint3/dataset/v1/train/sofmattress_train.csv': '0addf4dc4b9df1e7',
      'hint3/dataset/v1/test/sofmattress_test.csv': '8d36c0e5d49225f0',
    },
  },
  {
    id: 'sigdial',
    title: 'AskUbuntu, Chatbot, WebApplications (Braun et al. 2017)',
    url: 'https://github.com/sebischair/NLU-Evaluation-Corpora',
    commit: '9bac08b',
    licence: 'CC BY-SA 3.0',
    files: {
      'sebischair/AskUbuntuCorpus.json': '2eaac51ed3d53e06',
      'sebischair/ChatbotCorpus.json': '34ae4577802af411',
      'sebischair/WebApplicationsCorpus.json': 'da737aa784a065e3',
    },
  },
];

/** Reads files of a folder, refusing any whose content is not the published one. */
class Folder {
  readonly #directory: string;
  readonly #hashes: ReadonlyMap<string, string>;

  constructor(directory: string) {
    this.#directory = directory;
    this.#hashes = new Map(PUBLICATIONS.flatMap(({ files }) => Object.entries(files)));
  }

  async text(path: string): Promise<string> {
    const bytes = await readFile(join(this.#directory, path));
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    if (hash !== this.#hashes.get(path)) {
      throw new Error(`${path}: its SHA-256 begins with ${hash}, the published file's with ${this.#hashes.get(path) ?? '(not listed)'}`);
    }
    return bytes.toString('utf8');
  }

  async csv(path: string): Promise<readonly Labelled[]> {
    const rows = parseCsv(await this.text(path)).slice(1);
    return rows.map(([text, label]) => ({ text: text ?? '', label: label ?? '' }));
  }

  async pair(path: string): Promise<readonly Labelled[]> {
    const texts = (await this.text(`${path}/seq.in`)).trimEnd().split('\n');
    const labels = (await this.text(`${path}/label`)).trimEnd().split('\n');
    return texts.map((text, at) => ({ text: text.trim(), label: labels[at]?.trim() ?? '' }));
  }
}

const NONE = { validation: [], outOfScope: [], validationOutOfScope: [] } as const;

type ClincFile = Readonly<Record<'train' | 'val' | 'test' | 'oos_val' | 'oos_test', readonly (readonly [string, string])[]>>;

async function clinc(folder: Folder, id: string, file: string): Promise<Corpus> {
  const data = JSON.parse(await folder.text(file)) as ClincFile;
  const lines = (part: keyof ClincFile): Labelled[] => data[part].map(([text, label]) => ({ text, label }));
  const texts = (part: keyof ClincFile): string[] => data[part].map(([text]) => text);
  return {
    id,
    group: id,
    train: lines('train'),
    validation: lines('val'),
    test: lines('test'),
    outOfScope: texts('oos_test'),
    validationOutOfScope: texts('oos_val'),
  };
}

const HINT3_NONE = 'NO_NODES_DETECTED';

async function hint3(folder: Folder, bot: string): Promise<Corpus> {
  const all = await folder.csv(`hint3/dataset/v1/test/${bot}_test.csv`);
  return {
    ...NONE,
    id: `hint3-${bot}`,
    group: 'hint3',
    train: await folder.csv(`hint3/dataset/v1/train/${bot}_train.csv`),
    test: all.filter(({ label }) => label !== HINT3_NONE),
    outOfScope: all.filter(({ label }) => label === HINT3_NONE).map(({ text }) => text),
  };
}

interface SigdialFile {
  readonly sentences: readonly { readonly text: string; readonly intent: string; readonly training: boolean }[];
}

async function sigdial(folder: Folder, name: string): Promise<Corpus> {
  const { sentences } = JSON.parse(await folder.text(`sebischair/${name}Corpus.json`)) as SigdialFile;
  const part = (training: boolean): Labelled[] =>
    sentences.filter((line) => line.training === training).map(({ text, intent }) => ({ text, label: intent }));
  return { ...NONE, id: `sigdial-${name.toLowerCase()}`, group: 'sigdial', train: part(true), test: part(false) };
}

/** Every corpus and split that the bench knows, read from a folder laid out as the publications' files say. */
export async function readCorpora(directory: string): Promise<readonly Corpus[]> {
  const folder = new Folder(directory);
  const full = await clinc(folder, 'clinc150', 'clinc/data_full.json');
  const banking: Corpus = {
    ...NONE,
    id: 'banking77',
    group: 'banking77',
    train: await folder.csv('banking77/train.csv'),
    test: await folder.csv('banking77/test.csv'),
  };
  const hwu: Corpus = {
    ...NONE,
    id: 'hwu64',
    group: 'hwu64',
    train: await folder.pair('fewshot/HWU64/train'),
    validation: await folder.pair('fewshot/HWU64/valid'),
    test: await folder.pair('fewshot/HWU64/test'),
  };
  const ten = async (corpus: Corpus, name: string): Promise<Corpus> => ({
    ...corpus,
    id: `${corpus.id}-10`,
    group: `${corpus.id}-10`,
    train: await folder.pair(`fewshot/${name}/train_10`),
  });
  return [
    banking,
    await ten(banking, 'BANKING77'),
    hwu,
    await ten(hwu, 'HWU64'),
    full,
    await clinc(folder, 'clinc150-small', 'clinc/data_small.json'),
    await ten(full, 'CLINC150'),
    ...(await Promise.all(['curekart', 'powerplay11', 'sofmattress'].map((bot) => hint3(folder, bot)))),
    ...(await Promise.all(['AskUbuntu', 'Chatbot', 'WebApplications'].map((name) => sigdial(folder, name)))),
  ];
}
