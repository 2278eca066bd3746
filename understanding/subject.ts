import { isDenialOf } from './polarity.ts';

/** Whose computer a clause speaks of. */
export type Device = 'mine' | 'remote' | 'other';

export interface Subject {
  readonly device?: Device;
  readonly people?: 'me' | 'others' | 'nobody';
  /** Which network: the usual one, or another. */
  readonly network?: 'this' | 'another';
  readonly time?: 'now' | 'before';
  /** Hedged words are not certain. */
  readonly isCertain: boolean;
}

const MACHINE = '(?:pc|computer|laptop|notebook|machine|desktop|mac|macbook|workstation|tablet|device|system|windows|chromebook)';
const MINE = new RegExp(`\\b(?:my|this|our|mine|on my) (?:own |new |old |home |work )?${MACHINE}\\b|\\bthe ${MACHINE} (?:i|that i) (?:use|sit at|type on|connect from)|\\b(?:local|client)(?: ${MACHINE})?\\b|\\b(?:here|on my side|at my end|my end|my side)\\b|\\bfrom (?:a|an|my|this) (?:\\w+ ){0,2}${MACHINE}\\b|\\bi(?:'m| am)? (?:use|on|using|run|have) (?:a |an )?(?:windows|linux|mac|ubuntu)\\b`, 'iu');
const REMOTE = new RegExp(`\\b(?:the )?(?:remote|target|host|office|work|far)(?: ${MACHINE}| server| host| side| end)\\b|\\b(?:the |that |our |a )?(?:server|host|vm|virtual machine|session host|target|vps)\\b|\\b(?:over there|the other (?:side|end|one|computer|pc|machine))\\b|\\b${MACHINE} (?:i|we) (?:connect|log in|want|try|rdp) (?:in)?to\\b|\\bon it\\b`, 'iu');
const OTHER_DEVICE = new RegExp(`\\b(?:another|a different|a second|my (?:wife|husband|colleague|boss|friend)'?s|his|her|their|someone else'?s) (?:\\w+ )?(?:${MACHINE}|phone|ipad)\\b|\\b(?:phone|printer|tv|router|nas)\\b`, 'iu');

const NOBODY = /\b(?:nobody|no one|noone|none of (?:us|them|my colleagues)|neither of us)\b/iu;
const OTHERS = /\b(?:(?:my |the |our |all )?(?:colleagues?|co-?workers?|boss|manager|wife|husband|team(?:mates?)?|others|everyone|everybody|users|people|friends?|neighbou?rs?)|someone else|somebody else|anyone else|he|she|they)\b/iu;
const ME = /\b(?:i|i'm|im|me|my|mine|myself)\b/iu;

const ANOTHER_NETWORK = /\b(?:another|other|different|guest|neighbou?r'?s|friend'?s) (?:network|wi-?fi|connection|line|location|place)\b|\b(?:hotspot|tether\w*|mobile data|from (?:home|the office|work|outside|a cafe|a hotel)|at home|in the office|4g|5g|lte)\b/iu;
const THIS_NETWORK = /\b(?:this|my|our|the same|the usual) (?:network|wi-?fi|connection|line|lan|subnet)\b|\b(?:from|in|on) here\b/iu;

const BEFORE = /\b(?:used to|yesterday|last (?:week|month|year|night|time)|before|earlier|previously|back then|until|once|formerly|ago|was|were|had been|worked)\b/iu;
const NOW = /\b(?:now|today|currently|at the moment|right now|still|any ?more|these days|this (?:morning|week)|since)\b/iu;

const HEDGED = /\b(?:maybe|perhaps|probably|possibly|might|could be|may be|i (?:think|guess|believe|suppose|assume)|not (?:sure|certain)|seems?|looks like|as far as i know|afaik|apparently|supposedly|i (?:heard|read|was told))\b/iu;

/** What a clause speaks of, by its words: whose computer, who, where, when, and how certain. What it does not name is absent. Pure. */
export function subjectOf(clause: string): Subject {
  const text = clause.replace(/’/g, "'");
  const device = deviceOf(text);
  const people = NOBODY.test(text) ? 'nobody' : OTHERS.test(text) ? 'others' : ME.test(text) ? 'me' : undefined;
  const network = ANOTHER_NETWORK.test(text) ? 'another' : THIS_NETWORK.test(text) ? 'this' : undefined;
  const time = NOW.test(text) ? 'now' : BEFORE.test(text) ? 'before' : undefined;
  return { ...(device && { device }), ...(people && { people }), ...(network && { network }), ...(time && { time }), isCertain: !HEDGED.test(text) };
}

/** Undefined also where a clause names both ends. */
export function deviceOf(text: string): Device | undefined {
  const remote = REMOTE.test(text);
  const mine = MINE.test(text.replace(REMOTE, ' '));
  if (mine !== remote) return mine ? 'mine' : 'remote';
  return !mine && OTHER_DEVICE.test(text) ? 'other' : undefined;
}

const SWAPS: readonly (readonly [RegExp, string])[] = [
  [/\bmy (pc|computer|laptop|machine)\b/iu, 'the remote $1'],
  [/\bthis (pc|computer|laptop|machine)\b/iu, 'the remote $1'],
  [/\bthe (?:remote (?:pc|computer|machine)|server|host)\b/iu, 'my computer'],
];

/** The same clause about the other computer; undefined where it names none. Pure. */
export function swapDevice(text: string): string | undefined {
  const found = SWAPS.filter(([pattern]) => pattern.test(text));
  const [only] = found;
  return only !== undefined && found.length === 1 ? text.replace(only[0], only[1]) : undefined;
}

/**
 * Two sayings that are about different computers and alike otherwise: what is true of the one is not told of the other. Pure.
 */
export function isAboutTheOther(text: string, saying: string): boolean {
  const [a, b] = [deviceOf(text), deviceOf(saying)];
  return a !== undefined && b !== undefined && a !== b && a !== 'other' && b !== 'other';
}

/** It resembles nothing but itself. */
const LONE_LETTER = /^[^\p{L}\p{N}]*\p{L}[^\p{L}\p{N}]*$/u;

/** What the words say differs by structure from the saying that they resemble most: it is denied, or told of the other computer. Pure. */
export function saysOther(text: string, saying: string): boolean {
  if (LONE_LETTER.test(text)) return text.trim().toLowerCase() !== saying.trim().toLowerCase();
  return isDenialOf(text, saying) || isAboutTheOther(text, saying);
}
