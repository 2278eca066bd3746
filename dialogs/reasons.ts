import type { Decision } from '../troubleshooting/decision.ts';
import type { Fix, KnowledgeGraph, Question } from '../knowledge/compiler/types.ts';
import { chosenByYou, minutes, percent } from './phrases.ts';

/** A finding must move the odds by this factor to be worth a sentence. */
const TELLING = 1.2;

/** Why this step now, in words that the person can read. Pure. */
export function whyThisFix(graph: KnowledgeGraph, decision: Decision, fix: Fix): string {
  const { reasons } = decision;
  const lead = reasons.causes[0];
  const cause = lead && graph.causes.get(lead.cause);
  const likely = cause && lead ? `the likeliest cause it repairs is **${cause.title}** (${percent(lead.probability)})` : 'it helps against causes that cannot be told apart yet';
  const helps = reasons.probability === undefined ? '' : `; it helps in about ${percent(reasons.probability)} of such cases`;
  return `${because(graph, decision)}${likely}${helps}, takes ${minutes(fix.minutes + fix.retestMinutes)}, and ${undoWords(fix)}.`.replace(/^./u, (first) => first.toUpperCase());
}

/** For a fix that the person chose: what it may do, and what would have come first. */
export function whyAsYouWish(graph: KnowledgeGraph, { action, posterior }: Decision, fix: Fix): string {
  const helps = posterior.reduce((sum, each) => sum + each.probability * (fix.solves.get(each.cause) ?? graph.leak), 0);
  const instead = action.type === 'fix' && action.id !== fix.id ? graph.fixes.get(action.id)?.title : undefined;
  return chosenByYou(instead === undefined ? undefined : `**${instead}**`, helps);
}

/** Why it is asked now: the likeliest two causes that its answers pull apart. */
export function whyThisQuestion(graph: KnowledgeGraph, decision: Decision, question: Question): string {
  const [first, second] = pulledApart(decision, question).map((id) => graph.causes.get(id)?.title);
  if (first && second) return `The answer tells apart *${first}* and *${second}*.`;
  return first ? `The answer shows whether it may be this: *${first}*.` : 'The answer narrows it down.';
}

/** For each answer the cause that it favours most: P(cause) (P(answer | cause) / P(answer) - 1); the two strongest. */
export function pulledApart(decision: Decision, question: Question): string[] {
  const chance = (cause: string, answer: number) => (question.likelihood.get(cause) ?? question.otherwise)[answer] ?? 0;
  const favoured = question.answers.flatMap((_, answer) => {
    const marginal = decision.posterior.reduce((sum, each) => sum + each.probability * chance(each.cause, answer), 0);
    if (marginal <= 0) return [];
    const pulls = decision.posterior.map((each) => ({ cause: each.cause, pull: each.probability * (chance(each.cause, answer) / marginal - 1) }));
    const best = pulls.reduce((a, b) => (b.pull > a.pull ? b : a));
    return best.pull > 0 && best.cause !== 'unknown' ? [best] : [];
  });
  return [...new Set(favoured.sort((a, b) => b.pull - a.pull).map((each) => each.cause))].slice(0, 2);
}

/** The strongest finding in favour, as a clause that leads the sentence. */
function because(graph: KnowledgeGraph, decision: Decision): string {
  const strongest = decision.reasons.findings.find((each) => each.factor >= TELLING);
  const statement = strongest && graph.finding(strongest.answer)?.answer.statement;
  return statement ? `because ${statement}, ` : '';
}

function undoWords(fix: Fix): string {
  if (fix.testOnly) return 'must be taken back right after the test';
  return fix.risk.level === 'none' ? 'there is nothing to undo' : 'can be undone';
}
