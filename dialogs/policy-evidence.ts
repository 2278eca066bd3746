import type { Evidence } from '../troubleshooting/decision.ts';
import type { Session } from './session.ts';

/** What the policy may know of a conversation. */
export function policyEvidence({ attempts, findings, suggested, unanswered, capabilities }: Session): Evidence {
  return {
    findings,
    ...(suggested && suggested.length > 0 && { suggested }),
    unanswered,
    capabilities,
    failed: attempts.filter((each) => each.outcome === 'failed').map((each) => each.fix),
    skipped: attempts.filter((each) => each.outcome === 'skipped').map((each) => each.fix),
  };
}
