import type { Fault, Path, Place } from '../finding.ts';
import type { Library, Shelf } from '../library.ts';

/** Most words of a text; a command in backticks counts as one. Chosen so that a question or a step fits on a phone's screen. */
export const LIMITS = { prompt: 20, label: 6, fixTitle: 8, title: 10, meaning: 30 } as const;

interface BannedWord {
  readonly shape: RegExp;
  /** Completes 'Write ...'. */
  readonly instead: string;
}

const BANNED_WORDS: readonly BannedWord[] = [
  { shape: /\byour (own )?pc\b/i, instead: '"your computer"' },
  { shape: /\b(that|the other) (computer|pc)\b/i, instead: '"the remote computer"' },
  { shape: /\b(help ?desk|your it)\b/i, instead: '"support"' },
  { shape: /\b(un)?tick(s|ed|ing)?\b/i, instead: '"check" or "clear the checkbox"' },
  { shape: /\b(not needed|nothing to (take back|revert))\b/i, instead: '"Nothing to undo."' },
  { shape: /\banew\b/i, instead: '"again"' },
  { shape: /\bmend(s|ed|ing)?\b/i, instead: '"fix"' },
  { shape: /\b(licence[sd]?|colours?|grey(ed)?|centres?|behaviours?|spelt)\b/i, instead: 'it the American way: license, color, gray, center, behavior, spelled' },
];

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
      const prose = text.replaceAll(/`[^`]*`/g, 'command');
      if (limit !== undefined) faults.push(...tooLong(prose, LIMITS[limit], at));
      faults.push(...bannedWords(prose, at));
    };
    read(said, value);
  }
  return faults;
}

function tooLong(prose: string, most: number, at: Place): Fault[] {
  const words = prose.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
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
  return BANNED_WORDS.flatMap(({ shape, instead }) => {
    const found = shape.exec(prose)?.[0];
    if (found === undefined) return [];
    return [{
      rule: 'banned-word',
      at,
      what: `"${found}" stands in "${prose}".`,
      why: 'One term a thing, and the plain American one; docs/authors/style.md has the list.',
      remedy: `Write ${instead}.`,
    }];
  });
}
