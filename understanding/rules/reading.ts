import { namedAt } from '../named-option.ts';
import { answered, type Rule } from '../rule.ts';
import { actsOf } from './said.ts';

/** "The second one", after it was asked which of several readings is meant. */
export const reading: Rule = {
  name: 'reading',
  apply(utterance) {
    const { table, mind, text } = utterance;
    const meant = table.readings[namedAt(table.readings.map((each) => each.title), text, 'place')]?.guess;
    if (!meant) return undefined;
    if (meant.kind === 'answer') {
      const question = mind.graph.finding(meant.answer)?.question.id;
      return question === undefined ? undefined : answered(question, meant.answer);
    }
    const [act] = actsOf(meant.act, utterance);
    return act && { act };
  },
};
