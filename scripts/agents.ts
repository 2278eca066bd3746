/** `npm run agents -- add NAME | remove NAME | list | key`: who may work at the helpdesk. A running server sees the change at once. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createAgentsFile } from '../storage/agents-file.ts';

const USAGE = `npm run agents -- add NAME      a password for NAME, shown once
npm run agents -- remove NAME   NAME is signed out and cannot sign in again
npm run agents -- list          who has a password
npm run agents -- key           a new sign-in key for everybody, shown once

The folder is DATA_DIR, or data.`;

const [command, ...words] = process.argv.slice(2);
const name = words.join(' ').trim();
const folder = process.env['DATA_DIR'] || 'data';
await mkdir(folder, { recursive: true, mode: 0o700 });
const agents = createAgentsFile(join(folder, 'agents.json'));

async function run(): Promise<string> {
  if (command === 'add' && name !== '') {
    const password = await agents.add(name, new Date());
    return `The password of ${name} is ${password}\nIt is kept as a hash only and cannot be shown again. A sign-in key that was made before opens nothing any more.`;
  }
  if (command === 'remove' && name !== '') {
    if (!(await agents.remove(name))) throw new RangeError(`Nobody of the name ${name} has a password.`);
    return `${name} is signed out and cannot sign in again.`;
  }
  if (command === 'list') {
    const names = await agents.names();
    return names.length > 0 ? names.join('\n') : 'Nobody has a password of their own yet.';
  }
  if (command === 'key') {
    return `The sign-in key is ${await agents.renewKey()}\nIt is kept as a hash only and cannot be shown again. Whoever has it signs in under any name that has no password of its own.`;
  }
  throw new RangeError(USAGE);
}

try {
  console.log(await run());
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
