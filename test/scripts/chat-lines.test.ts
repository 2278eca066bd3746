import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionView } from '../../scripts/contract/session-view.ts';
import type { Button } from '../../dialogs/turn.ts';
import { LineCommand } from './line-command.ts';

interface Answer {
  readonly id: string;
  readonly error?: string;
  readonly declined?: true;
  readonly replies: readonly { readonly text: string; readonly buttons: readonly Button[] }[];
  readonly session: SessionView;
}

interface Names extends Record<'fixes' | 'causes' | 'problems', Record<string, unknown>> {
  readonly questions: Record<string, { readonly answers: Record<string, { readonly label: string }> }>;
}

const OPENING = 'Error code: 0x904 Extended error code: 0x7';
const AT = '2026-11-20T10:00:00Z';

describe('chat --jsonl', () => {
  let chat: LineCommand;
  let contract: { contract: number; knowledge: Names };
  beforeAll(async () => {
    chat = new LineCommand('scripts/chat.ts', '--jsonl');
    contract = await chat.next();
  });
  afterAll(() => chat.end());

  const say = (id: string, text: string) => chat.ask<Answer>({ id, text, at: AT });
  async function press({ id, replies }: Answer, title: string | undefined): Promise<Answer> {
    const found = replies.flatMap(({ buttons }) => buttons).find((button) => button.title === title);
    if (!found) throw new Error(`There is no button "${title}".`);
    return chat.ask<Answer>({ id, press: found.press, at: AT });
  }

  it('says first, unasked, what the ids of the graph mean', () => {
    const { questions, fixes, causes, problems } = contract.knowledge;
    expect(contract.contract).toBe(1);
    expect(questions['affected-hosts']).toEqual({
      title: expect.any(String),
      answers: {
        'single-host': { label: 'Only this one', statement: expect.any(String) },
        'all-hosts': { label: expect.any(String), statement: expect.any(String) },
      },
    });
    expect(fixes['renew-self-signed-certificate']).toMatchObject({
      role: 'server-admin',
      solves: expect.arrayContaining(['certificate-not-renewed']),
    });
    expect(causes['certificate-not-renewed']).toEqual(expect.any(String));
    expect(problems['0x904/0x7']).toMatchObject({
      causes: expect.arrayContaining(['certificate-not-renewed', 'unknown']),
      fixes: expect.arrayContaining(['renew-self-signed-certificate']),
    });
  });

  it('leads a conversation from the message to the cure', async () => {
    const greeted = await chat.ask<Answer>({ id: 'cure', join: true, at: AT });
    expect(greeted.replies[0]?.text).toContain('Remote Desktop');
    const nothing = { findings: [], supposed: [], unanswered: [], steps: [], capabilities: {}, causes: [] };
    expect(greeted.session).toEqual({ problem: null, open: { kind: 'none' }, ...nothing });

    const asked = await say('cure', OPENING);
    expect(asked.session).toMatchObject({ problem: '0x904/0x7', open: { kind: 'question' }, findings: [] });
    expect(asked.session.causes).toContain('unknown');

    const question = asked.session.open.id;
    const [first] = Object.entries(contract.knowledge.questions[question ?? '']?.answers ?? {});
    let now = await press(asked, first?.[1].label);
    expect(now.session.findings).toEqual([{ question, answer: first?.[0], basis: 'told' }]);
    while (now.session.open.kind === 'question') now = await press(now, "I don't know");
    const { open, unanswered } = now.session;
    expect(open.kind).toBe('step');
    expect(unanswered).not.toContain(question);

    const solved = await press(now, 'It works now');
    expect(solved.session.open).toEqual({ kind: 'solved', id: open.id });
    expect(solved.session.steps).toEqual([{ fix: open.id, outcome: 'worked' }]);
  });

  it('opens a ticket within the line that sends it, with the report that was shown', async () => {
    await say('ticket', OPENING);
    const asked = await say('ticket', 'only this server fails');
    const offered = await press(asked, 'Talk to support');
    expect(offered.session.open).toEqual({ kind: 'report', id: expect.any(String) });
    expect(offered.session.report?.known).toEqual(['single-host']);
    expect(offered.session.report?.causes).toEqual(offered.session.causes.slice(0, 3));

    const sent = await press(offered, 'Open the ticket');
    expect(sent.session).toMatchObject({ open: { kind: 'ticket' }, ticket: { number: expect.any(String) } });
    expect(sent.session.report).toEqual(offered.session.report);
    expect(sent.replies.map(({ text }) => text).join()).toContain(`#${sent.session.ticket?.number}`);
  });

  it('leaves out of the report what the person struck out', async () => {
    await say('edit', OPENING);
    const offered = await press(await say('edit', 'only this server fails'), 'Talk to support');
    const button = offered.replies.flatMap(({ buttons }) => buttons).find(({ press }) => press.action === 'send-ticket');
    const sent = await chat.ask<Answer>({ id: 'edit', press: { ...button?.press, input: { summary: 'It does not work.' } }, at: AT });
    expect(sent.session.report).toEqual({ known: [], supposed: [], causes: [], text: 'It does not work.' });
  });

  it('tells that a message was called foreign', async () => {
    expect(await say('foreign', 'my washing machine leaks water all over the kitchen floor')).toMatchObject({ declined: true });
    expect(await say('ours', OPENING)).not.toHaveProperty('declined');
  });

  it('keeps conversations apart, and the same lines give the same answers', async () => {
    const [first, second] = [await say('twin-1', OPENING), await say('twin-2', OPENING)];
    await say('twin-1', 'nobody can connect');
    const later = await say('twin-2', "I'm not an administrator");
    expect(second).toEqual({ ...first, id: 'twin-2' });
    expect(later.session.findings).toEqual([]);
    expect(later.session.capabilities).toMatchObject({ 'server-admin': false });
  });

  it('answers each line once and in order, and those that it cannot use with the reason', async () => {
    const lines: readonly (readonly [line: string, answer: string])[] = [
      [`{"id":"e1","text":"${OPENING}"}`, 'e1'],
      ['no JSON', '? error'],
      ['', '? error'],
      ['{"text":"nobody"}', '? error'],
      ['{"id":"e1"}', 'e1 error'],
      ['{"id":"e1","text":"a","join":true}', 'e1 error'],
      ['{"id":"e1","press":{"action":"explode","target":"","step":1}}', 'e1 error'],
      ['{"id":"e1","text":"a","at":"teatime"}', 'e1 error'],
      ['{"id":"e2","join":true}', 'e2'],
    ];
    for (const [line] of lines) chat.write(line);
    const answers: Answer[] = [];
    while (answers.length < lines.length) answers.push(await chat.next());
    const told = answers.map(({ id, error }) => `${id ?? '?'}${error === undefined ? '' : ' error'}`);
    expect(told).toEqual(lines.map(([, answer]) => answer));
    const after = await say('e1', "I don't know");
    expect(after.session.unanswered).toEqual([answers[0]?.session.open.id]);
  });

  it('ends with 0, with nothing left to say', async () => {
    const other = new LineCommand('scripts/chat.ts', '--jsonl');
    await other.next();
    other.write('no JSON');
    expect(await other.end()).toEqual({ code: 0, rest: ['{"error":"This is no JSON."}'] });
    expect(other.errors).toBe('');
  });
});
