import { endOf, type CaseAccount } from './numbers.ts';

const COLUMNS = ['opened', 'problem', 'end', 'ended', 'solved by', 'cause', 'minutes to first step', 'asked back', 'taken back', 'rating'] as const;

/** One line a fault, after RFC 4180, oldest first; without ids and without words of anybody. */
export function numbersCsv(all: readonly CaseAccount[]): string {
  const rows = [...all].sort((a, b) => a.openedAt.localeCompare(b.openedAt)).map((each) => {
    const minutes = each.firstStepAt === undefined ? '' : ((Date.parse(each.firstStepAt) - Date.parse(each.openedAt)) / 60_000).toFixed(1);
    return [each.openedAt, each.problem, endOf(each), each.endedAt ?? '', each.solvedBy ?? '', each.cause ?? '', minutes, each.askedBack, each.takenBack, each.score ?? ''];
  });
  return [COLUMNS, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

/** What a spreadsheet would take for a formula is text. */
function field(value: string | number): string {
  const text = String(value);
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
