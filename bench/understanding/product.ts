import { sessionIn } from '../../scripts/contract/context.ts';
import type { TurnContext } from '../../dialogs/turn.ts';
import { tableOf } from '../../dialogs/table-of.ts';
import { printedCodes } from '../../reading/codes/pairs.ts';
import { read } from '../../reading/read.ts';
import type { Assistant } from '../../service/assistant.ts';
import type { Understood } from '../../understanding/act.ts';
import { assess } from '../../understanding/assess.ts';
import type { Scope } from '../../understanding/classifier/intent-classifier.ts';
import type { Table } from '../../understanding/table.ts';
import { understand } from '../../understanding/understand.ts';

/** A fixed clock: dates in a text are read against it. */
export const NOW = new Date('2026-01-01T00:00:00Z');

/** One spelling for hexadecimal and decimal codes: `0x904` is `0x0904` is `2308`. What is no number stays as it is. */
export function sameSpelling(code: string): string {
  return /^(0x[0-9a-f]+|\d+)$/i.test(code) ? `0x${BigInt(code).toString(16)}` : code;
}

/** The codes that stand in a text, once each, in order of appearance, in one spelling. */
export function codesIn(text: string): readonly string[] {
  return [...new Set(printedCodes(read(text, { now: NOW }).codes).map(sameSpelling))];
}

/** What the assistant takes a text for: `understand` with the table that the dialog makes. */
export interface ProductReader {
  /** With nothing open. */
  first(text: string): Understood;
  /** With a step open. The problem is the one that most questions bear on; where `answer` says nothing about it, one that it bears on. */
  reply(text: string, answer?: string): Understood;
  /** Best symptom label of a description, whatever else the text may be. */
  symptom(text: string): string;
  scope(text: string): Scope;
}

export function productReader(assistant: Assistant): ProductReader {
  const { mind } = assistant;
  const { graph } = mind;
  const problems = [...graph.problems.keys()].sort((left, right) => graph.questionsFor(right).length - graph.questionsFor(left).length);
  const [broadest = ''] = problems;
  const tables = new Map<string, Table>();
  const stepOpen = (problem: string): Table => {
    let table = tables.get(problem);
    if (!table) tables.set(problem, (table = tableWithStep(assistant, problem)));
    return table;
  };
  const bearsOn = (problem: string, question: string): boolean => graph.questionsFor(problem).some(({ id }) => id === question);
  return {
    first: (text) => understand(mind, NOTHING_OPEN, text, NOW),
    reply(text, answer) {
      const question = answer === undefined ? undefined : graph.finding(answer)?.question.id;
      const problem = question === undefined ? broadest : (problems.find((each) => bearsOn(each, question)) ?? broadest);
      return understand(mind, stepOpen(problem), text, NOW);
    },
    symptom: (text) => assess(mind, text, NOW).symptoms[0]?.label ?? '',
    scope: (text) => assess(mind, text, NOW).scope,
  };
}

export const NOTHING_OPEN: Table = { kind: 'listening', problems: [], askedWhetherItWorks: false, isUnasked: false, explained: 0, options: [], shownGuesses: [], codes: [], findings: [], openSteps: [], triedSteps: [] };

/** The turns of a conversation that is played for the bench alone. */
export function worldOf(conversationId: string, now: Date): TurnContext {
  let ids = 0;
  return { now, newId: () => `${conversationId}-${++ids}`, conversationId, person: { id: 'person' } };
}

function tableWithStep(assistant: Assistant, problem: string): Table {
  const { graph } = assistant.mind;
  const [fix] = graph.fixesFor(problem);
  const session = fix && sessionIn(assistant, { problem, on_table: { fix: fix.id } }, worldOf(problem, NOW));
  if (!session) throw new Error(`No conversation comes to a step of ${problem}`);
  return tableOf(graph, session);
}
