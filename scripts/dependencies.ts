/** `npm run dependencies`: writes docs/operators/dependencies.md from package.json and the lock file, without the network. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dependencyPage, type Lock } from './dependencies/page.ts';
import { closure } from './dependencies/closure.ts';
import { WHAT_FOR } from './dependencies/what-for.ts';

const root = join(import.meta.dirname, '..');
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
const path = join(root, 'docs', 'operators', 'dependencies.md');
writeFileSync(path, dependencyPage(readFileSync(path, 'utf8'), lock, WHAT_FOR, (name) => closure(lock, name).size));
console.log(`${path} is written.`);
