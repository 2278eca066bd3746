import type { Problem } from '../knowledge/compiler/types.ts';
import type { Classification, Ranked, Scope } from './classifier/intent-classifier.ts';
import type { CodeReading, Observation, Reading } from '../reading/evidence.ts';
import type { Comprehension } from './comprehension.ts';
import { askedCode } from '../reading/codes/asked-code.ts';
import { primaryPair } from '../reading/codes/pairs.ts';
import type { DialogTextId } from '../reading/windows-dialogs/dialog-ids.ts';
import type { Provider } from '../reading/events/providers.ts';

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

/** How often the symptom of a code's problem is the symptom that its bearer has. Judgement. */
const CODE_WEIGHT = 0.85;

/** The generic label says nothing about a text; a code that leads there must not outweigh its words. */
const GENERIC = 'other-rdp';

/** Reads a text as the description of a problem. Pure. */
export function assess(mind: Comprehension, text: string, now: Date): Assessment {
  const reading = mind.read(text, now);
  const learned = mind.classifier.symptom(text);
  const { code = askedCode(text), extended } = primaryPair(reading.codes) ?? {};
  const names = new Set(reading.codes.filter((each) => each.code === code?.code).map((each) => each.written));
  const meant = code ? problemsOfCode(mind, code, extended, names) : [];
  const named = code?.certain ? meant : [];
  const symptoms = weighCode(learned, named);
  const problems = named.length > 0 ? named : problemsOfSymptoms(mind, symptoms);
  return {
    reading,
    symptoms,
    because: learned.because,
    scope: scopeOf(mind, text, reading, code, meant),
    ...(code && { code }),
    ...(extended && { extended }),
    problems,
  };
}

/**
 * Every problem that the code can mean, in the order of its number spaces. With an extended code it is mstsc's;
 * without one, spaces that lead to another symptom stay open and are to be asked about. Of several errors under one
 * number (Azure Virtual Desktop's) the one that was named goes first.
 */
function problemsOfCode(mind: Comprehension, code: CodeReading, extended: CodeReading | undefined, names: ReadonlySet<string | undefined>): Problem[] {
  const { graph } = mind;
  const pair = code.spaces[0] === 'mstsc-disconnect' ? graph.problemFor(code.code, extended?.code) : undefined;
  if (pair && extended) return [pair];
  const entries = graph.code(code.code).filter((entry) => code.spaces.includes(entry.space));
  const unnamed = (symbol: string | undefined): number => (symbol !== undefined && names.has(symbol) ? 0 : 1);
  entries.sort((a, b) => unnamed(a.symbol) - unnamed(b.symbol) || code.spaces.indexOf(a.space) - code.spaces.indexOf(b.space));
  const found = entries.map((entry) => graph.problems.get(entry.problem)).filter((problem) => problem !== undefined);
  const bySymptom = new Map<string, Problem>();
  for (const problem of pair ? [pair, ...found] : found) {
    if (!bySymptom.has(problem.symptom)) bySymptom.set(problem.symptom, problem);
  }
  return [...bySymptom.values()];
}

function problemsOfSymptoms(mind: Comprehension, symptoms: readonly Ranked[]): Problem[] {
  const found = symptoms.slice(0, 3).map((each) => mind.graph.problemOf(each.label));
  return found.filter((problem) => problem !== undefined);
}

/**
 * Words and code as two witnesses: P(symptom) ~ P(symptom | words) P(symptom | code). A code that is shared by many
 * causes yields to words that are sure, and decides where they say little.
 */
function weighCode(learned: Classification, named: readonly Problem[]): readonly Ranked[] {
  const symptom = named[0]?.symptom;
  if (!symptom || symptom === GENERIC) return learned.ranked;
  const known = learned.ranked.some(({ label }) => label === symptom);
  const labels = known ? learned.ranked : [...learned.ranked, { label: symptom, probability: 1 / (learned.ranked.length + 1) }];
  const other = (1 - CODE_WEIGHT) / Math.max(1, labels.length - 1);
  const weighed = labels.map(({ label, probability }) => ({ label, probability: probability * (label === symptom ? CODE_WEIGHT : other) }));
  const sum = weighed.reduce((total, { probability }) => total + probability, 0);
  return weighed.map(({ label, probability }) => ({ label, probability: probability / sum })).sort((a, b) => b.probability - a.probability);
}

/** What is known to be ours scores no higher than this. */
const KNOWN_OURS = 0.05;

/** What only Remote Desktop writes is ours, whatever the words around it, also a code that has to be asked back. */
function scopeOf(mind: Comprehension, text: string, reading: Reading, code: CodeReading | undefined, meant: readonly Problem[]): Scope {
  const scope = mind.classifier.scope(text);
  const known = reading.observations.some(isOurs) || (code !== undefined && meant.length > 0 && isOurCode(code));
  return known ? { score: Math.min(scope.score, KNOWN_OURS), outOfScope: false } : scope;
}

/** Numbers that all of Windows shares prove nothing: HRESULTs, and a Win32 error as it is printed, with eight digits. Events are told by their source. */
function isOurCode({ spaces, span }: CodeReading): boolean {
  const [space] = spaces;
  if (space === 'hresult' || space === 'event') return false;
  return space !== 'mstsc-disconnect' || span[1] - span[0] < '0x00000000'.length;
}

/** Dialogs whose words others use as well. */
const SHARED_TEXTS: ReadonlySet<unknown> = new Set<DialogTextId>(['xrdp-login-failed', 'no-resources', 'out-of-memory', 'certificate-expired', 'password-expired']);
/** Sources of events that write about everything. */
const SHARED_SOURCES: ReadonlySet<unknown> = new Set<Provider>(['other', 'schannel', 'netlogon', 'security', 'service-control-manager', 'certificate']);

function isOurs({ reader, fields }: Observation): boolean {
  if (reader === 'dialog') return fields['text'] !== undefined && !SHARED_TEXTS.has(fields['text']);
  if (reader === 'event') return !SHARED_SOURCES.has(fields['provider']);
  return reader === 'freerdp' || reader === 'xrdp';
}
