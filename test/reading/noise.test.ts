import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../knowledge/compiler/load.ts';
import { read } from '../../reading/read.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const FOLDER = new URL('../fixtures/noise/', import.meta.url);
const OUTPUTS = ['network', 'system', 'software', 'everyday'];

const { graph } = await loadKnowledge(fileURLToPath(new URL('../../knowledge', import.meta.url)));
if (graph === undefined) throw new Error('The knowledge has faults; run npm run knowledge -- lint.');

const fileOf = (name: string): string => readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8');

/** What stands under each `### name`. */
function piecesOf(name: string): readonly { readonly what: string; readonly text: string }[] {
  return fileOf(name)
    .split(/^### /m)
    .slice(1)
    .map((piece) => ({ what: piece.slice(0, piece.indexOf('\n')), text: piece.slice(piece.indexOf('\n') + 1).trimEnd() }));
}

/** The same text as it gets into a chat. */
const WAYS: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['quoted', (text) => text.replace(/^/gm, '> ')],
  ['with Windows line ends', (text) => text.replace(/\n/g, '\r\n')],
  ['in a fence', (text) => '```\n' + text + '\n```'],
  ['in one line', (text) => text.replace(/\s*\n\s*/g, '  ')],
];

/** Measured or told: nothing of it is about the case. */
function taken(text: string): readonly string[] {
  const { findings, codes } = read(text, { now: NOW, graph });
  const named = codes.filter(({ code, spaces, certain }) => certain && graph?.code(code).some((entry) => spaces.includes(entry.space)));
  return [...findings.map(({ answer }) => answer), ...named.map(({ code, spaces }) => `code ${code} (${spaces.join(', ')})`)];
}

describe.each(OUTPUTS)('outputs of other tools: %s', (name) => {
  describe.each(piecesOf(name))('$what', ({ text }) => {
    test.each(WAYS)('%s', (_, way) => {
      expect(taken(way(text))).toEqual([]);
    });
  });
});

interface LoggedEvent {
  readonly provider: string;
  readonly id: string;
  readonly level: string;
  readonly message: string;
}

const EVENTS: readonly LoggedEvent[] = fileOf('events')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [provider = '', id = '', level = '', ...message] = line.split(' | ');
    return { provider, id, level, message: message.join(' | ') };
  });

/** An event as the tools of Windows show it. */
const LOGS: readonly (readonly [string, (event: LoggedEvent) => string])[] = [
  ['Get-WinEvent', ({ provider, id, level, message }) => `   ProviderName: ${provider}\n\nTimeCreated                      Id LevelDisplayName Message\n-----------                      -- ---------------- -------\n11/20/2026 8:14:11 AM ${id.padStart(13)} ${level.padEnd(16)} ${message}`],
  ['Format-List', ({ provider, id, level, message }) => `TimeCreated  : 11/20/2026 8:14:11 AM\nProviderName : ${provider}\nId           : ${id}\nMessage      : ${message}\nLevel        : ${level}`],
  ['Event Viewer', ({ provider, id, level, message }) => `Log Name:      System\nSource:        ${provider}\nDate:          11/20/2026 8:14:11 AM\nEvent ID:      ${id}\nTask Category: None\nLevel:         ${level}\nKeywords:      Classic\nUser:          N/A\nComputer:      LT-0231.corp.example\nDescription:\n${message}`],
  ['Event Viewer, German', ({ provider, id, message }) => `Protokollname: System\nQuelle:        ${provider}\nDatum:         20.11.2026 08:14:11\nEreignis-ID:   ${id}\nEbene:         Fehler\nBenutzer:      Nicht zutreffend\nBeschreibung:\n${message}`],
  ['a row of Event Viewer', ({ provider, id, level }) => `${level}\t11/20/2026 8:14:11 AM\t${provider}\t${id}\tNone`],
  ['XML', ({ provider, id, message }) => `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="${provider}"/><EventID Qualifiers="16384">${id}</EventID><Level>2</Level><TimeCreated SystemTime="2026-11-20T07:14:11.000Z"/></System><EventData><Data>${message}</Data></EventData></Event>`],
  ['JSON', ({ provider, id, message }) => JSON.stringify({ TimeCreated: '2026-11-20T08:14:11', ProviderName: provider, Id: Number(id), Message: message }, null, 2)],
];

describe.each(LOGS)('events of other providers: %s', (_, show) => {
  test.each(EVENTS)('$provider $id', (event) => {
    expect(taken(show(event))).toEqual([]);
  });
});

test('the corpus is large', () => {
  expect(OUTPUTS.flatMap(piecesOf).length).toBeGreaterThanOrEqual(300);
  expect(EVENTS.length).toBeGreaterThanOrEqual(200);
});
