import { describe, expect, it } from 'vitest';
import { installPlan } from '../../scripts/install-plan.mjs';

const stamp = (fingerprint: string, dev: boolean) => JSON.stringify({ fingerprint, dev });
const WITH_TOOLS = JSON.stringify({ packages: { 'node_modules/ws': {}, 'node_modules/vitest': { dev: true } } });
const WITHOUT_TOOLS = JSON.stringify({ packages: { 'node_modules/ws': {} } });
const server = { fingerprint: 'new', wantsDev: false, empty: false };
const tests = { ...server, wantsDev: true };

describe('what is installed before a command', () => {
  it('is only what the command needs in a fresh clone', () => {
    expect(installPlan({ ...server, empty: true })).toEqual({ command: ['ci'], dev: false });
    expect(installPlan({ ...tests, empty: true })).toEqual({ command: ['ci'], dev: true });
  });

  it('is nothing when it is there, and more than it needs is no fault', () => {
    expect(installPlan({ ...server, stamp: stamp('new', false), hiddenLock: WITHOUT_TOOLS })).toBeUndefined();
    expect(installPlan({ ...server, stamp: stamp('new', true), hiddenLock: WITH_TOOLS })).toBeUndefined();
    expect(installPlan({ ...tests, stamp: stamp('new', true), hiddenLock: WITH_TOOLS })).toBeUndefined();
  });

  it('adds the tools for testing to a server', () => {
    expect(installPlan({ ...tests, stamp: stamp('new', false), hiddenLock: WITHOUT_TOOLS })?.dev).toBe(true);
  });

  it('keeps the tools for testing when the lock file has changed and the server is started', () => {
    expect(installPlan({ ...server, stamp: stamp('old', true), hiddenLock: WITH_TOOLS })).toEqual({ command: ['install', '--no-save'], dev: true });
    expect(installPlan({ ...server, stamp: stamp('old', false), hiddenLock: WITHOUT_TOOLS })?.dev).toBe(false);
  });

  it('keeps the tools for testing that somebody installed by hand', () => {
    expect(installPlan({ ...server, hiddenLock: WITH_TOOLS })?.dev).toBe(true);
    expect(installPlan({ ...server, stamp: stamp('old', false), hiddenLock: WITH_TOOLS })?.dev).toBe(true);
  });

  it.each(['', 'null', '[]', '{"fingerprint":'])('installs anew over a damaged note %j', (damaged) => {
    expect(installPlan({ ...server, stamp: damaged, hiddenLock: damaged })).toEqual({ command: ['install', '--no-save'], dev: false });
  });
});
