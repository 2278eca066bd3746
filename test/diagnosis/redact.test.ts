import { describe, expect, test } from 'vitest';
import { redact, secretsIn } from '../../diagnosis/redact.ts';

describe('secrets are masked, the rest stays', () => {
  test.each([
    ['my password: Sommer2026!', 'my password: [password removed]', 'password'],
    ['Passwort ist Xy7!aa und der Server srv01', 'Passwort ist [password removed] und der Server srv01', 'password'],
    ['pwd=hunter2;Server=db1', 'pwd=[password removed];Server=db1', 'password'],
    ['xfreerdp /v:srv01 /u:anna /p:Geheim1 /cert:ignore', 'xfreerdp /v:srv01 /u:anna /p:[password removed] /cert:ignore', 'password'],
    ['net use Z: \\\\srv01\\share Secret9 /user:anna', 'net use Z: \\\\srv01\\share [password removed] /user:anna', 'password'],
    ['https://anna:s3cr3t@example.com/x', 'https://anna:[password removed]@example.com/x', 'password'],
    ['AccountKey=abcdEFGH1234567890+/==;', 'AccountKey=[key removed];', 'key'],
    ['Authorization: Bearer abcdef1234567890xyz', 'Authorization: Bearer [token removed]', 'token'],
    ['ghp_abcdefghijklmnopqrstuvwxyz0123456789', '[token removed]', 'token'],
    ['key VK7JG-NPHTM-C97JM-9MPGT-3V66T here', 'key [product key removed] here', 'product key'],
    ['111111-222222-333333-444444-555555-666666-777777-888888', '[recovery key removed]', 'recovery key'],
    ['card 4111 1111 1111 1111 please', 'card [card number removed] please', 'card number'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIabc\n-----END RSA PRIVATE KEY-----', '-----BEGIN RSA PRIVATE KEY-----[private key removed]-----END RSA PRIVATE KEY-----', 'private key'],
    ['密码：abc12345', '密码：[password removed]', 'password'],
  ])('%s', (text, masked, kind) => {
    const result = redact(text);
    expect(result.text).toBe(masked);
    expect(result.secrets.map((secret) => secret.kind)).toEqual([kind]);
  });
});

describe('what a helpdesk needs is kept', () => {
  test.each([
    'my password is expired',
    'the password is not accepted',
    'Passwort ist falsch',
    'anna@example.com on srv01.corp.example, 10.0.0.4, CORP\\anna',
    'Activity ID: 1f0b5c2a-1111-4222-8333-944455556666',
    'Thumbprint 0123456789ABCDEF0123456789ABCDEF01234567',
    'Error code: 0x904',
    'order 1234 5678 9012 3456',
    'password: ********',
    'pass: 0x80004005',
  ])('%s', (text) => {
    expect(redact(text)).toEqual({ text, secrets: [] });
  });
});

test('a secret never leaves with its reading', () => {
  expect(JSON.stringify(secretsIn('password: Sommer2026!'))).not.toContain('Sommer');
});

test('masking twice changes nothing more', () => {
  const once = redact('password: Sommer2026! and token=abcdefghijkl12345').text;
  expect(redact(once).text).toBe(once);
});
