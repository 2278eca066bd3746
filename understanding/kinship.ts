import type { ReaderResult } from './reader/reader.ts';

/** Labels that lead to the same deed here, so that one taken for the other is no fault. */
const FAMILIES: readonly (readonly string[])[] = [
  ['failed', 'partly', 'came-back', 'no'],
  ['worked', 'solved-otherwise'],
  ['cannot', 'skip', 'not-applicable'],
  ['explain', 'why', 'term', 'cannot-find'],
  ['person', 'send'],
  ['has-rights', 'helper-has-rights'],
  ['none', 'acknowledge', 'greeting', 'thanks'],
];

/**
 * The confidence that the first label, or one that leads to the same deed, is right: where the first is wrong, its kin are as
 * likely as their share of what is left. Between 0 and 1. Pure.
 */
export function confidenceInKind({ ranked, confidence }: ReaderResult): number {
  const [top, ...others] = ranked;
  const family = top && FAMILIES.find((each) => each.includes(top.label));
  if (!top || !family || top.probability >= 1) return confidence;
  const kin = others.reduce((sum, each) => (family.includes(each.label) ? sum + each.probability : sum), 0);
  return confidence + (1 - confidence) * Math.min(1, kin / (1 - top.probability));
}
