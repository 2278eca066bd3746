import type { Problem } from '../knowledge/types.ts';
import type { Classification, Ranked, Scope } from './classifier.ts';
import type { CodeReading, Reading } from './evidence.ts';
import type { Mind } from './mind.ts';
import { askedCode } from './readers/codes/asked-code.ts';
import { primaryPair } from './readers/codes/pairs.ts';

/** A first reading of an utterance that may describe a problem. */
export interface Assessment {
  readonly reading: Reading;
  /** Symptom labels, best first, summing to 1, with the codes' word counted in. */
  readonly symptoms: readonly Ranked[];
  readonly because: readonly string[];
  readonly scope: Scope;
  /** The code that names the problem, with its extended code. */
  readonly code?: CodeReading;
  readonly extended?: CodeReading;
  /** Problems that fit, best first; more than one when the code's number space is not clear. */
  readonly problems: readonly Problem[];
}

/** How far a code that leads to a problem outweighs the words around it. Judgement. */
const CODE_WEIGHT = 0.85;

/** The generic label says nothing about a text; a code that leads there must not outweigh its words. */
const GENERIC = 'other-rdp';

/** Reads a text as the description of a problem. Pure. */
export function assess(mind: Mind, text: string, now: Date): Assessment {
  const reading = mind.read(text, now);
  const learned = mind.classifier.symptom(text);
  const { code = askedCode(text), extended } = primaryPair(reading.codes) ?? {};
  const meant = code ? problemsOfCode(mind, code, extended) : [];
  const named = code?.certain ? meant : [];
  const symptoms = weighCode(learned, named);
  const problems = named.length > 0 ? named : problemsOfSymptoms(mind, symptoms);
  return {
    reading,
    symptoms,
    because: learned.because,
    scope: scopeOf(mind, text, code, meant),
    ...(code && { code }),
    ...(extended && { extended }),
    problems,
  };
}

/**
 * Every problem that the code can mean, in the order of its number spaces. With an extended code it is mstsc's;
 * without one, spaces that lead to another symptom stay open and are to be asked about.
 */
function problemsOfCode(mind: Mind, code: CodeReading, extended: CodeReading | undefined): Problem[] {
  const { graph } = mind;
  const pair = code.spaces[0] === 'mstsc-disconnect' ? graph.problemFor(code.code, extended?.code) : undefined;
  if (pair && extended) return [pair];
  const entries = graph.code(code.code).filter((entry) => code.spaces.includes(entry.space));
  entries.sort((a, b) => code.spaces.indexOf(a.space) - code.spaces.indexOf(b.space));
  const found = entries.map((entry) => graph.problems.get(entry.problem)).filter((problem) => problem !== undefined);
  const bySymptom = new Map<string, Problem>();
  for (const problem of pair ? [pair, ...found] : found) {
    if (!bySymptom.has(problem.symptom)) bySymptom.set(problem.symptom, problem);
  }
  return [...bySymptom.values()];
}

function problemsOfSymptoms(mind: Mind, symptoms: readonly Ranked[]): Problem[] {
  const found = symptoms.slice(0, 3).map((each) => mind.graph.problemOf(each.label));
  return found.filter((problem) => problem !== undefined);
}

/** A mixture of what the words and what the code say: P = w [code] + (1 - w) P(words). */
function weighCode(learned: Classification, named: readonly Problem[]): readonly Ranked[] {
  const symptom = named[0]?.symptom;
  if (!symptom || symptom === GENERIC) return learned.ranked;
  const mixed = learned.ranked.map(({ label, probability }) => ({
    label,
    probability: (1 - CODE_WEIGHT) * probability + (label === symptom ? CODE_WEIGHT : 0),
  }));
  if (!mixed.some((each) => each.label === symptom)) mixed.push({ label: symptom, probability: CODE_WEIGHT });
  return mixed.sort((a, b) => b.probability - a.probability);
}

/** A code of Remote Desktop's own is ours, whatever the words around it, also one that has to be asked back. HRESULTs are shared with all of Windows and prove nothing. */
function scopeOf(mind: Mind, text: string, code: CodeReading | undefined, meant: readonly Problem[]): Scope {
  const scope = mind.classifier.scope(text);
  const ours = code !== undefined && meant.length > 0 && code.spaces[0] !== 'hresult';
  return ours ? { score: Math.min(scope.score, 0.05), outOfScope: false } : scope;
}
