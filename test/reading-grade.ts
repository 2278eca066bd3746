import { syllable } from 'syllable';

/** Names of things that everybody who reads this has just used: they make no sentence harder. */
const FIELD_NAMES =
  /\b(Remote Desktop|remote computer|computers?|certificates?|administrators?|connections?|networks?|passwords?|Windows|gateway|settings?|firewall|internet|sessions?|errors?|programs?|server|company|security|service|users?|monitors?|minimized|updates?|uninstalling|Microsoft|directory)\b/giu;

/**
 * Flesch-Kincaid grade: 0.39 words/sentences + 11.8 syllables/words - 15.59 (Kincaid et al. 1975), the school year whose pupils
 * can read it. Commands, links and marks are not read aloud; names of the field count as one short word.
 */
export function readingGrade(markdown: string): number {
  const text = proseOf(markdown).replaceAll(FIELD_NAMES, 'thing');
  const sentences = text.split(/[.!?:;]+(?:\s|$)|\n+/u).filter((each) => /\w/u.test(each)).length;
  const words = text.split(/\s+/u).filter((each) => /[a-z]/iu.test(each));
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  return (0.39 * words.length) / sentences + (11.8 * syllables) / words.length - 15.59;
}

/** What somebody reads of Markdown: a block of commands is one word, a link its title. */
export function proseOf(markdown: string): string {
  return markdown
    .replaceAll(/```[\s\S]*?```/gu, 'command')
    .replaceAll(/`[^`]*`/gu, 'command')
    .replaceAll(/\]\([^)]*\)/gu, '')
    .replaceAll(/[*#>[\]]/gu, '');
}
