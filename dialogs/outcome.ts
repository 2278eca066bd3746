import type { TurnDraft } from './draft.ts';

/** Hands the finished conversation to learning: ids only, no text, no person. */
export function recordOutcome(draft: TurnDraft, solvedBy?: string): void {
  const { session, mind } = draft;
  if (!session.problem) return;
  draft.effect({
    type: 'record-outcome',
    outcome: {
      id: `${session.id}/${session.step}`,
      problem: session.problem,
      graphVersion: mind.graph.version,
      findings: session.findings.map((each) => each.answer),
      failed: session.attempts.filter((each) => each.outcome === 'failed').map((each) => each.fix),
      ...(solvedBy !== undefined && { solvedBy }),
      capabilities: { ...session.capabilities },
    },
  });
}
