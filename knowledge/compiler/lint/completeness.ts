import type { Fault } from '../finding.ts';
import type { Library, Written } from '../library.ts';
import { linksOf, type Links } from '../links.ts';
import type { QuestionRecord } from '../schema.ts';

/** What the schema lets through and a person would still miss. */
export function completeness(library: Library): Fault[] {
  const faults: Fault[] = library.defaults ? [] : [noDefaults()];
  const links = linksOf(library);
  for (const fix of library.fixes.values()) {
    if (fix.value.sources.length === 0) faults.push(unsourced('incomplete-fix', 'fix', fix));
    if (!links.solves.get(fix.id)?.size) faults.push(solvesNothing(fix));
  }
  for (const cause of library.causes.values()) if (cause.value.sources.length === 0) faults.push(unsourced('no-source', 'cause', cause));
  for (const problem of library.problems.values()) if (problem.value.sources.length === 0) faults.push(unsourced('no-source', 'problem', problem));
  for (const question of library.questions.values()) if (question.value.sources.length === 0) faults.push(unsourced('no-source', 'question', question));
  for (const code of library.codes) if (code.value.sources.length === 0) faults.push(unsourced('no-source', 'code', code));
  for (const question of library.questions.values()) if (question.value.kind === 'measured') faults.push(...unmeasured(links, question));
  faults.push(...secondDefaults(library));
  return faults;
}

function noDefaults(): Fault {
  return {
    rule: 'schema',
    at: { file: 'graph/_defaults.yaml', path: [] },
    what: 'graph/_defaults.yaml is missing.',
    why: 'It holds the numbers that apply where a file says nothing else.',
    remedy: 'Bring it back.',
  };
}

function solvesNothing(fix: Written<unknown>): Fault {
  return {
    rule: 'unreachable-fix',
    at: fix,
    what: `The fix "${fix.id}" solves no cause.`,
    why: 'It could never be offered.',
    remedy: 'Say under `solves` which causes it helps against.',
  };
}

function unsourced(rule: string, kind: string, record: Written<unknown>): Fault {
  return {
    rule,
    at: { file: record.file, path: [...record.path, 'sources'] },
    what: `The ${kind} "${record.id}" names no source.`,
    why: 'Every fact can be traced; what we judge ourselves says so through its confidence.',
    remedy: 'Name at least one id from `sources:`.',
  };
}

/** A measured question is answered by something to paste. */
function unmeasured(links: Links, question: Written<QuestionRecord>): Fault[] {
  const faults: Fault[] = [];
  if (!links.diagnosticOf.has(question.id)) {
    faults.push({
      rule: 'no-diagnostic',
      at: question,
      what: `The measured question "${question.id}" has no diagnostic.`,
      why: 'The person needs the command whose output answers it.',
      remedy: 'Name one under `diagnostic`, or make the question `told`.',
    });
  }
  if (Object.keys(question.value.reads).length === 0) {
    faults.push({
      rule: 'unread-answer',
      severity: 'warning',
      at: question,
      what: `No answer of the measured question "${question.id}" is read from pasted text.`,
      why: 'The person would have to read the output and press a button.',
      remedy: 'Say under `reads` which observations mean which answer; docs/authors/readers.md lists them.',
    });
  }
  return faults;
}

function secondDefaults(library: Library): Fault[] {
  const seen = new Map<string, string>();
  const faults: Fault[] = [];
  for (const problem of library.problems.values()) {
    if (!problem.value.symptomDefault) continue;
    const there = seen.get(problem.value.symptom);
    if (there === undefined) seen.set(problem.value.symptom, problem.id);
    else {
      faults.push({
        rule: 'symptom-default',
        at: { file: problem.file, path: [...problem.path, 'symptomDefault'] },
        what: `"${problem.id}" and "${there}" both stand for the symptom ${problem.value.symptom}.`,
        why: 'Without a code, one problem has to be chosen.',
        remedy: 'Keep symptomDefault at one of them.',
      });
    }
  }
  return faults;
}
