import { clausesOf, SENTENCE, type Clause } from './clauses.ts';
import { negations } from './polarity.ts';

/** Before these words a sentence can be cut, so that what it says in passing stands alone. */
const JOINT =
  /\s+(?=(?:and|or|but|so|then|when|while|after|before|until|since|because|if|as|with|which|that|where|using|via|from|on|in|to|for|even|only)\s)|[,;:()]\s*/giu;

/** What stands behind these is only supposed, planned, or of another time. */
const SUPPOSED = /\b(?:if|unless|whether|would|could|should|might|may|used to|want|plan|hope|wish|suppose)\b/iu;

/** Neighbouring parts that are read together, at most. */
const PARTS = 4;
/** Fewer words say nothing by themselves. */
const WORDS = 3;

/**
 * Parts of the sentences of a text that may say something by themselves, shorter and longer ones, without the sentences
 * and clauses themselves. What stands behind a denial or a condition is none: alone it would say the contrary. Pure.
 */
export function passagesOf(text: string): readonly Clause[] {
  const whole = new Set(clausesOf(text).map((each) => each.text));
  const passages: Clause[] = [];
  let from = 0;
  const sentence = (to: number): void => {
    for (const passage of within(text, from, to)) if (!whole.has(passage.text)) passages.push(passage);
  };
  for (const match of text.matchAll(SENTENCE)) {
    sentence(match.index);
    from = match.index + match[0].length;
  }
  sentence(text.length);
  return passages;
}

function within(text: string, from: number, to: number): readonly Clause[] {
  const sentence = text.slice(from, to);
  const joints = [...sentence.matchAll(JOINT)].map((match) => ({ end: match.index, next: match.index + match[0].length }));
  const starts = [0, ...joints.map(({ next }) => next)];
  const ends = [...joints.map(({ end }) => end), sentence.length];
  const passages: Clause[] = [];
  for (let first = 0; first < starts.length; first++) {
    const before = sentence.slice(0, starts[first]);
    if (negations(before) > 0 || SUPPOSED.test(before)) break;
    for (let last = first; last < Math.min(starts.length, first + PARTS); last++) {
      const passage = sentence.slice(starts[first], ends[last]).trim();
      if (passage.split(/\s+/).length < WORDS || passage === sentence.trim()) continue;
      passages.push({ text: passage, start: from + (starts[first] ?? 0), end: from + (ends[last] ?? 0) });
    }
  }
  return passages;
}
