/** Everything that must hold, cheap checks first. One line at the end says how many passed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'reconnect-test-'));
const report = join(folder, 'vitest.json');

interface Check {
  readonly name: string;
  /** Path inside node_modules, or a script of ours. */
  readonly run: readonly string[];
  readonly remedy: string;
}

const bin = (path: string) => join(root, 'node_modules', path);

const CHECKS: readonly Check[] = [
  { name: 'lint', run: [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'], remedy: 'npm run lint' },
  { name: 'types', run: [bin('typescript/bin/tsc'), '--noEmit'], remedy: 'npm run types' },
  { name: 'unused code', run: [bin('knip/bin/knip.js')], remedy: 'npm run unused' },
  { name: 'code that only tests use', run: [bin('knip/bin/knip.js'), '--production'], remedy: 'npm run unused -- --production' },
  { name: 'knowledge', run: ['--import', 'tsx', join(root, 'scripts/knowledge.ts'), 'lint'], remedy: 'npm run knowledge -- lint' },
  // Once, or every test file that needs them would build them.
  { name: 'models', run: ['--import', 'tsx', join(root, 'scripts/train.ts'), 'cache'], remedy: 'npm run train cache' },
];

let passed = 0;
const failed: string[] = [];

for (const check of CHECKS) {
  const { status } = spawnSync(process.execPath, check.run, { cwd: root, stdio: 'inherit' });
  if (status === 0) {
    passed += 1;
    console.log(`ok: ${check.name}`);
  } else {
    failed.push(check.name);
    console.log(`FAILED: ${check.name} (run it alone: ${check.remedy})`);
  }
}

const vitest = spawnSync(process.execPath, [bin('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], { cwd: root, stdio: 'inherit' });
const tests = readReport();
rmSync(folder, { recursive: true, force: true });
passed += tests.passed;
if (vitest.status !== 0 && tests.failed === 0) failed.push('vitest');
const failures = failed.length + tests.failed;
if (failures > 0) console.log(`\nSomething does not hold. One test file alone: npm run unit -- test/<file>.`);
console.log(`\n${passed} passed, ${failures} failed`);
process.exitCode = failures > 0 ? 1 : 0;

function readReport(): { passed: number; failed: number } {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number };
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
