/** `npm run chat`: the same assistant in a terminal. Buttons are numbered; type their number or your own words. */
import { createInterface } from 'node:readline';
import { randomUUID } from 'node:crypto';
import { assembleAssistant } from '../service/assemble.ts';
import type { Session } from '../dialogs/session.ts';
import type { Button, Effect, Reply, UserEvent } from '../dialogs/turn.ts';

const assistant = await assembleAssistant();
const conversationId = `terminal-${randomUUID()}`;
const person = { id: 'terminal' };
let session: Session | undefined;
let buttons: readonly Button[] = [];
let tickets = 0;

const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '\nyou> ' });
console.log('End a pasted text with an empty line. Ctrl+D leaves.\n');
turn({ type: 'joined' });
terminal.prompt();

let pasted: string[] = [];
for await (const line of terminal) {
  // A paste arrives as several lines at once; a short pause or an empty line ends it.
  pasted.push(line);
  if (line.trim() !== '' && (await moreIsComing())) continue;
  const text = pasted.join('\n').trim();
  pasted = [];
  if (text !== '') hear(text);
  terminal.prompt();
}
if (pasted.length > 0) hear(pasted.join('\n').trim());

function hear(text: string): void {
  const chosen = /^\d{1,2}$/.test(text) ? buttons[Number(text) - 1] : undefined;
  turn(chosen ? { type: 'pressed', press: chosen.press } : { type: 'utterance', text });
}

/** One turn; effects are carried out at once by a small twin of the helpdesk that only counts. */
function turn(event: UserEvent): void {
  const next = assistant.advance(session, event, { now: new Date(), newId: randomUUID, conversationId, person });
  session = next.session;
  for (const reply of next.replies) show(reply);
  for (const effect of next.effects) carryOut(effect);
}

function show(reply: Reply): void {
  console.log(`\n${assistant.render(reply).text}`);
  if (!reply.buttons || reply.buttons.length === 0) return;
  buttons = reply.buttons;
  console.log(`\n${reply.buttons.map((button, index) => `[${index + 1}] ${button.title}`).join('  ')}`);
}

function carryOut(effect: Effect): void {
  if (effect.type !== 'open-ticket') return;
  tickets += 1;
  console.log(`\n(terminal: no helpdesk is connected here; this ticket is shown and not kept)\n${effect.ticket.summary}`);
  turn({ type: 'ticket-opened', escalationId: effect.ticket.escalationId, number: String(tickets) });
}

function moreIsComing(): Promise<boolean> {
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
