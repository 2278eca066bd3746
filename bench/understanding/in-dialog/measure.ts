import type { Assistant } from '../../../service/assistant.ts';
import type { Figure } from '../../bench.ts';
import { percentage } from '../metrics.ts';
import { PHASES, phaseOf, type SpokenLine } from './lines.ts';
import { turnsOf, whatCounts, type TurnMade } from './turns.ts';
import { deniedBy, isOtherThan, judge, sameAs, type Judgement, type QuestionOf, type Verdict } from './verdict.ts';

interface Row {
  readonly line: SpokenLine;
  readonly turn: TurnMade;
  readonly judgement: Judgement;
}

export interface DialogReport {
  readonly figures: readonly Figure[];
  /** What was meant and what was made of it, by kind, commonest first. */
  readonly confusions: readonly { readonly meant: string; readonly made: string; readonly count: number }[];
}

const VERDICTS: readonly Verdict[] = ['right', 'wrong', 'asked', 'lost'];
/** Of untrue tokens those that stay in the record. */
const RECORDED = /^(?:evidence:|outcome:|cap:|came-back)/;
/** What no button says. */
const WORDLESS: ReadonlySet<string> = new Set(['ack', 'unclear', 'added']);
const OUTCOMES: ReadonlySet<string> = new Set(['outcome:worked', 'outcome:failed']);

/** What the chat does with things that are said while something is open: one real turn a line. */
export async function measureInDialog(assistant: Assistant, lines: readonly SpokenLine[]): Promise<DialogReport> {
  const questionOf: QuestionOf = (answer) => assistant.mind.graph.finding(answer)?.question.id;
  const turns = await turnsOf(assistant, lines);
  const rows = lines.flatMap((line): Row[] => {
    const made = turns.get(line.id);
    if (!made) return [];
    const turn = whatCounts(assistant, line, made);
    return [{ line, turn, judgement: judge(line, turn, questionOf) }];
  });
  return {
    figures: [
      ...verdictFigures('all', rows),
      ...PHASES.flatMap((phase) => verdictFigures(phase, rows.filter(({ line }) => phaseOf(line.context) === phase))),
      ...recordFigures(rows, questionOf),
      { id: 'skipped', value: lines.length - rows.length, unit: 'lines', n: lines.length },
    ],
    confusions: confusionsOf(rows, questionOf),
  };
}

function verdictFigures(name: string, rows: readonly Row[]): readonly Figure[] {
  if (rows.length === 0) return [];
  return VERDICTS.map((verdict) => percentage(`${name}/${verdict}`, rows.filter(({ judgement }) => judgement.verdict === verdict).length, rows.length));
}

function recordFigures(rows: readonly Row[], questionOf: QuestionOf): readonly Figure[] {
  const untrue = rows.filter(({ judgement }) => judgement.verdict === 'wrong' && judgement.untrue.some((token) => RECORDED.test(token)));
  const asked = rows.filter(({ line, judgement }) => judgement.verdict === 'asked' && line.meant.some((each) => !WORDLESS.has(each)));
  const offered = asked.filter(({ line, turn }) => line.meant.some((meant) => turn.offered.some((token) => says(token, meant, questionOf))));
  const told = rows.filter(({ line }) => line.meant.some((each) => OUTCOMES.has(each)));
  const kept = told.filter(({ line, turn }) => line.meant.every((each) => !OUTCOMES.has(each) || turn.took.includes(each)));
  return [
    percentage('false-record', untrue.length, rows.length),
    percentage('asked/on-a-button', offered.length, asked.length),
    percentage('outcomes-recorded', kept.length, told.length),
    { id: 'gave-up', value: rows.filter(({ turn }) => turn.gaveUp).length, unit: 'turns', n: rows.length },
  ];
}

function says(token: string, meant: string, questionOf: QuestionOf): boolean {
  const denied = deniedBy(meant);
  return denied === undefined ? sameAs(meant).includes(token) : isOtherThan(denied, token, questionOf);
}

function confusionsOf(rows: readonly Row[], questionOf: QuestionOf): DialogReport['confusions'] {
  const counts = new Map<string, { meant: string; made: string; count: number }>();
  for (const { line, turn, judgement } of rows) {
    if (judgement.verdict === 'right') continue;
    const meant = line.meant.map((token) => kindOf(token, line, questionOf)).join(' + ');
    const made = turn.took.map((token) => kindOf(token, line, questionOf)).join(' + ') || (turn.asked ? 'asked back' : 'nothing');
    const key = `${meant} -> ${made}`;
    counts.set(key, { meant, made, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((left, right) => right.count - left.count);
}

/** Answers by whose they are; everything else by its own name. */
function kindOf(token: string, { context: { on_table: table }, meant }: SpokenLine, questionOf: QuestionOf): string {
  if (!token.startsWith('evidence:')) return token;
  const denied = deniedBy(token);
  const question = questionOf(denied ?? token.slice('evidence:'.length));
  const isOwn = typeof table === 'object' && 'question' in table && table.question === question;
  const kind = `${denied === undefined ? '' : 'denial of '}${isOwn ? 'own answer' : 'other answer'}`;
  return meant.includes(token) ? kind : `untrue ${kind}`;
}
