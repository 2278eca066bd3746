import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

interface Rule {
  /** Rooms or packages whose values may be used. */
  readonly uses: readonly string[];
  /** Rooms or packages of which only types may be used. */
  readonly types?: readonly string[];
  /** Files of the room that may use more. */
  readonly exceptions?: Readonly<Record<string, readonly string[]>>;
}

/** Who may import what. `node` stands for Node's own modules. */
const RULES: Readonly<Record<string, Rule>> = {
  knowledge: {
    uses: ['zod', 'yaml'],
    exceptions: { 'load.ts': ['node'], 'intents/load.ts': ['node'], 'watch.ts': ['node'], 'graph.ts': ['node'] },
  },
  diagnosis: {
    uses: ['knowledge', 'zod'],
    exceptions: { 'classifier/natural.ts': ['node', 'natural'], 'classifier/model.ts': ['node'], 'classifier/train.ts': ['node'] },
  },
  dialogs: { uses: ['diagnosis', 'knowledge'], types: ['helpdesk'] },
  cards: { uses: [], types: ['dialogs', 'knowledge'] },
  helpdesk: { uses: [], types: ['dialogs', 'diagnosis'] },
  outcomes: { uses: ['diagnosis', 'node'], types: ['dialogs', 'helpdesk'] },
  storage: { uses: ['node', 'lowdb', 'zod'], types: ['helpdesk', 'outcomes', 'dialogs', 'diagnosis', 'server', 'botbuilder'] },
  bots: { uses: ['node', 'botbuilder', 'botframework-connector', 'zod'], types: ['dialogs', 'cards', 'helpdesk', 'server', 'restify'] },
  server: {
    uses: ['node', 'restify', 'ws', 'zod', 'jsonwebtoken', 'esbuild', '@viz-js/viz'],
    types: ['bots', 'botbuilder', 'helpdesk', 'knowledge', 'diagnosis', 'dialogs'],
  },
  widget: { uses: ['@panzoom/panzoom'], types: [] },
};

interface Import {
  readonly file: string;
  readonly line: number;
  readonly target: string;
  readonly typeOnly: boolean;
}

describe('import boundaries', () => {
  for (const [room, rule] of Object.entries(RULES)) {
    it(`${room} uses only ${[...rule.uses, ...(rule.types ?? []).map((type) => `types of ${type}`)].join(', ') || 'nothing'}`, () => {
      const offending = importsOf(room).filter((each) => !isAllowed(room, rule, each));
      expect(offending.map((each) => `${each.file}:${each.line} ${each.typeOnly ? 'imports types of' : 'imports'} ${each.target}`)).toEqual([]);
    });
  }

  it('knows every room', () => {
    const rooms = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory() && sourcesIn(join(root, entry.name)).length > 0);
    const outside = ['test', 'bench', 'scripts', 'deploy'];
    expect(rooms.map((entry) => entry.name).filter((name) => !(name in RULES) && !outside.includes(name) && name !== 'node_modules' && !name.startsWith('.'))).toEqual([]);
  });
});

function isAllowed(room: string, rule: Rule, { file, target, typeOnly }: Import): boolean {
  if (target === room || rule.uses.includes(target)) return true;
  if (typeOnly && rule.types?.includes(target)) return true;
  const exception = rule.exceptions?.[posix.relative(room, file)];
  return exception?.includes(target) ?? false;
}

function importsOf(room: string): Import[] {
  return sourcesIn(join(root, room)).flatMap((path) => {
    const text = readFileSync(path, 'utf8');
    const file = relative(root, path).replaceAll('\\', '/');
    const pattern = /^\s*(import|export)\s+(type\s)?[^'"]*?from\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|^\s*import\s+['"]([^'"]+)['"]|require(?:\.resolve)?\(\s*['"]([^'"]+)['"]\s*\)/gm;
    return [...text.matchAll(pattern)].map((match) => ({
      file,
      line: text.slice(0, match.index).split('\n').length,
      target: targetOf(file, match[3] ?? match[4] ?? match[5] ?? match[6] ?? ''),
      typeOnly: match[2] !== undefined,
    }));
  });
}

function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith('.')) {
    const path = posix.normalize(posix.join(posix.dirname(file), specifier));
    return path.includes('/') ? (path.split('/')[0] ?? '') : path;
  }
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return 'node';
  return specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : (specifier.split('/')[0] ?? '');
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name.startsWith('.')) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}
