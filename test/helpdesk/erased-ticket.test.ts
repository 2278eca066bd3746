import { expect, test } from 'vitest';
import { erasedTicket, isErased, type StoredTicket } from '../../helpdesk/ticket.ts';

const at = '2026-03-02T09:00:00.000Z';
const TICKET: StoredTicket = {
  number: 7,
  status: 'open',
  openedAt: at,
  ticket: {
    escalationId: 'esc-7', subject: 'Anna cannot connect', summary: 'Anna Beck, srv01', requester: { id: 'anna', name: 'Anna Beck' }, conversationId: 'chat-7',
    errorCodes: ['0x904'], findings: [], causes: [], fixesTried: [], transcript: [{ who: 'person', text: 'I am Anna', at }],
  },
  entries: [
    { kind: 'message', id: 'm1', text: 'Anna again', at },
    { kind: 'reply', id: 'r1', sequence: 41, author: 'Boris', text: 'Dear Anna', at },
    { kind: 'status', id: 's1', sequence: 40, author: 'Boris', status: 'open', at },
  ],
};

test('of an erased ticket nothing is left but its number and the last sequence, so that neither is given again', () => {
  const left = erasedTicket(TICKET, at);
  expect(JSON.stringify(left)).not.toMatch(/anna|boris|srv01|0x904|esc-7|chat-7/i);
  expect(left).toMatchObject({ number: 7, openedAt: at, entries: [{ sequence: 41 }] });
  expect([isErased(left), isErased(TICKET)]).toEqual([true, false]);
});

test('a ticket that nobody of the helpdesk touched leaves no entry', () => {
  expect(erasedTicket({ ...TICKET, entries: [] }, at).entries).toEqual([]);
});
