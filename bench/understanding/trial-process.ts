/** The process of one trial: trains what it is sent, answers what it is asked, and ends. */
import { Worker } from 'node:worker_threads';
import { endProcess } from '../../scripts/end-process.ts';
import type { Prediction } from './contender.ts';
import { loadContenders } from './contenders.ts';
import { OUT_OF_TIME } from './trial.ts';
import type { Trial, TrialResult } from './trial.ts';

/** Training may hold the thread for minutes, so another one watches the processor time. */
const WATCH = `
  const { workerData: { limit, signal } } = require('node:worker_threads');
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    if ((user + system) / 1e6 > limit) process.kill(process.pid, signal);
  }, 250);
`;

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

async function run({ contender: name, train, questions, limit }: Trial): Promise<TrialResult> {
  const contender = (await loadContenders()).find((some) => some.name === name);
  if (contender === undefined) throw new Error(`No contender is called ${name}`);
  const started = processorSeconds();
  const workerData = { limit: started + limit, signal: OUT_OF_TIME };
  const watch = new Worker(WATCH, { eval: true, execArgv: [], workerData });
  const trained = await contender.train(train);
  const trainSeconds = processorSeconds() - started;
  await watch.terminate();

  const from = processorSeconds();
  const answers: Prediction[][] = [];
  for (const texts of questions) {
    const row: Prediction[] = [];
    for (const text of texts) row.push(await trained.predict(text));
    answers.push(row);
  }
  const count = questions.reduce((sum, texts) => sum + texts.length, 0);
  return { trainSeconds, microseconds: (1e6 * (processorSeconds() - from)) / count, answers };
}

process.once('message', (trial) => {
  void run(trial as Trial).then((result) => process.send!(result, () => void endProcess(0)));
});
