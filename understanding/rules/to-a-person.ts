import type { Rule } from '../rule.ts';
import { THRESHOLDS } from '../thresholds.ts';

/** A person has the conversation: what is written is for them, and only plain words are for the assistant. */
export const toAPerson: Rule = {
  name: 'to-a-person',
  apply(utterance) {
    if (utterance.table.kind !== 'ticket') return undefined;
    const heard = utterance.hear(utterance.words);
    const [top] = heard.ranked;
    const isSure = top !== undefined && heard.confidence >= THRESHOLDS.worked;
    if (isSure && (top.label === 'status' || top.label === 'worked')) return { act: { kind: top.label } };
    return { act: { kind: 'none' } };
  },
};
