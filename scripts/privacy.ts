/** `npm run privacy -- export PERSON [FILE] | erase PERSON`: everything that is kept about one person, whether the service runs or not. */
import { writeFile } from 'node:fs/promises';
import { openAtRest } from '../service/privacy/at-rest.ts';
import { requestFolderIn } from '../service/privacy/open-privacy.ts';
import { erasePerson, erasureText, exportPerson, type PrivacyAnswer, type PrivacyRequest } from '../service/privacy/privacy.ts';

const USAGE = `npm run privacy -- export PERSON [FILE]   all that is kept about PERSON, as JSON
npm run privacy -- erase PERSON           erases it, and searches the whole folder for what is left

PERSON is an id of theirs, the id of a conversation, or the name on a ticket. The folder is DATA_DIR, or data; the service may run.`;

const ANSWER_WITHIN_MS = 120_000;
const LOOK_MS = 250;

const [command, person, file] = process.argv.slice(2);
const dataDir = process.env['DATA_DIR'] || 'data';

async function run(): Promise<string> {
  if ((command !== 'export' && command !== 'erase') || !person) throw new RangeError(USAGE);
  const answer = await openAtRest(dataDir).then((rest) => atRest(rest, command, person), (error: unknown) => {
    if ((error as { code?: unknown }).code === 'folder-locked') return byService({ kind: command, person });
    throw error;
  });
  if ('error' in answer) throw new Error(answer.error);
  if ('erasure' in answer) return erasureText(answer.erasure);
  const text = `${JSON.stringify(answer.export, null, 1)}\n`;
  if (file === undefined) return text;
  await writeFile(file, text, { mode: 0o600 });
  return `Written to ${file}, for its owner to read only.`;
}

async function atRest({ holdings, close }: Awaited<ReturnType<typeof openAtRest>>, kind: 'export' | 'erase', who: string): Promise<PrivacyAnswer> {
  try {
    const parts = { dataDir, holdings, now: () => new Date() };
    return kind === 'export' ? { export: await exportPerson(parts, who) } : { erasure: await erasePerson(parts, who) };
  } finally {
    await close();
  }
}

/** The process that has the folder does it. */
async function byService(request: PrivacyRequest): Promise<PrivacyAnswer> {
  const folder = requestFolderIn(dataDir);
  const id = await folder.ask(request);
  for (const end = Date.now() + ANSWER_WITHIN_MS; Date.now() < end; ) {
    const answer = (await folder.fetch(id)) as PrivacyAnswer | undefined;
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  if (await folder.withdraw(id)) throw new Error(`The process that has ${dataDir} did not answer. Stop it and run this again.`);
  throw new Error('It takes longer than usual. What came of it stands in the log of the service.');
}

try {
  console.log(await run());
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
