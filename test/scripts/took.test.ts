import { beforeAll, describe, expect, it } from 'vitest';
import { sharedAssistant } from '../assistant.ts';
import type { StepOutcome } from '../../dialogs/ledger.ts';
import { newSession, type Session } from '../../dialogs/session.ts';
import type { Turn } from '../../dialogs/turn.ts';
import type { KnowledgeGraph } from '../../knowledge/compiler/types.ts';
import { gaveUp, took } from '../../scripts/contract/took.ts';

const AT = '2026-11-20T10:00:00.000Z';
const FIX = 'renew-self-signed-certificate';
const START: Session = {
  ...newSession('c', new Date(AT)),
  problem: '0x904',
  codes: [{ code: '0x904', space: 'mstsc-disconnect', role: 'code' }],
  phase: { name: 'asking', question: 'affected-hosts' },
};
const ON_FIX: Session = { ...START, phase: { name: 'fixing', fix: FIX, handover: false, explained: 0 } };
const REPORT = { name: 'escalating', escalationId: 'e', summary: 'Problem: x', before: { name: 'listening' } } as const;

const step = (outcome: StepOutcome, fix = FIX) => ({ fix, outcome, handover: false, at: AT });

describe('what a turn took', () => {
  let graph: KnowledgeGraph;
  beforeAll(async () => {
    ({ graph } = (await sharedAssistant()).mind);
  });

  const tokens = (before: Session, after: Partial<Session>, turn: Partial<Turn> = {}) =>
    took(graph, before, { session: { ...before, ...after }, replies: [], effects: [], remarks: [], ...turn });

  it('nothing, where nothing changed but the record of what was said', () => {
    expect(tokens(ON_FIX, { transcript: [{ who: 'person', text: 'ok', at: AT }], misread: 1, step: 7 })).toEqual([]);
  });

  it('answers that are new, and none that is known already, even where it is measured now', () => {
    const told = { question: 'affected-hosts', answer: 'single-host', basis: 'told' } as const;
    expect(tokens(START, { findings: [told] })).toEqual(['evidence:single-host']);
    const known = { ...START, findings: [told] };
    expect(tokens(known, { findings: [{ ...told, answer: 'all-hosts' }] })).toEqual(['evidence:all-hosts']);
    expect(tokens(known, { findings: [{ ...told, basis: 'measured' }] })).toEqual([]);
  });

  it('an extended code, which makes the problem more exact and opens no other', () => {
    const extended = [...START.codes, { code: '0x7', space: 'mstsc-extended', role: 'extended' } as const];
    expect(tokens(START, { codes: extended, problem: '0x904/0x7' })).toEqual(['code:0x7']);
  });

  it('another problem, opened or put up for choice', () => {
    expect(tokens(START, { problem: 'black-screen' })).toEqual(['new-problem']);
    const phase = { name: 'choosing', options: ['same:black-screen', 'new:black-screen'] } as const;
    expect(tokens(START, { step: 1, phase })).toEqual(['new-problem']);
  });

  it.each([
    ['worked', 'outcome:worked'],
    ['failed', 'outcome:failed'],
    ['partly', 'outcome:failed'],
    ['cannot', 'outcome:cannot'],
    ['not-applicable', 'outcome:cannot'],
    ['skipped', 'outcome:skip'],
  ] as const)('a step that is recorded as %s', (outcome, token) => {
    const offered = { ...ON_FIX, steps: [step('offered')] };
    expect(tokens(offered, { steps: [step(outcome)] })).toEqual([token]);
    expect(tokens({ ...ON_FIX, steps: [step(outcome)] }, {})).toEqual([]);
  });

  it.each(['offered', 'doing', 'done', 'put-off'] as const)('no outcome of a step that waits for its own: %s', (outcome) => {
    expect(tokens(ON_FIX, { steps: [step(outcome)] })).toEqual([]);
  });

  it('a cure that no step is credited with', () => {
    expect(tokens(START, { phase: { name: 'solved' } })).toEqual(['outcome:worked']);
  });

  it('a cure that did not last, which is not a step in vain', () => {
    expect(tokens({ ...ON_FIX, steps: [step('worked')] }, { steps: [step('failed')] })).toEqual(['came-back']);
  });

  it('a test that worked, though it counts as no cure', () => {
    const test = [...graph.fixes.values()].find((fix) => fix.testOnly)?.id ?? '';
    const before: Session = { ...START, phase: { name: 'fixing', fix: test, handover: false, explained: 0 } };
    expect(tokens(before, { steps: [step('skipped', test)], phase: { name: 'undoing', fix: test } })).toEqual(['outcome:worked']);
  });

  it('rights: those of the step alone say that it cannot be done', () => {
    expect(tokens(ON_FIX, { capabilities: { 'client-admin': true, 'server-admin': true } })).toEqual(['cap:admin+']);
    expect(tokens(ON_FIX, { capabilities: { 'client-admin': false, 'server-admin': false } })).toEqual(['cap:admin-']);
    expect(tokens(ON_FIX, { capabilities: { 'server-admin': false } })).toEqual(['outcome:cannot']);
    expect(tokens(START, { capabilities: { 'server-admin': false } })).toEqual(['cap:admin-']);
  });

  it('a question closed without an answer', () => {
    expect(tokens(START, { unanswered: ['affected-hosts'] })).toEqual(['dont-know']);
    expect(tokens({ ...START, unanswered: ['affected-hosts'] }, {})).toEqual([]);
  });

  it('what becomes of a report', () => {
    const offered: Session = { ...START, phase: REPORT };
    expect(tokens(START, { phase: REPORT })).toEqual(['ask:person']);
    expect(tokens(START, { phase: { ...REPORT, unasked: true } })).toEqual([]);
    expect(tokens(offered, { phase: { name: 'listening' } })).toEqual(['no-ticket']);
    expect(tokens(offered, { phase: { ...REPORT, summary: 'And more.' } })).toEqual(['added-to-report']);
    expect(tokens(offered, { phase: { ...REPORT, summary: 'Less.' } }, { remarks: ['taken-back'] })).toEqual(['take-back']);
    const appended = { type: 'append-to-ticket', escalationId: 'e', messageKey: 'k', text: 'x' } as const;
    expect(tokens(offered, {}, { effects: [appended] })).toEqual(['added']);
  });

  it('what the turn itself told, each once; asking back takes nothing', () => {
    expect(tokens(ON_FIX, {}, { remarks: ['asked-back'] })).toEqual([]);
    expect(tokens(ON_FIX, {}, { remarks: ['foreign', 'small-talk', 'explained', 'term-told', 'status-told'] })).toEqual([
      'declined', 'chat', 'ask:explain', 'ask:term', 'ask:status',
    ]);
    expect(tokens(ON_FIX, {}, { remarks: ['carried-out', 'not-yet', 'stopped', 'restarted', 'another-step'] })).toEqual([
      'done', 'said-not-yet', 'stopped', 'ask:restart', 'ask:another',
    ]);
  });

  it('a ticket that nobody asked for is no wish of the person', () => {
    const unasked = { session: { ...START, phase: { ...REPORT, unasked: true } }, replies: [], effects: [], remarks: [] };
    expect(gaveUp(START, unasked)).toBe(true);
    expect(gaveUp(unasked.session, unasked)).toBe(false);
    expect(gaveUp(START, { ...unasked, session: { ...START, phase: REPORT } })).toBe(false);
  });
});
