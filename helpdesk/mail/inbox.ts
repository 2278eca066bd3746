import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail that came in, with what the sending server said of it. */
export interface IncomingMail {
  readonly mail: ParsedMail;
  /** Empty for notices of mail servers. */
  readonly sender: string;
  readonly recipients: readonly string[];
}

/** What is said to the sending server: `later` for what it should try again. */
export type Receipt = 'taken' | 'later' | { readonly refused: string };

export interface InboxParts {
  readonly host: string;
  /** 0 for a free one. */
  readonly port: number;
  /** Whether mail for this address is for us. */
  readonly isOurs: (address: string) => boolean;
  /** Resolves when what it did is on disk: the sending server forgets the mail then. */
  readonly take: (incoming: IncomingMail) => Promise<Receipt>;
}

export interface Inbox {
  readonly port: number;
  close(): Promise<void>;
}

const MOST_BYTES = 10 * 1024 * 1024;
const MOST_CLIENTS = 20;

/** A mail server that takes mail for one address and its tagged forms, from the mail server before it. */
export async function openInbox({ host, port, isOurs, take }: InboxParts): Promise<Inbox> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: MOST_BYTES,
    maxClients: MOST_CLIENTS,
    logger: false,
    onRcptTo({ address }, _session, done) {
      done(isOurs(address) ? undefined : refusal(550, 'No such address here.'));
    },
    onData(stream, { envelope }, done) {
      void (async () => {
        const mail = await simpleParser(stream, { skipImageLinks: true });
        if (stream.sizeExceeded) throw refusal(552, 'The mail is too large.');
        const receipt = await take({ mail, sender: envelope.mailFrom === false ? '' : envelope.mailFrom.address, recipients: envelope.rcptTo.map(({ address }) => address) });
        if (receipt === 'later') throw refusal(451, 'Try again later.');
        if (receipt !== 'taken') throw refusal(550, receipt.refused);
      })().then(
        () => done(null),
        (error: unknown) => done(error instanceof Refusal ? error : refusal(451, 'Try again later.')),
      );
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(port, host);
  await Promise.race([once(listening, 'listening'), once(listening, 'error').then(([error]) => Promise.reject(error as Error))]);
  return {
    port: (listening.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

class Refusal extends Error {
  readonly responseCode: number;
  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

function refusal(responseCode: number, message: string): Refusal {
  return new Refusal(responseCode, message);
}
