import { html, type Html } from '../pages/html.ts';
import { pageHead } from '../pages/page-head.ts';

/** A page of the helpdesk. @param agent who is signed in. */
export function documentHtml(title: string, content: Html, agent?: string): string {
  return html`<!doctype html>
<html lang="en">
${pageHead({ title: `${title} – Reconnect helpdesk`, style: '/helpdesk/helpdesk.css', scripts: ['/helpdesk/helpdesk.js'] })}
<body>
  <header><p class="brand"><a href="/helpdesk">Reconnect helpdesk</a> <a class="beside" href="/helpdesk/numbers">Numbers</a></p>
    ${agent !== undefined && html`<form method="post" action="/helpdesk/sign-out" class="who-is-here"><span>${agent}</span> <button>Sign out</button></form>`}
  </header>
  <main>${content}</main>
  <p id="news" class="visually-hidden" role="status"></p>
</body>
</html>
`.markup;
}
