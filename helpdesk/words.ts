import type { StepOutcome } from '../dialogs/ledger.ts';

/** How a ticket's parts read for somebody of a helpdesk. */

const OUTCOME: Readonly<Record<StepOutcome, string>> = {
  offered: 'Offered', doing: 'Under way', done: 'Done, result not told', 'put-off': 'Put off', worked: 'Worked', failed: 'Did not help',
  partly: 'Helped in part', cannot: 'Could not be done', 'not-applicable': 'Does not apply', skipped: 'Skipped',
};
const SPEAKER: Readonly<Record<string, string>> = { person: 'Person', assistant: 'Assistant', helpdesk: 'Helpdesk' };

export function outcomeInWords(outcome: StepOutcome): string {
  return OUTCOME[outcome];
}

export function speaker(who: string): string {
  return SPEAKER[who] ?? who;
}

/** `2026-11-20 09:00 UTC` */
export function timeInWords(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}

/** The chat's Markdown as plain text: links keep their address, emphasis and headings go. What is in code stays as it is. */
export function plainText(markdown: string): string {
  return markdown
    .split(/(```[^]*?```|`[^`\n]*`)/)
    .map((part, at) => (at % 2 === 1 ? part.replace(/^```\w*\n?|\n?```$|^`|`$/g, '') : withoutMarks(part)))
    .join('');
}

function withoutMarks(text: string): string {
  return text
    .replace(/\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)/g, '$1 ($2)')
    .replace(/\*\*(\S(?:[^*\n]*\S)?)\*\*/g, '$1')
    .replace(/(^|[\s(])[*_](\S(?:[^*_\n]*\S)?)[*_](?=[\s).,:;!?]|$)/gm, '$1$2')
    .replace(/^#{1,6} +/gm, '')
    .replace(/^> ?/gm, '');
}
