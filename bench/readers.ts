import { performance } from 'node:perf_hooks';
import { read } from '../reading/read.ts';
import { redact } from '../reading/redact.ts';
import type { Bench, Figure } from './bench.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const MEGABYTE = 1_000_000;

const MESSAGES: readonly string[] = [
  'I cannot connect to my work computer any more, it says error 0x904 extended 0x7. Only this server, the others are fine.',
  'since the update last night nobody gets in over the VPN, the port is open and TermService is running',
  "[Window Title]\nRemote Desktop Connection\n\n[Content]\nThis computer can't connect to the remote computer.\n\n[Expanded Information]\nError code: 0x904\nExtended error code: 0x7\nTimestamp (UTC): 04/05/24 09:33:19 AM",
  'ComputerName     : srv01\nRemoteAddress    : 10.0.0.4\nRemotePort       : 3389\nTcpTestSucceeded : True',
  'nope, same thing',
  'Fehlercode 2308, seit dem Update, ich bin kein Administrator',
];

/** Pieces that a reader or a form of secret begins on and looks further from; each is repeated to 1 MB. */
const PIECES: readonly string[] = [
  'a', '0', ' ', '\n', '> ', '\u200b', '\u3000', 'İ', '三', '\ud83d\ude00',
  '0x904 ', '0x', '0 x 9 ', 'error 904 ', 'nine oh four ', 'nine hundred ', '零零零', 'ошибка девять ', '80090300 ', 'errconnect_a ', 'connectionfailed',
  'event 1057 ', '4625 status: 0xc000006a sub status: 0x0 ', 'get-winevent id=1057 ', 'works fine from ', 'only this server ', 'activity id: ', '[a]\n',
  'service_name: x state ', 'a_b: c ', 'name status\nx running\n', 'remote desktop services  ', 'tcp 0.0.0.0:3389 0.0.0.0:0 listening 12\n', 'svchost.exe 12 termservice\n',
  'rule name: a\nenabled: yes\n', 'name : x\n', 'rdp-tcp 65536 listen\n', 'name: a address: 1.1.1.1 ', 'tcptestsucceeded : true ', 'connection to a 1 port ', 'tnc a false ',
  '= 1 a', '1  1 ms  1 ms  1 ms 1.1.1.1\n', 'not after : 01.01.2020\n', 'valid from 1.1.2020 to ', 'reg_dword 0x1 ', 'hklm\\a ', 'dc: \\\\a ', 'secure channel between ', 'test-path rebootrequired ',
  'windows update pending restart ', 'machinekeys everyone:(r,w) ', '12:00:01, +1.1s\n', '3389/tcp open a\n', 'openssl s_client ', 'docker ps ',
  'password: hunter2 ', 'password for admin user ', 'password is ', 'пароль ', 'as my password ', 'net use ', 'net user a ', '/p:a ', 'xfreerdp -p ', 'user: a / ', '\\a:', '<Password>', 'mfa ',
  'eyJ', '-----BEGIN PRIVATE KEY-----', 'token=', 'a://b:', 'A1B2C-', '4111 ', '111111-',
];

/** How long reading takes: a typical message, and the worst of texts of 1 MB that are made to be slow. */
export const bench: Bench = {
  name: 'readers',
  run: ({ quick }) => {
    const rounds = quick ? 200 : 2_000;
    const typical = timesOf(MESSAGES, rounds, (text) => read(text, { now: NOW }));
    const large = PIECES.map((piece) => piece.repeat(Math.ceil(MEGABYTE / piece.length)).slice(0, MEGABYTE));
    const worst = large.map((text) => Math.min(...timesOf([text], quick ? 3 : 7, () => read(text, { now: NOW }), 0)));
    const masking = large.map((text) => Math.min(...timesOf([text], quick ? 2 : 5, () => redact(text), 0)));
    const figures: Figure[] = [
      { id: 'readers.message.p50', value: quantile(typical, 0.5), unit: 'ms', n: typical.length },
      { id: 'readers.message.p99', value: quantile(typical, 0.99), unit: 'ms', n: typical.length },
      { id: 'readers.megabyte.median', value: quantile(worst, 0.5), unit: 'ms', n: worst.length },
      { id: 'readers.megabyte.worst', value: Math.max(...worst), unit: 'ms', n: worst.length },
      { id: 'readers.redact-megabyte.worst', value: Math.max(...masking), unit: 'ms', n: masking.length },
    ];
    return Promise.resolve(figures);
  },
};

/** Milliseconds of each call, after a warm-up. */
function timesOf(texts: readonly string[], rounds: number, work: (text: string) => unknown, warmUp = 100): readonly number[] {
  for (let round = 0; round < warmUp; round += 1) for (const text of texts) work(text);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const text of texts) {
      const start = performance.now();
      work(text);
      times.push(performance.now() - start);
    }
  }
  return times;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
