import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { read } from '../../reading/read.ts';
import { loadKnowledge } from '../../knowledge/compiler/load.ts';

/** The clock of every form in the folder. */
const NOW = new Date('2026-11-22T12:00:00Z');
const FOLDER = new URL('../fixtures/forms/outputs/', import.meta.url);

type Fields = Readonly<Record<string, string | number | boolean>>;

/** One pasted text. The reader that it is for is the file's name. */
interface OutputForm {
  readonly what: string;
  readonly text: string;
  /** The question on the table. */
  readonly asked?: string;
  /** Fields that an observation of the reader has; a list asks for one observation each. */
  readonly read?: Fields | readonly Fields[];
  /** Fields that no observation of the reader has. */
  readonly lacks?: readonly string[];
  /** The reader reads nothing. */
  readonly nothing?: boolean;
  /** Other readers that may speak; none else does. */
  readonly besides?: readonly string[];
  /** Error codes, all of them. */
  readonly codes?: readonly string[];
  /** The measured answers of the graph, all of them; unchecked where absent. */
  readonly finds?: readonly string[];
}

const { graph } = await loadKnowledge(fileURLToPath(new URL('../../knowledge', import.meta.url)));
if (graph === undefined) throw new Error('The knowledge has faults; run npm run knowledge -- lint.');
const files = readdirSync(fileURLToPath(FOLDER)).filter((name) => name.endsWith('.yaml'));

describe.each(files)('%s', (file) => {
  const reader = file.replace('.yaml', '');
  const forms = parse(readFileSync(new URL(file, FOLDER), 'utf8')) as readonly OutputForm[];

  test.each(forms)('$what', ({ text, asked, read: wanted, lacks = [], nothing, besides = [], codes = [], finds }) => {
    const { observations, findings, codes: read_ } = read(text, { now: NOW, graph, ...(asked !== undefined && { asked }) });
    const mine = observations.filter((observation) => observation.reader === reader).map(({ fields }) => fields);
    for (const fields of [wanted ?? []].flat()) expect(mine).toContainEqual(expect.objectContaining(fields));
    for (const field of lacks) expect(mine.some((fields) => field in fields), field).toBe(false);
    if (nothing === true) expect(mine).toEqual([]);
    const others = new Set(observations.map((observation) => observation.reader).filter((name) => name !== reader && name !== 'statement'));
    expect([...others].filter((name) => !besides.includes(name))).toEqual([]);
    expect(read_.map(({ code }) => code)).toEqual(codes);
    if (finds !== undefined) {
      const measured = findings.filter(({ basis }) => basis === 'measured').map(({ answer }) => answer);
      expect([...measured].sort()).toEqual([...finds].sort());
    }
  });
});
