import type { BeliefState } from '../../troubleshooting/belief.ts';

/** The set of evidence as a string: equal for equal sets, whatever their order. */
export function keyOf(state: BeliefState): string {
  let key = '';
  for (const flag of state.closedFix) key += flag;
  for (const known of state.capability) key += String.fromCharCode(50 + known);
  for (const answer of state.answer) key += String.fromCharCode(50 + answer);
  for (const flag of state.closedInquiry) key += flag;
  for (const flag of state.open) key += flag;
  return key;
}
