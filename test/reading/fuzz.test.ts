import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read } from '../../reading/read.ts';
import { redact } from '../../reading/redact.ts';
import { READERS, type ReaderShape } from '../../reading/vocabulary.ts';
import outputs from '../fixtures/forms/outputs.json' with { type: 'json' };
import events from '../fixtures/forms/events.json' with { type: 'json' };

const NOW = new Date('2026-11-22T12:00:00Z');
const SHAPES: Readonly<Record<string, ReaderShape>> = READERS;
const LARGEST = 1_000_000;

/** Words that start readers and make them look further. */
const WORDS = [
  'error code: ', '0x904', '0x', 'ext ', 'service_name: x state ', 'tcp 0.0.0.0:3389 0.0.0.0:0 listening 12\n', 'rdp-tcp 65536 listen\n', 'event 1057 ', 'not after : ',
  'password: ', 'hunter2 ', '-----BEGIN PRIVATE KEY-----', 'eyJ', 'name : x\n', 'enabled: yes\n', 'rule name: a\n', '1 ', '  ', '\n', '> ', ':', '=', '(', '"', "'", '\\', '/', 'a', '9', 'é', 'İ', '\ud800', '０',
  'works ', 'fine ', 'from ', 'vpn ', 'not ', 'only ', 'server ', 'all ', 'others ', 'after ', 'update ', 'cert ', 'subject: ', 'reg_dword 0x1 ', 'hklm\\a ', 'nine oh four ', 'true', '1 ms ', '* * *',
  'address: 1.1.1.1 ', 'tcptestsucceeded : ', '4625 ', 'sub status: 0xc000006a ', 'dc: \\\\a ', 'rebootrequired ', 'secure channel between ', 'a_b: c : 4 running ', 'status name\n', 'valid from 1.1.2020 to ', '三', 'hundred ', '0 x 9 ', 'connectionfailed',
  'net use ', '/user:a ', 'my password is ', '<Password>', 'mfa ', '\u200b', '\u200e',
];

const spansHold = (text: string, reading: ReturnType<typeof read>): boolean =>
  [...reading.codes, ...reading.observations, ...reading.secrets].every(({ span: [start, end] }) => start >= 0 && end >= start && end <= text.length);

describe('any text gets an answer', () => {
  test('any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
        expect(spansHold(text, read(text, { now: NOW }))).toBe(true);
        redact(text);
      }),
      { numRuns: 300 },
    );
  });

  test('words of the readers in any order, up to 1 MB', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: LARGEST }), (words, length) => {
        const piece = words.join('');
        const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
        expect(spansHold(text, read(text, { now: NOW }))).toBe(true);
        redact(text);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  test('outputs that are cut and joined anywhere', () => {
    const texts = [...outputs, ...events].map(({ text }) => text);
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.constantFrom(...texts), fc.nat(400), fc.nat(400), (one, other, from, to) => {
        const text = one.slice(from) + other.slice(0, to);
        const { observations } = read(text, { now: NOW });
        for (const { reader, fields } of observations) {
          const shape = SHAPES[reader];
          expect(shape, reader).toBeDefined();
          for (const [field, value] of Object.entries(fields)) {
            const known = shape?.fields[field];
            expect(known?.type, `${reader}.${field}`).toBe(typeof value);
            if (known?.values !== undefined) expect(known.values).toContain(value);
            if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('the same text gives the same reading', () => {
    const text = 'error 0x904 ext 7, only this server, TcpTestSucceeded : True, password: Abc12345';
    expect(read(text, { now: NOW })).toEqual(read(text, { now: NOW }));
  });
});
