import type { Fault, Place } from '../finding.ts';
import type { Library, Shelf, Written } from '../library.ts';

const KINDS = ['causes', 'contexts', 'fixes', 'questions', 'diagnostics', 'problems'] as const;

/** Structure and texts belong together, one to one. */
export function matchingTexts(library: Library): Fault[] {
  const faults = KINDS.flatMap((kind) => [
    ...missing(kind, library[kind], library.texts[kind]),
    ...unused(kind, library[kind], library.texts[kind]),
  ]);
  return [...faults, ...stepCounts(library), ...answers(library), ...codes(library), ...termNames(library), ...placeholders(library)];
}

function missing(kind: string, written: Shelf<unknown>, texts: Shelf<unknown>): Fault[] {
  const without = [...written.values()].filter(({ id }) => !texts.has(id));
  return without.map((record) => ({
    rule: 'missing-text',
    at: record,
    what: `"${record.id}" under ${kind} has no text.`,
    why: 'It would reach a person without words.',
    remedy: `Write it in locales/en/${fileName(record)} under ${kind}.`,
  }));
}

function unused(kind: string, written: Shelf<unknown>, texts: Shelf<unknown>): Fault[] {
  const orphans = [...texts.values()].filter(({ id }) => !written.has(id));
  return orphans.map((text) => ({
    rule: 'unused-text',
    at: text,
    what: `The text of "${text.id}" under ${kind} belongs to nothing.`,
    why: 'The thing was renamed or removed, or the id has a slip.',
    remedy: `Rename it to what graph/ calls it, or take it out.`,
  }));
}

function fileName({ file }: Written<unknown>): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

function stepCounts(library: Library): Fault[] {
  const faults: Fault[] = [];
  for (const fix of library.fixes.values()) {
    const text = library.texts.fixes.get(fix.id);
    if (!text || text.value.steps.length === fix.value.steps.length) continue;
    faults.push({
      rule: 'step-count',
      at: { file: text.file, path: [...text.path, 'steps'] },
      what: `"${fix.id}" has ${fix.value.steps.length} steps in ${fix.file} and ${text.value.steps.length} texts here.`,
      why: 'Each command must stand under its own words.',
      remedy: 'Bring the two to the same number; a step without a command is written {}.',
    });
  }
  return faults;
}

function answers(library: Library): Fault[] {
  const faults: Fault[] = [];
  for (const question of library.questions.values()) {
    const text = library.texts.questions.get(question.id);
    if (!text) continue;
    for (const answer of question.value.answers) {
      if (text.value.answers[answer]) continue;
      faults.push({
        rule: 'missing-text',
        at: { file: text.file, path: [...text.path, 'answers'] },
        what: `The answer "${answer}" of "${question.id}" has no label and statement.`,
        why: 'It would be a button without words.',
        remedy: `Add "${answer}" under answers.`,
      });
    }
    for (const answer of Object.keys(text.value.answers)) {
      if (question.value.answers.includes(answer)) continue;
      faults.push({
        rule: 'unused-text',
        at: { file: text.file, path: [...text.path, 'answers', answer] },
        what: `"${question.id}" has no answer "${answer}".`,
        why: 'The answer was renamed or removed, or the id has a slip.',
        remedy: `Its answers are ${question.value.answers.join(', ')}.`,
      });
    }
  }
  return faults;
}

function codes(library: Library): Fault[] {
  const faults: Fault[] = [];
  const keys = new Set<string>();
  for (const code of library.codes) {
    const key = `${code.table} ${code.id}`;
    keys.add(key);
    if (library.texts.codes.has(key)) continue;
    faults.push({
      rule: 'missing-text',
      at: code,
      what: `The code ${code.id} has no meaning and detail.`,
      why: 'Asking for it would get no answer.',
      remedy: `Write "${code.id}" in locales/en/codes/${code.table}.yaml.`,
    });
  }
  for (const [key, text] of library.texts.codes) {
    if (keys.has(key)) continue;
    faults.push({
      rule: 'unused-text',
      at: text,
      what: `There is no code "${text.id}" in the table.`,
      why: 'The code was removed, or the key has a slip; it is the code, or the origin and the code.',
      remedy: 'Write the entry in codes/, or take the text out.',
    });
  }
  return faults;
}

function termNames(library: Library): Fault[] {
  const seen = new Map<string, string>();
  const faults: Fault[] = [];
  for (const term of library.texts.terms.values()) {
    for (const name of term.value.names.map((each) => each.toLowerCase())) {
      const there = seen.get(name);
      if (there === undefined || there === term.id) seen.set(name, term.id);
      else {
        faults.push({
          rule: 'duplicate-id',
          at: term,
          what: `"${name}" is a name of the term "${there}" already.`,
          why: 'A question for it would get only one of the two.',
          remedy: 'Keep the name at one of them.',
        });
      }
    }
  }
  return faults;
}

/** What a scaffold left to be written. */
function placeholders(library: Library): Fault[] {
  const faults: Fault[] = [];
  const walk = (value: unknown, at: Place): void => {
    if (typeof value === 'string') {
      if (/^TODO\b/.test(value)) faults.push(unwritten(value, at));
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, { file: at.file, path: [...at.path, key] });
    }
  };
  for (const shelf of Object.values(library.texts) as Shelf<unknown>[]) for (const text of shelf.values()) walk(text.value, text);
  return faults;
}

function unwritten(text: string, at: Place): Fault {
  return {
    rule: 'unwritten-text',
    at,
    what: `"${text}" has not been written yet.`,
    why: 'It would reach a person as it is.',
    remedy: 'Write the sentence.',
  };
}
