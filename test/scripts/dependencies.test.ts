import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closure } from '../../scripts/dependencies/closure.ts';
import { dependencyPage, licences, type Lock } from '../../scripts/dependencies/page.ts';
import { WHAT_FOR } from '../../scripts/dependencies/what-for.ts';

const root = join(import.meta.dirname, '..', '..');
const textOf = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');
const lock = JSON.parse(textOf('package-lock.json')) as Lock;
const ALLOWED = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'MIT-0', 'BlueOak-1.0.0', 'Unlicense']);

describe('the page of dependencies', () => {
  it('is current', () => {
    const page = textOf('docs', 'operators', 'dependencies.md');
    expect(dependencyPage(page, lock, WHAT_FOR, (name) => closure(lock, name).size), 'run `npm run dependencies`').toBe(page);
  });

  it('names no licence that asks for more than to be named', () => {
    const odd = [...licences(lock).keys()].filter((licence) => !licence.replace(/[()]/g, '').split(' OR ').some((each) => ALLOWED.has(each)));
    expect(odd).toEqual([]);
  });

  it('wants a reason for each, and no reason for what is gone', () => {
    const page = textOf('docs', 'operators', 'dependencies.md');
    expect(() => dependencyPage(page, lock, { ...WHAT_FOR, gone: 'nothing' }, () => 1)).toThrow(/differ: gone/);
    expect(() => dependencyPage('no place', lock, WHAT_FOR, () => 1)).toThrow(/needs/);
  });

  it('counts what a package brings as Node would find it', () => {
    const small: Lock = {
      packages: {
        '': { dependencies: { a: '1' } },
        'node_modules/a': { dependencies: { b: '1', c: '1' } },
        'node_modules/a/node_modules/b': { dependencies: { c: '1' } },
        'node_modules/b': {},
        'node_modules/c': { optionalDependencies: { elsewhere: '1' } },
      },
    };
    expect([...closure(small, 'a')].sort()).toEqual(['node_modules/a', 'node_modules/a/node_modules/b', 'node_modules/c']);
  });
});
