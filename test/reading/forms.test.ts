import { describe, expect, test } from 'vitest';
import { read } from '../../reading/read.ts';
import { primaryPair } from '../../reading/codes/pairs.ts';
import codes from '../fixtures/forms/codes.json' with { type: 'json' };
import dialogs from '../fixtures/forms/dialogs.json' with { type: 'json' };
import events from '../fixtures/forms/events.json' with { type: 'json' };
import outputs from '../fixtures/forms/outputs.json' with { type: 'json' };

const NOW = new Date('2026-11-22T12:00:00Z');

interface CodeForm {
  readonly id: string;
  readonly text: string;
  readonly code?: string;
  readonly extended?: string;
  readonly certain?: boolean;
  readonly symbol?: string;
}

describe('codes in every written form', () => {
  test.each(codes as readonly CodeForm[])('$id', ({ text, code, extended, certain, symbol }) => {
    const { codes: readings, observations } = read(text, { now: NOW });
    const pair = primaryPair(readings);
    expect(pair?.code.code).toBe(code);
    if (extended !== undefined) expect((pair?.extended ?? readings.find(({ role }) => role === 'extended'))?.code).toBe(extended);
    if (certain !== undefined) expect(pair?.code.certain).toBe(certain);
    if (symbol !== undefined) expect(observations).toContainEqual(expect.objectContaining({ reader: 'freerdp', fields: expect.objectContaining({ symbol }) }));
  });
});

interface DialogForm {
  readonly id: string;
  readonly text: string;
  readonly dialog: string;
  readonly code?: string;
  readonly extended?: string;
}

describe('texts of dialogs that were pasted without their code', () => {
  test.each(dialogs as readonly DialogForm[])('$id', ({ text, dialog, code, extended }) => {
    const { codes: readings, observations } = read(text, { now: NOW });
    const fields = observations.find(({ reader }) => reader === 'dialog')?.fields;
    expect(fields?.['text']).toBe(dialog);
    if (code !== undefined) expect(fields?.['code']).toBe(code);
    if (extended !== undefined) expect(fields?.['extended']).toBe(extended);
    expect(readings).toEqual([]);
  });
});

interface EventForm {
  readonly id: string;
  readonly text: string;
  readonly events: readonly number[];
  readonly codes: readonly string[];
  readonly provider?: string;
}

describe('texts of the event log', () => {
  test.each(events as readonly EventForm[])('$id', ({ text, events: ids, codes: printed, provider }) => {
    const reading = read(text, { now: NOW });
    const found = reading.observations.filter(({ reader }) => reader === 'event');
    expect(found.map(({ fields }) => fields['id'])).toEqual(ids);
    expect(reading.codes.map(({ code }) => code)).toEqual(printed);
    if (provider !== undefined) expect(found[0]?.fields['provider']).toBe(provider);
  });
});

interface OutputForm {
  readonly id: string;
  readonly text: string;
  readonly reader: string;
  readonly fields: Readonly<Record<string, string | number | boolean>>;
}

describe('outputs of tools', () => {
  test.each(outputs as readonly OutputForm[])('$id', ({ text, reader, fields }) => {
    const reading = read(text, { now: NOW });
    expect(reading.observations.find((observation) => observation.reader === reader)?.fields).toMatchObject(fields);
    expect(reading.codes).toEqual([]);
  });
});
