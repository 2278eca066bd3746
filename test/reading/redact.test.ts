import { describe, expect, test } from 'vitest';
import { redact, secretsIn } from '../../reading/redact.ts';

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
    ['pa\u200bssword: Som\u200bmer2026!', 'pa\u200bssword: [password removed]', 'password'],
  ])('%s', (text, masked, kind) => {
    const result = redact(text);
    expect(result.text).toBe(masked);
    expect(result.secrets.map((secret) => secret.kind)).toEqual([kind]);
  });
});

/** Pieces of the secrets in the lines below; none may be left. */
const PIECES =
  /Sommer|sunshine|horse|Winter|P@ssw0rd|abc123|geheim|Hallo123|Katze|Soleil|Perro|Gato|gato|Cane2024|Hond2024|Kot2024|Кот2024|Neko|Mao2024|Secret|Se cret|s3cr3t|abcdEFGH|YW5u|eyJ|Kq2|eb!57|111111|4111|0000-0004|sk_live|1234567890ab|AKIA|wJalr|01000000D0|4711|482|VK7JG|abcd1234|Admin123|wifi-key/;

describe('a secret goes, however it is written', () => {
  test.each([
    'my password is Sommer2026!',
    'my password is sunshine',
    'My password is "correct horse battery"',
    'the password for admin is Winter#22',
    'password = P@ssw0rd',
    'pw=abc123',
    'pw: geheim',
    'PW ist Hallo123!',
    'Passwort: Geheim1',
    'Kennwort lautet Geheim1!',
    'mein Kennwort: Katze',
    'das Passwort vom Server lautet "Sommer 2026"',
    'mot de passe : Soleil75',
    'mon mot de passe est Soleil75!',
    'mi contraseña es Perro123',
    'contraseña: Perro123',
    'minha senha é Gato2024',
    'senha: gato',
    'la mia password è Cane2024!',
    'wachtwoord is Hond2024',
    'hasło: Kot2024',
    'moje hasło to Kot2024!',
    'пароль: Кот2024',
    'мой пароль Кот2024!',
    'パスワードは Neko2024 です',
    'パスワード：Neko2024',
    '密码是 Mao2024',
    '密码：Mao2024',
    'user anna pass Secret99!',
    'login: anna / Secret99!',
    'username: anna password: Secret99!',
    'user=anna;pwd=Secret99!;',
    'CORP\\anna:Secret99!',
    'net use \\\\srv01\\c$ Secret9! /user:corp\\anna',
    'net use Z: \\\\srv01\\share /user:anna Secret9!',
    'net user anna Secret9! /add',
    'net user administrator Secret9!',
    'cmdkey /generic:TERMSRV/srv01 /user:anna /pass:Secret9!',
    'cmdkey /add:srv01 /user:anna /pass Secret9!',
    'xfreerdp /u:anna /p:Secret9! /v:srv01',
    'xfreerdp /u:anna "/p:Se cret9!" /v:srv01',
    'xfreerdp -u anna -p Secret9! srv01',
    'xfreerdp /v:srv01 /u:anna /p:\'Se cret 9\'',
    'rdesktop -u anna -p Secret9! srv01',
    'sshpass -p Secret9! ssh anna@srv01',
    'runas /user:anna cmd (password Secret9!)',
    'psexec \\\\srv01 -u anna -p Secret9! cmd',
    'schtasks /create /tn x /ru anna /rp Secret9!',
    '$cred = New-Object PSCredential("anna", (ConvertTo-SecureString "Secret9!" -AsPlainText -Force))',
    'Server=db1;User Id=sa;Password=Secret9!;Database=x',
    'Server=db1;Uid=sa;Pwd=Secret 9!;',
    'DefaultEndpointsProtocol=https;AccountName=x;AccountKey=abcdEFGH1234567890+/abcdEFGH1234567890==',
    'postgres://anna:s3cr3t@db/x',
    'Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcDEF123',
    'Authorization: Basic YW5uYTpTZWNyZXQ5IQ==',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U',
    'LAPS password: 7x!Kq2#mZp',
    'ms-Mcs-AdmPwd : 7x!Kq2#mZp',
    'Password            : 7x!Kq2#mZp',
    'AdmPwd.PS password 7x!Kq2#mZp',
    'msLAPS-Password: {"n":"Administrator","t":"1d8161b41c41cde","p":"A6a3#7%eb!57be"}',
    'recovery key 111111-222222-333333-444444-555555-666666-777777-888888',
    'Recovery Password: 111111-222222-333333-444444-555555-666666-777777-888888',
    '4111 1111 1111 1111',
    '5500-0000-0000-0004',
    'api_key=sk_live_1234567890abcdef',
    'x-api-key: 1234567890abcdef1234',
    'client_secret: abC~1234567890abcdefGH',
    'AKIAIOSFODNN7EXAMPLE',
    'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    'password 51:b:01000000D08C9DDF0115D1118C7A00C04FC297EB0100',
    'my pin is 4711',
    'PIN: 4711',
    'the code from the authenticator is 482 913',
    'OTP: 482913',
    'my windows key VK7JG-NPHTM-C97JM-9MPGT-3V66T',
    'PASSWORD:Secret9!',
    '"password":"Secret9!"',
    '<Password>Secret9!</Password>',
    '<AutoLogon><Password><Value>Secret9!</Value></Password></AutoLogon>',
    'DefaultPassword    REG_SZ    Secret9!',
    '--password Secret9!',
    '--password=Secret9!',
    '-Password Secret9!',
    'net use: password Secret9!',
    'sas token ?sv=2022-11-02&ss=b&sig=abcd1234EFGH%2Bxyz%3D&se=2026',
    'I use Secret9! as my password',
    'you can log in with user admin and password Admin123',
    'credentials: anna/Secret9!',
    'PSK: my-wifi-key-2026',
    'vpn preshared key = abcd1234',
  ])('%s', (text) => {
    const { text: kept, secrets } = redact(text);
    expect(secrets.length).toBeGreaterThan(0);
    expect(kept).not.toMatch(PIECES);
  });

  test('a private key in its lines, whole or the end of it', () => {
    const body = `${'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj'.repeat(2)}\n`.repeat(3);
    for (const text of [`-----BEGIN OPENSSH PRIVATE KEY-----\n${body}-----END OPENSSH PRIVATE KEY-----`, `...\n${body}-----END PRIVATE KEY-----`]) {
      expect(redact(text).text).not.toContain('MIIE');
    }
  });

  test('where two forms reach differently far, all of both goes', () => {
    expect(redact('xfreerdp /u:anna "/p:Se cret9!" /v:srv01').text).toBe('xfreerdp /u:anna "/p:[password removed]" /v:srv01');
  });
});

