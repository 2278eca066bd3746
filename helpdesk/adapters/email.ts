import { z } from 'zod';
import { defineAdapter, type AdapterWorld } from '../adapter.ts';
import { readAnswer, MARKER } from '../mail/answer.ts';
import { openInbox, type IncomingMail, type Receipt } from '../mail/inbox.ts';
import { whyMachine } from '../mail/machine-mail.ts';
import { createMailer, type Mail, type Mailer } from '../mail/mailer.ts';
import { createTicketAddresses, type TicketAddresses } from '../mail/ticket-address.ts';
import type { Helpdesk } from '../port.ts';
import { recordOf, RECORD_NAME } from '../record.ts';
import { reportOf } from '../report.ts';
import type { StoredTicket } from '../ticket.ts';
import { createEmbeddedHelpdesk, type EmbeddedHelpdesk } from './embedded.ts';

const NAME = 'email';

const settings = z
  .object({
    EMAIL_TO: z.email({ error: 'must be the address at which the helpdesk reads, such as it@example.com' }),
    EMAIL_FROM: z.email({ error: "must be the assistant's own address, whose mail (also support+anything@...) comes to EMAIL_LISTEN, such as support@help.example.com" }),
    EMAIL_SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be the mail server that takes mail: smtps://user:password@mail.example.com' }),
    EMAIL_LISTEN: z.string().regex(/^[^\s]+:\d{1,5}$/, 'must be an address and a port, such as 127.0.0.1:2525').default('127.0.0.1:2525'),
    EMAIL_SECRET: z.string({ error: 'is missing: 16 characters or more that nobody knows; the addresses for answers are signed with it' }).min(16, 'must have at least 16 characters'),
  })
  .transform(({ EMAIL_TO, EMAIL_FROM, EMAIL_SMTP_URL, EMAIL_LISTEN, EMAIL_SECRET }) => {
    const at = EMAIL_LISTEN.lastIndexOf(':');
    return { to: EMAIL_TO, from: EMAIL_FROM, smtpUrl: EMAIL_SMTP_URL, secret: EMAIL_SECRET, host: EMAIL_LISTEN.slice(0, at).replace(/^\[|\]$/g, ''), port: Number(EMAIL_LISTEN.slice(at + 1)) };
  });

/** A mailbox as the helpdesk: each ticket is a thread, and an answer to it reaches the person. */
export const email = defineAdapter({
  name: NAME,
  settings,
  async connect({ to, from, smtpUrl, secret, host, port }, world) {
    const core = await createEmbeddedHelpdesk({ system: NAME, store: world.tickets(), now: world.now, poke: world.poke, urlOf: () => '' });
    const addresses = createTicketAddresses(from, secret);
    const inbox = await openInbox({ host, port, isOurs: addresses.isOurs, take: createMailIntake({ core, addresses, log: world.log }) });
    return {
      helpdesk: createEmailHelpdesk({ core, addresses, to, from, send: createMailer(NAME, smtpUrl) }),
      erase: (number) => core.board.erase(number),
      close: () => inbox.close(),
    };
  },
});

export interface EmailParts {
  /** Keeps which tickets there are, what was sent, and what came in. */
  readonly core: EmbeddedHelpdesk;
  readonly addresses: TicketAddresses;
  readonly to: string;
  readonly from: string;
  readonly send: Mailer;
}

/**
 * Mail cannot be looked up: what is not known to have been taken over is sent again under the same message id, by which
 * mailboxes recognise it.
 */
