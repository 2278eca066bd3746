import type { Command, Fix, Question } from '../knowledge/compiler/types.ts';
import type { TurnDraft } from './draft.ts';
import { decide } from './next-step.ts';
import { problemsIn } from './session.ts';
import { phrasesOf, type Phrases } from './phrases.ts';
import { pulledApart } from './reasons.ts';

/** Causes that an explanation names. */
const CAUSES = 3;

/**
 * Where and how first; what it is good for, and what that rests on; on a second request the technical side as well.
 * @param odds how likely each cause is: for whoever asks why
 */
export function explanationOf(draft: TurnDraft, fix: Fix, times: number, odds = false): string {
  const { graph } = draft.mind;
  const repairs = (decide(draft)?.posterior ?? []).filter((each) => fix.solves.has(each.cause)).slice(0, CAUSES);
  const causes = repairs.flatMap(({ cause, probability }) => {
    const known = graph.causes.get(cause);
    return known ? [`- **${known.title}**${odds ? ` (${draft.phrases.percent(probability)})` : ''}: ${known.meaning}${times > 1 ? ` ${known.detail}` : ''}`] : [];
  });
  return [
    fix.role === 'user' ? draft.phrases.EXPLAINED.yourself(fix.title, draft.phrases.SIDE[fix.side]) : draft.phrases.EXPLAINED.bySomebody(fix.title, draft.phrases.WHO[fix.role], draft.phrases.SIDE[fix.side]),
    ...howToOpen(draft.phrases, fix.steps.flatMap((step) => (step.command ? [step.command] : []))),
    draft.phrases.EXPLAINED.purpose(causes),
    ...grounds(draft),
    draft.phrases.EXPLAINED.check(fix.check, draft.phrases.CONFIDENCE[fix.confidence]),
  ].join('\n\n');
}

/** How to come by the answer. */
export function explanationOfQuestion(draft: TurnDraft, question: Question): readonly string[] {
  const diagnostic = question.diagnostic === undefined ? undefined : draft.mind.graph.diagnostics.get(question.diagnostic);
  const { graph } = draft.mind;
  const decision = decide(draft);
  const apart = (decision ? pulledApart(decision, question) : []).flatMap((cause) => graph.causes.get(cause) ?? []);
  return [
    ...(apart.length > 0 ? [draft.phrases.EXPLAINED.apart(apart.map((cause) => `- **${cause.title}**: ${cause.meaning}`))] : []),
    ...(diagnostic ? howToOpen(draft.phrases, [diagnostic.command]) : []),
    ...grounds(draft),
  ];
}

/** One sentence for each way of opening that the commands need. */
export function howToOpen({ HOW_TO_OPEN, SIDE }: Phrases, commands: readonly Command[]): string[] {
  const ways = new Map(commands.map((command) => [`${command.shell} ${command.admin} ${command.where}`, command]));
  return [...ways.values()].map((command) => HOW_TO_OPEN[command.shell](command.admin, SIDE[command.where]));
}

/** What is taken for granted, so that a mistake can be seen. */
function grounds({ session, mind }: TurnDraft): string[] {
  const bearing = mind.bearingOn(problemsIn(session));
  const statementOf = (answer: string | undefined) => (answer === undefined ? undefined : mind.graph.finding(answer)?.answer.statement);
  const told = session.findings.filter((each) => bearing.has(each.question)).map((each) => statementOf(each.answer));
  const sentence = phrasesOf(mind.graph).goesBy(told.filter((each) => each !== undefined));
  return sentence === undefined ? [] : [sentence];
}
