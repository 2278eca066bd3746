import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileConversationLog } from '../../storage/conversation-log.ts';
import { createFileWays } from '../../storage/ways.ts';
import { ticketOf } from '../../test/helpdesk/ticket.ts';
import { storeConversations } from '../turns/conversations.ts';

export interface Size {
  readonly conversations: number;
  readonly tickets: number;
  /** Of the conversations, those that are not counted for learning yet. */
  readonly openCases: number;
}

const STATUS = ['new', 'open', 'waiting', 'resolved', 'closed'] as const;
const SAID = ['Error code: 0x904\nExtended error code: 0x7', 'only this one server, the others are fine', 'that did not help'];
const WAYS = 500;

/** A data folder as it stands after a while: each conversation with its log and its memory, tickets with their ways back, open cases. */
export async function fill(dataDir: string, { conversations, tickets, openCases }: Size): Promise<void> {
  await storeConversations(join(dataDir, 'state'), conversations);
  const log = new FileConversationLog(join(dataDir, 'conversations'));
  for (let n = 0; n < conversations; n += 1) await converse(log, `stored-${n}`);
  log.close();
  const at = new Date().toISOString();
  mkdirSync(join(dataDir, 'tickets'), { recursive: true });
  for (let n = 1; n <= tickets; n += 1) {
    const ticket = { number: n, ticket: { ...ticketOf(`esc-${n}`), conversationId: `stored-${n}` }, status: STATUS[n % STATUS.length], openedAt: at, entries: [] };
    writeFileSync(join(dataDir, 'tickets', `${n}.json`), JSON.stringify(ticket, null, 1));
  }
  const ways = createFileWays(dataDir);
  for (let n = 1; n <= Math.min(tickets, WAYS); n += 1) await ways.keep(`esc-${n}`, { address: { conversation: { id: `stored-${n}` } } });
  mkdirSync(join(dataDir, 'outcomes', 'cases'), { recursive: true });
  for (let n = 0; n < openCases; n += 1) {
    const one = { id: `case-${n}`, openedAt: at, reportedAt: at, problem: 'closed-while-connecting', end: 'open', findings: [], failed: [], week: 2_960, reporter: 'r' };
    writeFileSync(join(dataDir, 'outcomes', 'cases', `${one.id}.json`), JSON.stringify(one));
  }
}

async function converse(log: FileConversationLog, id: string): Promise<void> {
  await log.create(id, `dl_${id}`);
  for (const [place, text] of SAID.entries()) {
    const message = { type: 'message', channelId: 'directline', conversation: { id, name: '', isGroup: false, conversationType: 'personal' } };
    await log.append(id, { ...message, id: `${id}|${place}`, text, from: { id: `dl_${id}`, name: '', role: 'user' } });
    await log.append(id, { ...message, id: `${id}|${place}.0`, text: 'Which computers does it happen with?', replyToId: `${id}|${place}`, from: { id: 'reconnect', name: 'Reconnect', role: 'bot' } });
  }
}
