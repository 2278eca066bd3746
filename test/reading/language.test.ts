import { describe, expect, it } from 'vitest';
import { languageOf } from '../../reading/language.ts';

describe('languageOf', () => {
  it.each([
    ['de', 'Ich kann keine Verbindung zum Server herstellen'],
    ['fr', 'Je ne peux pas me connecter au bureau à distance'],
    ['es', 'No puedo conectar con el escritorio remoto desde ayer'],
    ['pl', 'Nie mogę się połączyć, pulpit zdalny pokazuje błąd'],
    ['zh', '错误代码：0x904'],
    ['ru', 'не удаётся подключиться'],
    ['de', 'funktioniert immer noch nicht'],
    ['fr', 'ça ne marche toujours pas'],
    ['es', 'no puedo conectarme, error 0x204'],
    ['pt', 'não consigo ligar ao servidor'],
    ['it', 'non riesco a connettermi al server'],
    ['nl', 'kan geen verbinding maken'],
    ['pl', 'nadal nie działa'],
    ['ja', 'まだつながりません'],
    ['ja', '接続できません'],
    ['zh', '还是不行'],
    ['ru', 'всё ещё не работает'],
    ['ko', '연결할 수 없습니다'],
    ['de', 'ja, das geht'],
    ['de', 'weiß ich nicht'],
    ['en', 'it still does not work'],
    ['en', 'only this one server, the others on the subnet are fine'],
  ])('is %s: %s', (language, text) => expect(languageOf(text)?.language).toBe(language));

  it.each(['I rebooted the Rechner', 'the dialog says "Fehler" and then it closes', 'our server is called nur-test'])(
    'is not told by one loan word: %s',
    (text) => expect(languageOf(text)?.language ?? 'en').toBe('en'),
  );

  it.each(['', '0x904', 'mstsc', 'ok', 'PC-DE-01'])('cannot be told from: %s', (text) => expect(languageOf(text)).toBeUndefined());

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
  ])('is not another than English: %s', (text) => expect(languageOf(text)?.language ?? 'en').toBe('en'));
});
