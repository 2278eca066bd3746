import type { KnowledgeGraph, Role } from '../knowledge/compiler/types.ts';
import type { LearnedParameters } from '../troubleshooting/parameters.ts';
import { parametersFrom } from './clamp.ts';
import { authored, ceilingFor, type Tables } from './tables.ts';

/**
 * A number of the graph by its path: `prior|PROBLEM|CAUSE`, `solves|FIX|CAUSE`, `answer|QUESTION|CAUSE|ANSWER`,
 * `capability|ROLE`. Ids hold no `|`; problems may hold a slash.
 */
export type NumberPath = string;

/** Numbers that an author holds fast, whatever is learned. */
export type Pins = Readonly<Record<NumberPath, number>>;

export interface LearnedNumber {
  readonly path: NumberPath;
  readonly authored: number;
  /** What the policy uses. */
  readonly used: number;
  readonly pinned: boolean;
}

export function pathOf(...parts: readonly string[]): NumberPath {
  return parts.join('|');
}

/** Every number by its path, as the policy uses it. */
function numbersOf(graph: KnowledgeGraph, tables: Tables): Map<NumberPath, number> {
  const numbers = new Map<NumberPath, number>();
  for (const [problem, row] of tables.priors) {
    for (const [cause, p] of row) numbers.set(pathOf('prior', problem, cause), p);
  }
  for (const [id, row] of tables.chances) {
    const fix = graph.fixes.get(id);
    for (const [cause, p] of row) numbers.set(pathOf('solves', id, cause), fix ? p * ceilingFor(tables.ceilings, fix, cause) : p);
  }
  for (const [id, rows] of tables.answers) {
    const answers = graph.questions.get(id)?.answers ?? [];
    for (const [cause, row] of rows) row.forEach((p, index) => numbers.set(pathOf('answer', id, cause, answers[index]?.id ?? ''), p));
  }
  for (const [role, p] of tables.capabilities) numbers.set(pathOf('capability', role), p);
  return numbers;
}

/** The author's numbers by path. */
export function authoredNumbers(graph: KnowledgeGraph): ReadonlyMap<NumberPath, number> {
  return numbersOf(graph, authored(graph));
}

/** Learned numbers beside the author's, those that moved furthest first. Numbers that did not move are left out. */
export function listLearned(graph: KnowledgeGraph, parameters: LearnedParameters, pins: Pins = {}): LearnedNumber[] {
  const before = numbersOf(graph, authored(graph));
  const rows: LearnedNumber[] = [];
  for (const [path, used] of numbersIn(graph, parameters)) {
    const authoredNumber = before.get(path);
    if (authoredNumber === undefined) continue;
    if (Math.abs(used - authoredNumber) > 1e-9 || path in pins) rows.push({ path, authored: authoredNumber, used, pinned: path in pins });
  }
  return rows.sort((a, b) => moved(b) - moved(a) || (a.path < b.path ? -1 : 1));
}

function moved({ authored: before, used }: LearnedNumber): number {
  const ratio = (used * (1 - before)) / (before * (1 - used));
  return Math.max(ratio, 1 / ratio);
}

function numbersIn(graph: KnowledgeGraph, parameters: LearnedParameters): Map<NumberPath, number> {
  const numbers = new Map<NumberPath, number>();
  for (const [problem, row] of Object.entries(parameters.priors)) {
    for (const [cause, p] of Object.entries(row)) numbers.set(pathOf('prior', problem, cause), p);
  }
  for (const [fix, row] of Object.entries(parameters.solves)) {
    for (const [cause, p] of Object.entries(row)) numbers.set(pathOf('solves', fix, cause), p);
  }
  for (const [question, rows] of Object.entries(parameters.answers)) {
    const answers = graph.questions.get(question)?.answers ?? [];
    for (const [cause, row] of Object.entries(rows)) row.forEach((p, index) => numbers.set(pathOf('answer', question, cause, answers[index]?.id ?? ''), p));
  }
  for (const [role, p] of Object.entries(parameters.capabilities)) numbers.set(pathOf('capability', role), p);
  return numbers;
}

/** The parameters with the pinned numbers in their place; what a pinned number belongs to still sums to 1. */
export function withPins(graph: KnowledgeGraph, parameters: LearnedParameters, pins: Pins): LearnedParameters {
  const full = parametersFrom(parameters);
  for (const [path, value] of Object.entries(pins)) {
    const [kind, first = '', second = '', third = ''] = path.split('|');
    if (kind === 'prior') {
      const author = graph.problems.get(first)?.priors;
      if (author?.has(second)) full.priors[first] = holding(full.priors[first] ?? Object.fromEntries(author), second, value);
    } else if (kind === 'solves' && graph.fixes.get(first)?.solves.has(second)) {
      full.solves[first] = { ...full.solves[first], [second]: value };
    } else if (kind === 'answer') {
      const index = graph.questions.get(first)?.answers.findIndex((answer) => answer.id === third) ?? -1;
      const row = full.answers[first]?.[second] ?? authored(graph).answers.get(first)?.get(second);
      if (index >= 0 && row) full.answers[first] = { ...full.answers[first], [second]: Object.values(holding(Object.fromEntries(row.entries()), String(index), value)) };
    } else if (kind === 'capability' && graph.capabilities.has(first as Role)) {
      full.capabilities[first as Role] = value;
    }
  }
  return full;
}

/** The row with one number held and the others scaled to what is left. */
function holding(row: Readonly<Record<string, number>>, key: string, value: number): Record<string, number> {
  const others = Object.entries(row).reduce((sum, [other, p]) => (other === key ? sum : sum + p), 0);
  return Object.fromEntries(Object.entries(row).map(([other, p]) => [other, other === key ? value : (p * (1 - value)) / others]));
}
