/** `npm run chat`: the same assistant in a terminal; `--jsonl` reads lines and writes lines, any number of conversations side by side. */
import { parseArgs } from 'node:util';
import { assembleAssistant } from '../service/assemble.ts';
import { readConfig } from '../service/config.ts';
import { talkInTerminal } from './chat/terminal.ts';
import { chatInLines } from './contract/conversations.ts';

const { values } = parseArgs({ options: { jsonl: { type: 'boolean', default: false } } });
const assistant = await assembleAssistant(undefined, readConfig(process.env).site);
await (values.jsonl ? chatInLines(assistant, { input: process.stdin, output: process.stdout }) : talkInTerminal(assistant));
