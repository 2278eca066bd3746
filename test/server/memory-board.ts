import type { TicketBoard, TicketView } from '../../helpdesk/board.ts';

export const HOSTILE = '<script>alert(1)</script>"\'&';

export function exampleTicket(number: string): TicketView {
  const at = '2026-03-02T08:15:00.000Z';
  return {
    number,
    subject: `Remote Desktop: 0x904 / 0x7 on SRV-12 ${HOSTILE}`,
    requester: 'Ada',
    status: 'new',
    errorCodes: ['0x904', '0x7'],
    openedAt: at,
    updatedAt: at,
    messages: [],
    deeds: [],
    ticket: {
      escalationId: 'escalation-1',
      subject: 'Remote Desktop: 0x904 / 0x7',
      summary: `Cannot open a session on one server.\nThe others are fine. ${HOSTILE}`,
      requester: { id: 'dl_1', name: 'Ada' },
      conversationId: 'c1',
      errorCodes: ['0x904', '0x7'],
      findings: [{ id: 'one-server', statement: 'Only this one server is affected.' }],
      causes: [{ id: 'session-limit', title: 'The server takes no more sessions', probability: 0.62 }],
      fixesTried: [
        { id: 'sign-off', title: 'Sign off the session that hangs', outcome: 'failed', at },
        { id: 'restart-service', title: 'Restart Remote Desktop Services', outcome: 'cannot', at },
      ],
      transcript: [
        { who: 'person', text: `Error code: 0x904 ${HOSTILE}`, at },
        { who: 'assistant', text: 'The connection was made, then the other side closed it.', at },
      ],
    },
  };
}

/** A board that lives in the test. */
export function createMemoryBoard(tickets: TicketView[] = []): TicketBoard {
  const find = (number: string): TicketView | undefined => tickets.find((ticket) => ticket.number === number);
  const replace = (number: string, change: (ticket: TicketView) => TicketView): void => {
    const at = tickets.findIndex((ticket) => ticket.number === number);
    const ticket = tickets[at];
    if (ticket) tickets[at] = change(ticket);
  };
  const keys = new Set<string>();
  return {
    list: async ({ page, size }) => {
      const pages = Math.max(1, Math.ceil(tickets.length / size));
      const shown = Math.min(page, pages);
      return { items: tickets.slice((shown - 1) * size, shown * size), total: tickets.length, page: shown, pages };
    },
    get: async (number) => find(number),
    async reply(number, author, text, messageKey) {
      if (keys.has(messageKey)) return;
      keys.add(messageKey);
      const message = { from: 'helpdesk' as const, author, text, at: '2026-03-02T09:00:00.000Z' };
      replace(number, (ticket) => ({ ...ticket, messages: [...ticket.messages, message] }));
    },
    async erase(number) {
      tickets.splice(tickets.findIndex((ticket) => ticket.number === number), 1);
    },
    async setStatus(number, status, author, ending) {
      replace(number, ({ cause: _cause, fix: _fix, ...ticket }) => ({ ...ticket, status, ...ending, deeds: [...ticket.deeds, { author, at: '2026-03-02T09:00:00.000Z', what: 'status', status }] }));
    },
    async handBack(number, author) {
      replace(number, (ticket) => ({ ...ticket, deeds: [...ticket.deeds, { author, at: '2026-03-02T09:00:00.000Z', what: 'handed-back' }] }));
    },
    async assign(number, assignee, author) {
      replace(number, ({ assignee: _before, ...ticket }) => ({ ...ticket, ...(assignee !== undefined && { assignee }), deeds: [...ticket.deeds, { author, at: '2026-03-02T09:00:00.000Z', what: 'assigned', ...(assignee !== undefined && { to: assignee }) }] }));
    },
    version: () => JSON.stringify(tickets).length.toString(),
  };
}
