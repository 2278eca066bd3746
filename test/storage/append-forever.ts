import { writeSync } from 'node:fs';
import { FileConversationLog } from '../../storage/conversation-log.ts';

// Killed from outside: prints the number of each activity once it is settled.
const [directory, conversation] = process.argv.slice(2);
if (!directory || !conversation) throw new Error('append-forever.ts DIRECTORY CONVERSATION');
const log = new FileConversationLog(directory);
await log.create(conversation, 'user');
for (let number = 1; ; number++) {
  const id = `a${number}`;
  await log.append(conversation, { id, type: 'message', text: 'x'.repeat(number % 500), from: { id: 'user', name: '', role: 'user' } });
  await log.settle(conversation, id, 'done');
  writeSync(1, `${number}\n`);
}
