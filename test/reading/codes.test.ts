import { describe, expect, test } from 'vitest';
import { read } from '../../reading/read.ts';
import { errorPairs, primaryPair, printedCodes } from '../../reading/codes/pairs.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const codesIn = (text: string) => read(text, { now: NOW }).codes;
const numbersIn = (text: string): readonly string[] => codesIn(text).map(({ code }) => code);

describe('one code, however it is typed', () => {
  test.each([
    ['0X904', '0x904', true],
    ['2308', '0x904', true],
    ['error 904', '0x904', false],
    ['Ox904', '0x904', false],
    ['error code 9O4', '0x904', false],
    ['error nine oh four', '0x904', false],
    ['fehler neun null vier', '0x904', false],
    ['two three zero eight', '0x904', false],
    ['Fehlercode： ０ｘ９０４', '0x904', true],
    ['0x 904', '0x904', true],
    ['code -2147467259', '0x80004005', true],
    ['error code: 2147942405', '0x80070005', true],
    ['the app says 50331656', '0x3000008', true],
    ['ERRCONNECT_TLS_CONNECT_FAILED', '0x20008', true],
    ['it fails with SEC_E_LOGON_DENIED', '0x8009030c', true],
    ['0xffffffff80070005', '0x80070005', true],
    ['Windows Update failed, 0x80240034', '0x80240034', true],
    ['错误代码904', '0x904', false],
    ['mstsc 516', '0x204', true],
    ['what is 0x904?', '0x904', true],
    ['0x904h', '0x904', true],
    ['error0x904', '0x904', true],
    ['error hex 904', '0x904', false],
    ['it says 2148074252', '0x8009030c', true],
    ['80090330', '0x80090330', false],
    ['hresult 80090304', '0x80090304', true],
    ['disconnectReasonAtClientWinsockFDCLOSE', '0x904', true],
  ])('%s', (text, code, certain) => {
    expect(codesIn(text)).toMatchObject([{ code, certain }]);
  });

  test.each([
    'error nine hundred and four',
    'it reads nine hundred four',
    'zero ex nine oh four',
    'oh x nine-oh-four',
    'twenty three oh eight',
    'two thousand three hundred and eight',
    'Fehler neunhundertvier',
    'null x neun null vier',
    'erreur neuf cent quatre',
    'error novecientos cuatro',
    'cero equis nueve cero cuatro',
    'erro novecentos e quatro',
    'errore novecentoquattro',
    'błąd dziewięć zero cztery',
    'fout negen nul vier',
    'ошибка девять ноль четыре',
    '错误代码 九零四',
    '0 x 9 0 4',
    'O X 9 O 4',
    '0x90 4',
    '904h',
  ])('said or read out, to be confirmed: %s', (text) => {
    expect(codesIn(text)).toMatchObject([{ code: '0x904', certain: false }]);
  });

  test('a guess keeps what stood there', () => {
    expect(codesIn('0x9004')).toMatchObject([{ code: '0x904', certain: false, written: '0x9004' }]);
    expect(printedCodes(codesIn('0x9004 then 0x90x, Ox204 and SEC_E_LOGON_DENIED'))).toEqual(['0x9004', '0x204']);
  });

  test('characters without width are not there, and the span counts them', () => {
    const text = 'code 0\u200bx9\u206004\u200b!';
    const [reading] = codesIn(text);
    expect(reading).toMatchObject({ code: '0x904', certain: true });
    expect(text.slice(...(reading?.span ?? [0, 0]))).toBe('0\u200bx9\u206004');
  });

  test('the span is that of the text as received', () => {
    const text = 'es kommt： ０ｘ９０４ beim Verbinden';
    const [reading] = codesIn(text);
    expect(text.slice(...(reading?.span ?? [0, 0]))).toBe('０ｘ９０４');
  });
});

describe('nothing is over-read', () => {
  test.each([
    'port 3389 is open and ping takes 204 ms',
    'my server is 10.0.9.4 and the gateway 192.168.2.1',
    'since KB5074109 on build 26100.2308',
    'event id 1026, event 904',
    'REG_DWORD    0xd3d',
    'reg add HKLM\\Software\\X /v Y /t REG_DWORD /d 0x1 /f',
    'Activity ID: 0e904a7c-2308-4b0d-9a51-7a1de0000904',
    'Thumbprint 0123456789ABCDEF0123456789ABCDEF01234567',
    'instruction at 0x00007ff6a1b2c3d4 referenced memory at 0x0000000000000904',
    'Logon ID: 0x3E7 Process ID: 0x904',
    'WIN32_EXIT_CODE : 0 (0x0)  CHECKPOINT : 0x0  WAIT_HINT : 0x0',
    '404 not found',
    'error 404 on the web page',
    'call me at 0904 2308 516',
    '04/05/24 09:33:19',
    'write:errno=104',
    'Session 12 has been disconnected, reason code 5',
    'Server 2008 R2, 1920x1080, x64',
    'I tried 3 times, error again',
    'bad code, dead cafe',
    'we have one hundred and four computers in this office and nobody gets in',
    'it took four hundred and four tries',
    'event nine oh four',
    'BIO_read returned a system error 104: Connection reset by peer',
    'error:8000274D:system library:BIO_connect',
    'CÓD_SALIDA_WIN32   : 1077  (0x435)',
    'Verbindungsstatus Status = 5 0x5 ERROR_ACCESS_DENIED',
    'Source: dc01.corp.example,0x9',
    'Failure Code: 0x18',
  ])('%s', (text) => {
    expect(numbersIn(text)).toEqual([]);
  });
});

