import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What the mail server does with a mail: takes it, takes it and breaks the connection before it says so, refuses it for now or for good, or says nothing. */
export type MailFate = 'take' | 'lose-answer' | 'later' | 'never' | 'silence';

/** A real mail server with one mailbox, of a company that signs its users in. */
export interface MailboxTwin {
  /** With the right password. */
  readonly url: string;
  readonly urlWithWrongPassword: string;
  /** As the mailbox shows them: one for each message id, oldest first. */
  mails(): readonly ParsedMail[];
  /** How often a mail was handed over, also under the same message id. */
  deliveries(): number;
  close(): Promise<void>;
}

export async function startMailbox(fateOf: () => MailFate = () => 'take'): Promise<MailboxTwin> {
  const mails = new Map<string, ParsedMail>();
  let deliveries = 0;
  const refuse = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });
  const server = new SMTPServer({
    authMethods: ['PLAIN', 'LOGIN'],
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    logger: false,
    onAuth({ username, password }, _session, done) {
      if (password === 'right') done(null, { user: username });
      else done(refuse(535, 'Authentication failed'));
    },
    onData(stream, session, done) {
      void simpleParser(stream).then((mail) => {
        const fate = fateOf();
        if (fate === 'later') return done(refuse(451, 'Greylisted'));
        if (fate === 'never') return done(refuse(550, 'No such mailbox'));
        deliveries += 1;
        mails.set(mail.messageId ?? '', mail);
        if (fate === 'silence') return undefined;
        if (fate === 'lose-answer') {
          const connection = [...server.connections].find((each) => (each as { session?: unknown }).session === session) as { close(): void } | undefined;
          return connection?.close();
        }
        return done(null);
      });
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  return {
    url: `smtp://reconnect:right@127.0.0.1:${port}`,
    urlWithWrongPassword: `smtp://reconnect:wrong@127.0.0.1:${port}`,
    mails: () => [...mails.values()],
    deliveries: () => deliveries,
    async close() {
      for (const each of server.connections) (each as unknown as { close(): void }).close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
