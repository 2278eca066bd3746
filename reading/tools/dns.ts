import { observe, type Reader } from '../reader.ts';
import { isOtherHost } from './other-host.ts';

const NAME = 'name|nom|nombre|nome|naam|nazwa|имя|名前|名称';
const ADDRESS = 'address(?:es)?|adress(?:es?|en)|direcci(?:ón|ones)|endereços?|indirizz[oi]|adres(?:y|sen)?|адреса?|アドレス|地址';
const IP = '(?:\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})';

/** What was found, as each tool writes it; all run on the text with single blanks. The name, then the addresses. */
const FOUND: readonly RegExp[] = [
  // nslookup names the server it asked with an address of its own first; the answer is a name right before its addresses.
  new RegExp(`(?<![\\p{L}_-])(?:${NAME}) ?: (\\S{1,120}) (?:${ADDRESS}) ?: (${IP}(?: ${IP}){0,15})(?![\\w.])`, 'u'),
  new RegExp(`(?<!\\S)(\\S{1,120}) a{1,4} \\d{1,7} (?:answer|antwort|réponse|respuesta|resposta|risposta) (${IP})`),
  new RegExp(`name : (\\S{1,120}) querytype : a{1,4} ttl : \\d{1,7} section : answer ip\\d?address : (${IP})`),
  new RegExp(`(?<!\\S)(\\S{1,120}) (?:\\d{1,7} in a{1,4}|has (?:ipv6 )?address) (${IP})`),
];
const SERVER_BEFORE = new RegExp(`(?:${ADDRESS}) ?: (?:${IP})`);
const TOOL = /nslookup|resolve-dnsname|server|serveur|servidor|serwer|сервер|サーバー|服务器|dns|section|querytype|\b\d{1,7} in a|has (?:ipv6 )?address/;

const NOT_FOUND =
  /non-existent domain|can't find [^\s:]{1,100}|wurde von \S{1,80} nicht gefunden|ne parvient pas à trouver|no encuentra \S{1,80}: non|dns name does not exist|dns-name ist nicht vorhanden|le nom dns n'existe pas|el nombre dns no existe|o nome dns não existe|il nome dns non esiste|nazwa dns nie istnieje|dns-имя не существует|dns 名が存在しません|dns 名称不存在|nxdomain|unable to resolve target system name|zielname \S{1,80} konnte nicht aufgelöst werden|impossible de résoudre le nom du système cible|no se puede resolver el nombre del sistema de destino/;
const TIMED_OUT = /dns request timed out|request to \S{1,60} timed[- ]out|zeitüberschreitung bei der anforderung|this operation returned because the timeout period expired|connection timed out; no servers could be reached/;
const NO_SERVER = /no response from server|can't find server name|dns server not available|keine antwort vom server/;
const REFUSED = /query refused|\*\*\* \S{1,80} can't find \S{1,80}: query refused|status: refused/;
const ASKED = /(?:nslookup|resolve-dnsname(?: -name)?) ([^\s-]\S{0,119})/;

/** A browser's page: it speaks of a web site. */
const BROWSER = /dns_probe_|err_name_not_resolved|this site can't be reached|server ip address could not be found/;

export const dnsReader: Reader = {
  hint: /nslookup|resolve-dnsname|non-existent domain|dns request timed|dns name|dns-name|dns 名|dns-имя|nxdomain|nom dns|nombre dns|nome dns|nazwa dns|\*\*\* |section\s{1,20}ipaddress|querytype|address(?:es)?\s?:|adress(?:es?|en)\s?:|target system name|zielname|système cible|sistema de destino|\sin\s{1,4}a{1,4}\s|has address|no servers could be reached/,
  read(page) {
    const { flat } = page;
    for (const [form, pattern] of FOUND.entries()) {
      const match = pattern.exec(flat);
      if (match === null) continue;
      const isNslookup = TOOL.test(flat) || SERVER_BEFORE.test(flat.slice(0, match.index));
      if (form === 0 && !isNslookup) continue;
      if (isOtherHost(match[1]) || isOtherHost(ASKED.exec(flat)?.[1])) return [];
      const addresses = (match[2] ?? '').split(' ');
      const fields = { resolved: true, name: match[1]?.replace(/\.$/, ''), address: addresses[0], addresses: addresses.length };
      return [observe('dns', fields, page, page.unflat(match.index), page.unflat(match.index + match[0].length - 1) + 1)];
    }
    const problem = BROWSER.test(flat) ? undefined : problemOf(flat);
    if (problem === undefined) return [];
    const { reason, match } = problem;
    if (isOtherHost(ASKED.exec(flat)?.[1])) return [];
    return [observe('dns', { resolved: false, reason, name: ASKED.exec(flat)?.[1] }, page, page.unflat(match.index), page.unflat(match.index + match[0].length - 1) + 1)];
  },
};

function problemOf(flat: string): { readonly reason: 'not-found' | 'timed-out' | 'no-server' | 'refused'; readonly match: RegExpExecArray } | undefined {
  if (!/nslookup|resolve-dnsname|dns|non-existent|nxdomain|\*\*\*|target system|zielname|système cible|sistema de destino|no servers could be reached/.test(flat)) return undefined;
  for (const [reason, pattern] of [['no-server', NO_SERVER], ['refused', REFUSED], ['not-found', NOT_FOUND], ['timed-out', TIMED_OUT]] as const) {
    const match = pattern.exec(flat);
    if (match !== null) return { reason, match };
  }
  return undefined;
}
