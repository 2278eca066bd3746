import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import type { Evidence } from '../troubleshooting/decision.ts';
import { machinesKnown, misfits } from '../troubleshooting/machines.ts';
import { isInVain, isSetAside } from './ledger.ts';
import type { Session } from './session.ts';

/** What the policy may know of a conversation. What these machines cannot have is set aside as if the person had said so. */
export function policyEvidence(graph: KnowledgeGraph, { steps, findings, unanswered, capabilities }: Session): Evidence {
  const unfit = misfits(graph, machinesKnown(graph, findings));
  return {
    findings,
    unanswered: [...unanswered, ...unfit.diagnostics],
    capabilities,
    failed: steps.filter(isInVain).map((each) => each.fix),
    skipped: [...steps.filter(isSetAside).map((each) => each.fix), ...unfit.fixes],
  };
}
