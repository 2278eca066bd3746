import type { TurnDraft } from './draft.ts';
import { phrasesOf, type Phrases } from './phrases.ts';
import { button } from './present.ts';
import { remind } from './remind.ts';
import { summarise } from './summary.ts';
import type { Button, Reply } from './turn.ts';

/** Nobody reads tickets: the operator set it so, or the person said so. Pure. */
export function isWithoutHelpdesk({ mind, session }: Pick<TurnDraft, 'mind' | 'session'>): boolean {
  return !mind.site.hasHelpdesk || session.noHelpdesk === true;
}

/** In place of a ticket: the report as a text that the person takes to whoever can help. @param unasked no step is left */
export function giveReport(draft: TurnDraft, unasked: boolean): void {
  const quoted = summarise(draft).replaceAll('\n', '\n> ');
  draft.remark('report-given');
  if (unasked) draft.enter({ name: 'listening' });
  const buttons = wayBack(draft);
  draft.say({ type: 'text', text: `${unasked ? draft.phrases.NOTHING_LEFT_ALONE : draft.phrases.REPORT_TO_SEND}\n\n> ${quoted}`, ...(buttons && { buttons }) });
  if (!unasked) remind(draft);
}

/** "There is nobody here who reads tickets": none is offered in this conversation from now on. */
export function noteNoHelpdesk(draft: TurnDraft): void {
  draft.change({ noHelpdesk: true });
  const buttons = wayBack(draft);
  draft.say({ type: 'text', text: draft.phrases.NO_HELPDESK, ...(buttons && { buttons }) });
}

/** There is somebody after all. */
export function noteHelpdesk(draft: TurnDraft): void {
  const { noHelpdesk: _none, ...kept } = draft.session;
  draft.replace(kept);
  draft.text(isWithoutHelpdesk(draft) ? draft.phrases.NO_TICKETS : draft.phrases.HAS_HELPDESK);
}

/** What the person said they can take back; what the operator set they cannot. */
function wayBack({ mind, session }: TurnDraft): readonly Button[] | undefined {
  return mind.site.hasHelpdesk && session.noHelpdesk ? [button(phrasesOf(mind.graph).BUTTON.hasHelpdesk, 'has-helpdesk', '', session.step)] : undefined;
}

/** A button that would fetch a person gives the report instead. Pure. */
export function withReportButton({ BUTTON }: Phrases, reply: Reply): Reply {
  if (!reply.buttons) return reply;
  return { ...reply, buttons: reply.buttons.map((each) => (each.press.action === 'person' ? { ...each, title: BUTTON.report } : each)) };
}
