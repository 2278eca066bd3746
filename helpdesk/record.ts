import { z } from 'zod';
import type { EscalationTicket } from '../dialogs/ticket.ts';

/** The file that goes with a ticket. */
export const RECORD_NAME = 'reconnect-ticket.json';

const time = z.iso.datetime();

/** A ticket for programs. Published as `docs/operators/ticket-record.schema.json`; a change that is not an addition gets a new `format`. */
export const recordShape = z.object({
  format: z.literal('reconnect-ticket/1'),
  escalationId: z.string().describe('Of the assistant: the same for every try to open this ticket.'),
  conversationId: z.string(),
  subject: z.string(),
  summary: z.string().describe('As the person corrected it. Markdown.'),
  requester: z.object({ id: z.string(), name: z.string().optional() }),
  problem: z.string().optional(),
  errorCodes: z.array(z.string()),
  findings: z.array(z.object({
    id: z.string(),
    statement: z.string(),
    basis: z.enum(['told', 'measured']).optional().describe('Said by the person, or shown by the output of a tool.'),
  })).describe('What the person stated or showed.'),
  causes: z.array(z.object({ id: z.string(), title: z.string(), probability: z.number().min(0).max(1) })).describe('Belief, likeliest first.'),
  fixesTried: z.array(z.object({
    id: z.string(),
    title: z.string(),
    outcome: z.enum(['offered', 'doing', 'done', 'put-off', 'worked', 'failed', 'partly', 'cannot', 'not-applicable', 'skipped']),
    at: time,
  })),
  transcript: z.array(z.object({ who: z.enum(['person', 'assistant', 'helpdesk']), text: z.string(), at: time })).describe('What looked secret was taken out. Markdown.'),
});

export function recordOf(ticket: EscalationTicket): string {
  const record: z.input<typeof recordShape> = {
    format: 'reconnect-ticket/1',
    escalationId: ticket.escalationId,
    conversationId: ticket.conversationId,
    subject: ticket.subject,
    summary: ticket.summary,
    requester: ticket.requester,
    ...(ticket.problem !== undefined && { problem: ticket.problem }),
    errorCodes: [...ticket.errorCodes],
    findings: ticket.findings.map(({ id, statement, basis }) => ({ id, statement, ...(basis && { basis }) })),
    causes: [...ticket.causes],
    fixesTried: [...ticket.fixesTried],
    transcript: ticket.transcript.map(({ who, text, at }) => ({ who: who as 'person', text, at })),
  };
  return JSON.stringify(record, null, 1);
}
