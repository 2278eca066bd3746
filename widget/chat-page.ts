import { addCopyButtons } from './copy-buttons.ts';
import { connect, type ConnectionState } from './connection.ts';
import { beginSession, resumeSession, type Session } from './direct-line-session.ts';
import { forget, recall, remember } from './memory.ts';
import { cardHostConfig, styleOptions } from './theme.ts';
import { webChat, type DirectLine, type Store, type StoreMiddleware } from './web-chat.ts';

const STATUS: Readonly<Record<ConnectionState, string>> = {
  connecting: 'Connecting …',
  ready: 'Ready',
  waiting: 'Reconnecting. Nothing is lost.',
  lost: 'I cannot reach the server. I keep trying.',
};

/** Web Chat's own words where they are about machinery. */
const WORDS = {
  TEXT_INPUT_PLACEHOLDER: 'Paste the error here',
  TEXT_INPUT_ALT: 'Your message',
  ACTIVITY_STATUS_SEND_FAILED_RETRY: 'This did not arrive. RETRY.',
};

const element = <T extends HTMLElement>(id: string): T => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found as T;
};

const chat = element('chat');
const status = element('status');
const invitation = element('invitation');
const restart = element<HTMLButtonElement>('restart');
const ask = element<HTMLDialogElement>('ask-restart');
const nonce = document.querySelector<HTMLElement>('link[nonce]')?.nonce;
const uploads = document.body.dataset['uploads'] === 'yes';
const darkness = matchMedia('(prefers-color-scheme: dark)');

/** The conversation on the page. A new one takes its place as a whole. */
interface Mounted {
  readonly session: Session;
  readonly directLine: DirectLine;
  readonly store: Store;
  readonly root: HTMLElement;
}

let mounted: Mounted | undefined;
let troubles = 0;

function show(state: ConnectionState): void {
  if (state === 'ready') troubles = 0;
  status.dataset['state'] = state;
  const text = status.querySelector('.status-text');
  if (text && text.textContent !== STATUS[state]) text.textContent = STATUS[state];
}

function onTrouble(): void {
  troubles++;
  show(troubles > 4 ? 'lost' : 'waiting');
}

/** The person has said something: from now on this device may remember where. */
function begun(session: Session): void {
  invitation.hidden = true;
  restart.hidden = false;
  remember(session);
}

function watchFor(session: Session): StoreMiddleware {
  return () => (next) => (action) => {
    const posted = action.type === 'DIRECT_LINE/POST_ACTIVITY_PENDING';
    const activity = action.payload?.activity;
    const returned = action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' && activity?.from?.role === 'user';
    // What an abandoned conversation still brings must not be remembered again.
    if ((posted || returned) && mounted?.session === session) begun(session);
    return next(action);
  };
}

function render({ directLine, store, root, session }: Mounted): void {
  webChat().renderWebChat(
    {
      directLine,
      store,
      nonce,
      userID: session.userId,
      locale: 'en-US',
      styleOptions: styleOptions(darkness.matches, uploads),
      adaptiveCardsHostConfig: cardHostConfig(darkness.matches),
      overrideLocalizedStrings: WORDS,
    },
    root,
  );
}

function mount(session: Session, resumed: boolean): void {
  const previous = mounted;
  const draft = previous?.session.conversationId === session.conversationId ? previous.store.getState().sendBoxValue : undefined;
  const root = document.createElement('div');
  const store = webChat().createStore({}, watchFor(session));
  const onState = (state: ConnectionState): void => {
    if (mounted?.session === session) show(state);
  };
  const directLine = connect(session, { onState, onExpired: () => void comeBack(session) }, resumed);
  mounted = { session, directLine, store, root };
  chat.replaceChildren(root);
  render(mounted);
  if (draft) store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: draft } });
  previous?.directLine.end();
}

/** The token died, most likely while the laptop was closed: the same conversation with a fresh one. */
async function comeBack(session: Session): Promise<void> {
  if (mounted?.session !== session) return;
  show('waiting');
  const resumed = await resumeSession(session, onTrouble);
  if (mounted?.session !== session) return;
  if (resumed) mount(resumed, true);
  else await startAnew();
}

/** The old conversation goes at once; the new one comes when the server has given a token for it. */
async function startAnew(): Promise<void> {
  const previous = mounted;
  mounted = undefined;
  chat.replaceChildren();
  previous?.directLine.end();
  forget();
  show('connecting');
  invitation.hidden = false;
  restart.hidden = true;
  mount(await beginSession(onTrouble), false);
}

async function start(): Promise<void> {
  const remembered = recall();
  const resumed = remembered && (await resumeSession(remembered, onTrouble));
  if (!resumed) return startAnew();
  begun(resumed);
  mount(resumed, true);
}

restart.addEventListener('click', () => ask.showModal());
ask.addEventListener('close', () => {
  // Without a conversation, a new one is on its way already.
  if (ask.returnValue === 'yes' && mounted) void startAnew();
  ask.returnValue = '';
});
for (const example of document.querySelectorAll<HTMLButtonElement>('.example')) {
  example.addEventListener('click', () => {
    mounted?.store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: example.dataset['text'] ?? '' } });
    document.querySelector<HTMLElement>('[data-id="webchat-sendbox-input"]')?.focus();
  });
}
darkness.addEventListener('change', () => {
  if (mounted) render(mounted);
});

addCopyButtons(chat);
void start();
