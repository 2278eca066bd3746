import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import type { Evidence } from '../troubleshooting/decision.ts';
import { machinesKnown, misfits } from '../troubleshooting/machines.ts';
import { isInVain, isSetAside } from './ledger.ts';
import type { Session } from './session.ts';

/** What the policy may know of a conversation. What these machines cannot have is set aside as if the person had said so. */
export function policyEvidence(graph: KnowledgeGraph, { steps, findings, unanswered, capabilities, phase }: Session): Evidence {
  const unfit = misfits(graph, machinesKnown(graph, findings));
  const table = phase.name === 'escalating' ? phase.before : phase;
  return {
    findings,
    unanswered: [...unanswered, ...unfit.diagnostics],
    capabilities,
    // What worked, and the conversation goes on, worked for a while only.
    failed: steps.filter((each) => isInVain(each) || (each.outcome === 'worked' && table.name !== 'solved')).map((each) => each.fix),
    absent: steps.filter(({ outcome }) => outcome === 'not-applicable').map((each) => each.fix),
    skipped: [...steps.filter(isSetAside).map((each) => each.fix), ...unfit.fixes],
  };
}
