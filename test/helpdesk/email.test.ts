import { createTransport, type SendMailOptions } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmailHelpdesk, createMailIntake } from '../../helpdesk/adapters/email.ts';
import { createEmbeddedHelpdesk, type EmbeddedHelpdesk } from '../../helpdesk/adapters/embedded.ts';
import { chooseHelpdesk } from '../../helpdesk/adapters/index.ts';
import { readAnswer } from '../../helpdesk/mail/answer.ts';
import { openInbox, type Inbox } from '../../helpdesk/mail/inbox.ts';
import { createMailer } from '../../helpdesk/mail/mailer.ts';
import { createTicketAddresses } from '../../helpdesk/mail/ticket-address.ts';
import type { Helpdesk } from '../../helpdesk/port.ts';
import { freePort } from '../free-port.ts';
import { helpdeskContract, type Agent, type Troubled } from './contract.ts';
import { startMailbox, type MailboxTwin, type MailFate } from './mailbox-twin.ts';
import { createMemoryTicketStore } from './memory-ticket-store.ts';
import { ticketOf } from './ticket.ts';

const FROM = 'support@help.example.com';
const TO = 'it@example.com';
const addresses = createTicketAddresses(FROM, 'a secret of sixteen letters');
const signal = () => AbortSignal.timeout(20_000);

