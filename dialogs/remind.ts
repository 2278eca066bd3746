import type { TurnDraft } from './draft.ts';
import { BUTTON, didYouMean, OFFER_STANDS, PROMPT, STILL_AT, WHICH_SYMPTOM } from './phrases.ts';
import { button, choiceButtons, codeButtons, fixButtons, questionButtons } from './present.ts';

export function nothingOnTheTable(draft: TurnDraft): boolean {
  const { name } = draft.session.phase;
  return name === 'listening' || name === 'solved';
}

/** Puts the step on the table before the person again, with the same buttons. */
export function remind(draft: TurnDraft): void {
  const { phase, step } = draft.session;
  const { graph } = draft.mind;
  switch (phase.name) {
    case 'fixing': {
      const fix = graph.fixes.get(phase.fix);
      if (fix) draft.say({ type: 'text', text: `${STILL_AT}: **${fix.title}**.`, buttons: fixButtons(fix, phase.handover, step) });
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
      draft.text(PROMPT);
      return;
    case 'choosing':
      draft.say({ type: 'text', text: WHICH_SYMPTOM.plain, buttons: choiceButtons(graph, draft.session) });
      return;
    case 'confirming-code':
      draft.say({ type: 'text', text: didYouMean(phase.code), buttons: codeButtons(phase.code, step) });
      return;
    case 'with-a-person':
      return;
  }
}