describe('code and extended code', () => {
  test('two dialogs pasted one after the other', () => {
    const text = 'Error code: 0x904\nExtended error code: 0x7\n\nsecond try\nError code: 0x204\nExtended error code: 0x0';
    expect(errorPairs(codesIn(text)).map(({ code, extended }) => [code.code, extended?.code])).toEqual([['0x904', '0x7'], ['0x204', '0x0']]);
  });

  test('the extended code first', () => {
    expect(primaryPair(codesIn('Extended error code: 0x7, error code: 0x904'))).toMatchObject({ code: { code: '0x904' }, extended: { code: '0x7' } });
  });

  test('line breaks lost', () => {
    expect(codesIn('Error code: 0x904Extended error code: 0x7Timestamp (UTC): 04/05/24 09:33:19 AM')).toMatchObject([
      { code: '0x904', role: 'code' },
      { code: '0x7', role: 'extended' },
    ]);
  });

  test.each(['0x904/0x7', '0x904 / 0x7', '0x904, ext 7', '904 ext 7', '0x904 (7 extended, sorry: extended 0x7)', '`0x904 / 0x7`'])('%s', (text) => {
    expect(primaryPair(codesIn(text))).toMatchObject({ code: { code: '0x904' }, extended: { code: '0x7' } });
  });

  test('two codes of one kind are no pair', () => {
    expect(errorPairs(codesIn('first 0x204, 0x904 since today'))).toHaveLength(2);
  });

  test.each([['0x904,0x7'], ['0x904-0x7'], ['error 0 x 9 0 4 extended 0 x 7']])('%s', (text) => {
    expect(primaryPair(codesIn(text))).toMatchObject({ code: { code: '0x904' }, extended: { code: '0x7' } });
  });

  test('a status and its sub-status are no pair of a dialog', () => {
    expect(codesIn('Status: 0xC0000234\nSub Status: 0x0')).toMatchObject([{ code: '0xc0000234', role: 'code' }]);
  });

  test('0x0 says nothing where another code stands', () => {
    expect(primaryPair(codesIn('Error code: 0x0\nExtended error code: 0x0\n... 0x80080005'))?.code.code).toBe('0x80080005');
  });
});

describe('number spaces by the words around', () => {
  test.each([
    ['mstsc says 0x904', 'mstsc-disconnect'],
    ['on my Mac: error code 0x204', 'windows-app'],
    ['our AVD host pool: 0x3000046', 'azure-virtual-desktop'],
    ['RD gateway 0x3000008', 'gateway'],
    ['0x80090304', 'hresult'],
    ['[0x00010011]', 'errinfo'],
    ['[0x0002000D]', 'errconnect'],
  ])('%s', (text, space) => {
    expect(codesIn(text)[0]?.spaces[0]).toBe(space);
  });

  test('an extended code has its own', () => {
    expect(codesIn('0x904 ext 0x7')[1]?.spaces[0]).toBe('mstsc-extended');
  });

  test('the name of an error of Azure Virtual Desktop stands beside its number, which others share', () => {
    expect(codesIn('Code -2146233088, CodeSymbolic ConnectionFailedNoHealthyRdshAvailable')).toMatchObject([
      { code: '0x80131500', spaces: ['azure-virtual-desktop', 'hresult'] },
      { code: '0x80131500', spaces: ['azure-virtual-desktop'], written: 'ConnectionFailedNoHealthyRdshAvailable' },
    ]);
  });

  test.each([
    ['our AVD pool says 0x80004005', ['azure-virtual-desktop', 'hresult']],
    ['0x80004005', ['hresult']],
    ['UnexpectedNetworkDisconnect', ['azure-virtual-desktop']],
  ])('%s', (text, spaces) => {
    expect(codesIn(text)[0]?.spaces).toEqual(spaces);
  });

  test('two spaces fit where nothing decides', () => {
    expect(codesIn('0x204')[0]?.spaces).toEqual(expect.arrayContaining(['mstsc-disconnect', 'windows-app']));
  });
});
