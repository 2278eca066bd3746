import type { Act } from '../understanding/act.ts';
import type { TurnDraft } from './draft.ts';
import type { Session } from './session.ts';

/** Whoever asks for the same again gets it without a word. */
const ASKED_FOR: ReadonlySet<Act['kind']> = new Set<Act['kind']>(['continue', 'request-text', 'inquire', 'term']);

/** A turn that would say nothing but what the last one said says why. */
export function explainEcho(draft: TurnDraft, before: Session, { kind }: Act): void {
  const { name } = draft.session.phase;
  // A person has it, or the report shows what is new.
  if (ASKED_FOR.has(kind) || draft.hasAnswered || name === 'with-a-person' || name === 'escalating') return;
  const { lines } = draft;
  const from = before.transcript.findLastIndex(({ who }) => who !== 'assistant') + 1;
  const last = before.transcript.slice(from).map(({ text }) => text);
  if (lines.length > 0 && lines.length === last.length && lines.every((line, at) => line === last[at])) draft.open(draft.phrases.SAME_AGAIN);
}
