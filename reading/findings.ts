import type { Answer, FieldTest, KnowledgeGraph, Question, ReadRule } from '../knowledge/compiler/types.ts';
import type { Finding, Observation } from './evidence.ts';

/** The reader of what people say; every other reader measures. */
const TOLD_BY = 'statement';
/** An event that is known by its number alone is somebody's word: other programs use the same numbers. */
const isTold = (rule: ReadRule, { reader, fields }: Observation): boolean => rule.told === true || reader === TOLD_BY || fields['named'] === false;
/** Results without their command: they mean something only as the answer to what was asked. */
const NEEDS_QUESTION: ReadonlySet<string> = new Set(['lone-truth', 'no-events']);

/** A finding, and the reader whose observation gave it. */
interface FoundBy {
  readonly finding: Finding;
  readonly by: string;
}

/** What the observations answer, without who said it. */
export function findingsOf(graph: KnowledgeGraph, observations: readonly Observation[], asked?: string): readonly Finding[] {
  return findingsBy(graph, observations, asked).map(({ finding }) => finding);
}

/**
 * What the observations answer of the graph's questions: at most one finding a question.
 * A measured one goes before a told one, between equals the later in the text counts.
 * `asked` is the question on the table, if there is one.
 */
export function findingsBy(graph: KnowledgeGraph, observations: readonly Observation[], asked?: string): readonly FoundBy[] {
  if (observations.length === 0) return [];
  const inOrder = [...observations].sort((a, b) => a.span[0] - b.span[0]);
  const findings: FoundBy[] = [];
  for (const question of graph.questions.values()) {
    let best: FoundBy | undefined;
    for (const observation of inOrder) {
      if (needsQuestion(observation) && question.id !== asked) continue;
      const found = readingOf(question, observation);
      if (found === undefined) continue;
      const basis = isTold(found.rule, observation) ? 'told' : 'measured';
      if (best?.finding.basis === 'measured' && basis === 'told') continue;
      best = { finding: { question: question.id, answer: found.answer.id, basis }, by: observation.reader };
    }
    if (best !== undefined) findings.push(best);
  }
  return findings;
}

/** The first answer with a rule for the observation, and that rule. */
function readingOf({ answers }: Question, observation: Observation): { readonly answer: Answer; readonly rule: ReadRule } | undefined {
  for (const answer of answers) {
    const rule = answer.reads.find((each) => matches(each, observation));
    if (rule !== undefined) return { answer, rule };
  }
  return undefined;
}

const needsQuestion = ({ reader, fields }: Observation): boolean => NEEDS_QUESTION.has(reader) || fields['alone'] === true;

/** The reader is equal and every field of the rule fits; one that is absent fits only a bound that says `orUnknown`. */
export function matches(rule: ReadRule, observation: Observation): boolean {
  return rule.reader === observation.reader && Object.entries(rule.where).every(([field, test]) => fits(test, observation.fields[field]));
}

function fits(test: FieldTest, value: string | number | boolean | undefined): boolean {
  if (value === undefined) return typeof test === 'object' && 'orUnknown' in test && test.orUnknown === true;
  if (typeof test !== 'object') return test === value;
  if (isList(test)) return typeof value !== 'boolean' && test.includes(value);
  if (typeof value !== 'number') return false;
  return value >= (test.min ?? -Infinity) && value <= (test.max ?? Infinity);
}

const isList = (test: object): test is readonly (string | number)[] => Array.isArray(test);
