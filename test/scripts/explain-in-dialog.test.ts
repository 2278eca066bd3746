import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LineCommand } from './line-command.ts';

interface Answer {
  readonly id: string;
  readonly skipped?: true;
  readonly took: readonly string[];
  readonly asked: boolean;
  readonly offered: readonly string[];
  readonly gaveUp: boolean;
  readonly said: string;
}

const FIX = 'renew-self-signed-certificate';
const ON_FIX = { problem: '0x904/0x7', on_table: { fix: FIX } };
const ON_QUESTION = { problem: '0x904/0x7', on_table: { question: 'affected-hosts' } };

describe('explain --jsonl --in-dialog', () => {
  let explain: LineCommand;
  let contract: { contract: number; questions: Record<string, string>; bears: Record<string, string[]> };
  let lines = 0;
  beforeAll(async () => {
    explain = new LineCommand('scripts/explain.ts', '--jsonl', '--in-dialog');
    contract = await explain.next();
  });
  afterAll(() => explain.end());

  const heard = (context: object, text: string) =>
    explain.ask<Answer>({ id: `line-${++lines}`, context, text, at: '2026-11-20T10:00:00Z' });

  it('says first, unasked, where each answer belongs and which questions bear on a problem', () => {
    expect(contract.contract).toBe(1);
    expect(contract.questions).toMatchObject({ 'single-host': 'affected-hosts', 'all-hosts': 'affected-hosts' });
    expect(contract.bears['0x904/0x7']).toContain('affected-hosts');
    expect(contract.bears['slow-session']).not.toContain('target-kind');
  });

  it.each([
    ['the answer to the question', ON_QUESTION, 'only this one', ['evidence:single-host']],
    ['a question left open', ON_QUESTION, "I don't know", ['dont-know']],
    ['no step to speak of', ON_QUESTION, 'still the same', ['said-not-yet']],
    ['the extended code', { ...ON_QUESTION, problem: '0x904' }, 'Extended error code: 0x7', ['code:0x7']],
    ['a step that worked', ON_FIX, 'It works now', ['outcome:worked']],
    ['a step in vain', ON_FIX, 'did not help', ['outcome:failed']],
    ['a step that is beyond the person', ON_FIX, "I can't do this", ['outcome:cannot']],
    ['a step left out', ON_FIX, 'skip it', ['outcome:skip']],
    ['rights that are missing', ON_FIX, 'I am not an administrator', ['cap:admin-']],
    ['an explanation', ON_FIX, 'explain', ['ask:explain']],
    ['a word', ON_FIX, 'what is NLA?', ['ask:term']],
    ['small talk', ON_FIX, 'thank you!', ['chat']],
    ['the wish for a person', ON_FIX, 'talk to a person', ['ask:person']],
    ['a fresh start', ON_FIX, 'start over', ['ask:restart']],
    ['a fault that is back', { ...ON_FIX, on_table: 'solved' }, 'it came back', ['came-back']],
    ['an offer taken', { ...ON_FIX, on_table: 'offer' }, 'send it', ['send']],
    ['an offer refused', { ...ON_FIX, on_table: 'offer' }, 'not now', ['no-ticket']],
    ['the state of the ticket', { ...ON_FIX, on_table: 'ticket' }, 'any news?', ['ask:status']],
    ['a message for the ticket', { ...ON_FIX, on_table: 'ticket' }, 'the server is called blue', ['added']],
  ])('takes %s', async (_what, context, text, took) => {
    expect(await heard(context, text)).toMatchObject({ took, asked: false, offered: [], said: expect.stringMatching(/\S/) });
  });

  it('goes from a problem that has no code of its own', async () => {
    const [question] = contract.bears['slow-session'] ?? [];
    const [first] = Object.entries(contract.questions).find(([, each]) => each === question) ?? [];
    expect(await heard({ problem: 'slow-session', on_table: { question } }, 'the first one')).toMatchObject({ took: [`evidence:${first}`] });
  });

  it('asks back, with what its buttons would take', async () => {
    expect(await heard(ON_QUESTION, 'gnarf blub')).toMatchObject({
      took: [],
      asked: true,
      offered: expect.arrayContaining(['evidence:single-host', 'evidence:all-hosts', 'dont-know', 'ask:person']),
    });
  });

  it.each(['I am not an administrator', 'talk to a person'])('calls it no giving up after "%s": steps are left, or a person was asked for', async (text) => {
    expect(await heard(ON_FIX, text)).toMatchObject({ gaveUp: false });
  });

  it('starts each line anew', async () => {
    const first = await heard(ON_QUESTION, 'only this one');
    expect(await heard(ON_QUESTION, 'only this one')).toEqual({ ...first, id: `line-${lines}` });
  });

  it.each([
    ['a problem', { ...ON_FIX, problem: 'none-such' }],
    ['a question', { ...ON_FIX, on_table: { question: 'none-such' } }],
    ['a step', { ...ON_FIX, on_table: { fix: 'none-such' } }],
    ['a step left open', { ...ON_FIX, left_open: 'none-such' }],
  ])('passes over a context with %s that the graph does not have', async (_what, context) => {
    expect(await heard(context, 'ok')).toEqual({ id: `line-${lines}`, skipped: true });
  });

  it('answers a line that it cannot use with the reason', async () => {
    const line = { id: 'bad', context: { problem: '0x904', on_table: 'elsewhere' }, text: 'ok' };
    expect(await explain.ask(line)).toEqual({ id: 'bad', error: expect.stringContaining('on_table') });
  });
});
