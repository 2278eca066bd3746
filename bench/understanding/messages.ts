import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Assistant } from '../../service/assistant.ts';
import type { Scope } from '../../understanding/classifier/intent-classifier.ts';
import { auroc, percentage, shareAbove, thresholdRefusing, round } from './metrics.ts';
import type { Figure } from '../bench.ts';
import { codesIn, productReader, sameSpelling, type ProductReader } from './product.ts';
import { answerNamed, labelsOf } from './reply-labels.ts';

const Line = z.object({
  id: z.string(),
  kind: z.enum(['A', 'C', 'D', 'E']),
  text: z.string(),
  codes: z.array(z.string()).default([]),
  label: z.string(),
  alt_labels: z.array(z.string()).nullish(),
  form: z.string().default('unknown'),
  lang: z.string().default('en'),
});

/** A: our trouble in English; D: in another language; C: not ours; E: a reply in the middle of a fix. */
export type Message = z.infer<typeof Line>;

export async function readMessages(path: string): Promise<readonly Message[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => Line.parse(JSON.parse(line)));
}

export interface MessageReport {
  readonly figures: readonly Figure[];
  /** Wrong readings: what was expected, what was read, of which line. */
  readonly confusions: readonly { readonly id: string; readonly expected: string; readonly read: string }[];
}

function accepted({ label, alt_labels }: Message): readonly string[] {
  return [label, ...(alt_labels ?? [])];
}

/** Share of messages of which one of the labels is right, together and by form. */
function labelReport(name: string, messages: readonly Message[], read: (message: Message) => readonly string[]): MessageReport {
  const rows = messages.map((message) => {
    const labels = read(message);
    return { message, labels, hit: accepted(message).some((each) => labels.includes(each)) };
  });
  const figures = [percentage(`${name}/right`, rows.filter(({ hit }) => hit).length, rows.length)];
  for (const form of [...new Set(messages.map((message) => message.form))].sort()) {
    const some = rows.filter(({ message }) => message.form === form);
    figures.push(percentage(`${name}/right/${form}`, some.filter(({ hit }) => hit).length, some.length));
  }
  const wrong = rows.filter(({ hit }) => !hit);
  return {
    figures,
    confusions: wrong.map(({ message, labels }) => ({ id: message.id, expected: message.label, read: labels.join(' + ') || 'nothing' })),
  };
}

function scopeReport(name: string, messages: readonly Message[], read: (text: string) => Scope): MessageReport {
  const ours = messages.filter(({ kind }) => kind === 'A' || kind === 'D');
  const foreign = messages.filter(({ kind }) => kind === 'C');
  if (ours.length === 0 || foreign.length === 0) return { figures: [], confusions: [] };
  const scope = new Map(messages.map(({ id, text }) => [id, read(text)]));
  const scores = (some: readonly Message[]): number[] => some.map(({ id }) => scope.get(id)!.score);
  const out = (some: readonly Message[]): readonly Message[] => some.filter(({ id }) => scope.get(id)!.outOfScope);
  const figures: Figure[] = [
    { id: `${name}/auroc`, value: auroc(scores(ours), scores(foreign)), unit: '%', n: messages.length },
    percentage(`${name}/caught`, out(foreign).length, foreign.length),
    percentage(`${name}/refused`, out(ours).length, ours.length),
    percentage(`${name}/refused/A`, out(ours.filter(({ kind }) => kind === 'A')).length, ours.filter(({ kind }) => kind === 'A').length),
    percentage(`${name}/refused/D`, out(ours.filter(({ kind }) => kind === 'D')).length, ours.filter(({ kind }) => kind === 'D').length),
  ];
  const best = thresholdRefusing(scores(ours), 0.04);
  figures.push({ id: `${name}/caught-at-4%-refused`, value: round(100 * shareAbove(scores(foreign), best), 2), unit: '%', n: foreign.length });
  for (const form of [...new Set(foreign.map((message) => message.form))].sort()) {
    const some = foreign.filter((message) => message.form === form);
    figures.push(percentage(`${name}/caught/${form}`, out(some).length, some.length));
  }
  const missed = foreign.filter((message) => !out(foreign).includes(message));
  return {
    figures,
    confusions: [
      ...missed.map(({ id, label }) => ({ id, expected: `foreign:${label}`, read: 'ours' })),
      ...out(ours).map(({ id, label }) => ({ id, expected: `ours:${label}`, read: 'foreign' })),
    ],
  };
}

