import { html } from '../pages/html.ts';
import { pageHead } from '../pages/page-head.ts';

/** What the page itself says, outside of the conversation. */
export interface ChatTexts {
  readonly title: string;
  readonly tagline: string;
  readonly invitation: string;
  readonly hint: string;
  readonly examples: readonly { readonly label: string; readonly text: string }[];
}

const DIALOG = [
  '[Window Title]',
  'Remote Desktop Connection',
  '',
  '[Content]',
  'An internal error has occurred.',
  '',
  'Error code: 0x904',
  'Extended error code: 0x7',
  '',
  '[OK]',
].join('\n');

const ENGLISH: ChatTexts = {
  title: 'Reconnect',
  tagline: 'Remote Desktop help',
  invitation: 'Paste what your screen says',
  hint: 'Press Ctrl+C in the error window and paste it here, or describe in your own words what happens. I look for the likeliest cause and give you one thing to try at a time.',
  examples: [
    { label: 'A whole error window', text: DIALOG },
    { label: 'Just a code', text: 'error 0x904, extended 0x7' },
    { label: 'In my own words', text: 'Only one server fails, the others on the subnet are fine' },
  ],
};

export interface ChatHtmlParts {
  readonly nonce: string;
  readonly style: string;
  readonly scripts: readonly string[];
  readonly uploads: boolean;
  readonly texts: Partial<ChatTexts>;
}

export function chatHtml(parts: ChatHtmlParts): string {
  const texts = { ...ENGLISH, ...parts.texts };
  const examples = texts.examples.map(
    ({ label, text }) => html`<li><button type="button" class="example" data-text="${text}">${label}</button></li>`,
  );
  return html`<!doctype html>
<html lang="en">
${pageHead({ title: `${texts.title} – ${texts.tagline}`, style: parts.style, scripts: parts.scripts, nonce: parts.nonce })}
<body data-base="/" data-uploads="${parts.uploads ? 'yes' : 'no'}">
  <header class="bar">
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><rect width="32" height="32" rx="9"/><path d="M9 13a7 7 0 0 1 13-2m1 8a7 7 0 0 1-13 2"/></svg>
    <p class="name">${texts.title}<span class="tagline">${texts.tagline}</span></p>
    <p class="status" id="status" role="status" data-state="connecting"><span class="status-text">Connecting …</span></p>
    <button type="button" class="restart" id="restart" hidden>Start over</button>
  </header>
  <main>
    <h1 class="for-screen-readers">${texts.title}: ${texts.tagline}</h1>
    <section class="invitation" id="invitation" aria-labelledby="invitation-title">
      <h2 id="invitation-title">${texts.invitation}</h2>
      <p>${texts.hint}</p>
      <ul class="examples" aria-label="Examples to begin with">${examples}</ul>
      <p class="notice"><a href="/privacy" target="_blank">What is kept about you</a></p>
    </section>
    <div id="chat"><noscript><p class="noscript">This chat needs JavaScript.</p></noscript></div>
  </main>
  <dialog class="ask" id="ask-restart" aria-labelledby="ask-restart-title">
    <form method="dialog">
      <h2 id="ask-restart-title">Start over?</h2>
      <p>A new conversation begins, and this device forgets the old one. A ticket that you opened stays open.</p>
      <div class="ask-buttons"><button value="no">Keep this one</button><button value="yes" class="primary">Start over</button></div>
    </form>
  </dialog>
</body>
</html>
`.markup;
}
