/** How a person feels. It may change a sentence, never a diagnosis. */
export type Mood = 'angry' | 'hurried' | 'thankful';

interface MoodWords {
  readonly mood: Mood;
  /** Whole phrases that say nothing but the mood. */
  readonly phrases: RegExp;
}

/** The stronger feeling first: who is angry and in a hurry is answered as angry. */
const MOODS: readonly MoodWords[] = [
  {
    mood: 'angry',
    phrases: new RegExp(
      [
        String.raw`\b(?:this|that|it|you)(?:'s| is| are|'re)?(?: all| just| really| so| completely| totally| absolutely| fucking| bloody)* (?:ridiculous|annoying|frustrating|useless|rubbish|a joke|unacceptable|infuriating|crap|bullshit|pathetic|driving me (?:mad|crazy|nuts)|a waste of (?:my )?time|(?:a )?stupid (?:bot|thing|machine|computer))`,
        String.raw`\b(?:i(?:'m| am)|im) (?:so |really |getting |very )*(?:angry|annoyed|frustrated|furious|pissed(?: off)?|fed up|sick of (?:this|it)|losing (?:my )?patience)`,
        String.raw`\b(?:for (?:god|heaven|fuck|christ)'?s sake|ffs|wtf|damn(?: it| this| thing)?|goddamn|bloody hell|stupid (?:bot|thing|machine|computer)|(?:piece of )?(?:crap|shit|rubbish)|what a joke|argh+|grr+)\b`,
      ].join('|'),
      'gi',
    ),
  },
  {
    mood: 'hurried',
    phrases: new RegExp(
      [
        String.raw`\b(?:please |pls )?(?:hurry(?: up)?|be quick|make it quick|quick(?:ly)?,? please|as (?:soon|fast|quickly) as possible|asap|(?:it'?s |this is )?(?:very |really |super )?urgent(?:ly)?(?=\s*(?:[.,;:!?]|$))|right now please)(?!\w)`,
        String.raw`\b(?:and )?(?:i(?:'m| am)|im) (?:in a (?:hurry|rush|meeting)|late|out of time|running out of time)\b`,
        String.raw`\b(?:and )?(?:i|we) have (?:a|an|my) (?:\w+ )?(?:meeting|call|deadline|presentation|demo|exam)(?: (?:in|at|soon|now|starting)\b[^.,;!?]*)?`,
        String.raw`\b(?:no|not much) time(?: for this)?\b(?! (?:difference|zone|out|limit))`,
      ].join('|'),
      'gi',
    ),
  },
  {
    mood: 'thankful',
    phrases: new RegExp(
      [
        String.raw`\b(?:(?:many )?thanks(?: (?:a lot|so much|a million|very much|again|for (?:your|the|all) \w+))?|thank (?:you|u)(?: (?:so much|very much|a lot|again|for (?:your|the|all) \w+))?|thx|ty|cheers|much appreciated|(?:i )?appreciate (?:it|that|your help))\b`,
        String.raw`\b(?:you(?:'re| are)? (?:great|awesome|amazing|the best|a star|a lifesaver|a legend)|lifesaver|great (?:help|job|bot))\b`,
      ].join('|'),
      'gi',
    ),
  },
];

/** What is left of a text beside its mood. */
export interface MoodReading {
  readonly mood?: Mood;
  /** The text without the phrases that only carry the mood; empty when it carries nothing else. */
  readonly rest: string;
}

/** A longer text is a paste or a story; its odd word of feeling stays where it is. */
const LONGEST = 400;

/**
 * Takes the mood out of a message, so that what it says is read the same in every mood. Pure.
 *
 * @example readMood('nope, same thing. this is ridiculous!!') // { mood: 'angry', rest: 'nope, same thing.' }
 */
export function readMood(text: string): MoodReading {
  if (text.length > LONGEST || text.includes('\n')) return { rest: text };
  const plain = text.replace(/’/g, "'");
  const found = MOODS.find(({ phrases }) => plain.search(phrases) >= 0);
  if (!found) return { rest: text };
  const bare = MOODS.reduce((rest, { phrases }) => rest.replace(phrases, ' '), plain);
  return { mood: found.mood, rest: tidy(bare) };
}

/** Punctuation and joining words that lost their neighbours. */
function tidy(text: string): string {
  const joined = text
    .replace(/\s+/g, ' ')
    .replace(/(?:\s*[,;:!?.]){2,}/g, (run) => (run.includes('?') ? '?' : run.trim().slice(0, 1)))
    .replace(/\s+([,;:!?.])/g, '$1')
    .replace(/^(?:[\s,;:!?.-]|\b(?:and|but|so|just|please|pls|oh|ok|well|man|really|very)\b)+(?=[^\p{L}]*$)/giu, '')
    .replace(/^[\s,;:!?.-]+|[\s,;:-]+$/g, '')
    .trim();
  return /\p{L}|\d/u.test(joined) ? joined : '';
}
