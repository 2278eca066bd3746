import type { Fix } from '../knowledge/compiler/types.ts';
import type { TurnDraft } from './draft.ts';
import { isTold } from './ledger.ts';
import { decide } from './next-step.ts';
import type { Phrases } from './phrases.ts';
import { remind } from './remind.ts';
import { summarise } from './summary.ts';

/** "Give me something to send to IT": a text that somebody can act on without having seen the conversation. */
export function giveRequest(draft: TurnDraft): void {
  draft.remark('request-given');
  // A block is copied with a click; nothing inside may end it.
  draft.text(`${draft.phrases.REQUEST.intro}\n\n\`\`\`\n${requestText(draft).replaceAll('\`\`\`', '')}\n\`\`\``);
  remind(draft);
}

function requestText(draft: TurnDraft): string {
  const fix = stepToAskFor(draft);
  return [draft.phrases.REQUEST.greeting, summarise(draft), ...(fix ? [askFor(draft.phrases, fix)] : [draft.phrases.REQUEST.look]), draft.phrases.REQUEST.thanks].join('\n\n');
}

/** The request names what to do, why, the risk and the way back; the commands stand below it. */
function askFor({ REQUEST, RISK_LEVEL, SIDE, WHO }: Phrases, fix: Fix): string {
  const steps = fix.steps.map(({ text, command }, index) => `${index + 1}. ${text}${command ? `\n   ${command.text.trim().replaceAll('\n', '\n   ')}` : ''}`);
  return [
    `${REQUEST.please} ${fix.title} (${SIDE[fix.side]}, ${WHO[fix.role]})`,
    fix.handover,
    ...steps,
    `${REQUEST.risk} ${fix.risk.text === '' ? RISK_LEVEL[fix.risk.level] : fix.risk.text}`,
    `${REQUEST.check} ${fix.check}`,
    `${REQUEST.undo} ${fix.undo}`,
  ].join('\n');
}

/** The open step where it takes somebody else, else the likeliest one that does. */
function stepToAskFor(draft: TurnDraft): Fix | undefined {
  const { graph } = draft.mind;
  const { phase, steps, problem } = draft.session;
  const open = phase.name === 'fixing' ? graph.fixes.get(phase.fix) : undefined;
  if (open && open.role !== 'user') return open;
  const told = new Set(steps.filter(isTold).map((each) => each.fix));
  const belief = new Map(decide(draft)?.posterior.map((each) => [each.cause, each.probability]));
  const helps = (fix: Fix): number => [...fix.solves].reduce((sum, [cause, chance]) => sum + chance * (belief.get(cause) ?? 0), 0);
  const others = problem === undefined ? [] : graph.fixesFor(problem).filter((fix) => fix.role !== 'user' && !fix.testOnly && !told.has(fix.id));
  return others.reduce<Fix | undefined>((best, fix) => (best === undefined || helps(fix) > helps(best) ? fix : best), undefined);
}
