import type { Evidence } from './decision.ts';
import type { SoftFinding } from '../reading/evidence.ts';
import { reportedTable, wrongBy } from './compile-questions.ts';
import type { TroubleshootingModel } from './model.ts';

/** No text makes one thing more than this much likelier than another. */
const FAINTEST = 1e-6;

/** One vector per text, in an order that does not depend on the texts' order. A cause that is not listed is not moved. */
export function softLikelihoods(model: TroubleshootingModel, soft: NonNullable<Evidence['soft']>): Float64Array[] {
  const vectors = soft.map((likelihoods) => Float64Array.from(model.causes, (cause) => Math.max(FAINTEST, usable(likelihoods[cause]))));
  return vectors.sort((a, b) => {
    const at = a.findIndex((value, index) => value !== b[index]);
    return at < 0 ? 0 : a[at]! - b[at]!;
  });
}

/**
 * One vector for each question that texts suggest an answer to, in the order of the questions:
 * `L(c) = sum_j s_j P(j reported | c)`, s_j being the product of the texts' likelihoods under answer j. However many
 * texts say the same, L goes no further than that answer: a person who is mistaken stays mistaken. It is tempered,
 * `L^0.7`, where a text told other things too (facts of one sentence go together, the model takes them as independent).
 * @param answered questions that a finding speaks to; what is suggested about them, or what they exclude, is left out.
 */
export function suggestedLikelihoods(model: TroubleshootingModel, suggested: readonly SoftFinding[], answered: readonly number[]): Float64Array[] {
  const byQuestion = new Map<number, SoftFinding[]>();
  for (const finding of suggested) {
    const question = model.questionIndex.get(finding.question);
    if (question === undefined || speaksTo(model, answered, question)) continue;
    byQuestion.set(question, [...(byQuestion.get(question) ?? []), finding]);
  }
  const taken: number[] = [];
  const vectors: Float64Array[] = [];
  for (const question of [...byQuestion.keys()].sort((a, b) => a - b)) {
    const texts = byQuestion.get(question)!;
    const answers = answerLikelihoods(model, question, texts);
    // Two questions about one fact: the first that says anything.
    if (new Set(answers).size < 2 || speaksTo(model, taken, question)) continue;
    taken.push(question);
    const likelihood = causeLikelihoods(model, question, answers);
    vectors.push(texts.some((text) => text.shared) ? likelihood.map(temper) : likelihood);
  }
  return vectors;
}

function speaksTo(model: TroubleshootingModel, answered: readonly number[], question: number): boolean {
  const { excludes } = model.questions[question]!;
  return answered.some((other) => other === question || excludes.includes(other));
}

/** [answers] Product over the texts, the likeliest being 1. */
function answerLikelihoods(model: TroubleshootingModel, question: number, texts: readonly SoftFinding[]): number[] {
  const { answers } = model.questions[question]!;
  const scaled = texts.map(({ likelihoods }) => toLikeliest(answers.map((answer) => usable(likelihoods[answer]))));
  return toLikeliest(
    answers.map((_, answer) => {
      // Sorted, because a product of three depends on the order in its last bit.
      const factors = scaled.map((text) => text[answer]!).sort((a, b) => a - b);
      return factors.reduce((product, factor) => product * factor, 1);
    }),
  );
}

function toLikeliest(likelihoods: readonly number[]): number[] {
  const likeliest = Math.max(...likelihoods);
  return likelihoods.map((likelihood) => (likeliest > 0 ? Math.max(FAINTEST, likelihood / likeliest) : 1));
}

function causeLikelihoods(model: TroubleshootingModel, question: number, answers: readonly number[]): Float64Array {
  const compiled = model.questions[question]!;
  const table = compiled.kind === 'told' ? compiled.reported : reportedTable(compiled.truth, answers.length, wrongBy(compiled, 'told'));
  const causes = model.causes.length;
  return Float64Array.from(model.causes, (_, cause) => {
    let likelihood = 0;
    for (let answer = 0; answer < answers.length; answer++) likelihood += answers[answer]! * table[answer * causes + cause]!;
    return likelihood;
  });
}

function usable(likelihood: number | undefined): number {
  return likelihood === undefined || !Number.isFinite(likelihood) || likelihood < 0 ? 1 : likelihood;
}

/** Square roots whose product is the power 0.7: the places of 0.7 in base two, 0.1011001100. */
const TEMPERING = [1, 3, 4, 7, 8] as const;

/** `x ^ 0.7` to a thousandth. A root is rounded exactly, a power is not, and every platform must get the same bits. */
function temper(x: number): number {
  let power = 1;
  let root = x;
  for (let place = 1; place <= 8; place++) {
    root = Math.sqrt(root);
    if ((TEMPERING as readonly number[]).includes(place)) power *= root;
  }
  return power;
}
