import type { TurnDraft } from './draft.ts';
import { BUTTON, FOREIGN, notUnderstood, READINGS, WHICH_SYMPTOM } from './phrases.ts';
import { button, personButton, questionButtons } from './present.ts';
import { remind } from './remind.ts';
import type { Assessment } from '../understanding/assess.ts';
import type { Button, Press } from './turn.ts';

const EVIDENCE = 'evidence:';

const PRESS_OF_READING: Readonly<Record<string, Press['action']>> = {
  worked: 'worked',
  'not-worked': 'not-worked',
  'cannot-do': 'cannot',
  'explain-more': 'explain',
  cancel: 'skip',
  'new-problem': 'restart',
  restart: 'restart',
};

/** Shown where the model has no better idea. */
const USUAL = ['not-worked', 'explain-more'];

/** Two readings are a choice, three a menu. */
const READINGS_SHOWN = 2;

/** A symptom below this is no likely reading of a text that does not look like ours. */
const LIKELY_SYMPTOM = 0.6;

/** From this time on the person is what is offered first. */
const GIVE_UP = 2;

/** A text that cannot be read: its two likeliest readings as buttons, what is on the table, at last a person; never twice the same words. */
export function askBack(draft: TurnDraft, likeliest: readonly string[]): void {
  const { misread, step } = draft.session;
  const giveUp = misread >= GIVE_UP;
  const buttons = giveUp
    ? [{ ...personButton(step), primary: true }, button(BUTTON.showAgain, 'continue', '', step)]
    : readings(draft, likeliest);
  draft.remark('asked-back');
  draft.say({ type: 'text', text: notUnderstood(misread, misread > 0 ? onTheTable(draft) : undefined), ...(buttons.length > 0 && { buttons }) });
  draft.change({ misread: misread + 1 });
}

/** Not ours, as it seems: said in other words each time, with the likeliest readings if it is ours after all. */
export function declineForeign(draft: TurnDraft, assessment: Assessment): void {
  const { misread, phase, step } = draft.session;
  const text = FOREIGN[misread < FOREIGN.length ? misread : 1 + (misread % (FOREIGN.length - 1))] ?? '';
  draft.remark('foreign');
  const free = phase.name === 'listening' || phase.name === 'solved';
  if (!free) {
    draft.text(FOREIGN[0] ?? '');
    remind(draft);
  } else if ((assessment.symptoms[0]?.probability ?? 0) >= LIKELY_SYMPTOM && misread < GIVE_UP) {
    const two = assessment.problems.slice(0, READINGS_SHOWN).map((each) => button(each.title, 'choose', each.id, step));
    draft.say({ type: 'text', text: `${text} ${WHICH_SYMPTOM.ifOurs}`, buttons: [...two, personButton(step)] });
  } else {
    draft.say({ type: 'text', text, buttons: [personButton(step)] });
  }
  draft.change({ misread: misread + 1 });
}

function readings(draft: TurnDraft, likeliest: readonly string[]): readonly Button[] {
  const { session, mind } = draft;
  const { phase, step } = session;
  if (phase.name === 'asking') {
    const question = mind.graph.questions.get(phase.question);
    return question ? questionButtons(question, step) : [];
  }
  if (phase.name !== 'fixing') return tableButtons(draft);
  const fix = mind.graph.fixes.get(phase.fix);
  const shown: Button[] = [];
  for (const label of [...likeliest, ...USUAL]) {
    const reading = fix && readingOf(draft, label, fix.id);
    const isNew = reading && !shown.some((each) => each.press.action === reading.press.action && each.press.target === reading.press.target);
    if (isNew && shown.length < READINGS_SHOWN) shown.push(reading);
  }
  return [...shown, personButton(step)];
}

function readingOf({ session, mind }: TurnDraft, label: string, fix: string): Button | undefined {
  const known = label.startsWith(EVIDENCE) ? mind.graph.finding(label.slice(EVIDENCE.length)) : undefined;
  if (known) {
    const bears = mind.bearingOn(session.problem).has(known.question.id);
    return bears ? button(capital(known.answer.statement), 'answer', known.answer.id, session.step) : undefined;
  }
  const action = PRESS_OF_READING[label];
  return action && button(READINGS[label] ?? label, action, fix, session.step);
}

/** The buttons of what is on the table, taken from how it is put before the person again. */
function tableButtons(draft: TurnDraft): readonly Button[] {
  const again = draft.aside();
  remind(again);
  const hasPerson = again.buttons.some((each) => each.press.action === 'person');
  return hasPerson || draft.session.misread === 0 ? again.buttons : [...again.buttons, personButton(draft.session.step)];
}

/** In a few words, for a person who has lost the thread. */
function onTheTable({ session, mind }: TurnDraft): string | undefined {
  const { phase } = session;
  if (phase.name === 'fixing') return mind.graph.fixes.get(phase.fix)?.title;
  if (phase.name === 'asking') return mind.graph.questions.get(phase.question)?.prompt;
  return undefined;
}

const capital = (text: string) => text.replace(/^./u, (first) => first.toUpperCase());
