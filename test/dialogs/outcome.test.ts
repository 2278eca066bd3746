import { beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../../service/assistant.ts';
import { sharedAssistant } from '../assistant.ts';
import type { Session } from '../../dialogs/session.ts';
import type { OutcomeRecord, Press, UserEvent } from '../../dialogs/turn.ts';

let assistant: Assistant;
beforeAll(async () => {
  assistant = await sharedAssistant();
});

/** One conversation, with what it reports to learning. */
class Talk {
  session: Session | undefined;
  readonly reports: OutcomeRecord[] = [];
  #ids = 0;

  hear(event: UserEvent): void {
    const turn = assistant.advance(this.session, event, {
      now: new Date('2026-03-02T09:00:00Z'),
      newId: () => `id-${(this.#ids += 1)}`,
      conversationId: 'c',
      person: { id: 'p', name: 'Ada Lovelace' },
    });
    this.session = turn.session;
    this.reports.push(...turn.effects.flatMap((effect) => (effect.type === 'record-outcome' ? [effect.outcome] : [])));
  }

  say(text: string): void {
    this.hear({ type: 'utterance', text });
  }

  /** Presses a button of the card on the table. */
  press(action: Press['action'], target = this.fix): void {
    this.hear({ type: 'pressed', press: { action, target, step: this.session?.step ?? 0 } });
  }

  /** The fix on the table, questions before it refused. */
  get fix(): string {
    for (let turns = 0; turns < 20 && this.session?.phase.name === 'asking'; turns++) this.press('dont-know', this.session.phase.question);
    return this.session?.phase.name === 'fixing' ? this.session.phase.fix : '';
  }
}

describe('what a conversation reports to learning', () => {
  it('is nothing while nothing is known, and then what is known, with how it is known', () => {
    const talk = new Talk();
    talk.say('hello');
    talk.say('Error code: 0x904 Extended error code: 0x7');
    expect(talk.reports).toEqual([]);
    talk.say('TcpTestSucceeded : True');
    expect(talk.reports.at(-1)).toMatchObject({ problem: '0x904/0x7', end: 'open', failed: [] });
    expect(talk.reports.at(-1)?.findings.map(({ basis }) => basis)).toContain('measured');
  });

  it('keeps one case from the first fix to the one that helped, and each report is whole', () => {
    const talk = new Talk();
    talk.say('Error code: 0x904 Extended error code: 0x0');
    const first = talk.fix;
    talk.press('failed');
    const second = talk.fix;
    talk.press('worked');
    expect(new Set(talk.reports.map(({ id }) => id)).size).toBe(1);
    expect(talk.reports.at(-1)).toMatchObject({ end: 'solved', failed: [first], solvedBy: second });
  });

  it('makes a fault that comes back a failure of the fix, in the same case', () => {
    const talk = new Talk();
    talk.say('Error code: 0x904 Extended error code: 0x7');
    const fix = talk.fix;
    talk.press('worked');
    const solved = talk.reports.at(-1);
    talk.press('failed', fix);
    expect(solved).toMatchObject({ end: 'solved', solvedBy: fix });
    expect(talk.reports.at(-1)).toMatchObject({ id: solved?.id, end: 'open', failed: [fix] });
    expect(talk.reports.at(-1)).not.toHaveProperty('solvedBy');
  });

  it('begins another case with another problem', () => {
    const talk = new Talk();
    talk.say('Error code: 0x904 Extended error code: 0x7');
    expect(talk.fix).not.toBe('');
    talk.press('failed');
    talk.press('restart', '');
    talk.say('Error code: 0x904 Extended error code: 0x7');
    expect(talk.fix).not.toBe('');
    talk.press('failed');
    expect(new Set(talk.reports.map(({ id }) => id)).size).toBe(2);
  });

  it('names the escalation once a person has it, and says nothing new for a repeated turn', () => {
    const talk = new Talk();
    talk.say('Error code: 0x904 Extended error code: 0x7');
    talk.say('get me a person');
    const before = structuredClone(talk.session);
    const { phase } = talk.session ?? {};
    const escalationId = phase?.name === 'escalating' ? phase.escalationId : '';
    talk.press('send-ticket', escalationId);
    expect(talk.reports.at(-1)).toMatchObject({ end: 'handed-over', escalationId });
    const reported = talk.reports.length;
    talk.say('it is urgent');
    expect(talk.reports).toHaveLength(reported);
    expect(before?.case).toBeUndefined();
  });
});
