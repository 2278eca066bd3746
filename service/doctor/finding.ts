/** What was looked at, and how it is. */
export interface Finding {
  /** What was looked at, in a word or two. */
  readonly about: string;
  /** `note`: it works, and somebody may want to know; `problem`: it does not, or not for long. */
  readonly level: 'ok' | 'note' | 'problem';
  /** What is so, as a sentence. */
  readonly what: string;
  readonly why?: string;
  readonly fix?: string;
}

export const ok = (about: string, what: string): Finding => ({ about, level: 'ok', what });

/** Finding by finding, problems last: that is where a terminal ends. */
export function report(findings: readonly Finding[]): string {
  const order = ['ok', 'note', 'problem'] as const;
  const sign = { ok: 'ok      ', note: 'note    ', problem: 'PROBLEM ' };
  const lines = order.flatMap((level) => findings.filter((each) => each.level === level)).flatMap(({ level, about, what, why, fix }) => [
    `${sign[level]}${about}: ${what}`,
    ...(why === undefined ? [] : [`         Why: ${why}`]),
    ...(fix === undefined ? [] : [`         Fix: ${fix}`]),
  ]);
  const problems = findings.filter(({ level }) => level === 'problem').length;
  return [...lines, '', problems === 0 ? 'Nothing stands in the way.' : `${problems} ${problems === 1 ? 'problem' : 'problems'}.`].join('\n');
}
