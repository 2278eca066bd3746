/** What tells whether a person wrote a mail. */
export interface MailHeaders {
  /** Of the envelope; empty for notices of mail servers (RFC 5321, 4.5.5). */
  readonly sender: string;
  /** In lower case, as `get` of it is asked. */
  header(name: string): string | undefined;
  readonly isOurs: (address: string) => boolean;
}

/**
 * Why nobody wrote this mail: a bounce, an absence notice, a receipt, our own mail come back. Undefined for a person's. To
 * answer or to relay such mail is how loops begin (RFC 3834).
 */
export function whyMachine({ sender, header, isOurs }: MailHeaders): string | undefined {
  if (sender === '') return 'a notice of a mail server';
  const author = header('rt-originator') ?? addressIn(header('from') ?? '');
  if (isOurs(author) || isOurs(sender)) return 'our own mail';
  if (isOurs(header('x-loop') ?? '')) return 'our own mail';
  if (/^\s*auto-/i.test(header('auto-submitted') ?? '')) return 'an automatic answer (Auto-Submitted)';
  if (header('x-autoreply') !== undefined || header('x-autorespond') !== undefined) return 'an automatic answer (X-Autoreply)';
  if (/\b(all|oof|autoreply)\b/i.test(header('x-auto-response-suppress') ?? '')) return 'an automatic answer (X-Auto-Response-Suppress)';
  const precedence = (header('precedence') ?? '').trim().toLowerCase();
  // Request Tracker sends what its people write as bulk, and names who wrote it.
  if (precedence === 'bulk' && header('rt-originator') !== undefined) return undefined;
  return ['bulk', 'junk', 'list', 'auto_reply'].includes(precedence) ? `mass mail or an automatic answer (Precedence: ${precedence})` : undefined;
}

function addressIn(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
}
