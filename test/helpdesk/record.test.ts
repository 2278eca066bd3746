import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { recordOf, recordShape } from '../../helpdesk/record.ts';
import { reportOf } from '../../helpdesk/report.ts';
import { plainText } from '../../helpdesk/words.ts';
import { ticketOf } from './ticket.ts';

describe('the record for programs', () => {
  it('is of the published schema', () => {
    const published: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/operators/ticket-record.schema.json'), 'utf8'));
    expect(published).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(recordShape))));
    expect(recordShape.parse(JSON.parse(recordOf(ticketOf('esc-1'))))).toMatchObject({ escalationId: 'esc-1', errorCodes: ['0x904', '0x7'] });
  });
});

describe('the report', () => {
  it('leaves out the middle of a conversation that is too long, says how much, and keeps everything else', () => {
    const transcript = Array.from({ length: 200 }, (_, n) => ({ who: 'person' as const, text: `line ${n} ${'x'.repeat(1_000)}`, at: '2026-11-20T08:59:00.000Z' }));
    const report = reportOf({ ticket: { ...ticketOf('esc-1'), transcript }, most: 20_000 });
    expect(Buffer.byteLength(report)).toBeLessThanOrEqual(20_000);
    for (const part of ['line 0 ', 'line 199 ', 'Restart the service: did not help', 'Reference: esc-1']) expect(report).toContain(part);
    expect(report).toMatch(/\[1\d\d messages are left out here\]/);
  });

  it.each([
    ['**Bold** and *slanted*, a [page](https://example.com/a_b)', 'Bold and slanted, a page (https://example.com/a_b)'],
    ['## Step 1\n> quoted', 'Step 1\nquoted'],
    ['run `sc query **x**` on srv_01_a', 'run sc query **x** on srv_01_a'],
    ['5 * 3 * 2 and C:\\a_b\\_c', '5 * 3 * 2 and C:\\a_b\\_c'],
  ])('has no Markdown: %j', (markdown, plain) => {
    expect(plainText(markdown)).toBe(plain);
  });
});
