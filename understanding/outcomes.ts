import type { Fix } from '../knowledge/compiler/types.ts';
import type { Act, OutcomeKind } from './act.ts';
import { contentWords, wordsShared } from './content-words.ts';
import type { Table } from './table.ts';
import type { Utterance } from './utterance.ts';

/**
 * Binds an outcome to the step that it speaks of: the open one, else the last whose outcome nobody told. "It works" with no
 * step to credit is a cure by something else; "it does not" after a cure is that the fault came back. Pure.
 */
export function outcomeAct(kind: OutcomeKind, table: Table): Act {
  if (table.kind === 'step' || table.kind === 'undoing') return { kind };
  if (table.kind === 'solved') return kind === 'failed' || kind === 'partly' ? { kind: 'came-back' } : { kind };
  const last = table.openSteps.at(-1);
  if (last !== undefined) return { kind, fix: last };
  return kind === 'worked' ? { kind: 'solved-otherwise' } : { kind };
}

const REASON = /\b(?:since|after|because|once|now that|ever since) (?:i|we|he|she|they|someone|somebody|my|our|the)\b/iu;
const OUR_SUGGESTION = /\b(?:that|this|it|you|your|step|steps|suggest\w*|instructions?)\b/iu;

/** "It works since I restarted the router", where the last step that is open was about something else and lies back. Pure. */
export function isForAnotherReason({ table, mind, text }: Utterance): boolean {
  if (table.kind === 'step' || table.kind === 'undoing') return false;
  const reason = REASON.exec(text);
  const step = mind.graph.fixes.get(table.openSteps.at(-1) ?? '');
  return reason !== null && step !== undefined && !OUR_SUGGESTION.test(text.slice(reason.index)) && wordsShared(contentWords(text), wordsOfStep(step)) === 0;
}

/** What a step says of itself. */
export const wordsOfStep = ({ title, steps }: Fix): string => [title, ...steps.map((each) => each.text)].join(' ');
