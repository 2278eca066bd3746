import type { Lock } from './page.ts';

/** Paths in the lock file of everything that a direct dependency brings, itself included, as Node would find it. */
export function closure({ packages }: Lock, name: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (from: string, wanted: string): void => {
    const path = resolve(packages, from, wanted);
    if (path === undefined || found.has(path)) return;
    found.add(path);
    const { dependencies = {}, optionalDependencies = {} } = packages[path] ?? {};
    for (const each of Object.keys({ ...dependencies, ...optionalDependencies })) visit(path, each);
  };
  visit('', name);
  return found;
}

/** The nearest `node_modules/NAME` from a package upwards; undefined for an optional one that is not in the lock file. */
function resolve(packages: Lock['packages'], from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (path in packages) return path;
    if (folder === '') return undefined;
  }
}
