import { assess } from '../../understanding/assess.ts';
import { interpret } from '../../understanding/interpret.ts';
import type { SoftFinding } from '../../reading/evidence.ts';
import type { Mind } from '../../dialogs/mind.ts';
import { suggestionsIn } from '../../understanding/suggestions.ts';
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

export function describeReply(mind: Mind, text: string, now: Date): string {
  const { ranked, label, probability, findings } = interpret(mind, text, now);
  return [
    `means     ${label} ${percent(probability)}`,
    `readings  ${ranked.slice(0, 4).map((each) => `${each.label} ${percent(each.probability)}`).join(', ')}`,
    `evidence  ${findings.map((each) => `${each.answer} (${each.basis})`).join(', ') || 'none'}`,
    `suggests  ${suggestionsIn(mind.graph, ranked, everyQuestion(mind)).map(describeSoft).join('; ') || 'nothing'}`,
  ].join('\n');
}

const everyQuestion = ({ graph }: Mind): ReadonlySet<string> => new Set(graph.questions.keys());

/** How much likelier the text is under each answer than under the least likely one. */
function describeSoft({ question, likelihoods }: SoftFinding): string {
  const least = Math.min(...Object.values(likelihoods));
  return `${question}: ${Object.entries(likelihoods).map(([answer, each]) => `${answer} x ${(each / least).toFixed(1)}`).join(', ')}`;
}

function percent(probability: number): string {
  return `${(probability * 100).toFixed(1)} %`;
}
