import type { Rule } from '../rule.ts';

const DATA = '(?:data|information|info|details|chats?|conversations?|messages|history|tickets?|records?|account|everything)';
const WISHES: readonly RegExp[] = [
  new RegExp(`^(?:please |can you |could you |i want (?:you )?to |i would like (?:you )?to |you (?:should|must) )*(?:delete|erase|remove|wipe|destroy|forget) (?:all (?:of )?)?my (?:personal |chat )?${DATA}\\b`, 'i'),
  new RegExp(`^(?:please |can you |could you )*(?:delete|erase|remove|wipe|forget) (?:everything|all|all (?:the )?${DATA}|what) (?:that )?(?:you (?:have|know|keep|store|stored|saved?) )?(?:on|about|of) me\\b`, 'i'),
  /^(?:please )?(?:forget (?:about )?me|(?:i want |invoke )?(?:my |the )?right to (?:be forgotten|erasure))\b/i,
  /^(?:bitte )?(?:lösche?n?|vergiss|entferne?n?) (?:sie )?(?:bitte )?(?:alle )?meine (?:persönlichen )?daten\b/i,
];
/** The words that the assistant asks for. */
const CONFIRMED = /^["'“”„]?(?:erase everything|alles löschen)[.!]?["'“”]?[.!]?$/i;
/** `my data` may lie on a server, and its profile may be what is to be deleted. */
const ELSEWHERE = /\b(?:on|from|in|off) (?:the|my|this|that|our) (?:server|pc|computer|machine|laptop|desktop|disk|drive|profile|vm|session)\b/i;

/** "Delete my data": a wish about what the assistant keeps, whatever is open. */
export const ownData: Rule = {
  name: 'own-data',
  apply({ text }) {
    const said = text.trim();
    if (CONFIRMED.test(said)) return { act: { kind: 'erase-data', confirmed: true } };
    return WISHES.some((wish) => wish.test(said)) && !ELSEWHERE.test(said) ? { act: { kind: 'erase-data' } } : undefined;
  },
};
