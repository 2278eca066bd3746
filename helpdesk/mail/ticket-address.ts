import { createHmac, timingSafeEqual } from 'node:crypto';

/** A ticket as mail names it: its number, and its escalation, which nobody outside knows. */
export interface MailedTicket {
  readonly number: string;
  readonly escalationId: string;
}

/** How a ticket is named in addresses and headers. Each name is signed: numbers can be guessed. */
export interface TicketAddresses {
  /** `support+12.f3k…@help.example.com`: what is written there goes to the person. */
  replyTo(ticket: MailedTicket): string;
  /** `<12.f3k….open@help.example.com>`, the same for the same key. */
  messageId(ticket: MailedTicket, key: string): string;
  /** Tickets that an address or a list of message ids names, before their signature is checked. */
  namesIn(text: string): readonly NamedTicket[];
  isOf(named: NamedTicket, ticket: MailedTicket): boolean;
  /** Whether mail for this address is for us. */
  isOurs(address: string): boolean;
}

export interface NamedTicket {
  readonly number: string;
  readonly signature: string;
}

/** Hexadecimal digits, since some servers fold the case of addresses: 80 bits. */
const SIGNATURE = 20;
const KEY = 16;

/** @param from the assistant's own address, such as `support@help.example.com`. */
export function createTicketAddresses(from: string, secret: string): TicketAddresses {
  const at = from.lastIndexOf('@');
  const [local, domain] = [from.slice(0, at), from.slice(at + 1)];
  const hash = (text: string, digits: number): string => createHmac('sha256', secret).update(text).digest('hex').slice(0, digits);
  const signature = ({ number, escalationId }: MailedTicket): string => hash(`${number}/${escalationId}`, SIGNATURE);
  return {
    replyTo: (ticket) => `${local}+${ticket.number}.${signature(ticket)}@${domain}`,
    messageId: (ticket, key) => `<${ticket.number}.${signature(ticket)}.${key === 'open' ? key : hash(key, KEY)}@${domain}>`,
    namesIn: (text) => [...text.matchAll(/(?:\+|<)(\d{1,12})\.([0-9a-f]{20})(?=[.@])/gi)].map(([, number = '', given = '']) => ({ number, signature: given.toLowerCase() })),
    isOf: (named, ticket) => named.number === ticket.number && timingSafeEqual(Buffer.from(named.signature), Buffer.from(signature(ticket))),
    isOurs(address) {
      const [name = '', host = ''] = address.toLowerCase().split(/@(?=[^@]*$)/);
      return host === domain.toLowerCase() && (name === local.toLowerCase() || name.startsWith(`${local.toLowerCase()}+`));
    },
  };
}
