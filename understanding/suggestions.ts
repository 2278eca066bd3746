import type { Ranked } from './classifier/intent-classifier.ts';
import type { Finding, SoftFinding } from '../reading/evidence.ts';
import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';

const EVIDENCE = 'evidence:';

/** Below this a label is noise, and nobody would recognise it as what they said. Beside an act it must be plainer. */
const LEAST = 0.25;
const LEAST_BESIDE_AN_ACT = 0.35;

/** How far a word is believed that its speaker does not stand by ("I think ..."). Judgement. */
const HEDGED = 0.7;

/**
 * What the reply model suggests of the graph's questions, where it is not certain. With p_j its probabilities for the
 * answers of a question with n answers, and p_0 = 1 - sum p_j that the text speaks of something else, the text is
 * `p_0 + n p_j` times as likely under answer j: equal answers say nothing, and where p_0 is 0 the ratios are p_j's own.
 * The model's labels are trained in equal parts, so that its posterior stands for the likelihood. Pure.
 */
export function suggestionsIn(graph: KnowledgeGraph, ranked: readonly Ranked[], bearing: ReadonlySet<string>, atLeast = 0): readonly SoftFinding[] {
  const top = new Map<string, number>();
  for (const { label, probability } of ranked) {
    const known = label.startsWith(EVIDENCE) ? graph.finding(label.slice(EVIDENCE.length)) : undefined;
    if (!known || !bearing.has(known.question.id)) continue;
    top.set(known.question.id, Math.max(probability, top.get(known.question.id) ?? 0));
  }
  const [best] = ranked;
  const noise = best?.label.startsWith(EVIDENCE) || best?.label === 'unclear' ? LEAST : LEAST_BESIDE_AN_ACT;
  return [...top].filter(([, probability]) => probability >= Math.max(noise, atLeast)).map(([question]) => softly(graph, question, (answer) => probabilityOf(ranked, EVIDENCE + answer)));
}

/** A finding whose speaker was not sure of it. */
export function hedged(graph: KnowledgeGraph, { question, answer }: Finding): SoftFinding {
  return softly(graph, question, (each) => (each === answer ? HEDGED : 0));
}

function softly(graph: KnowledgeGraph, id: string, probability: (answer: string) => number): SoftFinding {
  const answers = graph.questions.get(id)?.answers ?? [];
  const other = Math.max(0, 1 - answers.reduce((sum, each) => sum + probability(each.id), 0));
  const likelihoods = answers.map((each) => [each.id, round(other + answers.length * probability(each.id))] as const);
  return { question: id, likelihoods: Object.fromEntries(likelihoods) };
}

/** The answer that is suggested most. */
export function likeliestAnswer({ likelihoods }: SoftFinding): string | undefined {
  return Object.entries(likelihoods).reduce<[string, number] | undefined>((best, each) => (best && best[1] >= each[1] ? best : each), undefined)?.[0];
}

function probabilityOf(ranked: readonly Ranked[], label: string): number {
  return ranked.find((each) => each.label === label)?.probability ?? 0;
}

/** Four digits are stored. */
function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
