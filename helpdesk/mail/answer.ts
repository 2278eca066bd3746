import type { TicketStatus } from '../../dialogs/ticket.ts';
import { causeNamed } from '../named-cause.ts';

/** Stands above what we write; what stands under it in an answer is our own mail, quoted. */
export const MARKER = '--- Write your answer above this line ---';

/** What somebody of the helpdesk wrote: the answer for the person, and what they do with the ticket. */
export interface MailAnswer {
  /** Empty when there is only a command. */
  readonly text: string;
  readonly status?: TicketStatus;
  /** The conversation is the assistant's again. */
  readonly handsBack?: true;
  /** One of the ticket's causes, or `unknown` for another. */
  readonly cause?: string;
}

const COMMAND = /^#(resolved?|closed?|waiting|re-?open(?:ed)?|open|assistant)\b[ \t]*([\w-]*)[ \t]*$/i;

/** Where programs begin to quote, in the languages that mail programs of offices have most. */
const QUOTE = [
  /^-{2,} ?(original message|ursprüngliche nachricht|message d'origine|mensaje original) ?-{2,}$/i,
  /^_{20,}$/,
  /^(on|am|le|el|il) .{5,200}(wrote|schrieb|a écrit|escribió|ha scritto).{0,80}:$/i,
  /^(from|von|de|da): .+@.+$/i,
];

/** @param causes ids of the ticket's causes, as the report lists them. */
export function readAnswer(mail: string, causes: readonly string[]): MailAnswer {
  const written: string[] = [];
  let done: Omit<MailAnswer, 'text'> = {};
  for (const line of ownLines(mail.replace(/\r\n?/g, '\n'))) {
    const [, command, word] = COMMAND.exec(line.trim()) ?? [];
    if (command === undefined) written.push(line);
    else done = doneBy(command.toLowerCase(), word, causes);
  }
  return { text: written.join('\n').trim(), ...done };
}

function doneBy(command: string, word: string | undefined, causes: readonly string[]): Omit<MailAnswer, 'text'> {
  if (command === 'assistant') return { handsBack: true };
  const status: TicketStatus = command.startsWith('resolve') ? 'resolved' : command.startsWith('close') ? 'closed' : command === 'waiting' ? 'waiting' : 'open';
  const cause = status === 'resolved' || status === 'closed' ? causeNamed(word, causes) : undefined;
  return { status, ...(cause !== undefined && { cause }) };
}

/** Without what is quoted, and without the signature. */
function ownLines(text: string): readonly string[] {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => line.includes(MARKER) || line === '-- ' || QUOTE.some((each) => each.test(line.trim())));
  const own = (end === -1 ? lines : lines.slice(0, end)).filter((line) => !line.startsWith('>'));
  return own.length === lines.length ? own : withoutIntroduction(own);
}

/** "On Monday, support@... wrote:" may be broken over two lines, above what it quotes. */
function withoutIntroduction(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  if (!/(wrote|schrieb|a écrit|escribió|ha scritto).{0,80}:$/i.test(lines[last]?.trim() ?? '')) return lines;
  return lines.slice(0, /^(on|am|le|el|il) .*\d/i.test(lines[last - 1]?.trim() ?? '') ? last - 1 : last);
}
