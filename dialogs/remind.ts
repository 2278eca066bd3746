import type { TurnDraft } from './draft.ts';
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
      if (fix) draft.say({ type: 'text', text: `${draft.phrases.STILL_AT}: **${fix.title}**.`, buttons: fixButtons(draft.phrases, fix, phase.handover, step) });
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
      draft.text(draft.phrases.PROMPT);
      return;
    case 'choosing':
      draft.say({ type: 'text', text: draft.phrases.WHICH_SYMPTOM.plain, buttons: choiceButtons(graph, draft.session) });
      return;
    case 'confirming-code':
      draft.say({ type: 'text', text: draft.phrases.didYouMean(phase.code), buttons: codeButtons(draft.phrases, phase.code, step) });
      return;
    case 'with-a-person':
      return;
  }
}
