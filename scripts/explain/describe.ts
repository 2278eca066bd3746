import { assess } from '../../understanding/assess.ts';
import type { Mind } from '../../dialogs/mind.ts';
import type { Table } from '../../understanding/table.ts';
import { understand } from '../../understanding/understand.ts';
import { decideOn } from './explanation.ts';

const SHOWN = 6;

/** What was read from a text and why, for a person at a terminal. */
export function describe(mind: Mind, text: string, now: Date): string {
  const { graph } = mind;
  const assessment = assess(mind, text, now);
  const { reading, symptoms, because, scope, problems } = assessment;
  const decision = decideOn(mind, assessment);
  return [
    `codes          ${reading.codes.map((code) => `${code.code} (${code.role}, ${code.spaces.join(' or ')}${code.certain ? '' : ', doubtful'})`).join(', ') || 'none'}`,
    `said or pasted ${reading.observations.map((each) => `${each.reader} ${JSON.stringify(each.fields)}`).join('; ') || 'nothing that a reader knows'}`,
    `findings       ${reading.findings.map((each) => `${each.question} = ${each.answer} (${each.basis})`).join(', ') || 'none'}`,
    `symptom        ${symptoms.slice(0, 3).map((each) => `${each.label} ${percent(each.probability)}`).join(', ')}`,
    `  carried by   ${because.slice(0, 8).join(', ')}`,
    `scope          ${scope.outOfScope ? 'not ours' : 'ours'} (out-of-scope score ${scope.score.toFixed(3)})`,
    `problem        ${problems.map((each) => each.id).join(' or ') || 'none'}`,
    ...(decision
      ? [
          'causes',
          ...decision.posterior.slice(0, SHOWN).map((each) => `  ${percent(each.probability).padStart(6)}  ${graph.causes.get(each.cause)?.title ?? each.cause} [${each.cause}]${learnedPrior(mind, problems[0]?.id ?? '', each.cause)}`),
          `next           ${decision.action.type} ${decision.action.id}, expected cost of repair ${decision.expectedMinutes.toFixed(1)} min`,
          ...decision.reasons.findings.slice(0, 3).map((each) => `  because      ${graph.finding(each.answer)?.answer.statement ?? each.answer} (odds x ${each.factor.toFixed(2)})`),
          ...(decision.reasons.probability === undefined ? [] : [`  helps with   probability ${percent(decision.reasons.probability)}, ${decision.reasons.minutes?.toFixed(1)} min with everything counted`]),
          'instead',
          ...decision.candidates.slice(0, SHOWN).map((each) => `  ${each.expectedMinutes.toFixed(1).padStart(6)}  ${each.action.type} ${each.action.id}`),
        ]
      : ['next           nothing to go by: ask for the message']),
  ].join('\n');
}

/** Where outcomes taught another prior than the author's. */
function learnedPrior({ graph, learned }: Mind, problem: string, cause: string): string {
  const authored = graph.problems.get(problem)?.priors.get(cause);
  const used = learned?.priors[problem]?.[cause];
  if (used === undefined || authored === undefined || percent(used) === percent(authored)) return '';
  return ` (prior learned: ${percent(used)}, the author's ${percent(authored)})`;
}

/** How a message is understood against what is open: the rule that decided, the clause, the saying it resembles, what was taken. */
export function describeUnderstanding(mind: Mind, table: Table, text: string, now: Date): string {
  const { act, also, findings, capabilities, trace } = understand(mind, table, text, now);
  const guesses = act.kind === 'unclear' ? act.guesses.map((each) => (each.kind === 'answer' ? each.answer : each.act)).join(', ') : '';
  return [
    `understood     ${act.kind}${also ? ` and ${also.kind}` : ''}${guesses === '' ? '' : ` (asks: ${guesses})`}`,
    `evidence       ${findings.map((each) => `${each.question} = ${each.answer} (${each.basis})`).join(', ') || 'none'}`,
    `rights         ${Object.entries(capabilities).map(([role, may]) => `${role} ${may ? 'yes' : 'no'}`).join(', ') || 'nothing said'}`,
    ...trace.map(({ rule, clause, took, resembles, confidence }) =>
      `  by ${rule.padEnd(11)} ${JSON.stringify(clause)} -> ${took ?? 'nothing'}${confidence === undefined ? '' : ` ${percent(confidence)}`}${resembles === undefined ? '' : `, like ${JSON.stringify(resembles)}`}`,
    ),
  ].join('\n');
}

function percent(probability: number): string {
  return `${(probability * 100).toFixed(1)} %`;
}
