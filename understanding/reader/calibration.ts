import type { Logistic } from '../classifier/calibration.ts';
import type { ReaderSettings } from './model.ts';
import { settingsFingerprint } from './fingerprint.ts';
import { SIGNALS } from './signals.ts';

/** `calibration.json`: made by `npm run train` from readings of lines that the reader had not seen. */
export interface CalibrationFile extends Logistic {
  /** Of the settings that it holds for: see `settingsFingerprint`. */
  readonly settings: string;
  /** Readings it was fitted on, and how many of them were right. */
  readonly readings: number;
  readonly right: number;
}

/** @throws Error when the calibration was made for other settings. */
export function calibrationFor(settings: ReaderSettings, file: CalibrationFile): Logistic {
  if (file.settings !== settingsFingerprint(settings) || file.weights.length !== SIGNALS) {
    throw new Error('The calibration of the reader is of other settings: run `npm run train`');
  }
  return file;
}
