import { readDate } from '../dates.ts';
import { numberOf, observe, type Reader } from '../reader.ts';

const PORT = /(?<!\d)(\d{1,5})\/tcp\s{1,10}(open|closed|filtered|open\|filtered)(?:\s{1,10}([\w?-]{2,30}))?/;
const DOWN = /host seems down|0 hosts up/;
const NLA = /credssp \(nla\):\s{0,3}(success|fail)/;
const TLS = /(?:^|\n)[|_ \t>]{0,8}ssl:\s{0,3}(success|fail)/;
const NATIVE = /native rdp:\s{0,3}(success|fail)/;
const NOT_AFTER = /not valid after:\s{1,4}([^\n]{8,30})/;
const offered = (word: string | undefined): boolean | undefined => (word === undefined ? undefined : word === 'success');

export const nmapReader: Reader = {
  hint: /\/tcp\s{1,10}(?:open|closed|filtered)|host seems down|rdp-enum-encryption|0 hosts up/,
  read(page, now) {
    const { lower } = page;
    const rdp = /(?<!\d)3389\/tcp\s{1,10}(?:open|closed|filtered)(?:\s{1,10}[\w?-]{2,30})?/.exec(lower);
    const port = PORT.exec(rdp?.[0] ?? lower);
    const down = DOWN.exec(lower);
    const first = rdp ?? port ?? down ?? NLA.exec(lower);
    if (first === null) return [];
    const notAfter = readDate(NOT_AFTER.exec(lower)?.[1] ?? '');
    const fields = {
      port: numberOf(port?.[1]),
      state: port?.[2] === 'open|filtered' ? 'filtered' : port?.[2],
      service: port?.[3],
      nla: offered(NLA.exec(lower)?.[1]),
      tls: offered(TLS.exec(lower)?.[1]),
      rdpSecurity: offered(NATIVE.exec(lower)?.[1]),
      expired: notAfter === undefined ? undefined : notAfter.date.getTime() < now.getTime(),
      hostUp: down === null ? undefined : false,
    };
    return [observe('nmap', fields, page, first.index, first.index + first[0].length)];
  },
};
