import { html, type Html } from '../pages/html.ts';

/** A company's page as it might be before the chat came: nothing on it but the last line is ours. */
interface DemoPage {
  readonly path: string;
  readonly title: string;
  readonly content: Html;
}

const PAGES: readonly DemoPage[] = [
  {
    path: '/demo',
    title: 'IT for everybody at Harbour & Vine',
    content: html`<p class="lead">Working from home, from the warehouse or from a customer's office: here is what you need, and whom to ask.</p>
      <div class="tiles">
        <section><h2>Your desktop from anywhere</h2><p>Open <em>Remote Desktop Connection</em>, type <code>desk.harbour-vine.example</code>, and sign in with your company account.</p></section>
        <section><h2>Something in the way?</h2><p>Press <kbd>Ctrl</kbd> + <kbd>C</kbd> in the error window and paste it into the chat at the bottom of this page. It tells you what to try first.</p></section>
        <section><h2>Print and scan</h2><p>Printers on every floor take your badge. Scans arrive in your mailbox within a minute.</p></section>
      </div>`,
  },
  {
    path: '/demo/hours',
    title: 'When we are here',
    content: html`<p class="lead">The helpdesk answers Monday to Friday from 7:30 to 18:00. At other times the chat goes on, and a ticket waits for us.</p>
      <table><caption>Who is in</caption><thead><tr><th scope="col">Day</th><th scope="col">Desk</th><th scope="col">Warehouse</th></tr></thead>
      <tbody><tr><th scope="row">Monday to Thursday</th><td>7:30 to 18:00</td><td>6:00 to 14:00</td></tr><tr><th scope="row">Friday</th><td>7:30 to 16:00</td><td>6:00 to 12:00</td></tr></tbody></table>`,
  },
];

/** undefined where there is no such page. */
export function demoHtml(path: string, style: string): string | undefined {
  const page = PAGES.find((each) => each.path === path);
  if (!page) return undefined;
  const links = PAGES.map((each) => html`<a href="${each.path}"${each === page && html` aria-current="page"`}>${each.path === '/demo' ? 'Start' : 'Hours'}</a>`);
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
  <meta name="color-scheme" content="light dark">
  <title>${page.title}</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="${style}">
</head>
<body>
  <header><p class="company">Harbour &amp; Vine</p><nav aria-label="Pages">${links}</nav></header>
  <main><h1>${page.title}</h1>${page.content}</main>
  <footer><p>A made-up company. This page shows what the chat looks like on somebody's site: it is here on this machine only.</p></footer>
  <script async src="/widget.js" data-title="IT help" data-colour="#1d4f91"></script>
</body>
</html>
`.markup;
}
