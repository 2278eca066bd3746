import { observe, type Reader } from '../reader.ts';

const NOT_FOUND = /non-existent domain|can't find ([^\s:]{1,100})|konnte nicht gefunden werden|dns name does not exist|dns-name ist nicht vorhanden|le nom dns n'existe pas|el nombre dns no existe|o nome dns não existe|nxdomain|\bnon-existent\b|не существует|не найден/;
const TIMED_OUT = /dns request timed out|request to \S{1,60} timed[- ]out|timed-out|zeitüberschreitung bei der anforderung|this operation returned because the timeout period expired/;
const NO_SERVER = /no response from server|can't find server name|dns server not available|keine antwort vom server/;
const REFUSED = /query refused|\brefused\b/;
const NAME = /(?:^|\n)[ \t>]{0,6}(?:name|nom|nombre|nome|nazwa|имя|名前|名称) ?:\s{1,8}(\S{1,120})/;
const ADDRESSES = /(?:^|\n)[ \t>]{0,6}(?:address(?:es)?|adresse[ns]?|direcci(?:ón|ones)|endereços?|indirizz[oi]|adres(?:y|sen)?|ip4?address|addresses|адреса?|アドレス) ?:\s{1,8}([0-9a-f.:]{3,45})/g;
const RESOLVED_ROW = /(?:^|\n)[ \t>]{0,6}(\S{1,120})\s{1,60}(?:a|aaaa)\s{1,20}\d{1,7}\s{1,20}(?:answer|antwort|réponse|respuesta|resposta)\s{1,20}([0-9a-f.:]{3,45})/;

export const dnsReader: Reader = {
  hint: /nslookup|resolve-dnsname|non-existent domain|dns request timed|dns name does not exist|nxdomain|dns-name|nom dns|\*\*\* |section\s{1,20}ipaddress|\baddress(?:es)?:|adresse[ns]?:/,
  read(page) {
    const { lower } = page;
    const row = RESOLVED_ROW.exec(lower);
    const named = NAME.exec(lower);
    const asked = /(?:nslookup|resolve-dnsname(?: -name)?)\s{1,3}([^\s-]\S{0,119})/.exec(lower)?.[1];
    const after = named === null ? '' : lower.slice(named.index);
    const addresses = [...after.matchAll(ADDRESSES)].map((match) => match[1] ?? '').filter((address) => /[.:]/.test(address));
    const found = row?.[2] ?? addresses[0];
    const problem = problemOf(lower);
    const first = row ?? named ?? problem?.match;
    if (first === undefined || first === null || (found === undefined && problem === undefined)) return [];
    if (!/nslookup|resolve-dnsname|server|\*\*\*|dns|nxdomain|section/.test(lower)) return [];
    const fields = {
      resolved: found !== undefined,
      reason: found === undefined ? problem?.reason : undefined,
      name: row?.[1] ?? named?.[1] ?? asked,
      address: found,
      addresses: found === undefined ? undefined : Math.max(1, addresses.length),
    };
    return [observe('dns', fields, page, first.index, first.index + first[0].length)];
  },
};

function problemOf(lower: string): { readonly reason: 'not-found' | 'timed-out' | 'no-server' | 'refused'; readonly match: RegExpExecArray } | undefined {
  if (!/nslookup|resolve-dnsname|dns|non-existent|nxdomain|\*\*\*/.test(lower)) return undefined;
  for (const [reason, pattern] of [['no-server', NO_SERVER], ['not-found', NOT_FOUND], ['timed-out', TIMED_OUT], ['refused', REFUSED]] as const) {
    const match = pattern.exec(lower);
    if (match !== null) return { reason, match };
  }
  return undefined;
}
