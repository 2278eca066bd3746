import type { Assistant } from '../../service/assistant.ts';
import { loadSayings } from '../../knowledge/compiler/sayings.ts';
import { UTTERANCES, loadEvaluation } from '../../knowledge/compiler/utterances.ts';
import type { Utterance } from '../../knowledge/compiler/utterances.ts';
import { measureMessages } from './messages.ts';
import type { Message } from './messages.ts';
import { percentage } from './metrics.ts';
import { nearDuplicates } from './near-duplicates.ts';
import type { Figure } from '../bench.ts';

function kindOf({ set, lang }: Utterance): Message['kind'] {
  if (set === 'reply') return 'E';
  if (set !== 'symptom') return 'C';
  return lang === 'en' ? 'A' : 'D';
}

/**
 * The project's own evaluation lines, written apart from the training lines, by kind and language. A reply that stands nearly so
 * among the sayings, as short ones do by chance, is left out.
 */
export async function measureOwnSet(assistant: Assistant): Promise<readonly Figure[]> {
  const [all, sayings] = await Promise.all([loadEvaluation(), loadSayings(UTTERANCES, 3)]);
  const replies = all.filter(({ set }) => set === 'reply').map(({ text }) => text);
  const known = new Set(nearDuplicates(sayings.map(({ text }) => text), replies).map(({ measured }) => measured));
  const lines = all.filter(({ set, text }) => set !== 'reply' || !known.has(text));
  if (lines.length === 0) return [];
  const messages = lines.map((line, at): Message => ({
    id: String(at),
    kind: kindOf(line),
    text: line.text,
    codes: [],
    label: line.label,
    form: line.lang,
    lang: line.lang,
  }));
  const { figures } = measureMessages(assistant, messages);
  const small = lines.filter(({ set }) => set === 'intent');
  const right = small.filter(({ text, label }) => assistant.mind.classifier.intent(text).ranked[0]?.label === label).length;
  const measured = [...figures.filter(({ id }) => !id.startsWith('codes/')), percentage('intent/right', right, small.length)];
  return measured
    .filter(({ n }) => n !== 0)
    .map((figure) => ({ ...figure, id: `own/${figure.id}` }));
}
