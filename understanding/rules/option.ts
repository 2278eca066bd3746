import { answered, type Heard, type Rule } from '../rule.ts';
import { namedAt } from '../named-option.ts';
import type { Utterance } from '../utterance.ts';

/** A button that was named instead of pressed: its number, its words, or enough of them. */
export const option: Rule = {
  name: 'option',
  apply(utterance) {
    switch (utterance.table.kind) {
      case 'question':
        return answerNamed(utterance);
      case 'choosing':
        return choiceNamed(utterance);
      case 'confirming-code':
        return codeNamed(utterance);
      case 'listening':
      case 'step':
      case 'undoing':
      case 'offer':
      case 'ticket':
      case 'solved':
        return undefined;
    }
  },
};

function answerNamed({ table, mind, text }: Utterance): Heard | undefined {
  const question = mind.graph.questions.get(table.question ?? '');
  if (!question) return undefined;
  const answer = question.answers[namedAt(question.answers.map((each) => each.label), text, 'place')] ?? question.answers[namedAt(question.answers.map((each) => each.statement), text, 'words')];
  return answer && answered(question.id, answer.id);
}

const SAME = /\b(?:same|still|differently|related|continue|gleiche|même|mismo|mesmo|stesso|zelfde)\b/iu;
const NEW = /\b(?:new|another|different|separate|unrelated|other|neue?s?|nouveau|nuevo|novo|nuovo|nieuw)\b/iu;
const SHORT = 80;

function choiceNamed({ table: { options }, text }: Utterance): Heard | undefined {
  if (text.length > SHORT) return undefined;
  if (options.some((each) => each.id.startsWith('same:'))) {
    const same = SAME.test(text);
    const fresh = NEW.test(text);
    const found = same === fresh ? undefined : options.find((each) => each.id.startsWith(same ? 'same:' : 'new:'));
    return found && { act: { kind: 'choose', option: found.id } };
  }
  const found = options[namedAt(options.map((each) => each.title), text, 'part')];
  return found && { act: { kind: 'choose', option: found.id } };
}

function codeNamed({ table: { code }, text }: Utterance): Heard | undefined {
  if (code === undefined || !text.toLowerCase().includes(code.toLowerCase()) || /\bnot\b|n't/.test(text)) return undefined;
  return { act: { kind: 'yes' } };
}
