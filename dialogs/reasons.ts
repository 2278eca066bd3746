import type { Decision } from '../diagnosis/decision.ts';
import type { Fix, KnowledgeGraph } from '../knowledge/types.ts';
import { minutes, percent } from './phrases.ts';

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

/** Why it is asked now. */
export function whyThisQuestion(graph: KnowledgeGraph, decision: Decision): string {
  const [first, second] = decision.posterior.map((each) => graph.causes.get(each.cause)).filter((cause) => cause !== undefined);
  return first && second ? `The answer tells apart, among others, *${first.title}* and *${second.title}*.` : 'The answer narrows it down.';
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
