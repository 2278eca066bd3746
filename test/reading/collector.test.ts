import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../knowledge/compiler/load.ts';
import { COLLECTOR_KEYS } from '../../reading/collector/keys.ts';
import { read } from '../../reading/read.ts';
import { renderCollector } from './render-collector.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const GOLDEN = new URL('../fixtures/collector/', import.meta.url);
const { graph: loaded } = await loadKnowledge(fileURLToPath(new URL('../../knowledge', import.meta.url)));
if (loaded === undefined) throw new Error('The knowledge has faults; run npm run knowledge -- lint.');
const graph = loaded;

type Facts = Readonly<Record<string, string>>;
const reconnect = (text: string) => read(text, { now: NOW, graph }).observations.filter(({ reader }) => reader === 'reconnect').map(({ fields }) => fields);
const answers = (text: string): readonly string[] => read(text, { now: NOW, graph }).findings.map(({ answer }) => answer).sort();
const lines = (facts: Facts, side = 'server'): string => `reconnect/1 ${side} 1\n${Object.entries(facts).map(([key, value]) => `${key}=${value}\n`).join('')}lines=${Object.keys(facts).length}`;

/** What a printed value has to be read as; undefined where it says that there is nothing to read. */
function meant(key: string, value: string): Readonly<Record<string, unknown>> {
  const kind = COLLECTOR_KEYS[key]?.kind;
  if (value === 'na' || value === 'denied' || value === 'off') return { [key]: undefined };
  if (kind === 'word' || kind === 'text') return { [key]: value };
  if (kind === 'number') return value === 'none' ? { [key]: undefined, [`${key}-set`]: false } : { [key]: Number(value) };
  if (value === 'none') return { [key]: kind === 'count' ? 0 : undefined };
  return { [key]: Number(value.split('@')[0]), [`${key}-hours`]: Number(value.split('@')[1]) };
}

describe('golden outputs of twelve Windows languages', () => {
  const languages = readdirSync(fileURLToPath(GOLDEN)).filter((name) => name.endsWith('.txt')).map((name) => name.slice(0, -4));
  const sums = { exact: 0, inverted: 0, all: 0 };

  test.each(languages)('%s', (language) => {
    const text = readFileSync(new URL(`${language}.txt`, GOLDEN), 'utf8');
    const wanted = JSON.parse(readFileSync(new URL(`${language}.json`, GOLDEN), 'utf8')) as Readonly<Record<string, Facts>>;
    const found = reconnect(text);
    expect(found.map((fields) => fields['side'])).toEqual(['client', 'server']);
    for (const [side, facts] of Object.entries(wanted)) {
      const fields = found.find((each) => each['side'] === side) ?? {};
      expect(fields['complete']).toBe(true);
      expect(Object.keys(facts).length + Object.keys(wanted[side === 'client' ? 'server' : 'client'] ?? {}).length).toBeGreaterThanOrEqual(47);
      for (const [key, value] of Object.entries(facts)) {
        const expected = meant(key, value);
        const isExact = Object.entries(expected).every(([field, each]) => fields[field] === each);
        sums.all += 1;
        if (isExact) sums.exact += 1;
        else if (fields[key] !== undefined) sums.inverted += 1;
      }
    }
  });

  test('at least 98 % exact, none inverted', () => {
    expect(languages).toHaveLength(12);
    expect(sums.inverted).toBe(0);
    expect(sums.exact / sums.all).toBeGreaterThanOrEqual(0.98);
  });
});

describe('however it gets here', () => {
  const facts = { host: '1a2b3c4d', tcp: 'open', stage: 'tls', end: 'closed', protocol: 'nla-ex', packet: 'ok', name: 'ok', clock: '-3' };
  const whole = lines(facts, 'client');

  test.each([
    ['joined to one line', whole.replaceAll('\n', ' ')],
    ['quoted twice', whole.replace(/^/gm, '> > ')],
    ['in a table of a ticket', whole.replace(/^/gm, '| ')],
    ['backwards', whole.split('\n').reverse().join('\n').replace(/(.*)\n(reconnect.*)$/s, '$2\n$1')],
    ['between words', `this is what came:\n${whole}\nwhat now?`],
  ])('%s', (_, text) => {
    expect(reconnect(text)).toEqual([expect.objectContaining({ side: 'client', complete: true, stage: 'tls', clock: -3 })]);
    expect(answers(text)).toEqual(answers(whole));
  });

  test('cut: what is there counts, and that it was cut is known', () => {
    const [cut] = reconnect(whole.slice(0, -30));
    expect(cut).toMatchObject({ complete: false, stage: 'tls' });
    expect(cut).not.toHaveProperty('clock');
    expect(reconnect(whole.split('\n').slice(2).join('\n'))).toMatchObject([{ side: 'client', complete: false, stage: 'tls' }]);
  });

  test('twice: the later counts', () => {
    const later = lines({ ...facts, tcp: 'refused', stage: 'tcp', end: 'refused', protocol: 'none' }, 'client');
    expect(answers(`${whole}\n\n${later}`)).toContain('port-closed');
    expect(answers(`${later}\n\n${whole}`)).toContain('port-open');
  });

  test('of an older or a newer edition: keys that are not known are passed over', () => {
    const [fields] = reconnect('reconnect/1 server 9\nlistener=no\nunheard-of=7\nmoon=full\nlines=4');
    expect(fields).toMatchObject({ edition: 9, listener: 'no', complete: false });
    expect(fields).not.toHaveProperty('moon');
  });

  test('settings of other programs are nobody\'s business', () => {
    expect(reconnect('port=3306\nname=orders\nhost=db01\nrole=writer\nsessions=40')).toEqual([]);
    expect(reconnect('[mysqld]\nport=3306\nbuild=5')).toEqual([]);
  });
});

