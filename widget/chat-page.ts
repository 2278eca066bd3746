import { dress } from './chat/appearance.ts';
import { createComposer } from './chat/composer.ts';
import { createConversation, type Conversation } from './chat/conversation.ts';
import type { LineState } from './chat/line.ts';
import { createLogView } from './chat/log-view.ts';
import { tameMenu } from './chat/menu.ts';
import { saveAs, transcriptText } from './chat/saved-transcript.ts';
import type { Transcript } from './chat/transcript.ts';
import { createUnread } from './chat/unread.ts';
import { PLACEHOLDER, WORDS } from './chat/words.ts';
import type { ToFrame } from './embedding.ts';
import { meetHostPage } from './host-page.ts';

const STATUS: Readonly<Record<LineState, string>> = {
  connecting: 'Connecting …',
  ready: 'Ready',
  waiting: 'Reconnecting. Nothing is lost.',
  lost: 'I cannot reach the server. I keep trying.',
};
/** Somebody who types has said something by then, or stopped. */
const TYPING_MS = 5_000;

function find<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found as T;
}

const status = find('status');
const examples = find('examples');
const restart = find<HTMLButtonElement>('restart');
const erase = find<HTMLButtonElement>('erase');
const ask = find<HTMLDialogElement>('ask-restart');
const ticket = find('ticket');
const menu = find<HTMLDetailsElement>('menu');
const isFramed = document.body.classList.contains('framed');

let conversation: Conversation | undefined;
let transcript: Transcript = [];
let typing: ReturnType<typeof setTimeout> | undefined;
let told = '';

const host = meetHostPage((document.body.dataset['framedBy'] ?? '').split(' '), hear);
const unread = createUnread((count) => host.send({ type: 'unread', count }));
const composer = createComposer(find<HTMLFormElement>('composer'), find<HTMLTextAreaElement>('box'), (text) => conversation?.say(text));
const view = createLogView({
  log: find('log'),
  newMessages: find<HTMLButtonElement>('new-messages'),
  submit: (value) => {
    conversation?.press(value);
    composer.focus();
  },
  retry: (entry) => conversation?.retry(entry),
});

function showTranscript(next: Transcript): void {
  transcript = next;
  clearTimeout(typing);
  view.showTyping(undefined);
  view.show(next);
  const begun = next.some(({ own }) => own);
  examples.hidden = begun || next.length === 0;
  restart.hidden = !begun;
  erase.hidden = !begun;
  unread.see(next);
  const abouts = next.flatMap(({ activity }) => activity.channelData?.reconnect ?? []);
  const lastKind = abouts.at(-1)?.kind;
  composer.setPlaceholder(PLACEHOLDER[begun ? (lastKind ?? 'text') : 'first']);
  showTicket(abouts.findLast((about) => about.ticket !== undefined)?.ticket);
}

function showTicket(now: { readonly number: string; readonly status?: Parameters<typeof WORDS.ticket>[1] } | undefined): void {
  ticket.hidden = now?.status === undefined;
  if (now?.status === undefined) return;
  ticket.textContent = WORDS.ticket(now.number, now.status);
  if (ticket.textContent === told) return;
  told = ticket.textContent;
  host.send({ type: 'ticket', ticket: { number: now.number, status: now.status } });
}

function showState(state: LineState): void {
  status.dataset['state'] = state;
  const text = status.querySelector('.status-text');
  if (text && text.textContent !== STATUS[state]) text.textContent = STATUS[state];
}

function begin(storage: 'local' | 'session'): void {
  conversation = createConversation(storage, {
    onTranscript: showTranscript,
    onAnother() {
      view.clear();
      unread.restart();
      told = '';
      showTranscript([]);
    },
    onState: showState,
    onTyping() {
      view.showTyping(WORDS.assistant);
      clearTimeout(typing);
      typing = setTimeout(() => view.showTyping(undefined), TYPING_MS);
    },
    onBegun: (begun) => host.send({ type: 'conversation', begun }),
    onCaughtUp: () => view.speakFromNow(),
  });
  void conversation.start();
  host.send({ type: 'ready' });
  if (!isFramed) composer.focus();
}

function hear(message: ToFrame): void {
  switch (message.type) {
    case 'settings':
      dress(message.settings);
      if (!conversation) begin(message.settings.storage);
      return;
    case 'visible':
      unread.setOpen(message.visible);
      return;
    case 'focus':
      composer.focus();
      return;
    case 'reset':
      void conversation?.startAnew();
      return;
  }
}

restart.addEventListener('click', () => ask.showModal());
ask.addEventListener('close', () => {
  if (ask.returnValue === 'yes') void conversation?.startAnew();
  ask.returnValue = '';
  composer.focus();
});
find('save').addEventListener('click', () => {
  saveAs('conversation.txt', transcriptText(transcript, WORDS.assistant, new Date(), view.pressed));
});
// As if it had been written: the assistant asks whether it is meant, and says what became of it.
erase.addEventListener('click', () => conversation?.say(WORDS.eraseMe));
find('close').addEventListener('click', () => host.send({ type: 'close' }));
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented && !ask.open) host.send({ type: 'close' });
});
for (const example of document.querySelectorAll<HTMLButtonElement>('.example')) {
  example.addEventListener('click', () => composer.setText(example.dataset['text'] ?? ''));
}
tameMenu(menu);
if (!isFramed) begin('local');
