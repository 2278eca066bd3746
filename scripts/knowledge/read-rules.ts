import { DIALOG_TEXTS, READERS, STATEMENTS, type ReaderShape } from '../../reading/vocabulary.ts';
import type { Fault, Path } from '../../knowledge/compiler/finding.ts';
import type { Library, Written } from '../../knowledge/compiler/library.ts';
import type { QuestionRecord } from '../../knowledge/compiler/schema.ts';

const SHAPES: Readonly<Record<string, ReaderShape>> = READERS;
const CLOSED: Readonly<Record<string, Readonly<Record<string, string>>>> = { 'statement says': STATEMENTS, 'dialog text': DIALOG_TEXTS };

/** Rules of `reads` name readers, fields and values that exist; a slip would never match anything. */
export function readRules(library: Library): Fault[] {
  return [...library.questions.values()].flatMap((question) =>
    Object.entries(question.value.reads).flatMap(([answer, rules]) =>
      rules.flatMap((rule, index) => check(question, rule, ['reads', answer, index])),
    ),
  );
}

type Rule = QuestionRecord['reads'][string][number];

function check(question: Written<QuestionRecord>, { reader, told: _, ...fields }: Rule, path: Path): Fault[] {
  const at = { file: question.file, path: [...question.path, ...path] };
  const shape = SHAPES[reader];
  if (!shape) return [fault(at, `There is no reader "${reader}".`, `The readers are ${Object.keys(SHAPES).join(', ')}.`)];
  return Object.entries(fields).flatMap(([field, test]) => {
    const known = shape.fields[field];
    if (!known) return [fault(at, `The reader "${reader}" has no field "${field}".`, `Its fields are ${Object.keys(shape.fields).join(', ')}.`)];
    const values = known.values ?? (CLOSED[`${reader} ${field}`] && Object.keys(CLOSED[`${reader} ${field}`] ?? {}));
    const wanted: readonly unknown[] = Array.isArray(test) ? test : [test];
    if (values) {
      const stray = wanted.filter((value) => typeof value !== 'string' || !values.includes(value));
      return stray.map((value) => fault(at, `"${String(value)}" is no value of ${reader}.${field}.`, `Its values are ${values.join(', ')}.`));
    }
    const wrong = wanted.some((value) => (typeof value === 'object' ? known.type !== 'number' : typeof value !== known.type));
    return wrong ? [fault(at, `${reader}.${field} is a ${known.type}, and the rule compares it with something else.`, `Write a ${known.type}.`)] : [];
  });
}

function fault(at: Fault['at'], what: string, remedy: string): Fault {
  return { rule: 'unknown-reading', at, what, why: 'The rule could never match anything that is pasted or said.', remedy: `${remedy} See docs/authors/readers.md.` };
}
