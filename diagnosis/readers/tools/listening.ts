import type { Observation } from '../../evidence.ts';
import { numberOf, observe, type Reader } from '../reader.ts';

const LISTEN_WORDS = 'listening|listen|abhören|écoute|à l.écoute|en écoute|escuchando|escuta|in ascolto|nasłuchiwanie|luisteren|bound';
/** netstat: in every language a TCP row whose far end is 0.0.0.0:0 or [::]:0 listens. */
const NETSTAT = /\btcp6?\s{1,12}(\[?[0-9a-f.:*%]{1,45}\]?):(\d{1,5})\s{1,40}(?:0\.0\.0\.0:0|\[::\]:0|\*:\*|0\.0\.0\.0:\*|:::\*|\[::\]:\*)\s{1,30}([^\s\d]{2,20}(?: [^\s\d]{2,10})?)?(?:\s{1,20}(\d{1,7})(?:\/([\w.-]{1,30}))?)?/g;
const ESTABLISHED = /\btcp6?\s{1,12}\S{1,50}:(\d{1,5})\s{1,40}\S{1,50}:\d{1,5}\s{1,30}\S{4,20}/;
const SS = /\blisten\s{1,10}\d{1,6}\s{1,10}\d{1,6}\s{1,20}(\S{1,45}):(\d{1,5})\s{1,20}\S{1,45}:\*(?:\s{1,40}users:\(\("([\w.-]{1,30})",pid=(\d{1,7}))?/g;
const GET_TCP_ROW = new RegExp(`(?:^|\\n)[ \\t>]{0,4}(\\S{2,45})\\s{1,40}(\\d{1,5})\\s{1,20}\\S{2,45}\\s{1,40}\\d{1,5}\\s{1,20}(?:${LISTEN_WORDS})\\b(?:\\s{1,20}\\S{0,20})?(?:\\s{1,20}(\\d{1,7}))?`, 'g');
const GET_TCP_LIST = /localport\s{1,20}:\s{1,3}(\d{1,5})([^]{0,300}?)state\s{1,20}:\s{1,3}listen(?:[^]{0,300}?owningprocess\s{1,20}:\s{1,3}(\d{1,7}))?/g;
const NONE = /no msft_nettcpconnection objects found|keine msft_nettcpconnection/;
const ASKED_PORT = /(?:-localport\s{1,3}|:|"|')(\d{3,5})["' ]{0,2}/;
const MOST_PORTS = 40;

export const listeningReader: Reader = {
  hint: /\btcp6?\s|listen|msft_nettcpconnection|owningprocess|netstat/,
  read(page) {
    const { lower } = page;
    const byPort = new Map<number, Observation>();
    const add = (match: RegExpExecArray, address: string, portText: string | undefined, pidText?: string, process?: string): void => {
      const port = numberOf(portText);
      if (port === undefined || port > 65535 || byPort.size >= MOST_PORTS) return;
      const loopbackOnly = /^\[?(?:127\.|::1\]?$)/.test(address);
      const known = byPort.get(port);
      if (known !== undefined && (loopbackOnly || known.fields['loopbackOnly'] !== true)) return;
      const fields = { port, listening: true, pid: numberOf(pidText), process: process?.replace(/\.exe$/, ''), loopbackOnly: address === '' ? undefined : loopbackOnly };
      byPort.set(port, observe('listening', fields, page, match.index, match.index + match[0].length));
    };
    for (const match of lower.matchAll(NETSTAT)) add(match, match[1] ?? '', match[2], match[4], match[5]);
    for (const match of lower.matchAll(SS)) add(match, match[1] ?? '', match[2], match[4], match[3]);
    for (const match of lower.matchAll(GET_TCP_ROW)) add(match, match[1] ?? '', match[2], match[3]);
    for (const match of lower.matchAll(GET_TCP_LIST)) add(match, '', match[1], match[3]);
    if (byPort.size > 0) return [...byPort.values()];
    const none = NONE.exec(lower) ?? (/netstat/.test(lower) ? ESTABLISHED.exec(lower) : null);
    if (none === null) return [];
    const port = numberOf(ASKED_PORT.exec(lower)?.[1]);
    return port === undefined ? [] : [observe('listening', { port, listening: false }, page, none.index, none.index + none[0].length)];
  },
};
