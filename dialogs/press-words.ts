import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import { phrasesOf, type Phrases } from './phrases.ts';
import { PRESS_ACTIONS, type PressAction } from './press.ts';

const PRESS = /^\[([a-z-]+)\]\s*(\S*)$/;

const wordsOf = ({ BUTTON }: Phrases): Readonly<Partial<Record<PressAction, string>>> => ({
  worked: BUTTON.worked, failed: BUTTON.notWorked, cannot: BUTTON.cannot, explain: BUTTON.explain, person: BUTTON.person, skip: BUTTON.skip,
  'dont-know': BUTTON.dontKnow, yes: BUTTON.yes, no: BUTTON.no, undone: BUTTON.undone, restart: BUTTON.startOver, 'new-problem': BUTTON.newProblem,
  'take-back': BUTTON.notSo, continue: BUTTON.showAgain, 'send-ticket': BUTTON.send, 'correct-summary': BUTTON.correct, withdraw: BUTTON.notNow,
});

/** A press as the transcript has it (`[answer] single-host`), in the words of the button; everything else as it stands. Pure. */
export function pressInWords(graph: KnowledgeGraph, text: string): string {
  const [, name, target = ''] = PRESS.exec(text) ?? [];
  const action = PRESS_ACTIONS.find((each) => each === name);
  if (action === undefined) return text;
  const about = graph.finding(target)?.answer.statement ?? graph.problems.get(target.replace(/^(?:same|new):/, ''))?.title ?? graph.fixes.get(target)?.title;
  const words = wordsOf(phrasesOf(graph))[action];
  if (words === undefined) return `(pressed) ${about ?? action.replaceAll('-', ' ')}`;
  return `(pressed) ${about === undefined ? words : `${words}: ${about}`}`;
}
