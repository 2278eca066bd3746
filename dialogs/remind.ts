import type { TurnDraft } from './draft.ts';
import { isTold } from './ledger.ts';
import { proposeNext } from './next-step.ts';
import { BUTTON, didYouMean, OFFER_STANDS, PROMPT, SAME_OR_NEW, STILL_AT, WHAT_I_NEED, WHICH_PLACE, WHICH_SYMPTOM } from './phrases.ts';
import { button, choiceButtons, codeButtons, fixButtons, personButton, questionButtons } from './present.ts';
import type { Phase } from './session.ts';

export function nothingOnTheTable(draft: TurnDraft): boolean {
  const { name } = draft.session.phase;
  return name === 'listening' || name === 'solved';
}

/** What a choice is between, in a few words. */
function choiceText({ options, places }: Extract<Phase, { name: 'choosing' }>): string {
  if (options.some((each) => each.startsWith('same:'))) return SAME_OR_NEW;
  return places ? WHICH_PLACE : WHICH_SYMPTOM.plain;
}

/** Asks what is wrong, in other words where that was asked last. */
export function prompt(draft: TurnDraft): void {
  const last = draft.session.transcript.findLast((line) => line.who === 'assistant')?.text ?? '';
  if (last.endsWith(PROMPT)) draft.say({ type: 'text', text: WHAT_I_NEED, buttons: [personButton(draft.session.step)] });
  else draft.text(PROMPT);
}

/** Puts the step on the table before the person again, with the same buttons. */
export function remind(draft: TurnDraft): void {
  const { phase, step } = draft.session;
  const { graph } = draft.mind;
  switch (phase.name) {
    case 'fixing': {
      const fix = graph.fixes.get(phase.fix);
      // What was told of it meanwhile has ended it.
      if (draft.session.steps.some((each) => each.fix === phase.fix && isTold(each))) proposeNext(draft);
      else if (fix) draft.say({ type: 'text', text: `${STILL_AT}: **${fix.title}**.`, buttons: fixButtons(fix, phase.handover, step) });
      return;
    }
    case 'asking': {
      const question = graph.questions.get(phase.question);
      if (question) draft.say({ type: 'text', text: question.prompt, buttons: questionButtons(question, step) });
      return;
    }
    case 'undoing': {
      const fix = graph.fixes.get(phase.fix);
      if (fix) draft.say({ type: 'text', text: fix.undo, buttons: [button(BUTTON.undone, 'undone', fix.id, step, true)] });
      return;
    }
    case 'escalating':
      draft.say({
        type: 'text',
        text: OFFER_STANDS,
        buttons: [button(BUTTON.send, 'send-ticket', phase.escalationId, step, true), button(BUTTON.correct, 'correct-summary', phase.escalationId, step), button(BUTTON.notNow, 'withdraw', phase.escalationId, step)],
      });
      return;
    case 'listening':
    case 'solved':
      prompt(draft);
      return;
    case 'choosing':
      draft.say({ type: 'text', text: choiceText(phase), buttons: choiceButtons(graph, draft.session) });
      return;
    case 'confirming-code':
      draft.say({ type: 'text', text: didYouMean(phase.code), buttons: codeButtons(phase.code, step) });
      return;
    case 'with-a-person':
      return;
  }
}
