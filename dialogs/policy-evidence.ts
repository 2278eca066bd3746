import type { Evidence } from '../troubleshooting/decision.ts';
import { isInVain, isSetAside } from './ledger.ts';
import type { Session } from './session.ts';

/** What the policy may know of a conversation. */
export function policyEvidence({ steps, findings, unanswered, capabilities }: Session): Evidence {
  return {
    findings,
    unanswered,
    capabilities,
    failed: steps.filter(isInVain).map((each) => each.fix),
    skipped: steps.filter(isSetAside).map((each) => each.fix),
  };
}
