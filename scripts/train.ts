/**
 * Rebuilds everything that is learned: the calibration of the reader (`understanding/reader/calibration.json`), which belongs
 * into the repository, and the models in the cache, where the next start finds them.
 */
import { rm, writeFile } from 'node:fs/promises';
import { formatFinding } from '../knowledge/compiler/finding.ts';
import { loadKnowledge } from '../knowledge/compiler/load.ts';
import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import { KNOWLEDGE_DIR } from '../service/assemble.ts';
import { CALIBRATION_FILE, MODEL_CACHE, assembleReader, readerInputs } from '../service/learned.ts';
import { assembleModel } from '../service/learned-classifier.ts';
import { fitCalibration, outOfFoldTrials, sharesAbove } from '../understanding/reader/calibrate.ts';
import type { CalibrationFile } from '../understanding/reader/calibration.ts';
import { settingsFingerprint } from '../understanding/reader/fingerprint.ts';
import { READER_SETTINGS } from '../understanding/reader/model.ts';

/** Trainings for the calibration: voices are dealt out to so many folds. */
const FOLDS = 4;

const only = process.argv[2];
if (only !== undefined && only !== 'cache') {
  console.error('npm run train [cache]    cache: only what is missing there');
  process.exitCode = 1;
} else {
  const compiled = await loadKnowledge(KNOWLEDGE_DIR);
  if (!compiled.graph) throw new Error(`The knowledge cannot be used:\n${compiled.findings.map(formatFinding).join('\n')}`);
  if (only !== 'cache') {
    await rm(MODEL_CACHE, { recursive: true, force: true });
    await calibrateReader(compiled.graph);
  }
  await assembleReader(compiled.graph, building);
  await assembleModel(building);
}

/** Each voice is read by a model that never heard it; a voice with few lines, and other languages, are heard by all of them. */
async function calibrateReader(knowledge: KnowledgeGraph): Promise<void> {
  const { sayings, graph, table } = await readerInputs(knowledge);
  const english = sayings.filter(({ language }) => language === 'en');
  const lines = (voice: string): number => english.filter((saying) => saying.voice === voice).length;
  const voices = [...new Set(english.map(({ voice }) => voice))].filter((voice) => lines(voice) >= 1000);
  const foldOf = (voice: string): string | undefined => {
    const at = voices.indexOf(voice);
    return at < 0 ? undefined : voices.filter((_, other) => other % FOLDS === at % FOLDS).join(' and ');
  };
  console.log(`${sayings.length} sayings; a model each without ${[...new Set(voices.map(foldOf))].join(', ')}`);
  const trials = outOfFoldTrials(sayings, graph, READER_SETTINGS, table, ({ voice, language }) => (language === 'en' ? foldOf(voice) : undefined), 0.3);

  for (const voice of voices) {
    // Judged by the other voices: neither the model nor the calibration knows this one.
    const own = trials.filter(({ saying }) => saying.voice === voice);
    const others = trials.filter(({ saying }) => saying.voice !== voice);
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
}

function building(name: string): void {
  console.log(`building the ${name} for the cache`);
}
