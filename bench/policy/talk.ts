import type { Random } from '../../learning/simulation/random.ts';
import type { Answer } from '../../knowledge/compiler/types.ts';

/** How simulated people put things. Their own sentences: nothing here is taken from what the models were trained on. */
const WORKED = ['that did it, I am connected again', 'works now, thank you', 'yes, it is working', 'great, it connects'];
const FAILED = ['no, same error as before', 'did not help', 'still the same message', 'nope, still cannot connect', 'tried it, nothing changed'];
const CANNOT = ["I can't do that, I have no admin rights", 'I am not allowed to change that', "I don't have access to that machine", 'cannot do that here'];
const UNKNOWN = ["I don't know", 'no idea', 'not sure, I cannot tell', "I can't check that"];
const EXPLAIN = ['how do I do that?', 'what do you mean by that', 'can you explain this step'];
const ASIDE = ['is it going to rain tomorrow?', 'thanks for your patience', 'you are quicker than our hotline'];
const UNDONE = ['it is undone', 'I put it back as it was'];

const PHRASES = { worked: WORKED, failed: FAILED, cannot: CANNOT, unknown: UNKNOWN, explain: EXPLAIN, aside: ASIDE, undone: UNDONE };

export function sayThat(random: Random, what: keyof typeof PHRASES): string {
  return pick(random, PHRASES[what]);
}

/** An answer in words that are near to the button's, or to the sentence behind it. */
export function sayAnswer(random: Random, answer: Answer): string {
  const label = answer.label.replace(/[.!]$/, '');
  const small = label.charAt(0).toLowerCase() + label.slice(1);
  return pick(random, [label, label.toLowerCase(), `I think ${small}`, `${small}, as far as I can see`, answer.statement, `it looks like ${answer.statement}`]);
}

export function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.min(from.length - 1, Math.floor(random() * from.length))]!;
}
