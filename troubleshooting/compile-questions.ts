import type { Diagnostic, KnowledgeGraph, Question } from '../knowledge/compiler/types.ts';
import { indexes, type LookUp } from './compile.ts';
import { byId, clampProbability, WRONG_MEASURED, WRONG_TOLD, type CompiledQuestion, type Inquiry } from './model.ts';
import type { LearnedParameters } from './parameters.ts';

export function compileQuestions(
  questions: readonly Question[],
  lookUp: LookUp,
  causes: readonly string[],
  parameters: LearnedParameters | undefined,
): CompiledQuestion[] {
  const excluded = exclusions(questions);
  return questions.map((question) => {
    const truth = truthTable(question, causes);
    const answers = question.answers.length;
    const learned = parameters?.answers[question.id];
    return {
      id: question.id,
      answers: question.answers.map((answer) => answer.id),
      kind: question.kind,
      truth,
      reported: learned ? learnedTable(learned, question, causes) : reportedTable(truth, answers, question.wrong),
      wrong: question.wrong,
      excludes: indexes([...(excluded.get(question.id) ?? [])], lookUp.questionIndex),
      context: contextOf(question.context, lookUp),
    };
  });
}

/** [answers * causes] P(true answer | cause). */
function truthTable(question: Question, causes: readonly string[]): Float64Array {
  const answers = question.answers.length;
  const table = new Float64Array(answers * causes.length);
  causes.forEach((id, cause) => {
    const row = question.likelihood.get(id) ?? question.otherwise;
    const sum = row.reduce((total, p) => total + p, 0);
    for (let answer = 0; answer < answers; answer++) {
      table[answer * causes.length + cause] = sum > 0 ? (row[answer] ?? 0) / sum : 1 / answers;
    }
  });
  return table;
}

/**
 * P(reported | cause) = (1 - wrong) t + wrong (1 - t) / (answers - 1), floored and summing to 1 over the answers.
 * A wrong answer is spread evenly over the others.
 */
export function reportedTable(truth: Float64Array, answers: number, wrong: number): Float64Array {
  if (answers < 2) return new Float64Array(truth.length).fill(1);
  const causes = truth.length / answers;
  return normaliseAnswers(truth.map((t) => clampProbability((1 - wrong) * t + (wrong * (1 - t)) / (answers - 1))), causes);
}

function learnedTable(learned: Readonly<Record<string, readonly number[]>>, question: Question, causes: readonly string[]): Float64Array {
  const answers = question.answers.length;
  const authored = reportedTable(truthTable(question, causes), answers, question.wrong);
  causes.forEach((id, cause) => {
    const row = learned[id];
    if (row?.length !== answers) return;
    row.forEach((p, answer) => (authored[answer * causes.length + cause] = clampProbability(p)));
  });
  return normaliseAnswers(authored, causes.length);
}

function normaliseAnswers(table: Float64Array, causes: number): Float64Array {
  for (let cause = 0; cause < causes; cause++) {
    let sum = 0;
    for (let at = cause; at < table.length; at += causes) sum += table[at] ?? 0;
    for (let at = cause; at < table.length; at += causes) table[at] = (table[at] ?? 0) / sum;
  }
  return table;
}

/** How often an answer is wrong when it came another way than the question expects. */
export function wrongBy(question: CompiledQuestion, basis: 'told' | 'measured'): number {
  if (basis === question.kind) return question.wrong;
  return basis === 'told' ? Math.max(question.wrong, WRONG_TOLD) : Math.min(question.wrong, WRONG_MEASURED);
}

/** `excludes` holds in both directions, whichever of the two says so. */
function exclusions(questions: readonly Question[]): Map<string, Set<string>> {
  const excluded = new Map<string, Set<string>>();
  const add = (from: string, to: string): void => {
    const set = excluded.get(from) ?? new Set<string>();
    excluded.set(from, set.add(to));
  };
  for (const question of questions) {
    for (const other of question.excludes) {
      add(question.id, other);
      add(other, question.id);
    }
  }
  return excluded;
}

/**
 * What one turn can be spent on. A question that names a diagnostic is asked through it, and its output answers the
 * other questions of that diagnostic in the same turn; a question that names none is asked by itself.
 */
export function compileInquiries(graph: KnowledgeGraph, questions: readonly Question[], lookUp: LookUp): Inquiry[] {
  const alone = questions.filter((question) => diagnosticOf(graph, question) === undefined);
  const used = new Set(questions.map((question) => diagnosticOf(graph, question)).filter((d) => d !== undefined));
  return [
    ...alone.map((question) => single(graph, question, lookUp)),
    ...[...used].sort((a, b) => byId(a.id, b.id)).map((diagnostic) => bundle(graph, diagnostic, questions, lookUp)),
  ];
}

function diagnosticOf(graph: KnowledgeGraph, question: Question): Diagnostic | undefined {
  return question.diagnostic === undefined ? undefined : graph.diagnostics.get(question.diagnostic);
}

function single(graph: KnowledgeGraph, question: Question, lookUp: LookUp): Inquiry {
  const members = indexes([question.id], lookUp.questionIndex);
  return {
    diagnostic: undefined,
    members,
    askable: members,
    minutes: question.minutes + graph.turnMinutes,
    dontKnow: question.dontKnow,
    capability: lookUp.capabilityIndex.get(question.role) ?? -1,
    context: contextOf(question.context, lookUp),
  };
}

function bundle(graph: KnowledgeGraph, diagnostic: Diagnostic, questions: readonly Question[], lookUp: LookUp): Inquiry {
  const naming = questions.filter((question) => question.diagnostic === diagnostic.id);
  const answered = questions.filter((question) => question.diagnostic === diagnostic.id || diagnostic.answers.includes(question.id));
  return {
    diagnostic: diagnostic.id,
    members: indexes(answered.map((question) => question.id), lookUp.questionIndex),
    askable: indexes(naming.map((question) => question.id), lookUp.questionIndex),
    minutes: diagnostic.minutes + graph.turnMinutes,
    // Either the output is pasted, and then all of it, or it is not.
    dontKnow: Math.max(...naming.map((question) => question.dontKnow)),
    capability: lookUp.capabilityIndex.get(diagnostic.role) ?? -1,
    context: contextOf(naming.find((question) => question.context !== undefined)?.context, lookUp),
  };
}

function contextOf(context: string | undefined, lookUp: LookUp): number {
  return context === undefined ? -1 : (lookUp.contextIndex.get(context) ?? -1);
}
