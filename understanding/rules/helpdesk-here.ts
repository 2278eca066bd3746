import type { Rule } from '../rule.ts';
import { said } from './said.ts';

const DEPARTMENT = "(?:(?:it|i\\.t\\.)(?: (?:department|dep|team|people|guys?|person|staff|support|service))?|help ?desk|service desk|support(?: (?:team|desk|staff))?)";
/** What comes after it is still about them. */
const END = '(?=\\s*(?:$|[.,;!?)]|here\\b|at all\\b|and\\b|so\\b|or\\b|to (?:ask|call|help|send)|after all|for (?:this|that|me|us)))';

const NONE: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:have|has|got|with|there(?:'s| is| are)) no (?:real |own )?${DEPARTMENT}${END}`, 'iu'),
  new RegExp(String.raw`\b(?:don'?t|do not|doesn'?t) have (?:an? |any |our own )?${DEPARTMENT}${END}`, 'iu'),
  new RegExp(String.raw`\bthere (?:isn'?t|is not|is no|are no|aren'?t) (?:an? |any )?${DEPARTMENT}${END}`, 'iu'),
  /\bthere(?:'s| is) (?:nobody|no one|noone)\b.{0,20}\b(?:to ask|to help|who (?:can|could|would) (?:help|fix)|i (?:can|could) ask)\b/iu,
  new RegExp(String.raw`\bi(?:'m| am) (?:the|my own|our) (?:own )?(?:whole |entire )?(?:it|i\.t\.|it (?:department|team|guy|person|support)|help ?desk|support)${END}`, 'iu'),
];
const SOME = new RegExp(String.raw`\b(?:(?:we|i) do have|there(?:'s| is)) (?:an? |our |some )?${DEPARTMENT}(?=\s*(?:$|[.,;!?]|here\b|after all))`, 'iu');
/** Whoever asks, or complains that none answers, does not say so. */
const OTHERWISE = /\?\s*$|\b(?:answer|reply|respon[ds]|reach|today|right now|yet|weekend|hours)\w*/iu;

/** "I have no IT": whether tickets make sense for this person. What else it says counts as ever. */
export const helpdeskHere: Rule = {
  name: 'helpdesk-here',
  apply(utterance) {
    const { table, text } = utterance;
    if (table.kind === 'listening' || table.kind === 'choosing' || table.kind === 'confirming-code' || table.kind === 'solved') return undefined;
    const kind = kindOf(text.replaceAll('’', "'"));
    return kind && { ...said.apply(utterance), act: { kind } };
  },
};

function kindOf(text: string): 'no-helpdesk' | 'has-helpdesk' | undefined {
  if (OTHERWISE.test(text)) return undefined;
  if (NONE.some((pattern) => pattern.test(text))) return 'no-helpdesk';
  return SOME.test(text) ? 'has-helpdesk' : undefined;
}
