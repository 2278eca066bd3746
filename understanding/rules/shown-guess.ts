import { namedAt } from '../named-option.ts';
import { answered, type Rule } from '../rule.ts';
import { actsOf } from './said.ts';

/** "The second one", after it was asked which of several things is meant. */
export const shownGuess: Rule = {
  name: 'shown-guess',
  apply(utterance) {
    const { table, mind, text } = utterance;
    const meant = table.shownGuesses[namedAt(table.shownGuesses.map((each) => each.title), text, 'place')]?.guess;
    if (!meant) return undefined;
    if (meant.kind === 'answer') {
      const question = mind.graph.finding(meant.answer)?.question.id;
      return question === undefined ? undefined : answered(question, meant.answer);
    }
    const [act] = actsOf(meant.act, utterance);
    return act && { act };
  },
};
