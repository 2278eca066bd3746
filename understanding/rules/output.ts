import type { Act } from '../act.ts';
import { assess } from '../assess.ts';
import { actGuess, type Heard, type Rule } from '../rule.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { hasWords } from '../prose.ts';
import { newProblem } from '../named-problem.ts';
import { readPart } from '../spoken-part.ts';
import { toolError } from '../tool-error.ts';
import type { Utterance } from '../utterance.ts';

/** A code alone answers a question whose answers are codes. */
function codeAsAnswer(utterance: Utterance): Heard | undefined {
  const { table, text, reading } = utterance;
  // A tool's own words never get to the trained reader.
  if (table.kind !== 'question' || text.length > SHORT || reading.codes.length === 0 || reading.observations.length > 0) return undefined;
  const part = readPart(utterance, text, []);
  const own = part.findings.find((each) => each.question === table.question);
  return own && { act: { kind: 'evidence' }, findings: [own], trace: [part.trace] };
}

/** A window that is of another trouble and says nothing about the open one: it is the trouble now. */
function otherWindow({ reading, mind, table, text, now, bearing }: Utterance): Act | undefined {
  const isWindow = reading.observations.some((each) => each.reader === 'dialog');
  if (!isWindow || reading.codes.length > 0 || table.kind === 'ticket' || reading.findings.some((each) => bearing.has(each.question))) return undefined;
  const assessment = assess(mind, text, now);
  const [symptom] = assessment.symptoms;
  const current = mind.graph.problems.get(table.problems[0] ?? '')?.symptom;
  return symptom && symptom.probability >= THRESHOLDS.symptom && symptom.label !== current ? { kind: 'problem', assessment } : undefined;
}

const SHORT = 60;

/** Pasted and nothing else: what was measured, a tool that failed, a code. No learned model looks at it. */
export const output: Rule = {
  name: 'output',
  apply(utterance) {
    const { reading, prose, table } = utterance;
    if (hasWords(prose)) return undefined;
    const named = codeAsAnswer(utterance);
    if (named) return named;
    const measured = reading.printed;
    const heard = (act: Heard['act']): Heard => ({ act, findings: measured });
    if (table.kind === 'listening' || table.kind === 'solved' || table.kind === 'choosing' || table.kind === 'confirming-code') {
      // A tool measures something; what is wrong it does not say. The window that says it is the trouble itself.
      const isWindow = reading.observations.some((each) => each.reader === 'dialog');
      return reading.codes.length === 0 && !isWindow && measured.length > 0 && table.kind === 'listening' ? heard({ kind: 'evidence' }) : undefined;
    }
    const problem = newProblem(utterance) ?? otherWindow(utterance);
    if (problem) return heard(problem);
    if (measured.length > 0) return heard({ kind: 'evidence' });
    const failed = toolError(reading);
    if (failed) return heard(failed);
    if (table.kind === 'ticket') return undefined;
    return { act: { kind: 'unclear', guesses: reading.codes.length > 0 ? [actGuess('failed'), actGuess('ask-code')] : [] } };
  },
};
