import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Prediction } from './contender.ts';
import type { Labelled } from './corpora.ts';

/** One contender, trained on one corpus and asked about texts of it. */
export interface Trial {
  readonly contender: string;
  readonly train: readonly Labelled[];
  readonly questions: readonly (readonly string[])[];
  /** Seconds of processor time after which training is given up. */
  readonly limit: number;
}

export interface TrialResult {
  /** Processor time of training. */
  readonly trainSeconds: number;
  /** Mean processor time of a message. */
  readonly microseconds: number;
  /** One list of answers for each list of questions. */
  readonly answers: readonly (readonly Prediction[])[];
}

/** With this signal a trial ends itself when its time is over. */
export const OUT_OF_TIME = 'SIGTERM';

const PROCESS = fileURLToPath(new URL('trial-process.ts', import.meta.url));

/**
 * Runs a trial in a process of its own: a contender that does not end can be ended, and none leaves anything behind
 * that would slow down the next.
 * @returns undefined when training was not finished within the limit.
 * @throws Error when the process ends in any other way without an answer.
 */
export function runTrial(trial: Trial): Promise<TrialResult | undefined> {
  return new Promise((resolve, reject) => {
    const child = fork(PROCESS, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    let result: TrialResult | undefined;
    child.on('message', (message) => {
      result = message as TrialResult;
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (result !== undefined || signal === OUT_OF_TIME) resolve(result);
      else reject(new Error(`${trial.contender} ended without an answer (code ${code}, signal ${signal})`));
    });
    child.send(trial);
  });
}