describe('e-mail', () => {
  const store = createMemoryTicketStore();
  const newCore = () => createEmbeddedHelpdesk({ system: 'email', store, now: () => new Date(), poke: () => undefined, urlOf: () => '' });
  const logged: string[] = [];
  let fate: MailFate = 'take';
  let mailbox: MailboxTwin;
  let core: EmbeddedHelpdesk;
  let inbox: Inbox;
  let helpdesk: Helpdesk;
  let troubled: Troubled;

  const desk = (url: string, over = core): Helpdesk => createEmailHelpdesk({ core: over, addresses, to: TO, from: FROM, send: createMailer('email', url) });
  /** The same mail server, on which this happens to the next mails. */
  const whenever = (given: MailFate): Helpdesk => {
    const inner = desk(mailbox.url);
    const under = async <T>(work: Promise<T>): Promise<T> => {
      fate = given;
      return work.finally(() => (fate = 'take'));
    };
    return { ...inner, open: (ticket, at) => under(inner.open(ticket, at)), append: (ticket, note, at) => under(inner.append(ticket, note, at)) };
  };

  beforeAll(async () => {
    mailbox = await startMailbox(() => fate);
    core = await newCore();
    const log = (_level: string, message: string, { why }: Readonly<Record<string, unknown>>): void => void logged.push(`${message}: ${String(why)}`);
    inbox = await openInbox({ host: '127.0.0.1', port: 0, isOurs: addresses.isOurs, take: createMailIntake({ core, addresses, log }) });
    helpdesk = desk(mailbox.url);
    troubled = {
      down: desk(`smtp://127.0.0.1:${await freePort()}`),
      wrongCredentials: desk(mailbox.urlWithWrongPassword),
      losesAnswers: whenever('lose-answer'),
      throttled: { helpdesk: whenever('later') },
      slow: whenever('silence'),
    };
  });
  afterAll(() => Promise.all([mailbox.close(), inbox.close()]));

  const mailsOf = (number: string) => mailbox.mails().filter(({ subject }) => subject?.endsWith(`[#${number}]`));
  const addressOf = (number: string): string => mailsOf(number)[0]?.replyTo?.value[0]?.address ?? '';

  /** As a mail program sends it: what is answered goes to where its Reply-To points. */
  async function mail(options: SendMailOptions): Promise<void> {
    const transport = createTransport({ host: '127.0.0.1', port: inbox.port, secure: false, ignoreTLS: true });
    await transport.sendMail({ from: '"Anna Beck" <anna@example.com>', ...options });
  }
  const answer = (number: string, text: string, more: SendMailOptions = {}) => {
    const [first] = mailsOf(number);
    return mail({ to: addressOf(number), subject: `Re: ${first?.subject}`, inReplyTo: first?.messageId ?? '', text, ...more });
  };
  const agent: Agent = {
    reply: (number, text) => answer(number, `${text}\n\nOn Fri, Nov 20, 2026 at 9:00 AM Reconnect <${addressOf(number)}> wrote:\n> --- Write your answer above this line ---\n> old`),
    resolve: (number) => answer(number, '#resolved'),
    reopen: (number) => answer(number, '#open'),
    async read(number) {
      return mailsOf(number).map(({ text, attachments }) => [text, ...attachments.map(({ content }) => content.toString('utf8'))].join('\n')).join('\n');
    },
    async count(escalationId) {
      return mailbox.mails().filter(({ text }) => text?.includes(`Reference: ${escalationId}`)).length;
    },
  };

  helpdeskContract(async () => ({ helpdesk, agent, restarted: async () => desk(mailbox.url, await newCore()), troubled }));

  const opened = async (id: string) => (await helpdesk.open({ ...ticketOf(id), causes: [{ id: 'first', title: 'First', probability: 0.6 }, { id: 'second', title: 'Second', probability: 0.3 }] }, signal())).ref.number;
  const entriesOf = async (number: string) => (await core.board.get(number))?.messages.filter(({ from }) => from === 'helpdesk').map(({ text }) => text);

  it('keeps one thread, and attaches the record for programs', async () => {
    const number = await opened('esc-thread');
    await helpdesk.append({ escalationId: 'esc-thread' }, { messageKey: 'k', text: 'more' }, signal());
    const [first, second] = mailsOf(number);
    expect(second?.inReplyTo).toBe(first?.messageId);
    expect([first?.references, second?.references]).toEqual([undefined, first?.messageId]);
    expect(first?.attachments[0]?.content.toString()).toContain('"format": "reconnect-ticket/1"');
    expect(first?.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('is found by its headers where somebody writes to the plain address, and by its address where the headers are lost', async () => {
    const number = await opened('esc-found');
    await answer(number, 'by headers', { to: FROM });
    await mail({ to: addressOf(number), subject: 'a new subject', text: 'by address' });
    expect(await entriesOf(number)).toEqual(['by headers', 'by address']);
  });

  it('refuses a guessed address, and mail that names no ticket, so that whoever sent it hears of it', async () => {
    const number = await opened('esc-guessed');
    const forged = addressOf(number).replace(/\.([0-9a-f])/, (_, digit: string) => `.${digit === '0' ? '1' : '0'}`);
    for (const to of [forged, FROM]) await expect(mail({ to, text: 'let me in' })).rejects.toMatchObject({ responseCode: 550 });
    await expect(mail({ to: 'other@help.example.com', text: 'x' })).rejects.toMatchObject({ responseCode: 550 });
    expect(await entriesOf(number)).toEqual([]);
  });

  it('takes the same mail once, however often it is delivered', async () => {
    const number = await opened('esc-twice');
    for (let n = 0; n < 2; n++) await answer(number, 'Once.\n#resolved 2', { messageId: '<same@example.com>' });
    expect(await entriesOf(number)).toEqual(['Once.']);
    expect((await core.board.get(number))?.deeds).toHaveLength(1);
    expect(await core.board.get(number)).toMatchObject({ status: 'resolved', cause: 'second' });
  });

  it.each([
    ['an absence notice', { headers: { 'Auto-Submitted': 'auto-replied' } }],
    ['a notice of a mail server', { envelope: { from: '', to: 'TICKET' } }],
    ['an older absence notice', { headers: { Precedence: 'auto_reply' } }],
    ['an absence notice of Exchange', { headers: { 'X-Auto-Response-Suppress': 'All' } }],
    ['our own mail, come back', { from: FROM }],
    ['our own mail, forwarded', { headers: { 'X-Loop': FROM } }],
    ["Request Tracker's own receipt", { headers: { Precedence: 'bulk', 'RT-Originator': FROM } }],
  ])('does not tell the person %s, and answers nothing to it', async (_what, more) => {
    const number = await opened(`esc-${logged.length}-machine`);
    const sent = mailbox.deliveries();
    const options = 'envelope' in more ? { envelope: { from: '', to: addressOf(number) } } : more;
    await answer(number, 'I am out of the office.', options);
    expect(await entriesOf(number)).toEqual([]);
    expect(mailbox.deliveries()).toBe(sent);
    expect(logged.at(-1)).toMatch(/a mail to a ticket was left out: ./);
  });

  it('takes what somebody wrote in Request Tracker for an answer, though it comes as bulk', async () => {
    const number = await opened('esc-bulk');
    await answer(number, 'A person.', { headers: { Precedence: 'bulk', 'RT-Originator': 'anna@example.com' } });
    expect(await entriesOf(number)).toEqual(['A person.']);
  });

  it('sends a mail again of which nobody knows whether it arrived, under the same message id', async () => {
    const ticket = ticketOf('esc-lost');
    const before = mailbox.deliveries();
    await troubled.losesAnswers.open(ticket, signal()).catch(() => undefined);
    await helpdesk.open(ticket, signal());
    expect([mailbox.deliveries() - before, await agent.count('esc-lost')]).toEqual([2, 1]);
  });

  it('gives up where the mailbox is refused for good', async () => {
    await expect(whenever('never').open(ticketOf('esc-never'), signal())).rejects.toMatchObject({ outcome: 'refused', retriable: false, message: expect.stringContaining('550') });
  });

  it('reads an answer that was written as HTML', async () => {
    const number = await opened('esc-html');
    await answer(number, '', { text: undefined, html: '<p>Please <b>restart</b> it.</p>' });
    expect(await entriesOf(number)).toEqual(['Please restart it.']);
  });

  it('names every setting that is missing or wrong', () => {
    expect(chooseHelpdesk({ HELPDESK: 'email', EMAIL_TO: 'nobody', EMAIL_SMTP_URL: 'https://mail', EMAIL_SECRET: 'short', EMAIL_LISTEN: '2525' })).toEqual({
      faults: ['EMAIL_TO', 'EMAIL_FROM', 'EMAIL_SMTP_URL', 'EMAIL_LISTEN', 'EMAIL_SECRET'].map((name) => expect.stringMatching(new RegExp(`^${name} (must|is)`))),
    });
  });
});

describe('an answer by mail', () => {
  it.each([
    ['Try now.\n\n-----Original Message-----\nFrom: x', 'Try now.'],
    ['Bitte neu starten.\n\nAm 20.11.2026 um 09:00 schrieb Reconnect <a@b>:\n> alt', 'Bitte neu starten.'],
    ['Try now.\n-- \nAnna\nIT', 'Try now.'],
    ['One.\n> quoted\nTwo.', 'One.\nTwo.'],
    ['See #12, it is #resolved I think.', 'See #12, it is #resolved I think.'],
    ['Fine.\n\nFrom: Reconnect <support@help.example.com>\nSent: Friday', 'Fine.'],
    ['Ok.\n\nOn Fri, Nov 20, 2026 at 9:00 AM Mia by way of Reconnect\n<support+1.a@help.example.com> wrote:\n\n> old', 'Ok.'],
  ])('is what was written, without what is quoted: %j', (mail, text) => {
    expect(readAnswer(mail, []).text).toBe(text);
  });

  it.each([
    ['#resolved 2', { status: 'resolved', cause: 'b' }],
    ['Done.\n#resolve other', { status: 'resolved', cause: 'unknown' }],
    ['#closed', { status: 'closed' }],
    ['#waiting', { status: 'waiting' }],
    ['#reopen', { status: 'open' }],
  ])('says what becomes of the ticket: %j', (mail, expected) => {
    const { text: _text, ...rest } = readAnswer(mail, ['a', 'b']);
    expect(rest).toEqual(expected);
  });
});
