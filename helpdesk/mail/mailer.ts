import { createTransport } from 'nodemailer';
import { FOR_GOOD, HelpdeskError, NOT_NOW, UNKNOWN, type Failure } from '../port.ts';

/** A mail that goes out. */
export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly replyTo: string;
  /** Where notices of mail servers go. */
  readonly envelopeFrom: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  /** Message ids of the thread, oldest first. */
  readonly references: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly { readonly filename: string; readonly content: string; readonly contentType: string }[];
}

/** Hands a mail to the mail server; resolves when that has taken it over. Rejects with a HelpdeskError. */
export type Mailer = (mail: Mail, signal: AbortSignal) => Promise<void>;

const CREDENTIALS_AGAIN_MS = 30_000;
/** Within a relay's call, so that nothing of it is at work after its lease. */
const TIMES = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 8_000 };

/** @param url of the mail server: `smtps://user:password@mail.example.com`. */
export function createMailer(name: string, url: string): Mailer {
  const transport = createTransport({ url, ...TIMES });
  return async ({ envelopeFrom, references, ...mail }, signal) => {
    const sent = transport.sendMail({
      ...mail,
      references: [...references],
      ...(references.length > 0 && { inReplyTo: references.at(-1) }),
      attachments: [...mail.attachments],
      envelope: { from: envelopeFrom, to: mail.to },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    sent.catch(() => undefined);
    const late = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new HelpdeskError(`${name}: the mail server took too long.`, UNKNOWN)), { once: true });
    });
    try {
      await Promise.race([sent, late]);
    } catch (error) {
      throw error instanceof HelpdeskError ? error : asHelpdeskError(name, error);
    }
  };
}

interface SmtpFailure {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly responseCode?: unknown;
}

function asHelpdeskError(name: string, cause: unknown): HelpdeskError {
  const { code, syscall, responseCode } = cause as SmtpFailure;
  const said = cause instanceof Error ? cause.message : String(cause);
  if (code === 'EAUTH') return new HelpdeskError(`${name}: the mail server refused the sign-in. Check EMAIL_SMTP_URL. ${said}`, { ...NOT_NOW, retryAfterMs: CREDENTIALS_AGAIN_MS }, { cause });
  const neverSent = syscall === 'connect' || code === 'EDNS';
  return new HelpdeskError(`${name}: the mail was not taken (${said})`, typeof responseCode === 'number' ? answered(responseCode) : neverSent ? NOT_NOW : UNKNOWN, { cause });
}

/** RFC 5321, 4.2.1: from 500 on it is for good. */
function answered(responseCode: number): Failure {
  return responseCode >= 500 ? FOR_GOOD : NOT_NOW;
}
