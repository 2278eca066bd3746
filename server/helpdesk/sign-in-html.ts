import { html } from '../pages/html.ts';
import { documentHtml } from './document.ts';

export interface SignInPage {
  /** Taken from the link that was printed at the first start. */
  readonly key?: string;
  readonly fault?: string;
  /** As it was typed before. */
  readonly name?: string;
}

export function signInHtml({ key = '', fault, name = '' }: SignInPage): string {
  return documentHtml('Sign in', html`<h1>Sign in</h1>
    <form method="post" action="/helpdesk/sign-in" class="panel sign-in">
      ${fault !== undefined && html`<p class="fault" role="alert">${fault}</p>`}
      <label>Your name <input name="name" required maxlength="100" autocomplete="username" value="${name}"></label>
      <label>Password or sign-in key <input name="secret" type="password" required maxlength="200" autocomplete="current-password" value="${key}"></label>
      <p class="note">Your name stands on what you answer. Whoever runs the assistant gives out passwords with <code>npm run agents -- add NAME</code>.</p>
      <button class="primary">Sign in</button>
    </form>`);
}
