export interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** package-lock.json, version 3. The package at the empty path is this project. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

const BEGIN = '<!-- npm run dependencies writes from here -->';
const END = '<!-- to here -->';
const STUB = 'stubs/';

/** Packages whose own files name a licence and whose package.json does not. */
const NAMED_ELSEWHERE: Readonly<Record<string, string>> = { 'escape-regexp-component': 'MIT', 'sylvester': 'MIT' };

/** The page with its tables written anew; the text around them stays. Throws when a direct dependency has no reason. */
export function dependencyPage(before: string, lock: Lock, whatFor: Readonly<Record<string, string>>, sizeOf: (name: string) => number): string {
  const [head, rest] = before.split(BEGIN);
  const tail = rest?.split(END)[1];
  if (head === undefined || tail === undefined) throw new Error(`The page needs "${BEGIN}" and "${END}".`);
  const direct = Object.keys(lock.packages['']?.dependencies ?? {}).sort();
  const unexplained = [...direct.filter((name) => !(name in whatFor)), ...Object.keys(whatFor).filter((name) => !direct.includes(name))];
  if (unexplained.length > 0) throw new Error(`scripts/dependencies/what-for.ts and package.json differ: ${unexplained.join(', ')}`);
  const rows = direct.map((name) => {
    const { version = '', license = '' } = lock.packages[`node_modules/${name}`] ?? {};
    return `| ${name} | ${version} | ${license} | ${sizeOf(name)} | ${whatFor[name] ?? ''} |`;
  });
  const table = ['| package | version | licence | packages it brings | for |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
  return `${head}${BEGIN}\n\n${table}\n\n${byLicence(lock)}\n\n${END}${tail}`;
}

/** Every licence of an installed production package. */
export function licences(lock: Lock): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [path, { dev, devOptional, link, license, version }] of Object.entries(lock.packages)) {
    if (path === '' || path.startsWith(STUB) || dev || devOptional || link) continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const licence = license ?? NAMED_ELSEWHERE[name] ?? 'none named';
    found.set(licence, [...(found.get(licence) ?? []), `${name} ${version ?? ''}`]);
  }
  return new Map([...found].sort(([, a], [, b]) => b.length - a.length));
}

function byLicence(lock: Lock): string {
  const all = licences(lock);
  const count = [...all.values()].reduce((sum, names) => sum + names.length, 0);
  const lines = [...all].map(([licence, names]) => `- ${licence}: ${names.length}${names.length > 40 ? '' : ` (${[...new Set(names)].sort().join(', ')})`}`);
  return [`${count} packages in all, those of other systems than this one included:`, '', ...lines].join('\n');
}
