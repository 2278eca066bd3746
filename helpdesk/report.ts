import type { EscalationTicket } from '../dialogs/ticket.ts';
import { outcomeInWords, plainText, speaker, timeInWords } from './words.ts';

/** Causes that a report lists, to be named by their number. */
export const LISTED_CAUSES = 9;

export interface Report {
  readonly ticket: EscalationTicket;
  /** Bytes that the whole may have; the middle of the conversation is left out first. */
  readonly most?: number;
}

/** A ticket as plain text for somebody who knows nothing of it yet: the summary first, the conversation last. */
export function reportOf({ ticket, most = 60_000 }: Report): string {
  const { errorCodes, findings, causes, fixesTried, requester, escalationId } = ticket;
  const head = [
    plainText(ticket.summary),
    paragraph('Error codes', errorCodes.length > 0 ? [errorCodes.join(', ')] : []),
    paragraph('What is known', findings.map(({ statement }) => `- ${statement}`)),
    paragraph('Likely causes', causes.slice(0, LISTED_CAUSES).map(({ title, probability }, at) => `${at + 1}. ${title} (${Math.round(probability * 100)} %)`)),
    paragraph('Steps tried', fixesTried.map(({ title, outcome, at }) => `- ${title}: ${outcomeInWords(outcome).toLowerCase()} (${timeInWords(at)})`)),
  ].filter((each) => each !== '').join('\n\n');
  const foot = `From: ${requester.name ?? 'somebody without a name'}. Reference: ${escalationId}`;
  const said = ticket.transcript.map(({ who, text, at }) => `${speaker(who)}, ${timeInWords(at)}:\n${plainText(text)}`);
  return [head, paragraph('Conversation (what looked secret was taken out)', [fitting(said, most - bytes(head) - bytes(foot) - 100).join('\n\n')]), foot].join('\n\n');
}

function paragraph(title: string, lines: readonly string[]): string {
  const text = lines.join('\n');
  return text === '' ? '' : `${title}:\n${text}`;
}

/** The first lines and the last ones: how it began, and where it stands. */
function fitting(lines: readonly string[], most: number): string[] {
  const kept = [...lines];
  let left = 0;
  while (kept.length > 1 && kept.reduce((sum, line) => sum + bytes(line) + 2, 0) > most) {
    kept.splice(Math.min(2, kept.length - 1), 1);
    left += 1;
  }
  return left === 0 ? kept : [...kept.slice(0, 2), `[${left} messages are left out here]`, ...kept.slice(2)];
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}
