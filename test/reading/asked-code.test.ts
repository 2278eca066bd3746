import { describe, expect, it } from 'vitest';
import { askedCode } from '../../reading/codes/asked-code.ts';

describe('askedCode', () => {
  it.each([
    ['what is event 1058?', 'event', '1058'],
    ['Event ID: 36870', 'event', '36870'],
    ['TLS alert 40', 'tls-alert', '40'],
    ['what does ssl fatal alert 70 mean', 'tls-alert', '70'],
    ['fatal error 5', 'fatal', '5'],
    ['logon error -3', 'logon', '0xfffffffd'],
  ])('%s', (text, space, code) => expect(askedCode(text)).toMatchObject({ spaces: [space], code }));

  it('leaves reports alone: there the numbers are evidence', () => {
    expect(askedCode('since yesterday nobody gets in, and the system log of the server shows event 1058 again and again')).toBeUndefined();
    expect(askedCode('Error code: 0x904')).toBeUndefined();
  });
});
