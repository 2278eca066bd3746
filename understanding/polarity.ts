import type { Question } from '../knowledge/compiler/types.ts';
import type { Finding } from '../reading/evidence.ts';
import { contentWords } from './content-words.ts';

const NEGATION = /\b(?:not|no|never|nobody|none|nothing|neither|nor|without|cannot|hardly|nope|isnt|arent|wasnt|werent|dont|doesnt|didnt|hasnt|havent|hadnt|cant|couldnt|wont|wouldnt|aint|unable|fails? to|failed to|refuses? to)\b|n't\b/giu;

/** Where a negation is none: "no idea", "why not", "if not". */
const IDIOM = /\b(?:no (?:idea|clue|problem|worries|matter|doubt)|why not|if not|or not|not only|not sure|nothing (?:else|special)|not to mention|can'?t wait)\b/giu;

/** How often a text denies. Pure. */
export function negations(text: string): number {
  const plain = text.replace(/’/g, "'").replace(IDIOM, ' ');
  return plain.match(NEGATION)?.length ?? 0;
}

/** An odd number of negations. Pure. */
export function isNegated(text: string): boolean {
  return negations(text) % 2 === 1;
}

const DENIAL = /^(?:no[,.:;]? +)?(?:(?:it'?s|it is|that'?s|that is|its|thats) (?:not|n't) (?:true|right|correct|the case|so|as if|like) (?:that|to say)?|(?:it'?s|it is|that'?s|that is) (?:false|wrong|untrue) (?:that|to say)|i (?:don'?t|do not) (?:think|believe|suppose|guess)(?: that| so,?)?|i doubt(?: that)?|not true that|by no means)[ ,:]+(?=\S)/iu;

/** What a text denies as a whole ("I don't think that ..."), without the words that deny it. Pure. */
export function deniedIn(text: string): string | undefined {
  const plain = text.replace(/’/g, "'").trim();
  const match = DENIAL.exec(plain);
  return match ? plain.slice(match[0].length) : undefined;
}

/** Share of the words that two sayings have in common from which on a difference in polarity is all that tells them apart. */
const ALIKE = 0.75;

/** The text is the saying with its polarity turned round. Pure. */
export function isDenialOf(text: string, saying: string): boolean {
  if (isNegated(text) === isNegated(saying)) return false;
  const [a, b] = [contentWords(text), contentWords(saying)];
  const shared = [...a].filter((word) => b.has(word)).length;
  const all = new Set([...a, ...b]).size;
  return all > 0 && shared / all >= ALIKE;
}

/** What a bare yes or no answers; undefined where the question is none of yes and no. Pure. */
export function polarAnswer(question: Question | undefined, word: 'yes' | 'no'): Finding | undefined {
  const answer = question?.polarity?.[word];
  return question && answer !== undefined ? { question: question.id, answer, basis: 'told' } : undefined;
}
