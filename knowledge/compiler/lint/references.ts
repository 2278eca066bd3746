import type { Fault, Path, Place } from '../finding.ts';
import { parseOpeningCode } from '../code-index.ts';
import type { Library, Shelf, Written } from '../library.ts';
import { SYMPTOMS } from '../symptoms.ts';

const SYMPTOM_SHELF: Shelf<string> = new Map(
  SYMPTOMS.map((id): [string, Written<string>] => [id, { id, value: id, file: '', path: [] }]),
);

/** Every id that is named somewhere exists where it should. */
export function danglingReferences(library: Library): Fault[] {
  const faults: Fault[] = [];
  const check = (shelf: Shelf<unknown>, kind: string, id: string, at: Place, ...path: Path): void => {
    if (!shelf.has(id)) faults.push(dangling(kind, id, { file: at.file, path: [...at.path, ...path] }, shelf));
  };
  const sources = (ids: readonly string[], at: Place): void => {
    ids.forEach((id, index) => check(library.sources, 'source', id, at, 'sources', index));
  };
  const retirable: Shelf<unknown> = new Map<string, Written<unknown>>([...library.fixes, ...library.questions]);

  for (const cause of library.causes.values()) {
    sources(cause.value.sources, cause);
    for (const id of Object.keys(cause.value.evidence ?? {})) check(library.questions, 'question', id, cause, 'evidence', id);
    for (const id of Object.keys(cause.value.solvedBy ?? {})) check(library.fixes, 'fix', id, cause, 'solvedBy', id);
  }
  for (const fix of library.fixes.values()) {
    sources(fix.value.sources, fix);
    for (const id of Object.keys(fix.value.solves)) check(library.causes, 'cause', id, fix, 'solves', id);
    if (fix.value.context) check(library.contexts, 'context', fix.value.context, fix, 'context');
    if (fix.value.family) check(library.families, 'family', fix.value.family, fix, 'family');
    fix.value.retires.forEach((id, index) => check(retirable, 'fix or question', id, fix, 'retires', index));
  }
  for (const question of library.questions.values()) {
    const { value } = question;
    sources(value.sources, question);
    for (const id of Object.keys(value.likelihood)) check(library.causes, 'cause', id, question, 'likelihood', id);
    value.excludes.forEach((id, index) => check(library.questions, 'question', id, question, 'excludes', index));
    if (value.context) check(library.contexts, 'context', value.context, question, 'context');
    if (value.diagnostic) check(library.diagnostics, 'diagnostic', value.diagnostic, question, 'diagnostic');
    const answers: Shelf<string> = new Map(value.answers.map((id) => [id, { ...question, id, value: id }]));
    for (const id of Object.keys(value.reads)) check(answers, 'answer of this question', id, question, 'reads', id);
    for (const word of ['yes', 'no'] as const) {
      const id = value.polarity?.[word];
      if (id !== undefined) check(answers, 'answer of this question', id, question, 'polarity', word);
    }
  }
  for (const diagnostic of library.diagnostics.values()) {
    sources(diagnostic.value.sources, diagnostic);
    diagnostic.value.answers.forEach((id, index) => check(library.questions, 'question', id, diagnostic, 'answers', index));
  }
  const { populations } = library;
  if (populations) {
    for (const id of Object.keys(populations.value.causes)) check(library.causes, 'cause', id, populations, 'causes', id);
    for (const id of Object.keys(populations.value.tells)) check(library.questions, 'question', id, populations, 'tells', id);
  }
  for (const problem of library.problems.values()) {
    sources(problem.value.sources, problem);
    check(SYMPTOM_SHELF, 'symptom', problem.value.symptom, problem, 'symptom');
    for (const id of Object.keys(problem.value.priors)) check(library.causes, 'cause', id, problem, 'priors', id);
  }
  for (const code of library.codes) {
    sources(code.value.sources, code);
    check(library.problems, 'problem', code.value.problem, code, 'problem');
  }
  for (const term of library.texts.terms.values()) sources(term.value.sources, term);
  return [...faults, ...duplicateFindings(library), ...duplicateOpenings(library), ...duplicateCodes(library)];
}

export function dangling(kind: string, id: string, at: Place, shelf: Shelf<unknown>): Fault {
  const near = nearest(id, [...shelf.keys()]);
  return {
    rule: 'dangling-id',
    at,
    what: `There is no ${kind} "${id}".`,
    why: 'A reference that leads nowhere would silently drop this fact.',
    remedy: near ? `Did you mean "${near}"? Otherwise write the ${kind} first.` : `Write the ${kind}, or take the reference out.`,
  };
}

/** Answers of all questions share one number space: a finding is known by its id alone. */
function duplicateFindings(library: Library): Fault[] {
  const seen = new Map<string, string>();
  const faults: Fault[] = [];
  for (const question of library.questions.values()) {
    question.value.answers.forEach((id, index) => {
      const there = seen.get(id);
      if (there === undefined) seen.set(id, question.id);
      else {
        faults.push({
          rule: 'duplicate-id',
          at: { file: question.file, path: [...question.path, 'answers', index] },
          what: `The answer "${id}" belongs to the question "${there}" already.`,
          why: 'What was told or pasted is remembered by the id of the answer alone.',
          remedy: 'Give this answer an id of its own, or use the other question.',
        });
      }
    });
  }
  return faults;
}

function duplicateOpenings(library: Library): Fault[] {
  const seen = new Map<string, string>();
  const faults: Fault[] = [];
  for (const problem of library.problems.values()) {
    problem.value.codes.forEach((line, index) => {
      const { space, code, extended } = parseOpeningCode(line);
      const key = `${space} ${code} + ${extended ?? ''}`;
      const there = seen.get(key);
      if (there === undefined) seen.set(key, problem.id);
      else {
        faults.push({
          rule: 'duplicate-id',
          at: { file: problem.file, path: [...problem.path, 'codes', index] },
          what: `"${line}" opens the problem "${there}" already.`,
          why: 'One code can open only one problem.',
          remedy: 'Keep it at one of the two.',
        });
      }
    });
  }
  return faults;
}

function duplicateCodes(library: Library): Fault[] {
  const seen = new Map<string, string>();
  const faults: Fault[] = [];
  for (const code of library.codes) {
    const key = `${code.space} ${code.table} ${code.id}`;
    if (!seen.has(key)) seen.set(key, code.file);
    else {
      faults.push({
        rule: 'duplicate-id',
        at: code,
        what: `The code ${code.id} stands twice in the table ${code.table}.`,
        why: 'Its two meanings would contradict each other.',
        remedy: 'Merge the two, or tell them apart by `origin`.',
      });
    }
  }
  return faults;
}

/** The id within two edits, where there is one. */
export function nearest(id: string, ids: readonly string[]): string | undefined {
  const ranked = ids.map((each) => ({ each, distance: edits(id, each) })).filter(({ distance }) => distance <= Math.max(2, id.length / 4));
  return ranked.sort((a, b) => a.distance - b.distance)[0]?.each;
}

/** Levenshtein distance. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
