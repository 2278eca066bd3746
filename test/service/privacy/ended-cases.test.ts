import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openAtRest } from '../../../service/privacy/at-rest.ts';
import { erased, personalDataOf } from '../../../service/privacy/personal-data.ts';
import { LowdbStorage } from '../../../storage/lowdb-storage.ts';
import { outcomeFolderIn } from '../../../storage/outcome-folder.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reconnect-ended-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('what is left of a counted case goes with its person, and nobody else’s', async () => {
  const account = (id: string) => ({ id, openedAt: '2026-11-20T09:00:00.000Z', problem: 'p', end: 'solved', confirmed: true, askedAgain: false, askedBack: 0, takenBack: 0 }) as const;
  await outcomeFolderIn(folder).ended.add(2968, [account('case-1'), account('case-2')]);
  const storage = await LowdbStorage.open(join(folder, 'state'), { onSetAside: () => undefined });
  await storage.write({ 'directline/conversations/c1/': { conversation: { people: ['anna'], session: { case: { id: 'case-1' }, phase: { name: 'solved' } } } } });
  await storage.close();

  const { holdings, close } = await openAtRest(folder);
  const found = await erased(await personalDataOf('anna', holdings));
  await close();
  expect(found).toEqual({ 'outcomes that were counted': 1, 'where conversations stand': 1 });
  expect((await outcomeFolderIn(folder).ended.all()).map(({ id }) => id)).toEqual(['case-2']);
});
