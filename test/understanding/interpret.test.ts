import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { assess } from '../../understanding/assess.ts';
import type { IntentClassifier, Ranked } from '../../understanding/classifier/intent-classifier.ts';
import { createClassifier } from '../../understanding/classifier/create-classifier.ts';
import { assembleModel } from '../../service/learned-classifier.ts';
import { createMind } from '../../dialogs/create-mind.ts';
import type { Mind } from '../../dialogs/mind.ts';
import { interpret } from '../../understanding/interpret.ts';
import { loadKnowledge } from '../../knowledge/compiler/load.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const { graph } = await loadKnowledge(fileURLToPath(new URL('../../knowledge/', import.meta.url)));
if (graph === undefined) throw new Error('the knowledge does not compile');
const trained = createClassifier(await assembleModel());
const mind = createMind(graph, trained);

/** A mind whose model takes every reply for the given labels. */
function believing(...ranked: Ranked[]): Mind {
  const classifier: IntentClassifier = { ...trained, reply: () => ({ ranked, because: [] }) };
  return createMind(graph!, classifier);
}

describe('a reply: the model, weighed by the readers', () => {
  const PASTED = 'RemotePort : 3389\nTcpTestSucceeded : False';

  it('takes what was pasted before an act that the model half believes', () => {
    const { label, findings } = interpret(believing({ label: 'done-next', probability: 0.5 }), PASTED, NOW);
    expect(label).toBe('evidence:port-closed');
    expect(findings).toContainEqual({ question: 'port-test', answer: 'port-closed', basis: 'measured' });
  });

  it('takes the act where the model is sure, and keeps what was pasted', () => {
    const { label, findings } = interpret(believing({ label: 'done-next', probability: 0.9 }), PASTED, NOW);
    expect(label).toBe('done-next');
    expect(findings.map(({ answer }) => answer)).toContain('port-closed');
  });

  it('names the finding that the model finds likeliest among those of one statement', () => {
    const ranked = [{ label: 'failed', probability: 0.4 }, { label: 'evidence:other-users-ok', probability: 0.3 }];
    expect(interpret(believing(...ranked), 'my colleague can connect', NOW).label).toBe('evidence:other-users-ok');
  });

  it('puts an answer of the model in place of what was misread, and beside what answers another question', () => {
    const sure = believing({ label: 'evidence:port-open', probability: 0.97 });
    const { findings } = interpret(sure, 'the port is closed, said the firewall man, and he was wrong: only this server fails', NOW);
    const answers = findings.map(({ answer }) => answer);
    expect(answers).toContain('port-open');
    expect(answers).not.toContain('port-closed');
    expect(answers).toContain('single-host');
  });

  it('takes a denial of rights for an answer', () => {
    expect(interpret(believing({ label: 'unclear', probability: 0.6 }), 'I am not an admin there', NOW).label).toBe('cannot-do');
  });

  it.each([
    ['it is not only me, the others have it as well', 'evidence:all-users'],
    ['did not help, same error', 'failed'],
    ["yes, I'm in now, thanks a lot", 'worked'],
    ['the certificate ran out last month', 'evidence:cert-expired'],
    ['TcpTestSucceeded is False', 'evidence:port-closed'],
  ])('%s', (text, label) => {
    expect(interpret(mind, text, NOW).label).toBe(label);
  });
});

describe('scope', () => {
  const foreign = (text: string): boolean => assess(mind, text, NOW).scope.outOfScope;

  it.each([
    ['Fehlercode 0x904', 'a code of its own'],
    ['ERRCONNECT_TLS_CONNECT_FAILED', "a client's constant"],
    ['The identity of the remote computer cannot be verified. Do you want to connect anyway?', 'a dialog'],
    ['Event 1057, RemoteConnectionManager', 'an event of its own source'],
  ])('%s is ours: %s', (text) => {
    expect(foreign(text)).toBe(false);
  });

  it.each([
    ['the office printer gives 0x00000709', 'a Win32 error with eight digits'],
    ['event 41 Kernel-Power, the laptop restarts by itself', "another source's event"],
    ['Windows Update fails with 0x80073712', 'an HRESULT that all of Windows shares'],
    ['Outlook does not send mail', 'another program'],
  ])('%s is not: %s', (text) => {
    expect(foreign(text)).toBe(true);
  });
});
