import { expect, it } from 'vitest';
import type { Helpdesk } from '../../helpdesk/port.ts';
import { ticketOf } from './ticket.ts';

/** What a helpdesk's people do, in the product's own way. */
export interface Agent {
  reply(number: string, text: string): Promise<void>;
  resolve(number: string): Promise<void>;
}

const signal = () => AbortSignal.timeout(10_000);

/** What every helpdesk adapter must hold. */
export function helpdeskContract(make: () => Promise<{ helpdesk: Helpdesk; agent: Agent }>): void {
  it('opens one ticket for one escalation, however often it is asked', async () => {
    const { helpdesk } = await make();
    const answers = await Promise.all([1, 2, 3].map(() => helpdesk.open(ticketOf('esc-1'), signal())));
    expect(new Set(answers.map((answer) => answer.ref.number)).size).toBe(1);
    expect(answers.filter((answer) => !answer.existed)).toHaveLength(1);
  });

  it('gives different escalations different numbers', async () => {
    const { helpdesk } = await make();
    const [a, b] = await Promise.all(['esc-1', 'esc-2'].map((id) => helpdesk.open(ticketOf(id), signal())));
    expect(a?.ref.number).not.toBe(b?.ref.number);
  });

  it('appends a message once for its key', async () => {
    const { helpdesk } = await make();
    await helpdesk.open(ticketOf('esc-1'), signal());
    const message = { messageKey: 'm-1', text: 'it also happens at home' };
    expect(await helpdesk.append('esc-1', message, signal())).toEqual({ existed: false });
    expect(await helpdesk.append('esc-1', message, signal())).toEqual({ existed: true });
  });

  it('refuses to append to an escalation that it does not know, naming it', async () => {
    const { helpdesk } = await make();
    await expect(helpdesk.append('esc-none', { messageKey: 'm', text: 'x' }, signal())).rejects.toThrow('esc-none');
  });

  it('tells what its people did after the cursor, and only that', async () => {
    const { helpdesk, agent } = await make();
    const { ref } = await helpdesk.open(ticketOf('esc-1'), signal());
    const before = await helpdesk.since(undefined, signal());
    expect(before.events).toEqual([]);
    await agent.reply(ref.number, 'Have a look now, please.');
    await agent.resolve(ref.number);
    const after = await helpdesk.since(before.cursor, signal());
    expect(after.events.map((event) => event.kind)).toEqual(['reply', 'status']);
    expect(after.events[0]).toMatchObject({ escalationId: 'esc-1', text: 'Have a look now, please.' });
    expect(await helpdesk.status('esc-1', signal())).toBe('resolved');
    expect((await helpdesk.since(after.cursor, signal())).events).toEqual([]);
  });
}
