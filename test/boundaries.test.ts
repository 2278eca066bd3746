import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The only application file at the root, and the settings of tools. */
const ROOT_FILES = ['index.ts', 'vitest.config.ts'];

/** Paths from the root, with forward slashes. */
const ALL_SOURCES = sourcesIn(root).map((path) => relative(root, path).replaceAll('\\', '/'));

interface Rule {
  /** Rooms or packages whose values may be used. */
  readonly uses: readonly string[];
  /** Rooms or packages of which only types may be used. */
  readonly types?: readonly string[];
  /** Files of the room that may use more. */
  readonly exceptions?: Readonly<Record<string, readonly string[]>>;
}

/** Who may import what. `node` stands for Node's own modules; a room inside a room is named by its path. */
const RULES: Readonly<Record<string, Rule>> = {
  'knowledge/compiler': {
    uses: ['zod', 'yaml'],
    exceptions: { 'load.ts': ['node'], 'utterances.ts': ['node'], 'sayings.ts': ['node'], 'watch.ts': ['node'], 'graph.ts': ['node'] },
  },
  reading: { uses: ['knowledge/compiler'] },
  understanding: { uses: ['reading', 'understanding/rules'], types: ['knowledge/compiler', 'understanding/classifier', 'understanding/reader'] },
  'understanding/rules': { uses: ['understanding'], types: ['reading', 'knowledge/compiler'] },
  'understanding/classifier': {
    uses: [],
    types: ['knowledge/compiler'],
    exceptions: { 'natural.ts': ['node', 'natural'], 'model.ts': ['node'], 'train.ts': ['node'] },
  },
  'understanding/reader': {
    uses: ['understanding/classifier'],
    types: ['knowledge/compiler'],
    exceptions: { 'fingerprint.ts': ['node'] },
  },
  troubleshooting: { uses: [], types: ['reading', 'knowledge/compiler'] },
  learning: { uses: ['troubleshooting', 'zod'], types: ['knowledge/compiler', 'reading'] },
  'learning/counting': { uses: ['learning', 'node'], types: ['dialogs', 'helpdesk'] },
  dialogs: { uses: ['understanding', 'troubleshooting', 'reading'], types: ['understanding/classifier', 'knowledge/compiler'] },
  cards: { uses: ['dialogs'], types: ['knowledge/compiler'] },
  'cards/teams': { uses: ['marked', 'cards', 'dialogs'] },
  helpdesk: { uses: ['zod'], types: ['dialogs', 'reading'], exceptions: { 'guarded.ts': ['cockatiel'] } },
  'helpdesk/mail': { uses: ['node', 'nodemailer', 'smtp-server', 'mailparser', 'helpdesk'], types: ['dialogs'] },
  'helpdesk/adapters': { uses: ['node', 'zod', 'html-to-text', 'helpdesk', 'helpdesk/mail'], types: ['dialogs'] },
  channel: { uses: [] },
  storage: {
    uses: ['node', 'lowdb', 'zod'],
    types: ['helpdesk', 'learning', 'learning/counting', 'dialogs', 'bots/turns', 'server/direct-line', 'channel'],
  },
  'bots/activities': { uses: ['node', 'botbuilder', 'botframework-connector', 'zod', 'dialogs'], types: ['cards'] },
  'bots/turns': {
    uses: ['node', 'botbuilder', 'botframework-connector', 'bots/activities', 'bots/connecting'],
    types: ['dialogs', 'cards', 'helpdesk'],
  },
  'bots/connecting': {
    uses: ['node', 'botbuilder', 'botframework-connector', 'zod', 'bots/activities', 'bots/turns'],
    types: ['dialogs', 'helpdesk', 'server/direct-line', 'restify'],
  },
  server: {
    uses: ['node', 'restify', 'zod', 'proxy-addr', 'server/direct-line', 'server/pages', 'server/knowledge', 'server/helpdesk', 'server/chat', 'server/demo'],
    types: ['helpdesk', 'dialogs'],
  },
  'server/direct-line': { uses: ['node', 'restify', 'ws', 'zod', 'jsonwebtoken', 'server'], types: ['channel', 'dialogs'] },
  'server/pages': { uses: ['node', 'restify', 'esbuild', 'server'] },
  'server/demo': { uses: ['node', 'restify', 'server', 'server/pages'] },
  'server/chat': { uses: ['node', 'restify', 'server', 'server/pages'] },
  'server/helpdesk': { uses: ['node', 'restify', 'zod', 'helpdesk', 'server', 'server/pages'], types: [ 'dialogs', 'knowledge/compiler'] },
  'server/knowledge': {
    uses: ['node', 'restify', '@viz-js/viz', 'zod', 'server', 'server/pages'],
    types: ['knowledge/compiler', 'troubleshooting', 'reading'],
  },
  service: {
    uses: [
      'node', 'zod', 'prom-client', 'knowledge/compiler', 'reading', 'understanding/classifier', 'understanding/reader', 'troubleshooting', 'learning',
      'learning/counting', 'dialogs', 'cards', 'cards/teams', 'helpdesk', 'helpdesk/adapters', 'storage', 'bots/turns', 'bots/connecting', 'server', 'server/chat',
    ],
    types: ['bots/activities', 'server/helpdesk'],
  },
  widget: { uses: ['@panzoom/panzoom', 'marked'] },
  '.': { uses: ['pino', 'vitest', 'service'] },
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

  it('the SDK of Microsoft, whose support has ended, is known to the rooms of bots/ alone', () => {
    const knowing = ALL_SOURCES.filter((file) => !/^(?:bots|test|bench)\//.test(file) && /from '(?:botbuilder|botframework-)/.test(readFileSync(join(root, file), 'utf8')));
    expect(knowing).toEqual([]);
  });

  it('knows every room', () => {
    const outside = ['test', 'bench', 'scripts', 'deploy'];
    const unknown = ALL_SOURCES.filter((file) => roomOf(file) === undefined && !outside.includes(file.split('/')[0] ?? ''));
    expect(unknown).toEqual([]);
  });
});

/** The innermost room that holds the file; at the root only `index.ts` and what configures tools. */
function roomOf(file: string): string | undefined {
  let folder = posix.dirname(file);
  while (folder !== '.' && !(folder in RULES)) folder = posix.dirname(folder);
  return folder === '.' ? ROOT_FILES.find((each) => each === file) && '.' : folder;
}

function isAllowed(room: string, rule: Rule, { file, target, typeOnly }: Import): boolean {
  if (target === room || rule.uses.includes(target)) return true;
  if (typeOnly && rule.types?.includes(target)) return true;
  const exception = rule.exceptions?.[posix.relative(room, file)];
  return exception?.includes(target) ?? false;
}

function importsOf(room: string): Import[] {
  return ALL_SOURCES.filter((file) => roomOf(file) === room).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
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
    return roomOf(path) ?? path;
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
