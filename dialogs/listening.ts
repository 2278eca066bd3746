import type { Assessment } from '../understanding/assess.ts';
import type { CodeReading } from '../reading/evidence.ts';
import type { CodeEntry, Problem } from '../knowledge/compiler/types.ts';
import { afterCode, afterWords, type ProblemBelief } from './problem-belief.ts';
import type { TurnDraft } from './draft.ts';
import { learnAgain, proposeNext } from './next-step.ts';
import { choiceButtons, codeButtons } from './present.ts';
import type { Session } from './session.ts';

/** Below this the symptom is asked back. Chosen on the project's own evaluation set. */
const SURE_OF_SYMPTOM = 0.45;

/** A described problem: open its troubleshooting, or ask back what is doubtful. */
export function hearProblem(draft: TurnDraft, assessment: Assessment): void {
  const { code, extended, problems } = assessment;
  if (refine(draft, assessment)) return;
  if (code && !code.certain) {
    confirmCode(draft, code, extended);
    return;
  }
  const [first] = problems;
  const named = code !== undefined && problemsAreNamed(draft, code);
  const isClear = (assessment.symptoms[0]?.probability ?? 0) >= SURE_OF_SYMPTOM;
  if (draft.session.problem && first && first.id !== draft.session.problem && (named || isClear)) {
    askSameOrNew(draft, first, named ? code : undefined, extended);
    return;
  }
  if (code && !named) draft.text(draft.phrases.unknownCode(code.code));
  if (named && problems.length > 1) {
    rememberCodes(draft, code, extended);
    choosePlace(draft, problems);
    return;
  }
  if (!named && !isClear && problems.length > 1) {
    offerSymptoms(draft, problems, draft.phrases.WHICH_SYMPTOM.plain);
    return;
  }
  if (!first) return;
  rememberCodes(draft, code, extended);
  openProblem(draft, first, beliefOf(draft, assessment, first, named));
}

/** An exact pair settles the problem; a code alone leaves its siblings open, words their other readings as well. */
function beliefOf(draft: TurnDraft, { code, extended, symptoms }: Assessment, first: Problem, named: boolean): ProblemBelief | undefined {
  const { graph } = draft.mind;
  if (!named || !code) return afterWords(graph, first, symptoms);
  const isExact = extended !== undefined && graph.problemFor(code.code, extended.code)?.id === first.id;
  return isExact ? undefined : afterCode(graph, first);
}

/** The extended code that comes after its code narrows the problem down; the evidence stays. */
function refine(draft: TurnDraft, assessment: Assessment): boolean {
  const known = draft.session.codes.find((each) => each.role === 'code')?.code;
  const extended = assessment.reading.codes.find((each) => each.role === 'extended');
  if (!known || !extended?.certain || (assessment.code && assessment.code.code !== known)) return false;
  const problem = draft.mind.graph.problemFor(known, extended.code);
  if (!problem || problem.id === draft.session.problem) return false;
  draft.change({ codes: [...draft.session.codes.filter((each) => each.role === 'code'), { code: extended.code, space: extended.spaces[0] ?? '', role: 'extended' }] });
  openProblem(draft, problem);
  return true;
}

/** Opens a problem that has been settled, with all that was said before. */
export function openProblem(draft: TurnDraft, problem: Problem, belief?: ProblemBelief): void {
  const { belief: _belief, ...kept } = draft.session;
  draft.replace({ ...kept, problem: problem.id, ...(belief && Object.keys(belief).length > 1 && { belief }) });
  draft.text(meaningOf(draft, problem));
  learnAgain(draft);
  proposeNext(draft);
}

/** Sets the evidence aside for a new problem; what the person may do and what was said stays. */
export function forgetProblem(session: Session): Session {
  const { problem: _problem, belief: _belief, escalation: _escalation, case: _case, before: _before, followUp: _followUp, rating: _rating, tally: _tally, refusedTicketAt: _refused, ...kept } = session;
  return { ...kept, phase: { name: 'listening' }, codes: [], findings: [], unanswered: [], steps: [], misread: 0 };
}

