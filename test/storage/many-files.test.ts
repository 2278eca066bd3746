import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const COUNT = 3_000;

describe.skipIf(process.platform === 'win32')('a start with more files than may be open at once', () => {
  it('reads all of them', () => {
    const script = join(import.meta.dirname, 'open-many-child.ts');
    const output = execFileSync('/bin/sh', ['-c', `ulimit -n 256 && exec "$0" --import tsx "$1" ${COUNT}`, process.execPath, script], { encoding: 'utf8' });
    expect(output).toBe(`${COUNT} ${COUNT}`);
  });
});
