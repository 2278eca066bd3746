import { OTHER_LANGUAGES } from './other-languages.ts';
import { isDenialOf } from './polarity.ts';

/** Whose computer a clause speaks of. */
export type Device = 'mine' | 'remote' | 'other';

const MACHINE = '(?:pc|computer|laptop|notebook|machine|desktop|mac|macbook|workstation|tablet|device|system|windows|chromebook)';
const MINE = new RegExp(`\\b(?:my|this|our|mine|on my) (?:own |new |old |home |work )?${MACHINE}\\b|\\bthe ${MACHINE} (?:i|that i) (?:use|sit at|type on|connect from)|\\b(?:local|client)(?: ${MACHINE})?\\b|\\b(?:here|on my side|at my end|my end|my side)\\b|\\bfrom (?:a|an|my|this) (?:\\w+ ){0,2}${MACHINE}\\b|\\bi(?:'m| am)? (?:use|on|using|run|have) (?:a |an )?(?:windows|linux|mac|ubuntu)\\b`, 'iu');
const REMOTE = new RegExp(`\\b(?:the )?(?:remote|target|host|office|work|far)(?: ${MACHINE}| server| host| side| end)\\b|\\b(?:the |that |our |a )?(?:server|host|vm|virtual machine|session host|target|vps)\\b|\\b(?:over there|the other (?:side|end|one|computer|pc|machine))\\b|\\b${MACHINE} (?:i|we) (?:connect|log in|want|try|rdp) (?:in)?to\\b|\\bon it\\b`, 'iu');
const OTHER_DEVICE = new RegExp(`\\b(?:another|a different|a second|my (?:wife|husband|colleague|boss|friend)'?s|his|her|their|someone else'?s) (?:\\w+ )?(?:${MACHINE}|phone|ipad)\\b|\\b(?:phone|printer|tv|router|nas)\\b`, 'iu');

/** Right before a computer it says that it is not that one, but the other of the two. */
const NOT_THAT = /\b(?:not|nicht) (?:on |in |at |from |for |auf |an |von |bei )?$/iu;

/** Whose computer a clause speaks of; undefined where it names none, or both ends. "Not on the server" speaks of the other end. Pure. */
export function deviceOf(text: string): Device | undefined {
  const remote = firstOf([REMOTE, ...OTHER_LANGUAGES.map((each) => each.remote)], text);
  const rest = remote ? text.replace(remote[0], (found) => ' '.repeat(found.length)) : text;
  const mine = firstOf([MINE, ...OTHER_LANGUAGES.map((each) => each.mine)], rest);
  if (remote && mine) return undefined;
  const named = remote ?? mine;
  if (!named) return OTHER_DEVICE.test(text) ? 'other' : undefined;
  const isDenied = NOT_THAT.test(text.slice(0, named.index));
  return (named === mine) === isDenied ? 'remote' : 'mine';
}

function firstOf(patterns: readonly RegExp[], text: string): RegExpExecArray | undefined {
  return patterns.map((each) => each.exec(text)).find((each) => each !== null) ?? undefined;
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
