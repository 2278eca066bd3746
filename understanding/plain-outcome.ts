import { fitsAny } from './other-languages.ts';
import { isNegated } from './polarity.ts';

/** So few words are about one thing. */
const SHORT = 12;

const CURE =
  /\b(?:(?:it|that|this|everything|the connection|rdp|remote desktop|connecting)(?: all)? (?:works|worked|is working|connects|is fixed|is solved)(?: (?:again|now|fine|perfectly|for me))*|(?:works|working|connected|back in|fixed|solved) (?:again|now)|it let me in|(?:i'?m|i am) (?:back )?in\b|i (?:got|can get) in (?:again|now)|that (?:did it|fixed it|was it|did the trick)|^(?:it )?(?:worked|works)[!.]*$|started working)/iu;

/** What makes half a cure of it, or somebody else's. */
const NOT_QUITE =
  /\b(?:but|only|except|when|whenever|if|unless|until|before|yesterday|sometimes|almost|nearly|could|would|should|other|others|colleagues?|somebody|someone|everybody|everyone|anybody|anyone|users?|people|another|they|he|she|phone|elsewhere|hope|not|never)\b|\?|n't\b/iu;

const FAILURE =
  /\b(?:(?:made |makes |has |had )?no (?:difference|change|effect|luck|improvement|joy)|(?:did ?n[o']?t|did not|does ?n[o']?t|does not) (?:help|work|change (?:anything|a thing)|fix (?:it|anything)|do (?:it|anything))|(?:exact(?:ly)? )?(?:the )?same (?:error|message|thing|problem|result|as before|story)|still (?:the same|not working|(?:does ?n[o']?t|does not|won'?t) (?:work|connect)|fails|failing|broken|nothing)|nothing changed)\b/iu;

/** "No difference between ..." and "the same error on every computer" are facts, no outcomes. */
const A_FACT = /\b(?:between|everywhere|every|all|both|either|other|others|another|elsewhere|always|for (?:me|him|her|them|everyone|everybody|my)|on (?:my|the|a|any)|from (?:home|work|another))\b/iu;

const OTHERS = "(?:others?|other (?:people|users|computers?)|(?:my |a |the |our )?(?:colleagues?|co-?workers?|boss|wife|husband|neighbou?rs?|friends?)|(?:every|any|some)(?:body|one) else|they|he|she)";

/** That others get in is a fact about them, and no cure. */
const OF_OTHERS = new RegExp(`\\b${OTHERS}\\b[^.,;]{0,20}\\b(?:can|could|connects?|gets? in|got in|(?:is|are) in|works?|worked|ha(?:s|ve) access|don'?t have)\\b|\\bworks?\\b[^.,;]{0,16}\\b(?:for|on) (?:${OTHERS}|another|every(?:body|one))\\b`, 'iu');

/** It tells how others fare, whatever a model takes it for. Pure. */
export function isOfOthers(words: string): boolean {
  return OF_OTHERS.test(words.replace(/’/g, "'"));
}

/** How a step went, where it is put so plainly that no model is asked. Pure. */
export function plainOutcome(words: string): 'worked' | 'failed' | undefined {
  const plain = words.replace(/’/g, "'").trim();
  if (plain.split(/\s+/).length > SHORT) return undefined;
  if (FAILURE.test(plain) && !A_FACT.test(plain)) return 'failed';
  if (fitsAny(({ failure }) => failure, plain) && !fitsAny(({ aFact }) => aFact, plain)) return 'failed';
  if (CURE.test(plain) && !NOT_QUITE.test(plain) && !isNegated(plain)) return 'worked';
  return fitsAny(({ cure }) => cure, plain) && !fitsAny(({ notQuite }) => notQuite, plain) ? 'worked' : undefined;
}

/** Something has changed, so it is no answer to what is asked. Only of words that are a plain outcome. */
const BACK = /\b(?:again|now|finally)\b/iu;

/** Whether a plain outcome tells that something changed. Pure. */
export function isBack(words: string): boolean {
  return BACK.test(words);
}

/** Words of which some stand in whatever says that it works. */
const CURE_WORDS =
  /\b(?:work\w*|fix\w*|sol(?:v|ution)\w*|sort\w*|resolv\w*|connect\w*|back (?:in|on|up)|in (?:again|now)|i(?:'m| am) in|got (?:in|on|through)|can (?:see|get|log|sign|reach)\w*|lets? me|fine|good|great|ok|okay|success\w*|gone|did (?:it|the trick)|ye[sp]|yay|perfect\w*)\b/iu;

/** Whether the words themselves may say that it works, whatever a model takes them for. Pure. */
export function saysCure(words: string): boolean {
  return CURE_WORDS.test(words) || fitsAny(({ cureWords }) => cureWords, words);
}
