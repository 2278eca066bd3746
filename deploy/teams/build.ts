import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { zipSync } from 'fflate';
import { colourIcon, outlineIcon } from './icons.ts';
import { manifestFaults, teamsManifest } from './manifest.ts';
import { teamsAppSettings, TeamsSettingsError } from './settings.ts';

/** The oldest date that a zip knows: the same app gives the same file. */
const ZIP_DATE = new Date(1980, 0, 1);

/** The Teams app package as bytes. Throws when the schema has something against the manifest. */
export async function teamsPackage(env: Readonly<Record<string, string | undefined>>, version: string): Promise<Uint8Array> {
  const manifest = teamsManifest(teamsAppSettings(env), version);
  const faults = await manifestFaults(manifest);
  if (faults.length > 0) throw new Error(`The manifest is not valid:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  return zipSync(
    {
      'manifest.json': new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`),
      'color.png': colourIcon(),
      'outline.png': outlineIcon(),
    },
    { mtime: ZIP_DATE },
  );
}

async function main(): Promise<void> {
  const root = join(import.meta.dirname, '..', '..');
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const folder = join(import.meta.dirname, 'build');
  const file = join(folder, 'reconnect.zip');
  const bytes = await teamsPackage(process.env, version);
  await mkdir(folder, { recursive: true });
  await writeFile(file, bytes);
  console.log(`${relative(process.cwd(), file)} is ready (${bytes.length} bytes, valid against Microsoft's schema).`);
  console.log('Upload it in Teams: Apps > Manage your apps > Upload an app.');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof TeamsSettingsError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
