import type { Decision } from '../troubleshooting/decision.ts';
import type { Fix, KnowledgeGraph, Question } from '../knowledge/compiler/types.ts';
import { phrasesOf } from './phrases.ts';

/** A finding must move the odds by this factor to be worth a sentence. */
const TELLING = 1.2;

/** What the person said that speaks for this step; undefined where nothing does. Pure. */
export function reasonFor(graph: KnowledgeGraph, decision: Decision): string | undefined {
  const statement = strongestFor(graph, decision);
  return statement === undefined ? undefined : phrasesOf(graph).becauseOf(statement);
}

/** Why this step now, in full. Pure. */
export function whyThisFix(graph: KnowledgeGraph, decision: Decision, fix: Fix): string {
  const { reasons } = decision;
  const lead = reasons.causes[0];
  const cause = lead && graph.causes.get(lead.cause);
  return phrasesOf(graph).whyThisOne({
    because: strongestFor(graph, decision),
    cause: cause && lead && { title: cause.title, probability: lead.probability },
    helps: reasons.probability,
    takes: fix.minutes + fix.retestMinutes,
    undo: fix.testOnly ? 'must' : fix.risk.level === 'none' ? 'nothing' : 'can',
  });
}

/** For a fix that the person chose: what it may do, and what would have come first. */
export function whyAsYouWish(graph: KnowledgeGraph, { action, posterior }: Decision, fix: Fix): string {
  const helps = posterior.reduce((sum, each) => sum + each.probability * (fix.solves.get(each.cause) ?? graph.leak), 0);
  const instead = action.type === 'fix' && action.id !== fix.id ? graph.fixes.get(action.id)?.title : undefined;
  return phrasesOf(graph).chosenByYou(instead === undefined ? undefined : `**${instead}**`, helps);
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

/** The strongest finding in favour. */
function strongestFor(graph: KnowledgeGraph, { reasons }: Decision): string | undefined {
  const strongest = reasons.findings.find((each) => each.factor >= TELLING);
  return strongest && graph.finding(strongest.answer)?.answer.statement;
}