/** Codes: right is the whole list in order; precision is over single codes. */
function codeReport(messages: readonly Message[]): MessageReport {
  let right = 0;
  let withCodes = 0;
  let found = 0;
  let true_ = 0;
  const confusions: { id: string; expected: string; read: string }[] = [];
  for (const { id, text, codes } of messages) {
    const expected = [...new Set(codes.map(sameSpelling))];
    const got = codesIn(text);
    found += got.length;
    true_ += got.filter((code) => expected.includes(code)).length;
    if (expected.length > 0) withCodes++;
    if (expected.length > 0 && expected.join() === got.join()) right++;
    if (expected.join() !== got.join()) confusions.push({ id, expected: expected.join(' ') || '(no code)', read: got.join(' ') || '(no code)' });
  }
  return { figures: [percentage('codes/right', right, withCodes), percentage('codes/precision', true_, found)], confusions };
}

/** What the model alone gets wrong is counted, and not told apart. */
function withoutConfusions({ figures }: MessageReport): MessageReport {
  return { figures, confusions: [] };
}

/** What `understand` makes of a first message: the symptom of what it takes for trouble, and what it calls none of ours. */
function firstReport(messages: readonly Message[], product: ProductReader): MessageReport {
  const acts = new Map(messages.map(({ id, text }) => [id, product.first(text).act]));
  const called = ({ id }: Message): string => {
    const act = acts.get(id)!;
    return act.kind === 'problem' ? (act.assessment.symptoms[0]?.label ?? '') : act.kind;
  };
  const foreign = (some: readonly Message[]): number => some.filter((each) => called(each) === 'out-of-scope').length;
  const of = (...kinds: Message['kind'][]): readonly Message[] => messages.filter(({ kind }) => kinds.includes(kind));
  return {
    figures: [
      ...labelReport('first/A', of('A'), (each) => [called(each)]).figures,
      ...labelReport('first/D', of('D'), (each) => [called(each)]).figures,
      percentage('first/declined/C', foreign(of('C')), of('C').length),
      percentage('first/declined/A+D', foreign(of('A', 'D')), of('A', 'D').length),
    ],
    confusions: [],
  };
}

/** Replies of which nothing is taken: it is asked what was meant. Where that is what the label says, it is right. */
function askedReport(id: string, messages: readonly Message[], product: ProductReader): MessageReport {
  const asked = messages.filter(({ text, label }) => product.reply(text, answerNamed(label)).act.kind === 'unclear');
  return { figures: [percentage(id, asked.length, messages.length)], confusions: [] };
}

/** Every figure of a messages file: codes, symptoms (A, D), scope (C against A and D), first messages, replies (E) with a step open. */
export function measureMessages(assistant: Assistant, messages: readonly Message[]): MessageReport {
  const of = (kind: Message['kind']): readonly Message[] => messages.filter((message) => message.kind === kind);
  const product = productReader(assistant);
  const { classifier } = assistant.mind;
  const symptomAlone = ({ text }: Message): readonly string[] => [classifier.symptom(text).ranked[0]?.label ?? ''];
  const reply = ({ text, label }: Message): readonly string[] => labelsOf(product.reply(text, answerNamed(label)));
  const parts = [
    labelReport('symptom/A', of('A'), ({ text }) => [product.symptom(text)]),
    labelReport('symptom/D', of('D'), ({ text }) => [product.symptom(text)]),
    withoutConfusions(labelReport('symptom-model-alone/A', of('A'), symptomAlone)),
    withoutConfusions(labelReport('symptom-model-alone/D', of('D'), symptomAlone)),
    firstReport(messages, product),
    labelReport('reply/E', of('E'), reply),
    askedReport('reply/E/asked-back', of('E'), product),
    scopeReport('scope', messages, product.scope),
    withoutConfusions(scopeReport('scope-model-alone', messages, (text) => classifier.scope(text))),
    codeReport(messages),
  ];
  return {
    figures: parts.flatMap(({ figures }) => figures),
    confusions: parts.flatMap(({ confusions }) => confusions),
  };
}
