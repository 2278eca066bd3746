import type { Saying } from '../../../knowledge/compiler/sayings.ts';
import { logistic } from '../../../understanding/classifier/calibration.ts';
import type { KnowledgeGraph } from '../../../knowledge/compiler/types.ts';
import type { WordTable } from '../../../understanding/classifier/word-table.ts';
import { fitCalibration, outOfFoldTrials, type Trial } from '../../../understanding/reader/calibrate.ts';
import { Ranker } from '../../../understanding/reader/create-reader.ts';
import { READER_SETTINGS, trainReader, type ReaderSettings } from '../../../understanding/reader/model.ts';
import { answerOf, type ReaderGraph } from '../../../understanding/reader/possible.ts';
import type { Figure } from '../../bench.ts';
import { percentage } from '../metrics.ts';
import { againstQuestion } from './against-question.ts';
import type { ChartAnswer } from './answers.ts';

/** One question of yes or no. Neither answer is one that the graph says a bare "yes" stands for: that is to be learned. */
const QUESTION = 'asked';
const GRAPH: ReaderGraph = { questions: [{ id: QUESTION, answers: ['yes', 'no'] }], bearing: new Map([['fault', new Set([QUESTION])]]) };

/** A few hundred lines to a chart: more epochs than for the sayings, and features that fewer lines share. */
const SETTINGS: ReaderSettings = { ...READER_SETTINGS, network: { ...READER_SETTINGS.network, epochs: 10 } };

/** Share of the answers that is to be taken; the threshold that gives it is found on the other charts. */
const TAKEN = 0.87;

/** Yes or no to somebody else's questions by the reader's machinery, each chart read by a model of the other charts. */
export function measureYesNo(answers: readonly ChartAnswer[], table: WordTable): readonly Figure[] {
  const sayings = answers.map(({ id, chart, asked, question, reply, branch }): Saying => ({
    text: againstQuestion(`${asked} ${question}`, reply),
    label: `answer:${branch}`,
    question: QUESTION,
    voice: chart,
    language: 'en',
    source: id,
  }));
  const trials = outOfFoldTrials(sayings, GRAPH, SETTINGS, table, ({ voice }) => voice, 1).filter(isFirstOfItsSaying());
  const charts = [...new Set(answers.map(({ chart }) => chart))];
  const taken = charts.flatMap((chart) => {
    const [own, others] = [trials.filter(({ saying }) => saying.voice === chart), trials.filter(({ saying }) => saying.voice !== chart)];
    const calibration = fitCalibration(others);
    const confidence = ({ signals }: Trial): number => logistic(calibration, signals);
    const threshold = others.map(confidence).sort((left, right) => right - left)[Math.floor(TAKEN * others.length)] ?? 0;
    return own.filter((trial) => confidence(trial) >= threshold);
  });
  return [
    percentage('yes-no/right-of-all', trials.filter(({ right }) => right).length, trials.length),
    percentage('yes-no/answered', taken.length, trials.length),
    percentage('yes-no/right-of-answered', taken.filter(({ right }) => right).length, taken.length),
  ];
}

/** A saying may be drawn more than once; one reading of it counts. */
function isFirstOfItsSaying(): (trial: Trial) => boolean {
  const seen = new Set<string>();
  return ({ saying, situation }) => {
    if (!situation.home || seen.has(saying.source)) return false;
    seen.add(saying.source);
    return true;
  };
}

/** The same answers read by a model of our own sayings to questions of yes or no, which know nothing of cars and screens. */
export function measureFromOurSayings(answers: readonly ChartAnswer[], sayings: readonly Saying[], graph: KnowledgeGraph, table: WordTable): readonly Figure[] {
  const ours = sayings.flatMap((saying): Saying[] => {
    const { prompt = '', polarity } = graph.questions.get(saying.question ?? '') ?? {};
    const answer = answerOf(saying.label);
    const said = answer === undefined ? undefined : answer === polarity?.yes ? 'yes' : answer === polarity?.no ? 'no' : undefined;
    return said ? [{ ...saying, text: againstQuestion(prompt, saying.text), label: `answer:${said}`, question: QUESTION }] : [];
  });
  const ranker = new Ranker(trainReader(ours, GRAPH, { ...SETTINGS, network: READER_SETTINGS.network }, table));
  const right = answers.filter(({ asked, question, reply, branch }) => {
    const [first] = ranker.read(againstQuestion(`${asked} ${question}`, reply), { phase: 'question', question: QUESTION, bearing: new Set([QUESTION]), hasOpenStep: false }).ranked;
    return first?.label === `answer:${branch}`;
  });
  return [percentage('yes-no/from-our-sayings/right-of-all', right.length, answers.length)];
}
