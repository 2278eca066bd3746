import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { whenMissing } from './missing-file.ts';
import { FILE_MODE, FOLDER_MODE } from './modes.ts';
import { setAside, type OnSetAside } from './set-aside.ts';

/** Files through which the operator's command, or a turn, asks the process that holds the folder for something. */
export interface RequestFolder<T> {
  /** Durable against a kill when it resolves. The same id again changes nothing. */
  ask(request: T, id?: string): Promise<string>;
  /** Requests that nobody answered yet. */
  waiting(): Promise<readonly { readonly id: string; readonly request: T }[]>;
  /** Takes the request out. An answer is kept until it is fetched. */
  answer(id: string, answer?: unknown): Promise<void>;
  /** The answer, once; undefined while there is none. */
  fetch(id: string): Promise<unknown>;
  /** Takes out a request that nobody took up; false when it was taken up. */
  withdraw(id: string): Promise<boolean>;
}

/**
 * `FOLDER/ID.request.json`, `FOLDER/ID.answer.json`. A damaged request is set aside and holds up no other; without
 * `onSetAside` all wait.
 *
 * @param parse throws for what is no request.
 */
export function createRequestFolder<T>(folder: string, parse: (value: unknown) => T, onSetAside?: OnSetAside): RequestFolder<T> {
  const requestAt = (id: string): string => join(folder, `${id}.request.json`);
  const answerAt = (id: string): string => join(folder, `${id}.answer.json`);
  const write = async (path: string, value: unknown): Promise<void> => {
    await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
    await writeFile(`${path}.tmp`, JSON.stringify(value), { mode: FILE_MODE });
    await rename(`${path}.tmp`, path);
  };
  /** undefined when it is gone or was set aside. */
  const read = async (path: string): Promise<T | undefined> => {
    const text = await readFile(path, 'utf8').catch(whenMissing(undefined));
    if (text === undefined) return undefined;
    try {
      return parse(JSON.parse(text));
    } catch (error) {
      if (!onSetAside) throw error;
      onSetAside(setAside(path), 'unreadable');
      return undefined;
    }
  };
  return {
    async ask(request, id = randomUUID()) {
      await write(requestAt(id), request);
      return id;
    },
    async waiting() {
      const names = (await readdir(folder).catch(whenMissing([]))).filter((name) => name.endsWith('.request.json')).sort();
      const requests = await Promise.all(names.map(async (name) => ({ id: name.slice(0, -'.request.json'.length), request: await read(join(folder, name)) })));
      return requests.flatMap(({ id, request }) => (request === undefined ? [] : [{ id, request }]));
    },
    async answer(id, answer) {
      if (answer !== undefined) await write(answerAt(id), answer);
      await rm(requestAt(id), { force: true });
    },
    async fetch(id) {
      const text = await readFile(answerAt(id), 'utf8').catch(whenMissing(undefined));
      if (text === undefined) return undefined;
      await rm(answerAt(id), { force: true });
      return JSON.parse(text) as unknown;
    },
    async withdraw(id) {
      const there = await readFile(requestAt(id)).then(() => true, whenMissing(false));
      await rm(requestAt(id), { force: true });
      return there;
    },
  };
}
