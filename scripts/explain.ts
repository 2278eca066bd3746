/** `npm run explain -- "text"` shows what was read and what would come next; `--jsonl` reads lines and writes lines. */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { assembleAssistant } from '../service/assemble.ts';
import { numbersInUse } from '../learning/learned-numbers.ts';
import { outcomeFolderIn } from '../storage/outcome-folder.ts';
import { explain, explainReply } from './explain/explanation.ts';
import { describe, describeReply } from './explain/describe.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { jsonl: { type: 'boolean', default: false }, reply: { type: 'boolean', default: false } },
});

// As the server would decide: with what was released in its data folder.
const numbers = await outcomeFolderIn(process.env['DATA_DIR'] || 'data').learned.read();
const { mind } = await assembleAssistant((graph) => numbers && numbersInUse(graph, numbers).parameters);
const now = new Date();

if (values.jsonl) {
  const line = z.object({ id: z.string(), text: z.string() });
  let number = 0;
  for await (const raw of createInterface({ input: process.stdin })) {
    number += 1;
    if (raw.trim() === '') continue;
    const parsed = line.safeParse(parseJson(raw));
    if (!parsed.success) {
      console.error(`Line ${number} is not of the form {"id": "...", "text": "..."}; it was left out.`);
      process.exitCode = 1;
      continue;
    }
    const { id, text } = parsed.data;
    console.log(JSON.stringify({ id, ...(values.reply ? explainReply(mind, text, now) : explain(mind, text, now)) }));
  }
} else if (positionals.length > 0) {
  const text = positionals.join(' ');
  console.log(values.reply ? describeReply(mind, text, now) : describe(mind, text, now));
} else {
  console.error('Usage: npm run explain -- "what the person wrote"\n       npm run --silent explain -- --jsonl [--reply] < lines.jsonl');
  process.exitCode = 2;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
