import type { TurnDraft } from './draft.ts';
import { button, personButton, questionButtons } from './present.ts';
import { judgePress } from './presses.ts';
import { remind } from './remind.ts';
import type { Guess, SpokenAct } from '../understanding/act.ts';
import type { Assessment } from '../understanding/assess.ts';
import type { Button, Press } from './turn.ts';
import { isWithoutHelpdesk } from './without-helpdesk.ts';

/** What pressing a guess does; acts that have no button are asked about by what is open. */
const PRESS_OF: Readonly<Partial<Record<SpokenAct, Press['action']>>> = {
  worked: 'worked',
  failed: 'failed',
  partly: 'failed',
  done: 'done',
  later: 'later',
  cannot: 'cannot',
  'cannot-find': 'explain',
  'not-applicable': 'not-applicable',
  skip: 'skip',
  explain: 'explain',
  why: 'explain',
  safe: 'safe',
  'ask-code': 'ask-code',
  person: 'person',
  send: 'person',
  restart: 'restart',
  'new-problem': 'new-problem',
  'solved-otherwise': 'worked',
  'came-back': 'failed',
  'has-rights': 'has-rights',
  'helper-has-rights': 'has-rights',
  'no-rights': 'no-rights',
  'dont-know': 'dont-know',
};

/** What is meant most often while a step is open. */
const USUAL: readonly Guess[] = [{ kind: 'act', act: 'failed' }, { kind: 'act', act: 'worked' }, { kind: 'act', act: 'cannot' }, { kind: 'act', act: 'explain' }];

/** Readings on buttons: more is a menu. */
const READINGS_SHOWN = 4;

/** A symptom below this is no likely reading of a text that does not look like ours. */
const LIKELY_SYMPTOM = 0.6;

/** From this time on the person is what is offered first. */
const GIVE_UP = 2;

/** A text that cannot be told for certain: its likeliest readings as buttons, and what is open; never twice the same words. */
export function askBack(draft: TurnDraft, guesses: readonly Guess[]): void {
  const { misread } = draft.session;
  draft.remark('asked-back');
  const shown = toShow(draft, guesses);
  const buttons = withTable(draft, shown);
  draft.say({ type: 'text', text: draft.phrases.notUnderstood(wordingOf(draft), misread > 0 ? openThing(draft) : undefined), ...(buttons.length > 0 && { buttons }) });
  draft.change({ misread: misread + 1, shownGuesses: shown.map(({ guess, button: { title } }) => ({ guess, title })) });
}

/** Not ours, as it seems: said in other words each time, with the likeliest readings if it is ours after all. */
export function declineForeign(draft: TurnDraft, assessment: Assessment): void {
  const { misread, phase, step } = draft.session;
  const wording = wordingOf(draft);
  draft.remark('foreign');
  const text = draft.phrases.FOREIGN[wording < draft.phrases.FOREIGN.length ? wording : 1 + (wording % (draft.phrases.FOREIGN.length - 1))] ?? '';
  const free = phase.name === 'listening' || phase.name === 'solved';
  if (!free) {
    draft.text(draft.phrases.FOREIGN[0] ?? '');
    remind(draft);
  } else if ((assessment.symptoms[0]?.probability ?? 0) >= LIKELY_SYMPTOM && misread < GIVE_UP) {
    const two = assessment.problems.slice(0, 2).map((each) => button(each.title, 'choose', each.id, step));
    draft.say({ type: 'text', text: `${text} ${draft.phrases.WHICH_SYMPTOM.ifOurs}`, buttons: [...two, personButton(draft.phrases, step)] });
  } else {
    draft.say({ type: 'text', text, buttons: [personButton(draft.phrases, step)] });
  }
  draft.change({ misread: misread + 1, shownGuesses: [] });
}

/** Wordings that offer to fetch a person come from the third time on; where nobody could be fetched, the first two take turns. */
function wordingOf(draft: TurnDraft): number {
  const { misread } = draft.session;
  return isWithoutHelpdesk(draft) ? misread % 2 : misread;
}

interface Shown {
  readonly guess: Guess;
  readonly button: Button;
}

/** The likeliest readings with a button each, and the answers of the open question, which stay at hand whatever was guessed. */
function toShow(draft: TurnDraft, guesses: readonly Guess[]): readonly Shown[] {
  const { phase } = draft.session;
  const wanted = phase.name === 'fixing' ? [...guesses, ...USUAL] : guesses;
  const shown: Shown[] = [];
  const show = (guess: Guess, made: Button | undefined): void => {
    if (made && judgePress(draft.session, made.press).verdict !== 'old' && !shown.some((each) => isSame(each.button, made))) shown.push({ guess, button: made });
  };
  for (const guess of wanted) if (shown.length < READINGS_SHOWN) show(guess, readingOf(draft, guess));
  const question = phase.name === 'asking' ? draft.mind.graph.questions.get(phase.question) : undefined;
  for (const { id, label } of question?.answers ?? []) show({ kind: 'answer', answer: id }, button(label, 'answer', id, draft.session.step));
  return shown;
}

/** The guesses, and the way out of what is open. */
function withTable(draft: TurnDraft, guesses: readonly Shown[]): readonly Button[] {
  const { phase, step } = draft.session;
  const shown = guesses.map((each) => each.button);
  const question = phase.name === 'asking' ? draft.mind.graph.questions.get(phase.question) : undefined;
  const rest = question ? questionButtons(draft.phrases, question, step) : phase.name === 'fixing' ? [personButton(draft.phrases, step)] : tableButtons(draft);
  return [...shown, ...rest.filter((each) => !shown.some((known) => isSame(known, each)))];
}

/** There is one way to a person, whatever it was asked from. */
function isSame(a: Button, b: Button): boolean {
  return a.press.action === b.press.action && (a.press.target === b.press.target || a.press.action === 'person');
}

function readingOf({ session, mind, phrases }: TurnDraft, guess: Guess): Button | undefined {
  const { phase } = session;
  const target = phase.name === 'fixing' || phase.name === 'undoing' ? phase.fix : phase.name === 'asking' ? phase.question : '';
  if (guess.kind === 'answer') {
    const known = mind.graph.finding(guess.answer);
    return known && button(capital(known.answer.statement), 'answer', known.answer.id, session.step);
  }
  const action = PRESS_OF[guess.act];
  const title = phrases.GUESSED_ACT[guess.act];
  return action && title !== undefined ? button(title, action, target, session.step) : undefined;
}

/** The buttons of what is open, taken from how it is put before the person again. */
function tableButtons(draft: TurnDraft): readonly Button[] {
  const again = draft.aside();
  remind(again);
  const hasPerson = again.buttons.some((each) => each.press.action === 'person');
  return hasPerson || draft.session.misread === 0 ? again.buttons : [...again.buttons, personButton(draft.phrases, draft.session.step)];
}

/** In a few words, for a person who has lost the thread. */
function openThing({ session, mind }: TurnDraft): string | undefined {
  const { phase } = session;
  if (phase.name === 'fixing') return mind.graph.fixes.get(phase.fix)?.title;
  if (phase.name === 'asking') return mind.graph.questions.get(phase.question)?.prompt;
  return undefined;
}

const capital = (text: string) => text.replace(/^./u, (first) => first.toUpperCase());
