import { html, type Html } from '../html.ts';
import { pageHead } from '../page-head.ts';

/** What the service says of the data that it keeps; from its configuration. */
export interface PrivacyNotice {
  /** Days for each kind; Infinity for ever. */
  readonly retention: { readonly conversations: number; readonly tickets: number; readonly outcomes: number; readonly damaged: number };
  /** What was erased the last time because its time was over. */
  readonly lastRound: () => { readonly at: Date; readonly erased: Readonly<Record<string, number>> } | undefined;
}

export function privacyHtml({ retention, lastRound }: PrivacyNotice, style: string): string {
  const { conversations, tickets, outcomes, damaged } = retention;
  const rows = [
    row('The conversation', 'What you and the assistant wrote, without passwords, keys and other secrets: those are blacked out before anything is kept. Of files their name and type.', time(conversations, 'after its last message')),
    row('Where you stand', 'The problem that it may be, your answers, and which steps were tried.', time(conversations, 'after its last message')),
    row('Tickets', 'What you agreed to hand to a person: a summary, the conversation up to then, and what was written since. Your name where the channel gives one.', time(tickets, 'after it was resolved')),
    row('Messages under way', 'What is still to be told to you or to the helpdesk, and how your conversation is found again.', time(tickets, 'at most')),
    row('Outcomes', 'Which steps helped with which problem, as ids without any text. They are counted, and then only the numbers are left.', time(outcomes, 'at most')),
    row('Damaged files', 'A file that could not be read is kept aside so that it can be mended.', time(damaged, 'after it was set aside')),
  ];
  return html`<!doctype html>
<html lang="en">
${pageHead({ title: 'What is kept about you – Reconnect', style })}
<body>
  <main id="content">
    <h1>What is kept about you</h1>
    <p class="lead">The assistant runs on a machine of whoever offers it to you, and everything stays there. Nothing is sent to anybody else for analysis or advertising, and no learned model contains what you wrote.</p>
    <h2>What, and for how long</h2>
    <table><thead><tr><th scope="col">What</th><th scope="col">What is in it</th><th scope="col">How long</th></tr></thead><tbody>${rows}</tbody></table>
    <p class="quiet">${lastWords(lastRound())}</p>
    <h2>Who sees it</h2>
    <p>You, in your conversation. The people of the helpdesk see tickets, once you asked for a person. Whoever runs the machine can read its files; nobody else's account on it can.</p>
    <h2>Have it erased</h2>
    <p>Write <strong>delete my data</strong> in the conversation. After one question everything in the table that is yours is erased, and the whole folder is searched for what might be left. Numbers that were counted cannot be traced to you and stay. Where tickets go to another helpdesk, or a conversation is on Microsoft Teams, these keep a copy of their own: ask there.</p>
    <h2>On this device</h2>
    <p>The chat sets no cookie. It keeps one entry in this browser's storage, so that you find your conversation again; "Start over" puts a new one in its place. Signing in to the helpdesk sets one cookie until you sign out.</p>
  </main>
</body>
</html>
`.markup;
}

function row(what: string, content: string, howLong: string): Html {
  return html`<tr><th scope="row">${what}</th><td>${content}</td><td>${howLong}</td></tr>`;
}

function time(days: number, from: string): string {
  return days === Infinity ? 'until it is erased' : `${days} ${days === 1 ? 'day' : 'days'} ${from}`;
}

function lastWords(round: ReturnType<PrivacyNotice['lastRound']>): string {
  if (!round) return 'What is too old is looked for every six hours.';
  const count = Object.values(round.erased).reduce((sum, each) => sum + each, 0);
  return `What is too old is looked for every six hours; last at ${round.at.toISOString().slice(0, 16).replace('T', ' ')} UTC, when ${count === 0 ? 'there was nothing' : `${count} ${count === 1 ? 'record was' : 'records were'} erased`}.`;
}
