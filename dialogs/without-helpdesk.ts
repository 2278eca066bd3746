import type { TurnDraft } from './draft.ts';
import { BUTTON, NO_HELPDESK, NOTHING_LEFT_ALONE, REPORT_TO_SEND } from './phrases.ts';
import { remind } from './remind.ts';
import { summarise } from './summary.ts';
import type { Reply } from './turn.ts';

/** Nobody reads tickets: the operator set it so, or the person said so. Pure. */
export function isWithoutHelpdesk({ mind, session }: Pick<TurnDraft, 'mind' | 'session'>): boolean {
  return !mind.site.hasHelpdesk || session.noHelpdesk === true;
}

/** In place of a ticket: the report as a text that the person takes to whoever can help. @param unasked no step is left */
export function giveReport(draft: TurnDraft, unasked: boolean): void {
  const quoted = summarise(draft).replaceAll('\n', '\n> ');
  draft.remark('report-given');
  if (unasked) draft.enter({ name: 'listening' });
  draft.text(`${unasked ? NOTHING_LEFT_ALONE : REPORT_TO_SEND}\n\n> ${quoted}`);
  if (!unasked) remind(draft);
}

/** "There is nobody here who reads tickets", pressed at the offer of one. */
export function noteNoHelpdesk(draft: TurnDraft): void {
  draft.change({ noHelpdesk: true });
  draft.text(NO_HELPDESK);
}

/** A button that would fetch a person gives the report instead. Pure. */
export function withReportButton(reply: Reply): Reply {
  if (!reply.buttons) return reply;
  return { ...reply, buttons: reply.buttons.map((each) => (each.press.action === 'person' ? { ...each, title: BUTTON.report } : each)) };
}
