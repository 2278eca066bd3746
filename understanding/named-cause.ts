import type { Cause, KnowledgeGraph } from '../knowledge/compiler/types.ts';
import { contentWords } from './content-words.ts';

/** A word in the title names the cause; one in its explanation only bears on it. */
const IN_TITLE = 3;

/** What people call a thing, and what the graph calls it. */
const OTHER_NAMES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:anti-?virus|virus scanner|defender|av software|endpoint protection|security software)\b/giu, 'security program'],
  [/\bcerts?\b/giu, 'certificate'],
  [/\b(?:patch(?:es|day)?|hotfix)\b/giu, 'update'],
  [/\bnla\b/giu, 'network level authentication'],
  [/\blogin\b/giu, 'sign-in'],
  [/\b(?:video|display|gpu) (?:card|driver|adapter)s?\b/giu, 'graphics driver'],
];

/** Of several causes only those that are named nearly as well as the best. */
const NEARLY = 0.75;

/**
 * The causes that a few words name, best first: each word counts by how few causes bear it, so that "graphics driver" is not
 * every driver. Causes of `own` go first among equals. Pure.
 * @param own ids of the causes that the open problem has
 */
export function namedCauses(graph: KnowledgeGraph, own: ReadonlySet<string>, words: string): readonly string[] {
  const wanted = [...contentWords(OTHER_NAMES.reduce((text, [said, called]) => text.replaceAll(said, called), words))];
  if (wanted.length === 0) return [];
  const causes = [...graph.causes.values()].filter(({ id }) => id !== 'unknown').map((cause) => ({ cause, title: contentWords(titleOf(cause)), body: contentWords(cause.meaning) }));
  const rarity = new Map(wanted.map((word) => [word, Math.log((1 + causes.length) / (1 + causes.filter(({ title }) => title.has(word)).length))]));
  const most = wanted.reduce((sum, word) => sum + (rarity.get(word) ?? 0), 0) * IN_TITLE;
  const scored = causes.map(({ cause, title, body }) => ({
    id: cause.id,
    score: wanted.reduce((sum, word) => sum + (rarity.get(word) ?? 0) * (title.has(word) ? IN_TITLE : body.has(word) ? 1 : 0), 0),
  }));
  const best = Math.max(...scored.map(({ score }) => score));
  // Where less than half of what was named stands in a title, and not all of it in the explanation, something else was meant.
  const isMeant = best >= most / 2 || causes.some(({ title, body }) => wanted.every((word) => title.has(word) || body.has(word)));
  if (!isMeant || best === 0) return [];
  return scored
    .filter(({ score }) => score >= best * NEARLY)
    .sort((a, b) => Number(own.has(b.id)) - Number(own.has(a.id)) || b.score - a.score)
    .map(({ id }) => id);
}

const titleOf = ({ title, id }: Cause): string => `${title} ${id.replaceAll('-', ' ')}`;
