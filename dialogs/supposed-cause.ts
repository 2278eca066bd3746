import type { Fix } from '../knowledge/compiler/types.ts';
import type { Evidence } from '../troubleshooting/decision.ts';
import type { Inquiry } from '../understanding/inquiry.ts';
import type { TurnDraft } from './draft.ts';
import { isTold } from './ledger.ts';
import { beliefIn } from './session.ts';

/** Shares of the belief from which on a cause is called so. Judgement, from how people use these words. */
const LIKELY = 0.3;
const POSSIBLE = 0.05;

/** Odds that move by less than this factor are no reason. */
const TELLING = 1.3;
/** Reasons that are named, for and against. */
const REASONS = 2;
/** Evidence that took a cause down to this share of what it was has ruled it out. */
const RULED_OUT = 0.3;

const NOTHING: Evidence = { findings: [], unanswered: [], failed: [], skipped: [], capabilities: {} };

interface Judged {
  readonly text: string;
  /** The step that repairs it. */
  readonly step?: Fix;
}

/** "Could it be X?": how likely in words, what speaks for it and against it, and the step for it. */
export function couldBe(draft: TurnDraft, { named, causes }: Extract<Inquiry, { about: 'cause' }>): Judged {
  const { graph } = draft.mind;
  const belief = beliefIn(draft.session);
  const first = graph.causes.get(causes[0] ?? '');
  if (!belief || !first) return { text: draft.phrases.COULD_BE.unknown(named) };
  const troubleshooter = draft.mind.troubleshooter(belief);
  const posterior = troubleshooter.posterior(draft.evidence());
  const asked = new Set(causes);
  const own = posterior.filter((each) => asked.has(each.cause));
  const [likeliest] = own;
  const cause = likeliest && graph.causes.get(likeliest.cause);
  if (!likeliest || !cause) return { text: draft.phrases.COULD_BE.elsewhere(first.title) };
  const shareIn = (evidence: Evidence): number => troubleshooter.posterior(evidence).reduce((sum, each) => (asked.has(each.cause) ? sum + each.probability : sum), 0);
  const share = own.reduce((sum, each) => sum + each.probability, 0);
  const { pro, contra } = reasonsOf(draft, shareIn);
  const isFirst = posterior.find((each) => each.cause !== 'unknown')?.cause === likeliest.cause;
  const verdict =
    isFirst && share >= LIKELY ? draft.phrases.COULD_BE.likeliest : share >= LIKELY ? draft.phrases.COULD_BE.likely : share >= POSSIBLE ? draft.phrases.COULD_BE.possible : share < RULED_OUT * shareIn(NOTHING) ? draft.phrases.COULD_BE.ruledOut : draft.phrases.COULD_BE.unlikely;
  const step = share >= POSSIBLE ? stepFor(draft, likeliest.cause) : undefined;
  const text = [verdict(cause.title), draft.phrases.COULD_BE.reasons(pro, contra), ...(step ? [draft.phrases.COULD_BE.step(step.title)] : [])].filter((each) => each !== '').join(' ');
  return { text, ...(step && { step }) };
}

/** What moved the odds of the causes: each finding, and each step that was tried, by what the belief would be without it. */
function reasonsOf(draft: TurnDraft, shareIn: (evidence: Evidence) => number): { readonly pro: readonly string[]; readonly contra: readonly string[] } {
  const { graph } = draft.mind;
  const evidence = draft.evidence();
  const odds = (of: Evidence): number => oddsOf(shareIn(of));
  const now = odds(evidence);
  const findings = evidence.findings.flatMap((finding) => {
    const statement = graph.finding(finding.answer)?.answer.statement;
    return statement === undefined ? [] : [{ statement, factor: now / odds({ ...evidence, findings: evidence.findings.filter((each) => each !== finding) }) }];
  });
  const steps = evidence.failed.map((fix) => ({
    statement: draft.phrases.WENT.failed(graph.fixes.get(fix)?.title ?? fix),
    factor: now / odds({ ...evidence, failed: evidence.failed.filter((each) => each !== fix) }),
  }));
  const all = [...findings, ...steps];
  const strongest = (side: (factor: number) => number): readonly string[] =>
    all.filter(({ factor }) => side(factor) >= TELLING).sort((a, b) => side(b.factor) - side(a.factor)).slice(0, REASONS).map(({ statement }) => statement);
  return { pro: strongest((factor) => factor), contra: strongest((factor) => 1 / factor) };
}

/** Finite, whatever the share. */
const oddsOf = (share: number): number => Math.max(share, 1e-9) / Math.max(1 - share, 1e-9);

/** The untried step that repairs the cause most surely. */
function stepFor({ mind: { graph }, session: { steps, problem } }: TurnDraft, cause: string): Fix | undefined {
  const told = new Set(steps.filter(isTold).map((each) => each.fix));
  const fixes = problem === undefined ? [] : graph.fixesFor(problem).filter((fix) => !fix.testOnly && !told.has(fix.id) && fix.solves.has(cause));
  return fixes.sort((a, b) => (b.solves.get(cause) ?? 0) - (a.solves.get(cause) ?? 0) || a.minutes - b.minutes)[0];
}
