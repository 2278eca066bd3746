// Plain JavaScript without imports of packages: it runs before there are any.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPlan } from './install-plan.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.installed.json');

/** Files that packages ship and nothing here reads: [path, why]. */
const DEAD_WEIGHT = [
  ['botframework-webchat/dist/stats.json', 'the bundler\'s statistics, 147 MB'],
];

function fail(what, remedy) {
  console.error(`\n${what}\n${remedy}\n`);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(
    `Reconnect needs Node 20.19 or newer; this is ${process.versions.node}.`,
    'Install a newer Node (22 or 24 is best) and run the same command again.',
  );
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const name of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(root, name)));
  return hash.digest('hex').slice(0, 16);
}

function textOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** What npm says goes to standard error: standard output belongs to the command that follows. */
function npm(args) {
  const cli = process.env.npm_execpath;
  const [command, prefix] = cli && /\.c?js$/.test(cli) ? [process.execPath, [cli]] : ['npm', []];
  return spawnSync(command, [...prefix, ...args], { cwd: root, stdio: ['ignore', process.stderr.fd, 'inherit'], shell: command === 'npm' && process.platform === 'win32' });
}

function install({ command, dev }, print) {
  const flags = ['--no-audit', '--no-fund', '--loglevel=error', dev ? '--include=dev' : '--omit=dev'];
  console.error(`Installing what is missing (${dev ? 'with the tools for testing' : 'what the server needs'}): npm ${command.join(' ')} ...`);
  const started = Date.now();
  const result = npm([...command, ...flags]);
  if (result.error) fail(`npm could not be started: ${result.error.message}`, 'Make sure that npm, which comes with Node, is on the PATH.');
  if (result.status !== 0) {
    fail(
      `npm ${command[0]} failed (exit code ${result.status ?? result.signal}); its own message is above.`,
      'Check that the npm registry can be reached and that the disk is not full, delete the folder node_modules, and run the same command again.',
    );
  }
  for (const [file] of DEAD_WEIGHT) rmSync(join(modules, file), { force: true });
  writeFileSync(stampFile, JSON.stringify({ fingerprint: print, dev }));
  console.error(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

checkNode();
if (existsSync(modules) && !statSync(modules).isDirectory()) fail('node_modules is not a folder.', 'Move it out of the way and run the same command again.');
const print = fingerprint();
const plan = installPlan({
  fingerprint: print,
  wantsDev: process.argv.includes('--dev'),
  empty: !existsSync(modules) || readdirSync(modules).length === 0,
  stamp: textOf(stampFile),
  hiddenLock: textOf(join(modules, '.package-lock.json')),
});
if (plan) install(plan, print);
