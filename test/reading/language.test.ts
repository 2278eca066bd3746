import { describe, expect, it } from 'vitest';
import { isForeign } from '../../reading/language.ts';

describe('isForeign', () => {
  it.each([
    'Ich kann keine Verbindung zum Server herstellen',
    'Je ne peux pas me connecter au bureau à distance',
    'No puedo conectar con el escritorio remoto desde ayer',
    'Nie mogę się połączyć, pulpit zdalny pokazuje błąd',
    '错误代码：0x904',
    'не удаётся подключиться',
    'funktioniert immer noch nicht',
    'ça ne marche toujours pas',
    'no puedo conectarme, error 0x204',
    'não consigo ligar ao servidor',
    'non riesco a connettermi al server',
    'kan geen verbinding maken',
    'nadal nie działa',
    'まだつながりません',
    '还是不行',
    'всё ещё не работает',
  ])('knows: %s', (text) => expect(isForeign(text)).toBe(true));

  it.each([
    'Error code: 0x904 Extended error code: 0x7',
    'only this one server, the others on the subnet are fine',
    "it won't let me in since the update, and I can't print either",
    'Get-ChildItem Cert:\\LocalMachine\\Remote Desktop',
    'we use Office 365 in El Paso, and the VPN is called la-office',
    'my name is Jan and I cannot connect to PC-DE-01',
    'no, me neither',
    'is the fault at the client or at the server of the company?',
    'de facto the server is down, die hard',
    '',
  ])('leaves alone: %s', (text) => expect(isForeign(text)).toBe(false));
});
