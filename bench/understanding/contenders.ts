import { readFile } from 'node:fs/promises';
import { readWordTable } from '../../understanding/classifier/word-table.ts';
import type { Contender } from './contender.ts';
import { installedPeers } from './installed-peers.ts';
import { NATURAL_PEERS } from './natural-peers.ts';
import { ours } from './ours.ts';

const TABLE = new URL('../../knowledge/utterances/words.en.json', import.meta.url);

/** Everything that can be compared on this machine, ours first. */
export async function loadContenders(): Promise<readonly Contender[]> {
  const table = readWordTable(await readFile(TABLE));
  return [ours('ours', table), ours('ours-without-table', undefined), ...NATURAL_PEERS, ...installedPeers()];
}
