import { ACTS, isAct } from '../acts.ts';
import { expand } from '../expand.ts';
import type { Fault, LintFinding } from '../finding.ts';
import { sortFindings } from '../finding.ts';
import type { Library, Written } from '../library.ts';
import { nearest } from './references.ts';
import type { QuestionRecord } from '../schema.ts';
import type { SayingFile, Section } from '../saying-file.ts';
import { conflicts } from './saying-conflicts.ts';
import { sayingCounts } from './saying-counts.ts';

/** A fault in an utterance file. */
export type SayingFault = Omit<Fault, 'at'> & { readonly file: string; readonly line: number };

/**
 * Every rule over the sayings, against a library without errors. Pure; all findings at once, their files relative to the
 * knowledge folder.
 */
export function lintSayings(library: Library, files: readonly SayingFile[]): LintFinding[] {
  const faults = [...files.flatMap((file) => misplacements(library, file)), ...conflicts(library, files), ...sayingCounts(library, files)];
  return sortFindings(faults.map(({ severity = 'error', file, ...rest }) => ({ ...rest, severity, file: inKnowledge(file) })));
}

/** Faults of the graph keep their file; those of sayings stand in the folder of utterances. */
function inKnowledge(file: string): string {
  return file.endsWith('.txt') ? `utterances/${file}` : file;
}

function misplacements(library: Library, file: SayingFile): SayingFault[] {
  const at = (line: number): { file: string; line: number } => ({ file: file.path, line });
  const faults: SayingFault[] = file.misplaced.map(({ line, text, reason }) => ({
    ...at(line),
    rule: 'misplaced-saying',
    what: `"${text}" stands under no ${reason === 'answer-without-question' ? 'question' : 'answer and no act'}.`,
    why: 'Nothing says what it means.',
    remedy: reason === 'answer-without-question' ? 'Write "@question-id" above it.' : 'Write "= answer-id" or "% act" above it.',
  }));
  for (const { id, line } of file.questions) {
    const question = library.questions.get(id);
    if (!question) faults.push({ ...at(line), ...unknown('question', id, [...library.questions.keys()]) });
    else if (familyOf(question) !== file.family) faults.push({ ...at(line), ...strayQuestion(file, question) });
    if (!file.sections.some((section) => section.question === id)) faults.push({ ...at(line), ...empty(`@${id}`) });
  }
  for (const section of file.sections) {
    const fault = section.question === undefined ? actFault(file, section) : answerFault(library, section.question, section);
    if (fault) faults.push({ ...at(section.line), ...fault });
    const mark = section.question === undefined ? '%' : '=';
    if (section.templates.length === 0) faults.push({ ...at(section.line), ...empty(`${mark} ${section.name}`) });
    for (const { text, line } of section.templates) if (openAlternatives(text)) faults.push({ ...at(line), ...unclosed(text) });
  }
  return faults;
}

type Unplaced = Omit<SayingFault, 'file' | 'line'>;

function actFault(file: SayingFile, { name }: Section): Unplaced | undefined {
  if (!isAct(name)) return unknown('act', name, ACTS);
  if (file.family === 'acts') return undefined;
  return {
    rule: 'stray-section',
    what: `The act "${name}" stands in ${file.path}.`,
    why: 'Acts belong to no family; in one file they can be compared.',
    remedy: `Move the section to ${file.language}/${file.voice}/acts.txt.`,
  };
}

function answerFault(library: Library, id: string, { name }: Section): Unplaced | undefined {
  const question = library.questions.get(id);
  if (!question || name === '?' || name === 'other' || question.value.answers.includes(name)) return undefined;
  return unknown(`answer of "${id}"`, name, question.value.answers);
}

function unknown(kind: string, id: string, ids: readonly string[]): Unplaced {
  const near = nearest(id, ids);
  return {
    rule: 'unknown-label',
    what: `There is no ${kind} "${id}".`,
    why: 'Its sayings would teach a meaning that the conversation does not have.',
    remedy: near ? `Did you mean "${near}"?` : `Use one of ${ids.length > 40 ? 'those in graph/' : ids.join(', ')}.`,
  };
}

function strayQuestion(file: SayingFile, question: Written<QuestionRecord>): Unplaced {
  return {
    rule: 'stray-section',
    what: `The question "${question.id}" is defined in ${question.file}.`,
    why: 'Whoever changes a question looks for its sayings in the file of the same name.',
    remedy: `Move the section to ${file.language}/${file.voice}/${familyOf(question)}.txt.`,
  };
}

function familyOf({ file }: Written<unknown>): string {
  return file.slice(file.lastIndexOf('/') + 1, -'.yaml'.length);
}

/** A bar that stands in no pair of parentheses, or in one within another. */
function openAlternatives(text: string): boolean {
  return expand(text, 1, () => 0).some((written) => written.includes('|'));
}

function unclosed(text: string): Unplaced {
  return {
    rule: 'open-alternatives',
    what: `The alternatives in "${text}" are not closed, or stand inside others.`,
    why: 'The bar would be taught as something that people type.',
    remedy: 'Write them as (a|b|c), one group beside the other.',
  };
}

function empty(header: string): Unplaced {
  return {
    rule: 'empty-section',
    what: `Nothing stands under "${header}".`,
    why: 'A header without sayings teaches nothing and looks as if something got lost.',
    remedy: 'Write what people say there, or take the header out.',
  };
}
