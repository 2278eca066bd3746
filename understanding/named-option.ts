import type { Finding } from '../reading/evidence.ts';
import type { KnowledgeGraph, Question } from '../knowledge/compiler/types.ts';
import type { Act } from './act.ts';
import { contentWords, wordsShared } from './content-words.ts';
import type { Session } from '../dialogs/session.ts';
import { PLACE } from '../dialogs/phrases.ts';
import { wholeMessage } from './wordings.ts';

/** A button that was named instead of pressed: its number, its words, or enough of them. */

const ORDINALS: readonly RegExp[] = [/^(?:the )?(?:1st|first|former)(?: one)?$/, /^(?:the )?(?:2nd|second)(?: one)?$/, /^(?:the )?(?:3rd|third)(?: one)?$/, /^(?:the )?(?:4th|fourth)(?: one)?$/];
const LAST = /^(?:the )?(?:last|latter)(?: one)?$/;

/** No button and no statement of the graph is as long. */
const LONGEST_NAME = 400;

/** What is put around the words of an answer and names nothing. */
const BEFORE = /^(?:(?:number|no\.?|option|it'?s|it is|that is|it (?:looks|seems) (?:like|as if|that)|(?:looks|seems) like|i(?:'d| would) say|i think|i guess|i believe|as far as i (?:can see|can tell|know)|afaik|maybe|probably|perhaps|answer|an?|the),? )+/u;
const AFTER = /(?:,? (?:i think|i guess|i believe|i'd say|as far as i (?:can see|can tell|know)|afaik|probably|maybe|please|if that helps))+$/u;

function spoken(text: string): string {
  return text.trim().toLowerCase().replaceAll('’', "'").replace(/[.!]+$/u, '').replace(AFTER, '').replace(BEFORE, '');
}

function named(labels: readonly string[], text: string): number {
  const said = spoken(text);
  if (/^[1-9]$/.test(said)) return Number(said) <= labels.length ? Number(said) - 1 : -1;
  if (LAST.test(said)) return labels.length - 1;
  const ordinal = ORDINALS.findIndex((each) => each.test(said));
  if (ordinal >= 0) return ordinal < labels.length ? ordinal : -1;
  const exact = labels.findIndex((label) => spoken(label) === said);
  if (exact >= 0) return exact;
  return bestShared(labels, said);
}

/** The label that shares most with a short text, if no other shares as much. */
function bestShared(labels: readonly string[], said: string): number {
  const words = contentWords(said);
  if (words.size === 0 || words.size > 4) return -1;
  const shared = labels.map((label) => wordsShared(words, label));
  const most = Math.max(...shared);
  const best = shared.indexOf(most);
  // Every word that names something must be one of the button's.
  return most === words.size && shared.lastIndexOf(most) === best ? best : -1;
}

/** The answer to the question on the table. A bare "yes" answers one that has two answers, the first of them the affirmative. */
export function chosenAnswer(graph: KnowledgeGraph, { phase }: Session, text: string): Finding | undefined {
  const question = phase.name === 'asking' ? graph.questions.get(phase.question) : undefined;
  if (!question) return undefined;
  // Whoever names a button is short; the expressions here are not made for a paste.
  if (text.length > LONGEST_NAME) return undefined;
  const whole = wholeMessage(text);
  if (whole?.kind === 'yes' || whole?.kind === 'no') return yesOrNo(question, whole.kind);
  if (whole) return undefined;
  const answer = question.answers[named(question.answers.map((each) => each.label), text)] ?? question.answers.find((each) => spoken(each.statement) === spoken(text));
  return answer && { question: question.id, answer: answer.id, basis: 'told' };
}

export function yesOrNo(question: Question, said: 'yes' | 'no'): Finding | undefined {
  const [first, second] = question.answers;
  const answer = said === 'yes' ? first : second;
  const isPolar = first && second && question.answers.length === 2 && /^yes\b/i.test(first.label) && /^no\b/i.test(second.label);
  return isPolar && answer ? { question: question.id, answer: answer.id, basis: 'told' } : undefined;
}

const SAME = /\b(?:same|still|differently|related|continue|gleiche|même|mismo|mesmo|stesso|zelfde)\b/iu;
const NEW = /\b(?:new|another|different|separate|unrelated|other|neue?s?|nouveau|nuevo|novo|nuovo|nieuw)\b/iu;

/** The option on the table that a text names. */
export function chosenOption(graph: KnowledgeGraph, session: Session, text: string): Act | undefined {
  const { phase } = session;
  if (phase.name === 'confirming-code') {
    const whole = wholeMessage(text);
    if (whole?.kind === 'yes' || whole?.kind === 'no') return whole;
    return text.toLowerCase().includes(phase.code.toLowerCase()) && !/\bnot\b|n't/.test(text) ? { kind: 'yes' } : undefined;
  }
  if (phase.name !== 'choosing' || text.length > 80) return undefined;
  const isSameOrNew = phase.options.some((each) => each.startsWith('same:'));
  if (isSameOrNew) {
    const whole = wholeMessage(text)?.kind;
    const same = whole !== 'restart' && (SAME.test(text) || whole === 'yes');
    const fresh = whole === 'restart' || NEW.test(text) || whole === 'no';
    const option = same === fresh ? undefined : phase.options.find((each) => each.startsWith(same ? 'same:' : 'new:'));
    return option === undefined ? undefined : { kind: 'choose', option };
  }
  const option = phase.options[named(optionTitles(graph, session), text)];
  return option === undefined ? undefined : { kind: 'choose', option };
}

/** What stands on the buttons of a choice between problems: the place where a code is seen, else the problem. */
export function optionTitles(graph: KnowledgeGraph, { phase, codes }: Session): readonly string[] {
  if (phase.name !== 'choosing') return [];
  const code = codes.find((each) => each.role === 'code')?.code;
  const entries = phase.places && code !== undefined ? graph.code(code) : [];
  return phase.options.map((id) => {
    const problem = graph.problems.get(id);
    const entry = entries.find((each) => graph.problems.get(each.problem)?.symptom === problem?.symptom);
    return entry ? PLACE[entry.space] : (problem?.title ?? id);
  });
}
