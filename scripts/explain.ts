/** `npm run explain -- "text"` shows what was read and what would come next; `--jsonl` reads lines and writes lines, `--in-dialog` in the middle of a conversation. */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Mind } from '../dialogs/mind.ts';
import { assembleAssistant } from '../service/assemble.ts';
import { readConfig } from '../service/config.ts';
import { numbersInUse } from '../learning/learned-numbers.ts';
import { outcomeFolderIn } from '../storage/outcome-folder.ts';
import { explainInDialog } from './contract/in-dialog.ts';
import { explain } from './explain/explanation.ts';
import { describe, describeUnderstanding } from './explain/describe.ts';
import { openTable } from './explain/open-table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    jsonl: { type: 'boolean', default: false },
    'in-dialog': { type: 'boolean', default: false },
    problem: { type: 'string' },
    question: { type: 'string' },
    step: { type: 'string' },
  },
});

if (values.jsonl && values['in-dialog']) await explainInDialog(await assembleAssistant(), { input: process.stdin, output: process.stdout });
else if (values.jsonl) await explainLines();
else if (positionals.length > 0 && !values['in-dialog']) {
  const text = positionals.join(' ');
  const mind = await mindInUse();
  const table = openTable(mind.graph, values);
  console.log(describeUnderstanding(mind, table, text, new Date()));
  if (table.kind === 'listening') console.log(describe(mind, text, new Date()));
} else {
  console.error('Usage: npm run explain -- [--problem ID] [--question ID | --step ID] "what the person wrote"\n       npm run --silent explain -- --jsonl [--in-dialog] < lines.jsonl');
  process.exitCode = 2;
}

/** As the server would decide: with its settings, and what was released in its data folder. */
async function mindInUse(): Promise<Mind> {
  const numbers = await outcomeFolderIn(process.env['DATA_DIR'] || 'data').learned.read();
  return (await assembleAssistant((graph) => numbers && numbersInUse(graph, numbers).parameters, readConfig(process.env).site)).mind;
}

async function explainLines(): Promise<void> {
  const mind = await mindInUse();
  const now = new Date();
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
    console.log(JSON.stringify({ id, ...explain(mind, text, now) }));
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
