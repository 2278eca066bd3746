/**
 * Rebuilds everything that is learned: the classifier (`knowledge/utterances/model.bin`), the calibration of the reader
 * (`understanding/reader/calibration.json`) and the reader in the cache, where the next start finds it.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatFinding } from '../knowledge/compiler/finding.ts';
import { loadKnowledge } from '../knowledge/compiler/load.ts';
import { loadUtterances } from '../knowledge/compiler/utterances.ts';
import { KNOWLEDGE_DIR } from '../service/assemble.ts';
import { CALIBRATION_FILE, MODEL_CACHE, assembleReader, readerInputs } from '../service/learned.ts';
import { saveModel } from '../understanding/classifier/model.ts';
import { TRAINING_SETTINGS, trainModel } from '../understanding/classifier/train.ts';
import { readWordTable } from '../understanding/classifier/word-table.ts';
import { fitCalibration, outOfFoldTrials, sharesAbove } from '../understanding/reader/calibrate.ts';
import type { CalibrationFile } from '../understanding/reader/calibration.ts';
import { settingsFingerprint } from '../understanding/reader/fingerprint.ts';
import { READER_SETTINGS } from '../understanding/reader/model.ts';

const only = process.argv[2];
if (only !== undefined && only !== 'classifier' && only !== 'reader') {
  console.error('npm run train [classifier|reader]');
  process.exitCode = 1;
} else {
  if (only !== 'reader') await trainClassifier();
  if (only !== 'classifier') await calibrateReader();
}

async function trainClassifier(): Promise<void> {
  const utterances = await loadUtterances();
  const folder = join(KNOWLEDGE_DIR, 'utterances');
  const table = readWordTable(await readFile(join(folder, 'words.en.json')));
  const model = trainModel(utterances, TRAINING_SETTINGS, table);
  const bytes = saveModel(model);
  const path = join(folder, 'model.bin');
  await writeFile(path, bytes);
  console.log(`${utterances.length} lines, ${model.encoder.space.names.length} features, ${bytes.length} bytes -> ${path} (${model.hash})`);
}

/** Each voice is read by a model that never heard it; a voice with few lines is heard by all of them. */
async function calibrateReader(): Promise<void> {
  const compiled = await loadKnowledge(KNOWLEDGE_DIR);
  if (!compiled.graph) throw new Error(`The knowledge cannot be used:\n${compiled.findings.map(formatFinding).join('\n')}`);
  const { sayings, graph, table } = await readerInputs(compiled.graph);
  const lines = (voice: string): number => sayings.filter((saying) => saying.voice === voice).length;
  const voices = [...new Set(sayings.map(({ voice }) => voice))].filter((voice) => lines(voice) >= 1000);
  console.log(`${sayings.length} sayings; a model for each of ${voices.join(', ')} that leaves it out`);
  const trials = outOfFoldTrials(sayings, graph, READER_SETTINGS, table, ({ voice }) => (voices.includes(voice) ? voice : undefined), 0.3);

  for (const voice of voices) {
    // Judged by the other voices: neither the model nor the calibration knows this one.
    const [own, others] = [trials.filter(({ saying }) => saying.voice === voice), trials.filter(({ saying }) => saying.voice !== voice)];
    const calibration = fitCalibration(others);
    const figures = [0, 0.6, 0.7, 0.8].map((threshold) => {
      const { right, wrong } = sharesAbove(own, calibration, threshold);
      return `${(100 * right).toFixed(1)} right ${(100 * wrong).toFixed(1)} wrong from ${threshold}`;
    });
    console.log(`  ${voice}, ${own.length} readings: ${figures.join('; ')}`);
  }

  const calibration = fitCalibration(trials);
  const file: CalibrationFile = {
    settings: settingsFingerprint(READER_SETTINGS),
    readings: trials.length,
    right: trials.filter(({ right }) => right).length,
    ...calibration,
  };
  await writeFile(CALIBRATION_FILE, `${JSON.stringify(file, undefined, 2)}\n`);
  await rm(MODEL_CACHE, { recursive: true, force: true });
  await assembleReader(compiled.graph, (name) => console.log(`building the ${name} for the cache`));
}
