import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';

// Reading slowly takes its time on a machine that is busy with the other tests.
vi.setConfig({ testTimeout: 120_000 });

const root = join(import.meta.dirname, '..', '..');

/** Takes 4 kB at a time and rests between; a pipe holds 64 kB. */
const SLOW_READER = `
  for await (const chunk of require('node:fs').createReadStream('', { fd: 0, highWaterMark: 4096 })) {
    process.stdout.write(chunk);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }`;

interface Piped {
  /** What came out at the reader's end. */
  readonly output: string;
  readonly errors: string;
  /** The command's own exit code. */
  readonly code: string | undefined;
}

/** Runs Node with these arguments, its standard output going through a pipe of the shell to the reader. */
function throughPipe(args: readonly string[], reader: readonly string[]): Piped {
  const quoted = (words: readonly string[]) => words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  const line = `{ ${quoted([process.execPath, '--import', 'tsx', ...args])}; echo "code $?" >&2; } | ${quoted(reader)}`;
  const { stdout, stderr } = spawnSync('sh', ['-c', line], { cwd: root, encoding: 'utf8', maxBuffer: 1e8 });
  return { output: stdout, errors: stderr.replace(/code \d+\n$/, ''), code: /code (\d+)\n$/.exec(stderr)?.[1] };
}

const slowly = [process.execPath, '--input-type=commonjs', '-e', `(async () => {${SLOW_READER}})()`];

/** A command that prints a megabyte and ends with a timer open. */
const talkative = [
  '--input-type=module', '-e',
  `import { endProcess } from './scripts/end-process.ts';
   setInterval(() => undefined, 1000);
   console.log('x'.repeat(1_000_000));
   console.error('e'.repeat(100_000));
   await endProcess(3);`,
];

describe('what a command prints', () => {
  it('arrives whole at a slow reader when the command ends by itself', () => {
    const { output, errors, code } = throughPipe(['scripts/knowledge.ts', 'export'], slowly);
    expect(errors).toBe('');
    expect(code).toBe('0');
    expect(output.length).toBeGreaterThan(200_000);
    expect(Object.keys(JSON.parse(output) as object)).toEqual(['format', 'version', 'files']);
  });

  it('arrives whole at a slow reader when timers are open and the process has to be ended', () => {
    const { output, errors, code } = throughPipe(talkative, slowly);
    expect(output.length).toBe(1_000_001);
    expect(errors.length).toBe(100_001);
    expect(code).toBe('3');
  });

  it('does not keep the command when the reader has left', () => {
    const { output, errors, code } = throughPipe(talkative, ['head', '-c', '10']);
    expect(output).toBe('x'.repeat(10));
    expect(errors).toBe(`${'e'.repeat(100_000)}\n`);
    expect(code).toBe('3');
  });
});
