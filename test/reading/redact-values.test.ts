import { expect, test } from 'vitest';
import { redactActivity, redactFileName, redactValue } from '../../reading/redact-values.ts';

test('what was typed into a card, however deep', () => {
  expect(redactValue({ form: [{ note: 'my password is Pebble#77', port: 3389 }], on: true, none: null })).toEqual({
    form: [{ note: 'my password is [password removed]', port: 3389 }],
    on: true,
    none: null,
  });
});

test('a field that is named after a secret goes whole, whatever stands in it', () => {
  expect(redactValue({ adminPassword: 'pebble', client_secret: 'x', pwd: 4711, passwordless: 'yes', password: '' })).toEqual({
    adminPassword: '[password removed]',
    client_secret: '[password removed]',
    pwd: '[password removed]',
    passwordless: 'yes',
    password: '',
  });
});

test('the name of a field may be a secret, too', () => {
  expect(JSON.stringify(redactValue({ 'password: Pebble#77': 1 }))).not.toContain('Pebble');
});

test('a value that is nested without end is cut, and nothing throws', () => {
  const deep = Array.from({ length: 5_000 }).reduce<unknown>((inner) => [inner], 'password: Pebble#77');
  expect(JSON.stringify(redactValue(deep))).not.toContain('Pebble');
});

test.each([
  ['my_password_is_Pebble#77.png', 'my_password_is_[password removed]'],
  ['password Pebble77.txt', 'password [password removed]'],
  ['Screenshot_2026-11-20_101500.png', 'Screenshot_2026-11-20_101500.png'],
  ['srv07_EventLog_4625.evtx', 'srv07_EventLog_4625.evtx'],
])('the name of a file: %s', (name, kept) => {
  expect(redactFileName(name)).toBe(kept);
});

test('of an activity everything that a person says or sends along; its ids stay', () => {
  const activity = {
    id: 'conversation|1',
    from: { id: 'dl_1' },
    text: 'pw: pebble77',
    value: { reconnect: { action: 'answer', target: 'scope', step: 3 }, note: 'PIN 593071' },
    attachments: [{ contentType: 'image/png', name: 'password_Pebble77.png', content: { body: [{ text: 'password: pebble' }] } }],
    channelData: { clientActivityID: 'k1l2m3', remark: 'https://anna:pebble77@srv07' },
    entities: [{ type: 'clientInfo', note: 'token=abcdefghij0123456789' }],
  };
  const kept = redactActivity(activity);
  expect(JSON.stringify(kept)).not.toMatch(/pebble|593071|abcdefghij/i);
  expect(kept).toMatchObject({ id: 'conversation|1', from: { id: 'dl_1' }, value: { reconnect: activity.value.reconnect }, channelData: { clientActivityID: 'k1l2m3' } });
});
