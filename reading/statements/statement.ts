import type { Observation } from '../evidence.ts';
import { observe, type Reader } from '../reader.ts';
import { requiredWords } from '../required-words.ts';
import { createWordFinder } from '../word-finder.ts';
import { proseOf } from './prose.ts';
import type { StatementRule } from './rule.ts';
import { SINCE_WHEN } from './since-when.ts';
import { TOLD_RESULTS } from './told-results.ts';
import { TRANSLATED_SINCE, TRANSLATED_USED, TRANSLATED_WHERE } from './translated-circumstances.ts';
import { TRANSLATED_WHO } from './translated-who.ts';
import { WHAT_IS_USED } from './what-is-used.ts';
import { WHERE_FROM } from './where-from.ts';
import { WHO_AND_WHICH } from './who-and-which.ts';

/** Groups are read apart: what one has used up is free for the others. */
const GROUPS: readonly (readonly StatementRule[])[] = [
  [...TRANSLATED_WHO, ...WHO_AND_WHICH],
  [...TRANSLATED_WHERE, ...WHERE_FROM],
  [...TRANSLATED_SINCE, ...SINCE_WHEN],
  [...TRANSLATED_USED, ...WHAT_IS_USED],
  TOLD_RESULTS,
];

const RULES = GROUPS.flat();
/** Rules that name no word are always tried. */
const ALWAYS: ReadonlySet<StatementRule> = new Set(RULES.filter(({ pattern }) => requiredWords(pattern) === undefined));
const findWords = createWordFinder(RULES.map(({ pattern }) => requiredWords(pattern) ?? []));

/** The rules that can match the text, in their order. */
function worthTrying(text: string): ReadonlySet<StatementRule> {
  const found = findWords(text);
  return new Set(RULES.filter((rule, at) => ALWAYS.has(rule) || found.has(at)));
}

/** Right before the match it turns the statement round. */
const NEGATION = /(?:不是|并非)$|(?:\b(?:not|no|never|none of|nor|neither|isnt|arent|wasnt|hasnt|havent|didnt|dont|doesnt|hardly|cant say its|no longer|nicht|kein\w{0,2}|nie|pas|não|non|niet|geen)|не)(?: (?:really|actually|even|necessarily|quite|a|an|the|just|yet|always))? $/;
/** Right after it, in Japanese. */
const NEGATION_AFTER = /^(?:では|じゃ)(?:な|あり)/;
/** A step that somebody plans or asks about is no statement. */
const UNSURE = /(?:\bif|\bwhether|should i|shall i|do i have to|can i|how do i|how to|want to|wollte|ob) (?:\S+ ){0,2}$|\bbe $/;

/** Plans, what is usual, what was once so or was only thought, and what others say, up to the statement in the same clause. */
const ELSEWHEN =
  /\b(?:used to|usually|normally|most days|back when|before this|as a rule|thought|(?:was|were) about to|was going to|going to|gonna|should|could|might|would|will|planning|plan to|thinking of|considering|if|whether|unless|supposed to|suppose|wish|hope|hopefully|imagine|in theory|next (?:week|month|year)|someday|tomorrow|instead of|so i wouldnt)\b/;
/** Words that end a clause: what stands before them is another statement. */
const CLAUSE_END = /[.,;:!?]|\b(?:but|and|then|so|because|since|however)\b/g;
/** Statements about what goes on; what is usual is no less true of what a person has. */
const HABITUAL: ReadonlySet<string> = new Set(['is-admin', 'not-admin', 'target-windows', 'target-linux', 'since-update']);

const ASKS = /^\s*(?:and |so |but |or |ok(?:ay)?,? |hm+,? )*(?:is|are|was|were|does|do|did|can|could|should|shall|would|will|must|may|who|what|where|which|why|how|when)\b/;

/** The sentence around it is a question. */
function isAsked(text: string, start: number, end: number): boolean {
  const ahead = /^[^.!?;]{0,120}\?/.test(text.slice(end));
  return ahead && ASKS.test(text.slice(Math.max(0, start - 120), end).split(/[.!?;:]\s/).at(-1) ?? '');
}

/** What is, is used or is had, denied earlier in the clause. Who cannot connect denies nothing of how. */
const DENIED_BEFORE =
  /\b(?:isnt|arent|wasnt|werent|(?:dont|doesnt|didnt|do not|does not|did not) (?:use|have|think|see|belong|run|go)|not(?! (?:connect|work|get|open|log|reach|find|sign|be able|able)\w*)|without)\b/;

/** The clause so far. */
function clauseBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 80), start);
  let from = 0;
  for (const match of before.matchAll(CLAUSE_END)) from = match.index + match[0].length;
  return before.slice(from);
}

/** The next words up to a comma or the end of the sentence. */
const clauseAfter = (text: string, end: number): string => /^[^,.;:!?]{0,16}/.exec(text.slice(end, end + 16))?.[0] ?? '';

export const statementReader: Reader = {
  hint: /[a-z\u0080-\uffff]{2}/,
  read(page) {
    const prose = proseOf(page);
    const candidates = worthTrying(prose.text);
    const found: Observation[] = [];
    const told = new Set<string>();
    for (const rules of GROUPS) {
      const used: [number, number][] = [];
      for (const rule of rules) {
        if (!candidates.has(rule)) continue;
        for (const match of prose.text.matchAll(rule.pattern)) {
          const end = match.index + match[0].length;
          if (match[0] === '' || rule.unless?.test(match[0] + clauseAfter(prose.text, end)) || used.some(([from, to]) => match.index < to && end > from)) continue;
          const before = prose.text.slice(Math.max(0, match.index - 28), match.index);
          if (UNSURE.test(before) || isAsked(prose.text, match.index, end) || (!HABITUAL.has(String(rule.says)) && ELSEWHEN.test(clauseBefore(prose.text, match.index)))) continue;
          used.push([match.index, end]);
          const negated = NEGATION.test(before) || NEGATION_AFTER.test(prose.text.slice(end, end + 4));
          if (negated ? rule.negated === undefined : DENIED_BEFORE.test(clauseBefore(prose.text, match.index))) continue;
          const says = negated && rule.negated !== undefined ? [rule.negated] : typeof rule.says === 'string' ? [rule.says] : rule.says;
          const fields = negated ? {} : (rule.fields?.(match) ?? {});
          for (const id of says) {
            const key = `${id} ${fields.os ?? ''}${fields.what ?? ''}`;
            if (told.has(key)) continue;
            told.add(key);
            found.push(observe('statement', { says: id, ...fields }, page, prose.place(match.index), prose.place(end - 1) + 1));
          }
        }
      }
    }
    // A container with Linux in it is a container.
    return told.has('target-container  ') || told.has('target-container ') ? found.filter(({ fields }) => fields['says'] !== 'target-linux') : found;
  },
};
