import type { Fault, Path, Place } from '../finding.ts';
import type { Library, Shelf } from '../library.ts';
import { bannedIn, withoutCommands, wordCount } from './plain-words.ts';

/** Most words of a text; a command in backticks counts as one. Chosen so that a question or a step fits on a phone's screen. */
export const LIMITS = { prompt: 20, label: 6, fixTitle: 8, title: 10, meaning: 30 } as const;

/** One text of a record, and its place in it. */
type Said = (text: string, at: Path, limit?: keyof typeof LIMITS) => void;

/**
 * Long texts and words with a plainer one in their place, over the texts of families; those of codes explain what
 * programs print. Part of `npm run knowledge -- lint` alone: style keeps no server from its knowledge.
 */
export function style(library: Library): Fault[] {
  const { causes, contexts, fixes, questions, diagnostics, problems, terms } = library.texts;
  return [
    ...faultsOf(causes, (said, { title, meaning, detail }) => {
      said(title, ['title'], 'title');
      said(meaning, ['meaning'], 'meaning');
      said(detail, ['detail']);
    }),
    ...faultsOf(contexts, (said, { title }) => said(title, ['title'], 'title')),
    ...faultsOf(fixes, (said, { title, steps, ...others }) => {
      said(title, ['title'], 'fixTitle');
      steps.forEach((step, index) => said(step, ['steps', index]));
      for (const [key, text] of Object.entries(others)) said(text, [key]);
    }),
    ...faultsOf(questions, (said, { prompt, answers }) => {
      said(prompt, ['prompt'], 'prompt');
      for (const [id, { label, statement }] of Object.entries(answers)) {
        said(label, ['answers', id, 'label'], 'label');
        said(statement, ['answers', id, 'statement']);
      }
    }),
    ...faultsOf(diagnostics, (said, { title }) => said(title, ['title'], 'title')),
    ...faultsOf(problems, (said, { title, meaning }) => {
      said(title, ['title'], 'title');
      said(meaning, ['meaning'], 'meaning');
    }),
    ...faultsOf(terms, (said, { explanation }) => said(explanation, ['explanation'])),
  ];
}

function faultsOf<T>(shelf: Shelf<T>, read: (said: Said, value: T) => void): Fault[] {
  const faults: Fault[] = [];
  for (const { file, path, value } of shelf.values()) {
    const said: Said = (text, inner, limit) => {
      const at = { file, path: [...path, ...inner] };
      const prose = withoutCommands(text);
      if (limit !== undefined) faults.push(...tooLong(prose, LIMITS[limit], at));
      faults.push(...bannedWords(prose, at));
    };
    read(said, value);
  }
  return faults;
}

function tooLong(prose: string, most: number, at: Place): Fault[] {
  const words = wordCount(prose);
  if (words <= most) return [];
  return [{
    rule: 'long-text',
    at,
    what: `"${prose}" has ${words} words; ${most} is the most.`,
    why: 'It is read on a phone, by somebody who cannot work.',
    remedy: 'Say it shorter; what only an administrator needs belongs in `detail`.',
  }];
}

function bannedWords(prose: string, at: Place): Fault[] {
  return bannedIn(prose).map(({ found, instead }) => ({
    rule: 'banned-word',
    at,
    what: `"${found}" stands in "${prose}".`,
    why: 'One term a thing, and the plain American one; docs/authors/style.md has the list.',
    remedy: `Write ${instead}.`,
  }));
}
