import type { Act, ChatTopic } from './act.ts';
import type { TurnDraft } from './draft.ts';
import { CHAT, OUT_OF_SCOPE, OUT_OF_SCOPE_HELP, READINGS, unclear } from './phrases.ts';
import { button, personButton, questionButtons } from './present.ts';
import { nothingOnTheTable, remind } from './remind.ts';
import { tellStatus } from './with-a-person.ts';
import type { Button, Press } from './turn.ts';

/** After these nothing is left to be asked for. */
const CLOSING: readonly ChatTopic[] = ['thanks', 'goodbye'];

/** What leads away from the step on the table, and back to it. */
export function digress(draft: TurnDraft, act: Act): boolean {
  switch (act.kind) {
    case 'term':
      draft.text(act.term.explanation + (act.term.sources[0]?.url ? ` ([${act.term.sources[0].title}](${act.term.sources[0].url}))` : ''));
      remind(draft);
      return true;
    case 'chat':
      draft.text(CHAT[act.topic]);
      if (!nothingOnTheTable(draft) || !CLOSING.includes(act.topic)) remind(draft);
      return true;
    case 'out-of-scope':
      draft.text(nothingOnTheTable(draft) ? `${OUT_OF_SCOPE} ${OUT_OF_SCOPE_HELP}` : OUT_OF_SCOPE);
      if (!nothingOnTheTable(draft)) remind(draft);
      return true;
    case 'status':
      tellStatus(draft);
      return true;
    case 'unclear':
      askBack(draft, act.likeliest);
      return true;
    default:
      return false;
  }
}

const PRESS_OF_READING: Readonly<Record<string, Press['action']>> = {
  worked: 'worked',
  'not-worked': 'not-worked',
  'done-next': 'worked',
  'cannot-do': 'cannot',
  'explain-more': 'explain',
  'want-human': 'person',
  restart: 'restart',
};

/** The two likeliest readings as buttons, never worded the same way twice running. */
function askBack(draft: TurnDraft, likeliest: readonly string[]): void {
  const { phase, step, misread } = draft.session;
  const target = phase.name === 'fixing' ? phase.fix : phase.name === 'asking' ? phase.question : '';
  const applicable = likeliest.filter((label) => PRESS_OF_READING[label] && (phase.name === 'fixing' || label === 'want-human' || label === 'restart'));
  const two = phase.name === 'fixing' ? applicable.slice(0, 2) : [];
  const readings: Button[] = two.map((label) => button(READINGS[label] ?? label, PRESS_OF_READING[label] ?? 'explain', target, step));
  const question = phase.name === 'asking' ? draft.mind.graph.questions.get(phase.question) : undefined;
  draft.say({
    type: 'text',
    text: unclear(misread),
    buttons: question ? questionButtons(question, step) : [...readings, personButton(step)],
  });
  draft.change({ misread: misread + 1 });
}
