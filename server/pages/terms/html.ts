import { html } from '../html.ts';
import { pageHead } from '../page-head.ts';

/** The terms that hold where whoever offers the assistant has none of their own. */
export function termsHtml(style: string): string {
  return html`<!doctype html>
<html lang="en">
${pageHead({ title: 'Terms of use – Reconnect', style })}
<body>
  <main id="content">
    <h1>Terms of use</h1>
    <p class="lead">The assistant is offered to you by whoever runs it: your organisation, as a rule. Its own rules for its computers come first.</p>
    <h2>What it does</h2>
    <p>It reads what you say about a Remote Desktop connection, says what is likely wrong, and suggests one step at a time, with its risk, how to check it and how to undo it. It changes nothing on any computer by itself.</p>
    <h2>What is yours to decide</h2>
    <p>Whether you take a step. Take none that your organisation does not allow you, and none whose risk you do not want to carry: say so, and another way or a person is offered. A suggestion is no promise that it helps.</p>
    <h2>What not to write</h2>
    <p>Passwords, keys and what is secret for other reasons. What is recognised as a secret is blacked out; do not count on it. Nothing that is not yours to tell.</p>
    <h2>Without warranty</h2>
    <p>The software is given as it is under the MIT license, without warranty of any kind, as far as the law allows. What you are entitled to from whoever offers it to you is not touched by that.</p>
    <h2>What is kept of you</h2>
    <p>The <a href="/privacy">page on privacy</a> says what, for how long, and how to have it erased.</p>
  </main>
</body>
</html>
`.markup;
}
