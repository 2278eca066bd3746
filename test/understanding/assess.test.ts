import { beforeAll, describe, expect, it } from 'vitest';
import { assembleAssistant } from '../../service/assemble.ts';
import type { Assistant } from '../../service/assistant.ts';
import { assess } from '../../understanding/assess.ts';

const NOW = new Date('2026-11-22T12:00:00Z');

describe('scope', () => {
  let assistant: Assistant;
  beforeAll(async () => {
    assistant = await assembleAssistant();
  }, 240_000);

  const isForeign = (text: string): boolean => assess(assistant.mind, text, NOW).scope.outOfScope;

  it.each([
    ['Fehlercode 0x904', 'a code of its own'],
    ['ERRCONNECT_TLS_CONNECT_FAILED', "a client's constant"],
    ['The identity of the remote computer cannot be verified. Do you want to connect anyway?', 'a dialog'],
    ['Event 1057, RemoteConnectionManager', 'an event of its own source'],
  ])('%s is ours: %s', (text) => {
    expect(isForeign(text)).toBe(false);
  });

  it.each([
    ['the office printer gives 0x00000709', 'a Win32 error with eight digits'],
    ['event 41 Kernel-Power, the laptop restarts by itself', "another source's event"],
    ['Windows Update fails with 0x80073712', 'an HRESULT that all of Windows shares'],
    ['Outlook does not send mail', 'another program'],
  ])('%s is not: %s', (text) => {
    expect(isForeign(text)).toBe(true);
  });
});
