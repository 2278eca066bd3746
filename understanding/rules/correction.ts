import { contentWords } from '../content-words.ts';
import { namedFinding } from '../named-finding.ts';
import type { Rule } from '../rule.ts';
import { besideTakingBack, isTakenBack } from '../wordings.ts';
import { said } from './said.ts';

/** From so many words on a text says what was wrong, beside that something was. */
const SOMETHING_ELSE = 2;

/** An earlier answer is withdrawn, or put right in the same breath. */
export const correction: Rule = {
  name: 'correction',
  apply(utterance) {
    const { table, mind, text } = utterance;
    if (table.kind === 'listening' || table.kind === 'ticket' || table.kind === 'confirming-code' || !isTakenBack(text)) return undefined;
    const beside = contentWords(besideTakingBack(text)).size;
    // Nothing stands beside the words that take back, so nothing is put in its place.
    const heard = table.kind === 'solved' || beside === 0 ? undefined : said.apply(utterance);
    const corrected = (heard?.findings ?? []).filter((each) => !table.findings.some((known) => known.answer === each.answer));
    if (heard && corrected.length > 0) return { ...heard, act: { kind: 'evidence' }, findings: corrected };
    const answer = namedFinding(mind.graph, table.problems, table.findings.map((each) => each.answer).reverse(), text);
    if (answer !== undefined) return { act: { kind: 'take-back', answer } };
    return { act: { kind: 'take-back', ...(beside >= SOMETHING_ELSE && { isElse: true as const }) } };
  },
};
