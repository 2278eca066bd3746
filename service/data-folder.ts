import { chmod, mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { FOLDER_MODE } from '../storage/modes.ts';

/** Makes the folder where it is missing, and keeps it to the user who runs this: also one from before, or one that was made by hand. */
export async function openDataFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: FOLDER_MODE }).catch(async (error: NodeJS.ErrnoException) => {
    // What Node says of a read-only disk when it makes several folders; one by one, the system says why.
    if (error.code !== 'ENOENT') throw error;
    for (const folder of withParents(resolve(path))) await mkdir(folder, { mode: FOLDER_MODE }).catch(whenThere);
  });
  await chmod(path, FOLDER_MODE);
}

function withParents(path: string): string[] {
  const above = dirname(path);
  return above === path ? [] : [...withParents(above), path];
}

function whenThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
