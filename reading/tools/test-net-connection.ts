import type { Observation } from '../evidence.ts';
import type { Page } from '../page.ts';
import { isPrivateAddress, numberOf, observe, truthOf, type FieldsOf, type Reader } from '../reader.ts';
import { isOtherHost } from './other-host.ts';
import { mayBeRemoteDesktop } from './ports.ts';

/** All patterns run on the text with single blanks. The last field of an output, also where a narrow mail broke the word. */
const SUCCEEDED = /tcptest ?succ[a-z ]{0,8}[ :="]{1,6}(?:is |was |: )?(true|false)|tcp test (?:succeeded )?(?:is |was |: )(true|false)/g;
const WARNED = /tcp connect to \(?([^\s():]{1,100}) ?: ?(\d{1,5})\)? failed/;
const PING_WARNED = /ping to \S{1,100} failed (?:with|--) ?status/;
const UNRESOLVED = /name resolution of (\S{1,100}) failed|nameresolutionsucceeded ?: false/;
const PORT = /remoteport[ :="]{1,6}(\d{1,5})|-port (\d{1,5})|-p (\d{1,5})/;
const PINGED = /pingsucceeded[ :="]{1,6}(true|false)/;
const ADDRESS = /remoteaddress[ :="]{1,6}([0-9a-f.:%]{3,45})(?![\w.])/;
const HOST = /computername[ :="]{1,6}([^\s",:]{1,100})(?! remoteport)/;
/** `-InformationLevel Quiet`: nothing but the word under the command. */
const QUIET = /(?:test-netconnection|(?<!\w)tnc|test-connection) ([^\n]{1,160}?) (true|false)(?= ps [a-z]:| [a-z]:\\| ps>| ?$)/;
const NAMED_PORTS: Readonly<Record<string, number>> = { rdp: 3389, http: 80, smb: 445, winrm: 5985 };
const TABLE = /tcptestsucceeded (?:-{4,} ){1,12}([^-]{0,120}?) ?(true|false)(?= |$)/;

/** Other programs that try a port: telnet in the languages of Windows, nc, PortQry. The port is the first or second group. */
const OTHERS: readonly (readonly [boolean, RegExp])[] = [
  [
    false,
    /(?:could not open connection to the host|konnte keine verbindung mit dem host hergestellt werden|impossible d'ouvrir une connexion à l'hôte|no se pudo abrir la conexión al host|não foi possível abrir (?:a )?conexão com o host|impossibile aprire una connessione con l'host|nie można otworzyć połączenia z hostem|не удалось открыть подключение к этому узлу|ホストへ接続できませんでした|无法打开到主机的连接)[^\d]{0,30}(\d{1,5})/,
  ],
  [true, /connection to .{1,100}? (\d{1,5}) port \[tcp\S{0,20}\] succeeded|ncat: connected to \S{1,60}:(\d{1,5})/],
  [false, /nc: connect to .{1,100}? port (\d{1,5}) \(tcp\) (?:failed|timed out)/],
  [true, /tcp port (\d{1,5}) \([^)]{1,60}\): listening/],
  [false, /tcp port (\d{1,5}) \([^)]{1,60}\): (?:not listening|filtered)/],
];
const MOST_TESTS = 12;

export const testNetConnectionReader: Reader = {
  hint: /tcptest|tcp test|tcp connect to|name ?resolution|remoteport|pingsucceeded|test-netconnection|tnc|test-connection|telnet|host|hôte|узлу|ホスト|主机|\[tcp|tcp port|nc: connect|ncat/,
  read(page) {
    const { flat } = page;
    const table = TABLE.exec(flat);
    if (table !== null) return [observed(page, { tcpTestSucceeded: truthOf(table[2]), port: numberOf(/(?<![\w.])\d{2,5}(?![\w.])/.exec(table[1] ?? '')?.[0]) }, table)];
    const found: Observation[] = [];
    let from = 0;
    for (const match of [...flat.matchAll(SUCCEEDED)].slice(0, MOST_TESTS)) {
      const end = match.index + match[0].length;
      found.push(...oneTest(page, from, end, { succeeded: truthOf(match[1] ?? match[2]), match }));
      from = end;
    }
    found.push(...oneTest(page, from, flat.length));
    return found.length > 0 ? found : quietTest(page);
  },
};

/** One output reaches from the end of the one before to its last field. */
function oneTest(page: Page, from: number, end: number, last?: { readonly succeeded: boolean | undefined; readonly match: RegExpExecArray }): readonly Observation[] {
  const succeeded = last?.succeeded;
  const part = page.flat.slice(from, end);
  const warned = WARNED.exec(part);
  const unresolved = UNRESOLVED.exec(part);
  const pinged = PINGED.exec(part);
  const pingWarned = PING_WARNED.exec(part);
  const port = PORT.exec(part);
  const address = ADDRESS.exec(part)?.[1] ?? (/^[\d.]+$/.test(warned?.[1] ?? '') ? warned?.[1] : undefined);
  const other = succeeded === undefined ? otherProgram(part) : undefined;
  const first = warned ?? unresolved ?? pinged ?? pingWarned ?? other?.match ?? (address === undefined || !part.includes('computername') ? null : port);
  if (succeeded === undefined && first === null) return [];
  if (isOtherHost(HOST.exec(part)?.[1] ?? unresolved?.[1])) return [];
  // Where the name is not known, nothing was tried: the `False` of the other fields says nothing of its own.
  const tried = unresolved === null;
  const fields: FieldsOf<'test-net-connection'> = {
    tcpTestSucceeded: tried ? (succeeded ?? (warned === null ? other?.succeeded : false)) : undefined,
    port: numberOf(port?.[1] ?? port?.[2] ?? port?.[3] ?? warned?.[2] ?? other?.port),
    pingSucceeded: tried ? (truthOf(pinged?.[1]) ?? (pingWarned === null ? undefined : false)) : undefined,
    nameResolved: tried ? undefined : false,
    host: HOST.exec(part)?.[1] ?? unresolved?.[1],
    address,
    privateAddress: address === undefined ? undefined : isPrivateAddress(address),
  };
  return [observed(page, fields, last?.match ?? { index: from + (first?.index ?? 0), 0: first?.[0] ?? '' })];
}

function otherProgram(part: string): { readonly succeeded: boolean; readonly port: string | undefined; readonly match: RegExpExecArray } | undefined {
  for (const [succeeded, pattern] of OTHERS) {
    const match = pattern.exec(part);
    if (match !== null) return { succeeded, port: match[1] ?? match[2], match };
  }
  return undefined;
}

function quietTest(page: Page): readonly Observation[] {
  const match = QUIET.exec(page.flat) ?? quietOfTwoLines(page);
  const asked = match?.[1] ?? '';
  const named = /-commontcpport (\w{2,8})/.exec(asked)?.[1];
  const port = numberOf(/-(?:tcp)?p(?:ort)? (\d{1,5})/.exec(asked)?.[1]) ?? NAMED_PORTS[named ?? ''];
  if (match === null || port === undefined) return [];
  const host = /-(?:computername|targetname) (\S{1,100})/.exec(asked)?.[1] ?? /^(?!-)(\S{1,100})/.exec(asked)?.[1];
  return [observed(page, { tcpTestSucceeded: truthOf(match[2]), port, host }, match)];
}

/** The word on the line under the command, whatever follows. */
function quietOfTwoLines(page: Page): RegExpExecArray | null {
  const at = page.lines.findIndex(({ lower }) => /(?:test-netconnection|(?<!\w)tnc|test-connection) \S/.test(lower));
  const next = at < 0 ? undefined : page.lines.slice(at + 1, at + 3).find(({ lower }) => lower !== '');
  return next === undefined || !/^(?:true|false)$/.test(next.lower) ? null : QUIET.exec(page.flat.slice(0, flatEndOf(page, next.lower)));
}

/** Where the first such word ends in the text with single blanks. */
function flatEndOf({ flat }: Page, word: string): number {
  const command = flat.search(/test-netconnection|(?<!\w)tnc|test-connection/);
  return flat.indexOf(` ${word}`, command) + word.length + 1;
}

function observed(page: Page, fields: FieldsOf<'test-net-connection'>, match: { readonly index: number; readonly 0: string }): Observation {
  const end = page.unflat(match.index + Math.max(0, match[0].length - 1)) + 1;
  return observe('test-net-connection', { ...fields, rdp: mayBeRemoteDesktop(fields.port) }, page, page.unflat(match.index), Math.max(page.unflat(match.index), end));
}
