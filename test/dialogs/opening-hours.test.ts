import { beforeAll, describe, expect, it } from 'vitest';
import { isOpen, nextOpening, openingInWords, type OpeningHours } from '../../dialogs/opening-hours.ts';
import { createAssistant, type Assistant } from '../../service/assistant.ts';
import { sharedAssistant } from '../assistant.ts';
import { Talk } from './talk.ts';

const WORKDAYS: OpeningHours['week'] = [[], [[540, 960]], [[540, 960]], [[540, 720], [780, 960]], [[540, 960]], [[540, 960]], []];
const berlin: OpeningHours = { timeZone: 'Europe/Berlin', week: WORKDAYS, holidays: ['2026-12-24', '12-25'] };
const next = (hours: OpeningHours, at: string): string | undefined => nextOpening(hours, new Date(at))?.toISOString();

describe('opening hours', () => {
  it.each([
    ['2026-11-20T07:59:00Z', false],
    ['2026-11-20T08:00:00Z', true],
    ['2026-11-20T14:59:59Z', true],
    ['2026-11-20T15:00:00Z', false],
    // The clock was put forward on March 29.
    ['2026-03-30T07:00:00Z', true],
    ['2026-11-21T10:00:00Z', false],
    // Lunch on Wednesdays.
    ['2026-11-18T11:30:00Z', false],
    ['2026-12-24T10:00:00Z', false],
    ['2031-12-25T10:00:00Z', false],
  ])('go by the clock of the place: %s', (at, open) => {
    expect(isOpen(berlin, new Date(at))).toBe(open);
  });

  it('name the next opening: later today, after the weekend, after holidays, across a change of the clock', () => {
    expect(next(berlin, '2026-11-18T11:30:00Z')).toBe('2026-11-18T12:00:00.000Z');
    expect(next(berlin, '2026-11-20T16:00:00Z')).toBe('2026-11-23T08:00:00.000Z');
    expect(next(berlin, '2026-12-23T15:00:00Z')).toBe('2026-12-28T08:00:00.000Z');
    expect(next(berlin, '2026-03-27T20:00:00Z')).toBe('2026-03-30T07:00:00.000Z');
  });

  it('take the day of the place, not of Greenwich', () => {
    const auckland: OpeningHours = { ...berlin, timeZone: 'Pacific/Auckland' };
    // Monday 9:30 there, Sunday evening in Greenwich.
    expect(isOpen(auckland, new Date('2026-11-22T20:30:00Z'))).toBe(true);
    expect(next({ ...berlin, timeZone: 'Asia/Kolkata' }, '2026-11-22T20:30:00Z')).toBe('2026-11-23T03:30:00.000Z');
  });

  it('may never open again', () => {
    expect(next({ ...berlin, week: [] }, '2026-11-20T16:00:00Z')).toBeUndefined();
  });

  it('are named by the clock of the place', () => {
    expect(openingInWords(berlin, new Date('2026-11-23T08:00:00Z'))).toBe('Monday, November 23, 9:00 AM GMT+1');
  });
});

describe('a conversation out of hours', () => {
  let assistant: Assistant;
  beforeAll(async () => {
    const { graph, ...models } = (await sharedAssistant()).mind;
    // The clock of `Talk` stands on a Friday, 9:00 UTC: 4 in the morning there.
    const hours: OpeningHours = { ...berlin, timeZone: 'America/New_York', note: 'If nobody in the company can work, call 555-0100.' };
    assistant = createAssistant({ graph, models, site: { hasHelpdesk: true, waitMinutes: 480, hours } });
  });

  it('goes through the steps, opens the ticket, and says when to expect an answer', () => {
    const talk = new Talk(assistant).say('Error code: 0x904 Extended error code: 0x7');
    expect(talk.texts.join()).not.toContain('closed now');
    talk.say('get me someone');
    const sentence = 'Support is closed now and back on **Friday, November 20, 9:00 AM EST**; expect an answer after that. If nobody in the company can work, call 555-0100.';
    expect(talk.texts.join()).toContain(sentence);
    talk.press('Open the ticket');
    expect(talk.effects.map(({ type }) => type)).toContain('open-ticket');
    const escalationId = talk.session?.escalation?.id ?? '';
    talk.hear({ type: 'ticket-opened', escalationId, number: '7' });
    expect(talk.texts.join()).toContain(sentence);
    talk.say('any news?');
    expect(talk.texts.join()).toContain(`is waiting for someone to take it. ${sentence}`);
    talk.hear({ type: 'ticket-changed', escalationId, eventId: 'e', status: 'waiting' }).say('any news?');
    expect(talk.texts.join()).not.toContain('closed now');
  });
});
