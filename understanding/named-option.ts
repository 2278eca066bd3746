import { contentWords, wordsShared } from './content-words.ts';
import { isDenialOf, isNegated } from './polarity.ts';

const ORDINALS: readonly RegExp[] = [/^(?:the )?(?:1st|first|former)(?: one)?$/, /^(?:the )?(?:2nd|second)(?: one)?$/, /^(?:the )?(?:3rd|third)(?: one)?$/, /^(?:the )?(?:4th|fourth)(?: one)?$/];
const LAST = /^(?:the )?(?:last|latter)(?: one)?$/;

/** No button and no statement of the graph is as long. */
const LONGEST_NAME = 400;

/** What is put around the words of an answer and names nothing. */
const BEFORE = /^(?:(?:number|no\.?(?= \d)|option|it'?s|it is|that is|it (?:looks|seems) (?:like|as if|that)|(?:looks|seems) like|i(?:'d| would) say|i think|i guess|i believe|as far as i (?:can see|can tell|know)|afaik|maybe|probably|perhaps|answer|an?|the),? )+/u;
const AFTER = /(?:,? (?:i think|i guess|i believe|i'd say|as far as i (?:can see|can tell|know)|afaik|probably|maybe|please|if that helps))+$/u;

function spoken(text: string): string {
  return text.trim().toLowerCase().replaceAll('’', "'").replace(/[.!]+$/u, '').replace(AFTER, '').replace(BEFORE, '');
}

/** Labels that count something: there a number is what was counted, not the place of a button. */
const COUNTS = /\d|\b(?:one|two|three|four|none|zero|several)\b/i;

/** How much has to be named: the very words, besides these a number or place, or enough of the words. */
type Leave = 'words' | 'place' | 'part';

/** Where the text names one of the labels; -1 where it does not. Pure. */
export function namedAt(labels: readonly string[], text: string, leave: Leave): number {
  // Whoever names a button is short; the expressions here are not made for a paste.
  if (text.length > LONGEST_NAME) return -1;
  const said = spoken(text);
  const exact = labels.findIndex((label) => spoken(label) === said);
  if (exact >= 0 || leave === 'words') return exact;
  if (/^[1-9]$/.test(said) && labels.some((label) => COUNTS.test(label))) return -1;
  if (/^[1-9]$/.test(said)) return Number(said) <= labels.length ? Number(said) - 1 : -1;
  if (LAST.test(said)) return labels.length - 1;
  const ordinal = ORDINALS.findIndex((each) => each.test(said));
  if (ordinal >= 0) return ordinal < labels.length ? ordinal : -1;
  return leave === 'part' ? bestShared(labels, said) : -1;
}

/** The label that shares most with a short text, if no other shares as much. */
function bestShared(labels: readonly string[], said: string): number {
  const words = contentWords(said);
  if (words.size === 0 || words.size > 4) return -1;
  const shared = labels.map((label) => wordsShared(words, label));
  const most = Math.max(...shared);
  const best = shared.indexOf(most);
  if (isNegated(said) !== isNegated(labels[best] ?? '') || isDenialOf(said, labels[best] ?? '')) return -1;
  // Every word that names something must be one of the button's.
  return most === words.size && shared.lastIndexOf(most) === best ? best : -1;
}
