import { readDate } from '../dates.ts';
import { numberOf, observe, type Reader } from '../reader.ts';
import { mayBeRemoteDesktop } from './ports.ts';

const PORT = /(?<!\d)(\d{1,5})\/tcp\s{1,10}(open|closed|filtered|open\|filtered)(?:\s{1,10}([\w?-]{2,30}))?/;
const DOWN = /host seems down|0 hosts up/;
const NLA = /credssp \(nla\):\s{0,3}(success|fail)/;
const TLS = /(?:^|\n)[|_ \t>]{0,8}ssl:\s{0,3}(success|fail)/;
const NATIVE = /native rdp:\s{0,3}(success|fail)/;
const NOT_AFTER = /not valid after:\s{1,4}([^\n]{8,30})/;
/** The script lists what is offered; below its heading a missing line says that it is not. */
const offered = (word: string | undefined, listed: boolean): boolean | undefined => (word === undefined ? (listed ? false : undefined) : word === 'success');

export const nmapReader: Reader = {
  hint: /\/tcp\s{1,10}(?:open|closed|filtered)|host seems down|rdp-enum-encryption|0 hosts up/,
  read(page, now) {
    const { lower } = page;
    const rdp = /(?<!\d)3389\/tcp\s{1,10}(?:open|closed|filtered)(?:\s{1,10}[\w?-]{2,30})?/.exec(lower);
    const port = PORT.exec(rdp?.[0] ?? lower);
    const down = DOWN.exec(lower);
    const first = rdp ?? port ?? down ?? NLA.exec(lower);
    if (first === null) return [];
    const listed = /security layer\s[^]{0,40}?(?:success|fail)/.test(lower);
    const notAfter = readDate(NOT_AFTER.exec(lower)?.[1] ?? '');
    const fields = {
      port: numberOf(port?.[1]),
      rdp: mayBeRemoteDesktop(numberOf(port?.[1])),
      state: port?.[2] === 'open|filtered' ? 'filtered' : port?.[2],
      service: port?.[3],
      nla: offered(NLA.exec(lower)?.[1], listed),
      tls: offered(TLS.exec(lower)?.[1], listed),
      rdpSecurity: offered(NATIVE.exec(lower)?.[1], listed),
      expired: notAfter === undefined ? undefined : notAfter.date.getTime() < now.getTime(),
      hostUp: down === null ? undefined : false,
    };
    return [observe('nmap', fields, page, first.index, first.index + first[0].length)];
  },
};
