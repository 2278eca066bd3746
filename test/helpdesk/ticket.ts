import type { EscalationTicket } from '../../dialogs/ticket.ts';

/** A ticket as an escalation makes it. */
export function ticketOf(escalationId: string): EscalationTicket {
  return {
    escalationId,
    subject: 'Remote Desktop: closed while connecting [0x904]',
    summary: 'Problem: closed while connecting (0x904, extended 0x7)',
    requester: { id: 'user-1', name: 'Mia' },
    conversationId: 'conversation-1',
    errorCodes: ['0x904', '0x7'],
    findings: [{ id: 'single-host', statement: 'only this server fails' }],
    causes: [{ id: 'certificate-unusable', title: 'Unusable certificate', probability: 0.6 }],
    fixesTried: [{ id: 'restart-service', title: 'Restart the service', outcome: 'failed', at: '2026-11-20T09:00:00.000Z' }],
    transcript: [{ who: 'person', text: 'Error code: 0x904', at: '2026-11-20T08:59:00.000Z' }],
  };
}