describe('what may be said', () => {
  const healthy = { 'rcm-cert': 'none', 'rcm-1057': 'none', 'rcm-1058': 'none', 'schannel-36870': 'none' };

  test('looked for and not there', () => {
    expect(answers(lines(healthy))).toContain('no-certificate-events');
    expect(answers(lines({ ...healthy, 'rcm-1058': '2@5' }))).toContain('event-log');
  });

  test.each(['denied', 'off', 'na'])('%s is neither', (state) => {
    const found = answers(lines({ ...healthy, 'rcm-1058': state }));
    expect(found).not.toContain('no-certificate-events');
    expect(found).not.toContain('event-log');
  });

  test('without rights the person is told so', () => {
    const { observations } = read(lines({ elevated: 'no', 'key-file': 'denied', 'logon-4625': 'denied' }), { now: NOW });
    expect(observations.map(({ reader }) => reader)).toContain('tool-error');
  });

  test('it proves that Windows is there', () => {
    expect(answers(lines({ elevated: 'yes', 'svc-termservice': 'running', listener: 'yes', port: '3389' }))).toContain('target-windows');
  });

  test('one refused password is no attack, and a port that closes is no certificate', () => {
    expect(answers(lines({ 'ts-140': '1@0', 'rcm-1006': 'none', 'logon-4625': '1@0' }))).not.toContain('attack-seen');
    expect(answers(lines({ tcp: 'open', stage: 'x224', end: 'closed', name: 'ok' }, 'client'))).toContain('probe-closed-at-greeting');
  });

  test('numbers in it are no error codes', () => {
    expect(read(lines({ 'client-reason': '2308@1', build: '26100.7171', 'logon-status': 'c000006a', alert: '1058' }, 'client'), { now: NOW, graph }).codes).toEqual([]);
  });
});

describe('the scripts', () => {
  const scripts = ['client-check', 'server-check'].map((id) => graph.diagnostics.get(id)?.command.text ?? '');
  const printed = (script: string): readonly string[] => [
    ...[...script.matchAll(/Fact '([a-z0-9-]+)'/g)].map(([, key = '']) => key),
    ...[...script.matchAll(/foreach \(\$(?:name|id) in ([^)]+)\) \{ Fact "([a-z]+)-\$(?:name|id)"/g)].flatMap(([, list = '', head = '']) =>
      list.split(',').map((each) => `${head}-${each.trim().replaceAll("'", '').toLowerCase()}`),
    ),
  ];

  test.each([['client', scripts[0] ?? ''], ['server', scripts[1] ?? '']])('the %s\'s prints keys of the schema, each once', (side, script) => {
    const keys = printed(script);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => COLLECTOR_KEYS[key]?.sides.some((each) => each === side) !== true)).toEqual([]);
    expect(keys.length).toBeGreaterThanOrEqual(side === 'client' ? 25 : 45);
  });

  test('every key is printed by some diagnostic', () => {
    const all = [...graph.diagnostics.values()].map(({ command }) => command.text).join('\n');
    const keys = new Set(printed(all));
    const elsewhere = (key: string): boolean => all.includes(`Found '${key}'`) || (key.startsWith('gateway-') && all.includes('Found "gateway-$id"')) || (key.startsWith('broker-') && all.includes('"$part-errors"'));
    expect(Object.keys(COLLECTOR_KEYS).filter((key) => !keys.has(key) && !elsewhere(key))).toEqual([]);
  });

  test('the page says what they print, and their hashes', async () => {
    await expect(renderCollector(graph)).toMatchFileSnapshot('../../docs/authors/collector.md');
  });
});