/** What the open problem, and its code, means; undefined where there is none. Pure. */
export function codeMeaning(draft: TurnDraft): string | undefined {
  const problem = draft.mind.graph.problems.get(draft.session.problem ?? '');
  const entry = problem && entryOf(draft, problem);
  if (!problem) return undefined;
  const general = `**${problem.title}.** ${problem.meaning}`;
  return entry ? `\`${entry.code}\`${entry.symbol ? ` (${entry.symbol})` : ''}: ${entry.meaning}\n\n${general}` : general;
}

/** What it means, once and short: the code's own line where the problem is wider than the code. */
function meaningOf(draft: TurnDraft, problem: Problem): string {
  const entry = entryOf(draft, problem);
  return entry ? `**${problem.title}** (\`${entry.code}\`). ${entry.meaning}` : `**${problem.title}.** ${problem.meaning}`;
}

/** The line of the code's table; undefined where the problem is named after this very code and explains it better. */
function entryOf(draft: TurnDraft, problem: Problem): CodeEntry | undefined {
  const code = draft.session.codes.find((each) => each.role === 'code');
  const entry = code && draft.mind.graph.code(code.code).find((each) => each.space === code.space);
  const isAbout = entry && draft.mind.graph.problems.get(entry.problem)?.symptom === problem.symptom;
  return isAbout && !problem.id.startsWith(entry.code) ? entry : undefined;
}

function problemsAreNamed(draft: TurnDraft, code: CodeReading): boolean {
  const { graph } = draft.mind;
  return graph.code(code.code).some((entry) => code.spaces.includes(entry.space)) || graph.problemFor(code.code) !== undefined;
}

function rememberCodes(draft: TurnDraft, code: CodeReading | undefined, extended: CodeReading | undefined): void {
  if (!code) return;
  const codes = [code, extended].filter((each) => each !== undefined).map((each) => ({ code: each.code, space: each.spaces[0] ?? '', role: each.role }));
  draft.change({ codes });
}

function confirmCode(draft: TurnDraft, code: CodeReading, extended: CodeReading | undefined): void {
  draft.remark('asked-back');
  draft.enter({ name: 'confirming-code', code: code.code, spaces: code.spaces, ...(extended && { extended: extended.code }) });
  draft.say({ type: 'text', text: draft.phrases.didYouMean(code.code), buttons: codeButtons(draft.phrases, code.code, draft.session.step) });
}

/** A code that means several things: where was it seen? */
export function choosePlace(draft: TurnDraft, problems: readonly Problem[]): void {
  choose(draft, draft.phrases.WHICH_PLACE, { name: 'choosing', options: problems.map((each) => each.id), places: true });
}

/** Symptoms that a text may be about. */
export function offerSymptoms(draft: TurnDraft, problems: readonly Problem[], text: string): void {
  choose(draft, text, { name: 'choosing', options: problems.map((each) => each.id) });
}

/** The options carry which problem it would be: `same:<id>` keeps the evidence, `new:<id>` does not. */
function askSameOrNew(draft: TurnDraft, problem: Problem, code: CodeReading | undefined, extended: CodeReading | undefined): void {
  const text = `${code ? `\`${code.code}\`: ` : ''}**${problem.title}.** ${draft.phrases.SAME_OR_NEW}`;
  choose(draft, text, {
    name: 'choosing',
    options: [`same:${problem.id}`, `new:${problem.id}`],
    ...(code && { code: code.code }),
    ...(code && extended && { extended: extended.code }),
  });
}

function choose(draft: TurnDraft, text: string, phase: Extract<Session['phase'], { name: 'choosing' }>): void {
  draft.enter(phase);
  draft.say({ type: 'text', text, buttons: choiceButtons(draft.mind.graph, draft.session) });
}
