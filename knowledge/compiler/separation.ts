import type { Problem, Question } from './types.ts';

/** Bits about the cause that an answer must be expected to bring before anything else is known. */
const LEAST_BITS = 0.08;
/** The same where the cause is known to be one that the question has a row for: it is then a question to ask later. */
const LEAST_BITS_WITHIN = 0.25;
/** P(the cause is one that the question has a row for); below it the question is about an exception of the problem. */
const LEAST_SHARE = 0.06;

type Priors = readonly (readonly [cause: string, prior: number])[];

/**
 * Whether what people answer would separate the causes of the problem: from the start, or once the belief has come down to
 * those that the question speaks of, where rows that only the population gave do not count. A question that does neither is
 * still heard when somebody answers it unasked.
 */
export function separates(question: Question, { priors }: Pick<Problem, 'priors'>): boolean {
  const causes = [...priors];
  const spokenOf = causes.filter(([cause]) => question.likelihood.has(cause));
  const written = spokenOf.filter(([cause]) => !question.derived?.has(cause));
  const opens = shareOf(spokenOf) >= LEAST_SHARE && informationOf(question, causes) >= LEAST_BITS;
  return opens || (shareOf(written) >= LEAST_SHARE && informationOf(question, written) >= LEAST_BITS_WITHIN);
}

/** Mutual information of the cause and the answer in bits: H(answer) - sum over causes of P(cause) H(answer | cause). Priors are normalised. */
function informationOf(question: Question, causes: Priors): number {
  const total = shareOf(causes);
  if (!(total > 0)) return 0;
  const rows = causes.map(([cause, prior]) => ({ share: prior / total, row: question.likelihood.get(cause) ?? question.otherwise }));
  const answers = question.answers.map((_, answer) => rows.reduce((sum, { share, row }) => sum + share * (row[answer] ?? 0), 0));
  return entropyOf(answers) - rows.reduce((sum, { share, row }) => sum + share * entropyOf(row), 0);
}

function entropyOf(distribution: readonly number[]): number {
  return distribution.reduce((sum, p) => (p > 0 ? sum - p * Math.log2(p) : sum), 0);
}

function shareOf(causes: Priors): number {
  return causes.reduce((sum, [, prior]) => sum + prior, 0);
}
