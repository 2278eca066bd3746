import type { Rule } from './rule.ts';
import { news, requestText, term } from './rules/asked.ts';
import { correction } from './rules/correction.ts';
import { described } from './rules/described.ts';
import { helpdeskHere } from './rules/helpdesk-here.ts';
import { inquiry } from './rules/inquiry.ts';
import { knownCode } from './rules/known-code.ts';
import { option } from './rules/option.ts';
import { ownData } from './rules/own-data.ts';
import { output } from './rules/output.ts';
import { said } from './rules/said.ts';
import { shownGuess } from './rules/shown-guess.ts';
import { toAPerson } from './rules/to-a-person.ts';
import { addition, refusal, wish } from './rules/wish.ts';
import { wording } from './rules/wording.ts';

/**
 * How a message is understood: the first rule that applies decides. What is measured and what is put plainly goes before
 * what has to be learned.
 */
export const RULES: readonly Rule[] = [output, ownData, shownGuess, wording, option, term, requestText, news, toAPerson, helpdeskHere, inquiry, knownCode, addition, correction, refusal, wish, described, said];
