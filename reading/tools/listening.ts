import type { Observation } from '../evidence.ts';
import { numberOf, observe, type Reader } from '../reader.ts';

const LISTEN_WORDS = 'listening|listen|abhören|écoute|à l.écoute|en écoute|escuchando|escuta|in ascolto|nasłuchiwanie|luisteren|bound';
/** netstat: in every language a TCP row whose far end is 0.0.0.0:0 or [::]:0 listens. */
const NETSTAT = /\btcp6?\s{1,12}(?:\d{1,7}\s{1,12}\d{1,7}\s{1,12})?(\[?[0-9a-f.:*%]{1,45}\]?):(\d{1,5})\s{1,40}(?:0\.0\.0\.0:0|\[::\]:0|\*:\*|0\.0\.0\.0:\*|:::\*|\[::\]:\*)\s{1,30}([^\s\d]{2,20}(?: [^\s\d]{2,10})?)?(?:\s{1,20}(\d{1,7})(?:\/([\w.-]{1,30}))?)?/g;
const SS = /\blisten\s{1,10}\d{1,6}\s{1,10}\d{1,6}\s{1,20}(\S{1,45}):(\d{1,5})\s{1,20}\S{1,45}:\*(?:\s{1,40}users:\(\("([\w.-]{1,30})",pid=(\d{1,7}))?/g;
const GET_TCP_ROW = new RegExp(`(?:^|\\n)[ \\t>]{0,4}(\\S{2,45})\\s{1,40}(\\d{1,5})\\s{1,20}\\S{2,45}\\s{1,40}\\d{1,5}\\s{1,20}(?:${LISTEN_WORDS})\\b(?:\\s{1,20}\\S{0,20})?(?:\\s{1,20}(\\d{1,7}))?`, 'g');
const GET_TCP_LIST = /localport\s{1,20}:\s{1,3}(\d{1,5})([^]{0,300}?)state\s{1,20}:\s{1,3}listen(?:[^]{0,300}?owningprocess\s{1,20}:\s{1,3}(\d{1,7}))?/g;
/** The columns of the question's own command: the owner's name stands last. */
const OWNER_ROW = /(?:^|\n)[ \t>]{0,4}([0-9a-f.:]{2,45})\s{1,40}(\d{1,5})\s{1,20}(\d{1,7})\s{1,4}([a-z][\w.-]{1,40})(?=\s|$)/g;
const OWNER_HEAD = /localaddress\s{1,40}localport\s{1,40}owningprocess\s{1,40}process/;
const NONE = /no msft_nettcpconnection objects found|keine msft_nettcpconnection|aucun objet msft_nettcpconnection|ningún objeto msft_nettcpconnection/;
/** The command and the next prompt, nothing between them. */
const EMPTY_SEARCH = /netstat -[a-z]{1,6}\s{0,3}\|\s{0,3}(?:find|findstr)\s{1,3}"?:?(\d{3,5})"?[ \t]{0,4}\n[\s>]{0,8}(?:[a-z]:\\[^>\n]{0,80}>|ps [a-z]:\\[^>\n]{0,80}>)\s{0,8}$/;
const ASKED_PORT = /(?:-localport\s{1,3}|:|"|')(\d{3,5})["' ]{0,2}/;
const MOST_PORTS = 40;

export const listeningReader: Reader = {
  hint: /\btcp6?\s|listen|msft_nettcpconnection|owningprocess|netstat/,
  read(page) {
    const { lower } = page;
    const byPort = new Map<number, Observation>();
    const processes = processesIn(lower);
    const add = (match: RegExpExecArray, address: string, portText: string | undefined, pidText?: string, process?: string): void => {
      const port = numberOf(portText);
      if (port === undefined || port > 65535 || byPort.size >= MOST_PORTS) return;
      const loopbackOnly = /^\[?(?:127\.|::1\]?$)/.test(address);
      const known = byPort.get(port);
      if (known !== undefined && (loopbackOnly || known.fields['loopbackOnly'] !== true)) return;
      const pid = numberOf(pidText);
      const owner = process ?? ownerBelow(lower, match.index + match[0].length) ?? (pid === undefined ? undefined : ownerName(processes.get(pid)));
      const fields = { port, listening: true, pid, process: owner?.replace(/\.exe$/, ''), loopbackOnly: address === '' ? undefined : loopbackOnly };
      byPort.set(port, observe('listening', fields, page, match.index, match.index + match[0].length));
    };
    for (const match of lower.matchAll(NETSTAT)) add(match, match[1] ?? '', match[2], match[4], match[5]);
    for (const match of lower.matchAll(SS)) add(match, match[1] ?? '', match[2], match[4], match[3]);
    for (const match of lower.matchAll(GET_TCP_ROW)) add(match, match[1] ?? '', match[2], match[3]);
    for (const match of lower.matchAll(GET_TCP_LIST)) add(match, '', match[1], match[3]);
    if (OWNER_HEAD.test(lower)) for (const match of lower.matchAll(OWNER_ROW)) add(match, match[1] ?? '', match[2], match[3], match[4]);
    if (byPort.size > 0) return [...byPort.values()];
    const empty = EMPTY_SEARCH.exec(lower);
    const none = NONE.exec(lower) ?? empty;
    if (none === null) return [];
    const port = numberOf(empty?.[1] ?? ASKED_PORT.exec(lower)?.[1]);
    return port === undefined ? [] : [observe('listening', { port, listening: false }, page, none.index, none.index + none[0].length)];
  },
};

/** `netstat -b` names the owner in brackets under the row, below the service that runs in it. */
function ownerBelow(lower: string, end: number): string | undefined {
  return /^[^\S\n]{0,8}\n(?:[^\S\n]{0,4}[\w-]{2,40}[^\S\n]{0,4}\n)?[^\S\n]{0,4}\[([\w.-]{2,40})\]/.exec(lower.slice(end, end + 160))?.[1];
}

interface Process {
  readonly name: string;
  readonly services: string;
}

/** Processes by id, where tasklist was pasted too. */
function processesIn(lower: string): ReadonlyMap<number, Process> {
  if (!lower.includes('.exe')) return new Map();
  const rows = [...lower.matchAll(/(?<![\w.-])([\w.-]{2,40})\.exe\s{1,40}(\d{1,7})\s{1,10}([^\n]{0,200})/g)].slice(0, 400);
  return new Map(rows.map((row) => [Number(row[2]), { name: row[1] ?? '', services: row[3] ?? '' }]));
}

/** svchost is named by its first service unless that is Remote Desktop's. */
function ownerName(process: Process | undefined): string | undefined {
  if (process === undefined || process.name !== 'svchost') return process?.name;
  const isPlainList = /\d\s{0,2}[kк]\s{0,4}$/.test(process.services);
  if (isPlainList || process.services.includes('termservice')) return process.name;
  return /^[a-z]\w{2,30}/.exec(process.services)?.[0] ?? process.name;
}
