import type { TurnDraft } from './draft.ts';

/** What went on about a fault, as the operator counts it. */
export interface Tally {
  /** When the first step to take was given. ISO 8601. */
  readonly firstStepAt?: string;
  /** How often the assistant did not understand, or had to ask what was meant. */
  readonly askedBack: number;
  /** How often the person took back what the assistant had understood. */
  readonly takenBack: number;
}

/** Counts the turn, where there is a fault to count for. Called when everything else of the turn is settled. */
export function keepTally(draft: TurnDraft): void {
  const { problem, tally = { askedBack: 0, takenBack: 0 } } = draft.session;
  if (problem === undefined) return;
  const isFirst = tally.firstStepAt === undefined && draft.gaveStep;
  const [askedBack, takenBack] = [draft.remarked('asked-back'), draft.remarked('taken-back')].map(Number);
  if (!isFirst && !askedBack && !takenBack) return;
  draft.change({
    tally: {
      ...tally,
      ...(isFirst && { firstStepAt: draft.context.now.toISOString() }),
      askedBack: tally.askedBack + (askedBack ?? 0),
      takenBack: tally.takenBack + (takenBack ?? 0),
    },
  });
}
