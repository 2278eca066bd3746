import type { TurnDraft } from './draft.ts';
import { isTold } from './ledger.ts';
import { proposeNext } from './next-step.ts';
import { button, choiceButtons, codeButtons, fixButtons, personButton, questionButtons } from './present.ts';
import type { Phrases } from './phrases.ts';
import type { Phase } from './session.ts';

export function nothingOnTheTable(draft: TurnDraft): boolean {
  const { name } = draft.session.phase;
  return name === 'listening' || name === 'solved';
}

/** What a choice is between, in a few words. */
function choiceText(phrases: Phrases, { options, places }: Extract<Phase, { name: 'choosing' }>): string {
  if (options.some((each) => each.startsWith('same:'))) return phrases.SAME_OR_NEW;
  return places ? phrases.WHICH_PLACE : phrases.WHICH_SYMPTOM.plain;
}

/** Asks what is wrong, in other words where that was asked last. */
export function prompt(draft: TurnDraft): void {
  const last = draft.session.transcript.findLast((line) => line.who === 'assistant')?.text ?? '';
  if (last.endsWith(draft.phrases.PROMPT)) draft.say({ type: 'text', text: draft.phrases.WHAT_I_NEED, buttons: [personButton(draft.phrases, draft.session.step)] });
  else draft.text(draft.phrases.PROMPT);
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
      else if (fix) draft.say({ type: 'text', text: `${draft.phrases.STILL_AT}: **${fix.title}**.`, buttons: fixButtons(draft.phrases, fix, phase.handover, step) });
      return;
    }
    case 'asking': {
      const question = graph.questions.get(phase.question);
      if (question) draft.say({ type: 'text', text: question.prompt, buttons: questionButtons(draft.phrases, question, step) });
      return;
    }
    case 'undoing': {
      const fix = graph.fixes.get(phase.fix);
      if (fix) draft.say({ type: 'text', text: fix.undo, buttons: [button(draft.phrases.BUTTON.undone, 'undone', fix.id, step, true)] });
      return;
    }
    case 'escalating':
      draft.say({
        type: 'text',
        text: draft.phrases.OFFER_STANDS,
        buttons: [button(draft.phrases.BUTTON.send, 'send-ticket', phase.escalationId, step, true), button(draft.phrases.BUTTON.correct, 'correct-summary', phase.escalationId, step), button(draft.phrases.BUTTON.notNow, 'withdraw', phase.escalationId, step)],
      });
      return;
    case 'listening':
    case 'solved':
      prompt(draft);
      return;
    case 'choosing':
      draft.say({ type: 'text', text: choiceText(draft.phrases, phase), buttons: choiceButtons(graph, draft.session) });
      return;
    case 'confirming-code':
      draft.say({ type: 'text', text: draft.phrases.didYouMean(phase.code), buttons: codeButtons(draft.phrases, phase.code, step) });
      return;
    case 'with-a-person':
      return;
  }
}
