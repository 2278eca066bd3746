import { describe, expect, test } from 'vitest';
import { read } from '../../reading/read.ts';
import { primaryPair } from '../../reading/codes/pairs.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const dialogIn = (text: string) => read(text, { now: NOW }).observations.find(({ reader }) => reader === 'dialog')?.fields;

describe('the block that Ctrl+C copies', () => {
  test('English', () => {
    const text =
      "[Window Title]\nRemote Desktop Connection\n\n[Content]\nThis computer can't connect to the remote computer.\n\nTry connecting again.\n\n[^] Hide details  [OK]\n\n[Expanded Information]\nError code: 0x904\nExtended error code: 0x7\nTimestamp (UTC): 11/22/26 09:33:19 AM\nActivity ID: 1F0B5C2A-1111-4222-8333-944455556666\n\nPress Ctrl+C to copy.";
    expect(dialogIn(text)).toEqual({
      text: 'cannot-connect',
      timestamp: '2026-11-22T09:33:19.000Z',
      ageHours: 2.4,
      activityId: '1f0b5c2a-1111-4222-8333-944455556666',
    });
    expect(primaryPair(read(text, { now: NOW }).codes)).toMatchObject({ code: { code: '0x904', certain: true }, extended: { code: '0x7' } });
  });

  test('a language that nobody translated for us, by its shape', () => {
    const text = '[Ikkunan otsikko]\nEtätyöpöytäyhteys\n\n[Sisältö]\nJotain meni vikaan.\n\n[Lisätiedot]\nVirhekoodi: 0x904\nLaajennettu virhekoodi: 0x7\nAikaleima (UTC): 11/21/26 12:00:00 PM';
    expect(dialogIn(text)).toEqual({ timestamp: '2026-11-21T12:00:00.000Z', ageHours: 24 });
    expect(primaryPair(read(text, { now: NOW }).codes)).toMatchObject({ code: { code: '0x904' }, extended: { code: '0x7' } });
  });

  test('quoted in a mail, line breaks lost', () => {
    expect(dialogIn("> This computer can't connect to the\n> remote computer. Error code: 0x904")).toMatchObject({ text: 'cannot-connect' });
  });
});

describe('documented texts', () => {
  test.each([
    ['Your credentials did not work. The credentials that were used to connect to srv01 did not work.', 'credentials-rejected'],
    ['An authentication error has occurred. The Local Security Authority cannot be contacted', 'lsa-unreachable'],
    ['This could be due to CredSSP encryption oracle remediation.', 'credssp-oracle'],
    ['The remote computer that you are trying to connect to requires Network Level Authentication (NLA)', 'nla-required'],
    ['The remote session was disconnected because there are no Remote Desktop License Servers available to provide a license.', 'license-none'],
    ["Remote Desktop can't find the computer \"srv01\".", 'cannot-find-computer'],
    ["We couldn't connect to the remote PC. Make sure the PC is turned on and connected to the network, and that remote access is enabled.", 'one-of-these-reasons'],
    ['The identity of the remote computer cannot be verified. Do you want to connect anyway?', 'certificate-untrusted'],
    ['Your Remote Desktop Services session has ended. Another user connected to the remote computer, so your connection was lost.', 'taken-over'],
    ['Dieser Computer kann keine Verbindung mit dem Remotecomputer herstellen.', 'cannot-connect'],
    ["Une erreur d'authentification s'est produite.", 'authentication-error'],
    ['Escritorio remoto no encuentra el equipo "srv01".', 'cannot-find-computer'],
    ['Не удается подключиться к удаленному компьютеру.', 'cannot-connect'],
    ['リモート コンピューターへの接続が失われました', 'connection-lost'],
    ['由于没有可用于提供许可证的远程桌面许可证服务器，远程会话已断开连接。', 'license-none'],
  ])('%s', (text, id) => {
    expect(dialogIn(text)?.['text']).toBe(id);
  });
});

test('small talk is no dialog', () => {
  expect(dialogIn('hello, my remote desktop does not work any more, can you help me?')).toBeUndefined();
});
