import { html } from '../pages/html.ts';
import { pageHead } from '../pages/page-head.ts';

/** What the page itself says, outside of the conversation. */
export interface ChatTexts {
  readonly title: string;
  readonly tagline: string;
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
  examples: [
    { label: 'A whole error window', text: DIALOG },
    { label: 'Just a code', text: 'error 0x904, extended 0x7' },
    { label: 'In my own words', text: 'Only one server fails, the others on the subnet are fine' },
  ],
};

export interface ChatHtmlParts {
  readonly shown: 'alone' | 'framed';
  /** Origins of the pages that may speak with the chat in their frame. */
  readonly framedBy: readonly string[];
  readonly style: string;
  readonly script: string;
  readonly texts: Partial<ChatTexts>;
}

/** The page is whole without its script, except that nobody answers: the box can be written into while that is loading. */
export function chatHtml(parts: ChatHtmlParts): string {
  const texts = { ...ENGLISH, ...parts.texts };
  const examples = texts.examples.map(
    ({ label, text }) => html`<li><button type="button" class="example" data-text="${text}">${label}</button></li>`,
  );
  return html`<!doctype html>
<html lang="en">
${pageHead({ title: `${texts.title} – ${texts.tagline}`, style: parts.style, scripts: [parts.script] })}
<body class="${parts.shown}" data-base="/" data-framed-by="${parts.framedBy.join(' ')}">
  <header class="bar">
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><rect width="32" height="32" rx="9"/><path d="M9 13a7 7 0 0 1 13-2m1 8a7 7 0 0 1-13 2"/></svg>
    <div class="name">
      <h1><span data-title>${texts.title}</span><span class="for-screen-readers">: ${texts.tagline}</span></h1>
      <p class="ticket" id="ticket" role="status" hidden></p>
      <p class="status" id="status" role="status" data-state="connecting"><span class="status-text">Connecting …</span></p>
    </div>
    <details class="menu" id="menu">
      <summary aria-label="More"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle cx="12" cy="5" r="2"/><circle cx="12" cy="12" r="2"/><circle cx="12" cy="19" r="2"/></svg></summary>
      <div class="menu-items">
        <button type="button" id="restart" hidden>Start over</button>
        <button type="button" id="save">Save this conversation</button>
        <button type="button" id="erase" hidden>Delete my data</button>
        <a href="/knowledge" target="_blank" rel="noopener">What is known about errors</a>
        <a href="/privacy" target="_blank" rel="noopener">What is kept about you</a>
      </div>
    </details>
    <button type="button" class="close" id="close" aria-label="Close chat"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M6 6l12 12M18 6L6 18"/></svg></button>
  </header>
  <main>
    <div class="log" id="log" role="log" aria-label="Conversation" aria-live="off" tabindex="0"><noscript><p>This chat needs JavaScript.</p></noscript></div>
    <button type="button" class="new-messages" id="new-messages" hidden>New messages</button>
    <ul class="examples" id="examples" aria-label="Examples to begin with" hidden>${examples}</ul>
    <form class="composer" id="composer">
      <label class="for-screen-readers" for="box">Your message</label>
      <textarea id="box" rows="1" maxlength="32000" placeholder="Paste the error here" autocomplete="off" enterkeyhint="send"></textarea>
      <button class="send" aria-label="Send"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M5 12h13M12.500 6l6 6-6 6"/></svg></button>
    </form>
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
