import { describe, expect, it } from 'vitest';
import { isForeign } from '../../diagnosis/language.ts';

describe('isForeign', () => {
  it.each([
    'Ich kann keine Verbindung zum Server herstellen',
    'Je ne peux pas me connecter au bureau à distance',
    'No puedo conectar con el escritorio remoto desde ayer',
    'Nie mogę się połączyć, pulpit zdalny pokazuje błąd',
    '错误代码：0x904',
    'не удаётся подключиться',
  ])('knows: %s', (text) => expect(isForeign(text)).toBe(true));

  it.each([
    'Error code: 0x904 Extended error code: 0x7',
    'only this one server, the others on the subnet are fine',
    "it won't let me in since the update, and I can't print either",
    'Get-ChildItem Cert:\\LocalMachine\\Remote Desktop',
    'de facto the server is down, die hard',
    '',
  ])('leaves alone: %s', (text) => expect(isForeign(text)).toBe(false));
});
