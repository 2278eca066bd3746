/** One fault in the knowledge files, with what to do about it. Errors keep a graph from being used; warnings do not. */
export interface LintFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** Relative to the knowledge folder. */
  readonly file: string;
  readonly line: number;
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
}

/** Where a thing is written. */
export interface Place {
  readonly file: string;
  readonly path: Path;
}
export type Path = readonly (string | number)[];

/** A fault before its line is looked up. */
export interface Fault extends Omit<LintFinding, 'file' | 'line' | 'severity'> {
  readonly severity?: LintFinding['severity'];
  readonly at: Place;
}

/** `file:line  rule: what` with the reason and the remedy beneath. */
export function formatFinding(finding: LintFinding): string {
  const head = `${finding.file}:${finding.line}  ${finding.severity}  ${finding.rule}`;
  return `${head}\n  what    ${finding.what}\n  why     ${finding.why}\n  remedy  ${finding.remedy}`;
}

/** Errors before warnings, then by place. */
export function sortFindings(findings: readonly LintFinding[]): LintFinding[] {
  const rank = (finding: LintFinding): number => (finding.severity === 'error' ? 0 : 1);
  return [...findings].sort(
    (a, b) => rank(a) - rank(b) || a.file.localeCompare(b.file) || a.line - b.line || a.rule.localeCompare(b.rule),
  );
}
