import { beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../../service/assistant.ts';
import { newSession, reviveSession, SESSION_VERSION } from '../../dialogs/session.ts';
import { sharedAssistant } from '../assistant.ts';
import { Talk } from './talk.ts';

const AT = '2026-10-02T08:12:00.000Z';
const FIRST = { fix: 'connect-again', outcome: 'failed', handover: false, at: AT };
const SECOND = { fix: 'reconnect-the-vpn', outcome: 'cannot', handover: false, at: AT };
const TOLD = { question: 'vpn-use', answer: 'over-vpn', basis: 'told' };

/** As version 1 stored it: attempts with an outcome, and answers that words only suggested. */
const STORED_BY_VERSION_1 = {
  version: 1,
  id: 'c',
  step: 5,
  phase: { name: 'fixing', fix: 'try-another-network', handover: false, explained: 0 },
  problem: '0x904/0x0',
  codes: [
    { code: '0x904', space: 'mstsc-disconnect', role: 'code' },
    { code: '0x0', space: 'mstsc-extended', role: 'extended' },
  ],
  findings: [TOLD],
  suggested: [{ question: 'affected-hosts', likelihoods: { 'single-host': 1.4, 'all-hosts': 0.6 } }],
  unanswered: ['when-it-drops'],
  attempts: [FIRST, SECOND],
  capabilities: { 'server-admin': false },
  case: { id: 'case-1', openedAt: AT },
  lastPress: 'not-worked:connect-again:2',
  misread: 1,
  before: {
    phase: { name: 'asking', question: 'when-it-drops' },
    problem: '0x904/0x0',
    codes: [],
    findings: [],
    unanswered: [],
    attempts: [FIRST],
    capabilities: {},
  },
  mood: 'hurried',
  toldLanguage: true,
  toldEvents: ['event-1'],
  transcript: [{ who: 'person', text: 'Error code: 0x904 Extended error code: 0x0', at: AT }],
  lastSeen: AT,
};

describe('a stored conversation', () => {
  it('of version 1 is revived with its steps and everything that was said for certain', () => {
    const { attempts: _attempts, suggested: _suggested, before: _before, ...kept } = STORED_BY_VERSION_1;
    expect(reviveSession(structuredClone(STORED_BY_VERSION_1))).toEqual({ ...kept, version: SESSION_VERSION, steps: [FIRST, SECOND] });
  });

  it('of this version comes back as it is', () => {
    const session = newSession('c', new Date(AT));
    expect(reviveSession(structuredClone(session))).toEqual(session);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'session'],
    ['no phase', { version: SESSION_VERSION }],
    ['a later version', { ...newSession('c', new Date(AT)), version: SESSION_VERSION + 1 }],
  ])('that is %s begins anew', (_, stored) => {
    expect(reviveSession(stored)).toBeUndefined();
  });
});

describe('a conversation of version 1', () => {
  let assistant: Assistant;
  beforeAll(async () => {
    assistant = await sharedAssistant();
  });

  it('goes on: the open step takes its outcome, and no step of before is given again', () => {
    const talk = new Talk(assistant);
    talk.session = reviveSession(structuredClone(STORED_BY_VERSION_1));
    expect(talk.session?.problem).toBe('0x904/0x0');
    talk.say('that did not help');
    expect(talk.session?.version).toBe(SESSION_VERSION);
    expect(talk.session?.steps).toContainEqual(expect.objectContaining({ fix: 'try-another-network', outcome: 'failed' }));
    expect(talk.session?.steps).toEqual(expect.arrayContaining([FIRST, SECOND]));
    for (const reply of talk.replies) if (reply.type === 'fix') expect([FIRST.fix, SECOND.fix]).not.toContain(reply.fix);
  });
});