export function createEmailHelpdesk({ core, addresses, to, from, send }: EmailParts): Helpdesk {
  const { helpdesk, marks } = core;

  async function sendOnce(stored: StoredTicket, key: string, mail: Pick<Mail, 'text' | 'attachments'> & { readonly author: string | undefined }, signal: AbortSignal): Promise<void> {
    const { escalationId } = stored.ticket;
    if (marks.has(escalationId, key)) return;
    const { author = 'Somebody', ...rest } = mail;
    const ticket = { number: String(stored.number), escalationId };
    await send({
      ...rest,
      subject: `${key === 'open' ? '' : 'Re: '}${stored.ticket.subject.replace(/\s+/g, ' ').slice(0, 200)} [#${stored.number}]`,
      from: `"${`${author} by way of Reconnect`.replace(/["\\\r\n]/g, ' ')}" <${from}>`,
      to,
      replyTo: addresses.replyTo(ticket),
      envelopeFrom: addresses.replyTo(ticket),
      messageId: addresses.messageId(ticket, key),
      references: key === 'open' ? [] : [addresses.messageId(ticket, 'open')],
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'X-Loop': from },
    }, signal);
    await marks.add(escalationId, key);
  }

  return {
    ...helpdesk,
    can: { ...helpdesk.can, nativeIdempotency: false, attachments: 5 * 1024 * 1024, showsDelivery: false },
    async open(ticket, signal) {
      const { ref: { system, number }, existed } = await helpdesk.open(ticket, signal);
      const stored = core.stored(ticket.escalationId);
      if (stored) await sendOnce(stored, 'open', { author: ticket.requester.name, text: `${INSTRUCTIONS}\n\n${reportOf({ ticket })}`, attachments: [{ filename: RECORD_NAME, content: recordOf(ticket), contentType: 'application/json' }] }, signal);
      return { ref: { system, number }, existed };
    },
    async append(handle, note, signal) {
      const { existed } = await helpdesk.append(handle, note, signal);
      const stored = core.stored(handle.escalationId);
      if (stored) await sendOnce(stored, note.messageKey, { author: note.internal ? 'The assistant' : stored.ticket.requester.name, text: `${MARKER}\n\n${note.text}`, attachments: [] }, signal);
      return { existed };
    },
  };
}

const INSTRUCTIONS = `${MARKER}
Answer this mail: what you write goes into the person's chat. A line of its own says what becomes of the ticket:
#resolved, or #resolved 2 when it was number 2 of the likely causes (#resolved other for another one), #waiting, #closed, #open. #assistant gives the conversation back to the assistant.`;

/** Takes in what comes to the assistant's address: answers to tickets, and nothing else. */
export function createMailIntake({ core, addresses, log }: Pick<EmailParts, 'core' | 'addresses'> & Pick<AdapterWorld, 'log'>): (incoming: IncomingMail) => Promise<Receipt> {
  const { board, marks } = core;
  return async ({ mail, sender, recipients }) => {
    const thread = [mail.inReplyTo ?? '', ...[mail.references ?? []].flat()].join(' ');
    const named = [...recipients.flatMap(addresses.namesIn), ...addresses.namesIn(thread)];
    for (const each of named) {
      const view = await board.get(each.number);
      if (!view || !addresses.isOf(each, { number: each.number, escalationId: view.ticket.escalationId })) continue;
      const why = whyMachine({ sender, header: (name) => headerOf(mail, name), isOurs: addresses.isOurs });
      if (why !== undefined) {
        log('warn', 'a mail to a ticket was left out', { ticket: each.number, why });
        return 'taken';
      }
      const { escalationId, causes } = view.ticket;
      const key = `mail/${mail.messageId ?? `${mail.date?.getTime() ?? ''}/${mail.text ?? ''}`.slice(0, 200)}`;
      if (marks.has(escalationId, key)) return 'taken';
      const author = mail.from?.value[0]?.name || mail.from?.value[0]?.address || 'Support';
      const answer = readAnswer(mail.text ?? '', causes.map(({ id }) => id));
      if (answer.text !== '') await board.reply(each.number, author, answer.text, key);
      if (answer.status !== undefined) await board.setStatus(each.number, answer.status, author, answer.cause === undefined ? undefined : { cause: answer.cause });
      if (answer.handsBack) await board.handBack(each.number, author, `${key}/assistant`);
      await marks.add(escalationId, key);
      return 'taken';
    }
    log('warn', 'a mail came that names no ticket', { recipients: recipients.length });
    return { refused: 'This address takes answers to tickets only, and the mail names none.' };
  };
}

function headerOf({ headerLines }: IncomingMail['mail'], name: string): string | undefined {
  const line = headerLines.find(({ key }) => key === name)?.line;
  return line?.slice(line.indexOf(':') + 1).replace(/\r?\n\s+/g, ' ').trim();
}
