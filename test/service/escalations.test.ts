import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { UserEvent } from '../../dialogs/turn.ts';
import { LIMITS } from '../../server/limits.ts';
import { silentLog } from '../../server/log.ts';
import { readConfig } from '../../service/config.ts';
import { openEscalations, type Escalations } from '../../service/escalations.ts';
import { ticketOf } from '../helpdesk/ticket.ts';

const ADDRESS = { conversation: 'c-1' };
const open = (id: string) => [{ type: 'open-ticket', ticket: ticketOf(id) }] as const;

let folder: string;
let escalations: Escalations;
let told: UserEvent[];
let said: string[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'escalations-'));
  told = [];
  said = [];
  // What comes, comes because it was asked for: the regular look never does.
  vi.useFakeTimers({ toFake: ['setInterval'] });
  escalations = await openEscalations({ helpdesk: readConfig({}).helpdesk, dataDir: folder, publicUrl: 'https://help.example.com/rdp', log: silentLog, judge: async () => undefined, onSetAside: () => undefined });
});
afterEach(async () => {
  await escalations.stop();
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

const start = (notify: (event: UserEvent) => Promise<void> = async (event) => void told.push(event)) =>
  escalations.start({ notify: (_address, event) => notify(event), say: async (_address, _key, text) => void said.push(text) });

describe('escalations', () => {
  it('tell the number at once, with an address that works from elsewhere', async () => {
    start();
    await escalations.take(open('esc-1'), ADDRESS, { person: 'Ada' });
    await expect.poll(() => told, { timeout: 5_000 }).toEqual([{ type: 'ticket-opened', escalationId: 'esc-1', number: '1', url: 'https://help.example.com/rdp/helpdesk/tickets/1' }]);
  });

  it('let a ticket wait that is one too many, say until when, and owe it', async () => {
    start();
    for (let n = 0; n <= LIMITS.tickets.person.burst; n++) await escalations.take(open(`esc-${n}`), ADDRESS, { person: 'Ada' });
    await expect.poll(() => told.length, { timeout: 5_000 }).toBe(LIMITS.tickets.person.burst);
    await expect.poll(() => said, { timeout: 5_000 }).toEqual([expect.stringMatching(/this one waits\. It is opened by itself at \d\d:\d\d UTC\.$/)]);
    expect(await escalations.owed()).toMatchObject([{ id: `open/esc-${LIMITS.tickets.person.burst}`, attempts: 0 }]);
    await escalations.take(open('esc-of-another'), ADDRESS, { person: 'Bea' });
    await expect.poll(() => told.length, { timeout: 5_000 }).toBe(LIMITS.tickets.person.burst + 1);
  });

  it('of a ticket that is not taken say so as surely as of one that is opened, also after a restart', async () => {
    for (let n = 0; n < LIMITS.tickets.waiting + LIMITS.tickets.person.burst; n++) await escalations.take(open(`esc-${n}`), ADDRESS, { person: 'Ada' });
    await escalations.take(open('one-too-many'), ADDRESS, { person: 'Ada' });
    expect((await escalations.owed()).map(({ id }) => id)).not.toContain('open/one-too-many');
    expect((await escalations.owed()).map(({ id }) => id)).toContain('refused/one-too-many');
    start();
    await expect.poll(() => told, { timeout: 20_000 }).toContainEqual({ type: 'ticket-failed', escalationId: 'one-too-many', reason: LIMITS.tickets.refused, forGood: true });
  });

  it('end when asked to, though a channel hangs, and still owe what it did not take', async () => {
    let reached = false;
    start(() => {
      reached = true;
      return new Promise(() => undefined);
    });
    await escalations.take(open('esc-1'), ADDRESS, { person: 'Ada' });
    await expect.poll(() => reached, { timeout: 5_000 }).toBe(true);
    await escalations.stop();
    expect(await escalations.owed()).toMatchObject([{ id: 'opened/esc-1' }]);
  });
});
