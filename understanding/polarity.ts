import type { Question } from '../knowledge/compiler/types.ts';
import type { Finding } from '../reading/evidence.ts';
import { clausesOf } from './clauses.ts';
import { fitsAny, OTHER_LANGUAGES, replacedInAll } from './other-languages.ts';

const NEGATION = /\b(?:not|no|never|nobody|none|nothing|neither|nor|without|cannot|hardly|nope|isnt|arent|wasnt|werent|dont|doesnt|didnt|hasnt|havent|hadnt|cant|couldnt|wont|wouldnt|aint|unable|fails? to|failed to|refuses? to)\b|n't\b/giu;

/** Where a negation is none: "no idea", "why not", "if not". */
const IDIOM = /\b(?:no (?:idea|clue|problem|worries|matter|doubt)|why not|if not|or not|not sure|nothing (?:else|special)|not to mention|can'?t wait)\b/giu;

/** How often a text denies. Pure. */
export function negations(text: string): number {
  const plain = replacedInAll(({ idiom }) => idiom, text.replace(/’/g, "'").replace(IDIOM, ' '));
  return [NEGATION, ...OTHER_LANGUAGES.map(({ negation }) => negation)].reduce((sum, each) => sum + (plain.match(each)?.length ?? 0), 0);
}

/** An odd number of negations. Pure. */
export function isNegated(text: string): boolean {
  return negations(text) % 2 === 1;
}

const DENIAL = /^(?:no[,.:;]? +)?(?:(?:it'?s|it is|that'?s|that is|its|thats) (?:not|n't) (?:true|right|correct|the case|so|as if|like) (?:that|to say)?|(?:it'?s|it is|that'?s|that is) (?:false|wrong|untrue) (?:that|to say)|i (?:don'?t|do not) (?:think|believe|suppose|guess)(?: that| so,?)?|i doubt(?: that)?|not true that|by no means)[ ,:]+(?=\S)/iu;

/** What a text denies as a whole ("I don't think that ..."), without the words that deny it. Pure. */
export function deniedIn(text: string): string | undefined {
  const plain = text.replace(/’/g, "'").trim();
  const match = [DENIAL, ...OTHER_LANGUAGES.map(({ denial }) => denial)].map((each) => each.exec(plain)).find((each) => each !== null);
  return match ? plain.slice(match[0].length) : undefined;
}

/** Words of the grammar: they differ where polarity does, and name nothing. */
const GRAMMAR = /^(?:a|an|the|do|does|did|doing|be|is|are|was|were|am|been|has|have|had|will|would|it|its|s|t|m|re|ve|not|no|yes|just|really|so|and|some|something|somebody|somewhere|any|anything|anybody|there|that|this|to|of|in|on|i|im|we|my|our)$/;
/** Words of opposite sense that a denial exchanges. */
const WITHOUT_NEGATION = /\b(?:not|no|never|nobody|none|nothing|without|with|neither|nor|cannot|can't|cant|everybody|everyone|always|all)\b|n't\b|(?<=\b(?:is|are|was|were|do|does|did|has|have|had|ca|could|wo|would))nt\b/giu;

/** Share of their words that two sayings have in common from which on a difference in polarity is all that tells them apart. */
const ALIKE = 0.5;

/** Words in one form, without what polarity changes. */
function substance(text: string): ReadonlySet<string> {
  const plain = replacedInAll(({ polarWords }) => polarWords, text.toLowerCase().replace(/’/g, "'").replace(WITHOUT_NEGATION, ' '));
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !GRAMMAR.test(word) && !fitsAny(({ grammar }) => grammar, word)).map((word) => (word.length > 3 ? word.replace(/(?:ing|ed|es|s|d|e)$/u, '') : word)));
}

/** Words that say the opposite of another, as that other with a negation. */
const OPPOSITES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:turned |switched )?off\b/giu, 'not turned-on'],
  [/\b(?:turned|switched) on\b/giu, 'turned-on'],
  [/\bdisabled\b/giu, 'not enabled'],
  [/\b(?:closed|blocked)\b/giu, 'not open'],
  [/\bstopped\b/giu, 'not running'],
  [/\b(?:missing|gone)\b/giu, 'not there'],
  [/\b(?:expired|invalid)\b/giu, 'not valid'],
];
/** A yes or no that leads, or that answers a question of one's own. */
const LEADING = /^(?:[^?]{0,40}\? )?(?:yes|yeah|yep|no|nope|nah|ja|nein|nö|nee)\b[,.:;! ]+(?=(?:it|its|it's|i|im|i'm|the|that|they|we|always|just|only|says|there|my|all|not|das|die|der|es|ich|wir|nur|immer|alle|kein\w*|nicht)\b)|^(?:[^?]{0,40}\? )?(?:nope|nah|no[,.:;]|nein[,.:;])[ ]+/iu;
const DENIED_WHOLE = /^(?:it'?s |it is |that'?s |im |i'm |they'?re )?not\b/iu;

const ALL_OPPOSITES = [...OPPOSITES, ...OTHER_LANGUAGES.flatMap(({ opposites }) => opposites)];

const plainOf = (text: string): string => ALL_OPPOSITES.reduce((plain, [word, positive]) => plain.replace(word, positive), text.replace(/’/g, "'").trim().replace(LEADING, ''));

/** The clause of a saying that speaks of what the words name. */
function nearestClause(saying: string, words: ReadonlySet<string>): string {
  const clauses = clausesOf(saying).map(({ text }) => ({ text, shared: [...substance(text)].filter((word) => words.has(word)).length }));
  return clauses.sort((a, b) => b.shared - a.shared)[0]?.text ?? saying;
}

/** The text is the saying with its polarity turned round: what the one states, the other denies. Pure. */
export function isDenialOf(text: string, saying: string): boolean {
  const mine = plainOf(text);
  const a = substance(mine);
  const other = nearestClause(plainOf(saying), a);
  if (isNegated(mine) === isNegated(other)) return false;
  if ((DENIED_WHOLE.test(mine) || fitsAny(({ deniedWhole }) => deniedWhole, mine)) && negations(other) === 0) return true;
  const b = substance(other);
  const shared = [...a].filter((word) => b.has(word)).length;
  const all = new Set([...a, ...b]).size;
  return all === 0 || shared / all >= ALIKE;
}

/** What a bare yes or no answers; undefined where the question is none of yes and no. Pure. */
export function polarAnswer(question: Question | undefined, word: 'yes' | 'no'): Finding | undefined {
  const answer = question?.polarity?.[word];
  return question && answer !== undefined ? { question: question.id, answer, basis: 'told' } : undefined;
}
