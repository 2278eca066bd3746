import type { EscalationTicket } from '../dialogs/ticket.ts';
import type { Fix, KnowledgeGraph } from '../knowledge/compiler/types.ts';
import type { Answer } from '../server/helpdesk/ticket-forms.ts';

/** Causes whose fixes are worth reading. */
const CAUSES = 4;
const ANSWERS = 15;
/** Below this a fix is no answer to the cause. */
const HELPS = 0.3;

/** What the knowledge has for somebody with this ticket: fixes of its likely causes, those first that were not tried. */
export function answersFrom(graph: () => KnowledgeGraph): (ticket: EscalationTicket) => readonly Answer[] {
  return ({ causes, fixesTried }) => {
    const tried = new Set(fixesTried.map(({ id }) => id));
    const likely = causes.slice(0, CAUSES);
    const worth = (fix: Fix): number => likely.reduce((sum, { id, probability }) => sum + ((fix.solves.get(id) ?? 0) >= HELPS ? probability : 0), 0);
    return [...graph().fixes.values()]
      .map((fix) => ({ fix, worth: worth(fix) }))
      .filter((each) => each.worth > 0)
      .sort((a, b) => Number(tried.has(a.fix.id)) - Number(tried.has(b.fix.id)) || b.worth - a.worth)
      .slice(0, ANSWERS)
      .map(({ fix }) => ({ id: fix.id, title: tried.has(fix.id) ? `${fix.title} (was tried)` : fix.title, text: asText(fix) }));
  };
}

function asText({ title, steps, check, risk, undo }: Fix): string {
  const lines = steps.map(({ text, command }, at) => `${at + 1}. ${text}${command ? `\n   ${command.text}` : ''}`);
  return [title, ...lines, `Whether it helped: ${check}`, ...(risk.level === 'none' ? [] : [`Mind: ${risk.text}`]), `To undo it: ${undo}`].join('\n');
}
