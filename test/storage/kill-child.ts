import { createInterface } from 'node:readline';
import { LowdbStorage } from '../../storage/lowdb-storage.ts';

/**
 * A process to be killed: writes counters to many conversations as fast as it can, and says
 * `ack KEY VALUE` on standard output for every write that was acknowledged.
 *
 *   node --import tsx kill-child.ts FOLDER [--fsync]
 *
 * It starts from what it finds, and says `ready` first.
 */
const [folder, ...flags] = process.argv.slice(2);
if (!folder) throw new Error('usage: kill-child.ts FOLDER [--fsync]');

const storage = await LowdbStorage.open(folder, { fsync: flags.includes('--fsync'), cached: 20 });
const keys = Array.from({ length: 50 }, (_, i) => `test/conversations/${i}`);
const found = await storage.read(keys);
const filler = 'x'.repeat(4_000);
process.stdout.write('ready\n');

async function count(key: string): Promise<never> {
  let value = (found[key] as { value: number } | undefined)?.value ?? 0;
  for (;;) {
    value += 1;
    await storage.write({ [key]: { value, filler } });
    // Synchronous on a pipe: what was said before the kill is read by the parent.
    process.stdout.write(`ack ${key} ${value}\n`);
    await new Promise(setImmediate);
  }
}

// The parent may go first; then there is nobody to write for.
createInterface({ input: process.stdin }).on('close', () => process.exit(0));
await Promise.all(keys.map(count));