describe('of a very long text the beginning and the end are kept', () => {
  const long = (head: string, tail: string): string => `${head} ${'log line \n'.repeat(20_000)} ${tail}`;

  test('and looked through', () => {
    const { text, secrets } = redact(long('password: Sommer2026!', 'pwd=Winter2026!'));
    expect(text).not.toMatch(/Sommer|Winter/);
    expect(secrets).toHaveLength(2);
    expect(text.length).toBeLessThan(33_000);
    expect(text).toContain('characters left out');
  });

  test.each([23_980, 23_990, 24_000])('a secret at %i that is cut through is not kept in part', (at) => {
    const { text } = redact(`${'.'.repeat(at - 10)} password: ${'Sommer2026!'.repeat(3)} ${'.'.repeat(60_000)}`);
    expect(text).not.toMatch(/Som/);
  });

  test('spans are of the text as received', () => {
    const text = long('no secret', 'pwd=Winter2026!');
    expect(secretsIn(text).map(({ span }) => text.slice(...span))).toEqual(['Winter2026!']);
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
    'I forgot my password',
    'my password is wrong',
    'my password is expired',
    'the password is not accepted',
    'password is incorrect',
    'password is required',
    'my password is ok',
    'the password is the same as yesterday',
    'password is correct, I checked it',
    'password was changed last week',
    'password was reset yesterday',
    'password reset does not work',
    'the user name or password is incorrect',
    'passwort ist falsch',
    'Passwort ist abgelaufen',
    'mein Passwort ist richtig',
    'Kennwort wurde geändert',
    'das Kennwort ist nicht korrekt',
    'mot de passe est incorrect',
    'le mot de passe est expiré',
    'mot de passe oublié',
    'la contraseña es incorrecta',
    'la contraseña es correcta',
    'a senha está errada',
    'senha expirada',
    'la password è scaduta',
    'hasło jest nieprawidłowe',
    'hasło to problem',
    'пароль неверный',
    'пароль истёк',
    'パスワードは正しいです',
    '密码是错误的',
    '密码不正确',
    'password: expired',
    'password: required',
    'Password last set: 11/20/2026',
    'Password expires: 12/20/2026 8:00:00 AM',
    'Password required            Yes',
    'Password changeable          11/21/2026 8:01:11 AM',
    'User may change password     Yes',
    'PasswordLastSet : 11/20/2026',
    'PasswordNeverExpires : False',
    'badPwdCount: 5',
    'after I enter my password it fails',
    'enter your password',
    'it asks for password again and again',
    'Enter password:',
    'Password for anna@corp.example:',
    'password: ****',
    'password: <hidden>',
    'password: [password removed]',
    'password: $env:PW',
    'password: %PW%',
    'password prompt appears then 0x904',
    'pin is not accepted',
    'pin not working',
    'key not found',
    'the token is invalid',
    'token: expired',
    'secret: none',
    'mstsc /v:srv01 /prompt',
    'nltest /sc_query:corp',
    'ping -p 3389',
    'nmap -p 3389 srv01',
    'netstat -p tcp',
    'ssh -p 22 srv01',
    'docker run -p 3389:3389 windows',
    'net use Z: /delete',
    'net user anna /domain',
    'net user anna /active:yes',
    'net use \\\\srv01\\share /user:anna',
    'cmdkey /list',
    'cmdkey /delete:TERMSRV/srv01',
    'runas /user:corp\\anna cmd',
    'xfreerdp /v:srv01 /u:anna /port:3390',
    'xfreerdp /p: /v:srv01',
    'http://srv01:3389/x',
    'srv01.corp.example:3389',
    'anna@corp.example',
    'CORP\\anna',
    'Activity ID: 1f0b5c2a-1111-4222-8333-944455556666',
    'S-1-5-21-1111111111-2222222222-3333333333-1001',
    'order 1234 5678 9012 3456',
    'ticket 4111111111111112',
    'call 0049 176 1234 5678',
    'Thumbprint 0123456789ABCDEF0123456789ABCDEF01234567',
    'Security Package: Negotiate',
    'Key Container = TSSecKeySet1',
    'Token Elevation Type: %%1936',
    'session key: not available',
    '0x904 pass: 0x80004005',
    'pass: 2 fail: 3',
    'first pass worked',
    'the code is 0x904',
    'error code: 482913',
    'user: anna',
    'login: anna',
    'credentials: cached',
    'I changed my password: now it does not work',
    'password: I changed it',
    'Passwort: habe ich geändert',
    'Passwort: falsch',
    'VPN key: the usual one',
    'pw reset',
    'passcode screen does not appear',
    'is my password the problem?',
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
