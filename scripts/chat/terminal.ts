import { createInterface, type Interface } from 'node:readline';
import { randomUUID } from 'node:crypto';
import type { Assistant } from '../../service/assistant.ts';
import type { Session } from '../../dialogs/session.ts';
import type { Button, Effect, Reply, UserEvent } from '../../dialogs/turn.ts';

/** A person talks to the assistant. Buttons are numbered; they type the number or their own words. */
export async function talkInTerminal(assistant: Assistant): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '\nyou> ' });
  const talk = new TerminalTalk(assistant);
  console.log('End a pasted text with an empty line. Ctrl+D leaves.\n');
  talk.turn({ type: 'joined' });
  terminal.prompt();

  let pasted: string[] = [];
  for await (const line of terminal) {
    // A paste arrives as several lines at once; a short pause or an empty line ends it.
    pasted.push(line);
    if (line.trim() !== '' && (await moreIsComing(terminal))) continue;
    const text = pasted.join('\n').trim();
    pasted = [];
    if (text !== '') talk.hear(text);
    terminal.prompt();
  }
  if (pasted.length > 0) talk.hear(pasted.join('\n').trim());
}

class TerminalTalk {
  readonly #assistant: Assistant;
  readonly #conversationId = `terminal-${randomUUID()}`;
  #session: Session | undefined;
  #buttons: readonly Button[] = [];
  #tickets = 0;

  constructor(assistant: Assistant) {
    this.#assistant = assistant;
  }

  hear(text: string): void {
    const chosen = /^\d{1,2}$/.test(text) ? this.#buttons[Number(text) - 1] : undefined;
    this.turn(chosen ? { type: 'pressed', press: chosen.press } : { type: 'utterance', text });
  }

  /** One turn; effects are carried out at once by a small twin of the helpdesk that only counts. */
  turn(event: UserEvent): void {
    const world = { now: new Date(), newId: randomUUID, conversationId: this.#conversationId, person: { id: 'terminal' } };
    const next = this.#assistant.advance(this.#session, event, world);
    this.#session = next.session;
    for (const reply of next.replies) this.#show(reply);
    for (const effect of next.effects) this.#carryOut(effect);
  }

  #show(reply: Reply): void {
    console.log(`\n${this.#assistant.render(reply).text}`);
    if (!reply.buttons || reply.buttons.length === 0) return;
    this.#buttons = reply.buttons;
    console.log(`\n${reply.buttons.map((button, index) => `[${index + 1}] ${button.title}`).join('  ')}`);
  }

  #carryOut(effect: Effect): void {
    if (effect.type !== 'open-ticket') return;
    this.#tickets += 1;
    console.log(`\n(terminal: no helpdesk is connected here; this ticket is shown and not kept)\n${effect.ticket.summary}`);
    this.turn({ type: 'ticket-opened', escalationId: effect.ticket.escalationId, number: String(this.#tickets) });
  }
}

function moreIsComing(terminal: Interface): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish(false), 60);
    const onLine = () => finish(true);
    function finish(more: boolean): void {
      clearTimeout(timer);
      terminal.off('line', onLine);
      resolve(more);
    }
    terminal.on('line', onLine);
  });
}
