import { z } from 'zod';
import type { ServerLog } from '../../server/log.ts';
import { searchFolder, type FolderSearch } from '../../storage/folder-search.ts';
import type { RequestFolder } from '../../storage/request-folder.ts';
import type { Holding } from './holding.ts';
import { erased, exported, personalDataOf, type PersonalData } from './personal-data.ts';

/** What was erased, and what a search of the whole folder for the person's ids found after it. */
export interface Erasure {
  readonly erased: Readonly<Record<string, number>>;
  readonly search: FolderSearch;
}

export interface PrivacyParts {
  readonly dataDir: string;
  readonly holdings: readonly Holding[];
  readonly now: () => Date;
}

/** Everything that is kept about one person. Throws SeveralPeople. */
export async function exportPerson({ holdings, now }: PrivacyParts, person: string): Promise<object> {
  return exported(await personalDataOf(person, holdings), now());
}

/** Erases it everywhere, and proves it. Throws SeveralPeople. */
export async function erasePerson({ dataDir, holdings }: PrivacyParts, person: string): Promise<Erasure> {
  const data = await personalDataOf(person, holdings);
  const counts = await erased(data);
  return { erased: counts, search: await searchFolder(dataDir, marksOf(data, person)) };
}

/** What the search looks for; of somebody who is not known, what was given. */
function marksOf({ records, marks }: PersonalData, given: string): readonly string[] {
  return records.length > 0 ? marks : [given];
}

/** In a person's words, and in an operator's. */
export function erasureText({ erased: counts, search }: Erasure): string {
  const parts = Object.entries(counts).map(([holding, count]) => `${holding}: ${count}`);
  const what = parts.length === 0 ? 'Nothing was kept.' : `Erased: ${parts.join(', ')}.`;
  const proof = search.found.length === 0 ? `A search of all ${search.searched} files found nothing more.` : `These files still speak of it: ${search.found.join(', ')}.`;
  return `${what} ${proof}`;
}

export const privacyRequest = z.object({
  kind: z.enum(['export', 'erase']),
  person: z.string().min(1),
  /** Where the person is told, when they asked in a conversation. */
  tell: z.record(z.string(), z.unknown()).optional(),
});
export type PrivacyRequest = z.infer<typeof privacyRequest>;

export type PrivacyAnswer = { readonly export: object } | { readonly erasure: Erasure } | { readonly error: string };

/** Says a sentence in a conversation, after the turn that runs there; once for its key. */
export type Say = (address: Readonly<Record<string, unknown>>, key: string, text: string) => Promise<void>;

const TRY_AGAIN_MS = 60_000;

/** Takes up what is asked for in the folder of requests. */
export function createRequestServer(parts: PrivacyParts, folder: RequestFolder<PrivacyRequest>, say: Say, log: ServerLog): { look(): Promise<void> } {
  const later = new Map<string, number>();

  async function erase(id: string, person: string, tell: PrivacyRequest['tell']): Promise<void> {
    // What is still being said has its turn first; the turn that asked for it is over then, too.
    if (tell) await say(tell, `erased/${id}`, ERASING).catch(() => undefined);
    const data = await personalDataOf(person, parts.holdings);
    const counts = await erased(data);
    // The request names the person: it goes before the search, and not before everything else has gone.
    await folder.answer(id);
    const search = await searchFolder(parts.dataDir, marksOf(data, person));
    log.info({ erased: counts, searched: search.searched, left: search.found }, 'a person was erased');
    if (!tell) await folder.answer(id, { erasure: { erased: counts, search } } satisfies PrivacyAnswer);
  }

  async function serve(id: string, { kind, person, tell }: PrivacyRequest): Promise<void> {
    try {
      if (kind === 'erase') await erase(id, person, tell);
      else await folder.answer(id, { export: await exportPerson(parts, person) } satisfies PrivacyAnswer);
    } catch (error) {
      // Who asked in a conversation was promised it.
      if (tell) later.set(id, parts.now().getTime() + TRY_AGAIN_MS);
      else await folder.answer(id, { error: messageOf(error) } satisfies PrivacyAnswer);
      throw error;
    }
  }

  return {
    async look() {
      for (const { id, request } of await folder.waiting()) {
        if ((later.get(id) ?? 0) > parts.now().getTime()) continue;
        await serve(id, request).catch((error: unknown) => log.error({ reason: messageOf(error) }, 'a request about personal data failed'));
      }
    },
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const ERASING = 'I am erasing it now: this conversation, your tickets and everything else of yours that is kept here. In a moment a new conversation begins.';
