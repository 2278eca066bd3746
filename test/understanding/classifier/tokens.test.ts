import { describe, expect, it } from 'vitest';
import { normalise, stemOf, tokenize } from '../../../understanding/classifier/tokens.ts';

describe('tokenize', () => {
  it('gives a code one spelling, however it is written', () => {
    for (const text of ['error 0x904', 'ERROR 0x00000904', 'error ０ｘ９０４']) {
      expect(tokenize(text)).toEqual(['error', '<hex>', '0x904']);
    }
  });

  it('masks what varies and keeps ports', () => {
    expect(tokenize('10.0.0.5 port 3389 at 12:30, bob@corp.example')).toEqual(['<ip>', 'port', '3389', 'at', '<time>', '<email>']);
  });

  it('levels accents and apostrophes', () => {
    expect(normalise('Conexión ÉCHOUÉE can’t')).toBe('conexion echouee can not');
  });

  it('drops the frame of a copied dialog and keeps its words', () => {
    expect(tokenize('[Window Title]\nRemote Desktop Connection\n\n[OK] [Help]')).toEqual(['remote', 'desktop', 'connection']);
  });

  it('keeps Chinese and Japanese runs whole', () => {
    expect(tokenize('无法连接 リモート 0x204')).toEqual(['无法连接', 'リモート', '<hex>', '0x204']);
  });

  it('reads no more than a hundred tokens of a pasted log', () => {
    expect(tokenize('line of a log '.repeat(500))).toHaveLength(100);
  });

  it('takes any text', () => {
    for (const text of ['', ' \n', '\u0000', '\ud800', '@'.repeat(1e6), 'a'.repeat(1e6), '[['.repeat(1e5)]) {
      expect(() => tokenize(text)).not.toThrow();
    }
  });
});

describe('stemOf', () => {
  it('stems by the script of the word', () => {
    expect(stemOf('connecting')).toBe(stemOf('connected'));
    expect(stemOf('подключения')).toBe(stemOf('подключение'));
    expect(stemOf('远程桌面')).toBe('远程桌面');
  });
});
