import type { Observation } from '../evidence.ts';
import { numberOf, observe, type Reader } from '../reader.ts';

/** The line of the key above its values; only its last parts tell keys apart. */
const KEY = /(?:hkey_local_machine|hkey_current_user|hklm:?|hkcu:?)\\([^\r\n"']{3,260})/g;
const VALUE = /(?<![\w\\])([a-z][\w-]{1,60})\s{1,40}reg_(dword|qword|sz|expand_sz|binary|multi_sz)\s{1,40}(0x[0-9a-f]{1,16}|[^\s][^\r\n]{0,200})/g;
/** Names that Get-ItemProperty lists with a colon and that matter here. */
const NAMES =
  'fdenytsconnections|portnumber|userauthentication|securitylayer|sslcertificatesha1hash|maxinstancecount|minencryptionlevel|fallowsecprotocolnegotiation|' +
  'fclientdisableudp|allowencryptionoracle|fipsalgorithmpolicy|selfsignedcertstore|ftdisabled|fenablewinstation|fdisablecam|licensingmode|disabledbydefault|winstationsdisabled|tsenabled';
const LISTED = new RegExp(`(?<![\\w\\\\])(${NAMES})\\s{0,30}[:=]\\s{0,3}([0-9a-f]{40}|0x[0-9a-f]{1,8}|\\d{1,10}|\\{[^}\\n]{0,200}\\})`, 'g');
/** A line of an exported file. */
const EXPORTED = /"([a-z][\w-]{1,60})"=(?:dword:([0-9a-f]{8})|"([^"\n]{0,200})")/g;
const MISSING =
  /unable to find the specified registry key or value|der angegebene registrierungsschlüssel bzw\. wert wurde nicht gefunden|n'a pas trouvé la clé|no ha podido encontrar la clave|não pôde (?:localizar|encontrar) a chave|impossibile trovare la chiave o il valore|nie może odnaleźć określonego klucza rejestru|не удается найти указанный раздел|指定されたレジストリ キーまたは値が見つかりません|找不到指定的注册表项|property \w{1,60} does not exist at path/;
/** Other programs have settings of these names too. */
const SHARED_NAMES: ReadonlySet<string> = new Set(['portnumber', 'maxidletime', 'maxconnectiontime', 'licensingmode', 'securitylayer', 'userauthentication']);
const OF_REMOTE_DESKTOP = /terminal ?serv|rdp|winstations|licensing core/;
const MOST_VALUES = 60;

export const registryReader: Reader = {
  hint: new RegExp(`reg_(?:dword|qword|sz|expand|binary|multi)|registry key or value|registrierungsschlüssel|trouvé la clé|encontrar la clave|chave ou o valor do registro|valore del registro|klucza rejestru|раздел или параметр|レジストリ キー|注册表项|does not exist at path|=dword:|${NAMES}`),
  read(page) {
    const { lower } = page;
    const keys = [...lower.matchAll(KEY)];
    const found: Observation[] = [];
    const add = (match: RegExpExecArray, name: string, raw: string, kind: string, isRegistry = true): void => {
      if (found.length >= MOST_VALUES) return;
      const key = keys.findLast(({ index }) => index < match.index)?.[1];
      if (key !== undefined && SHARED_NAMES.has(name) && !OF_REMOTE_DESKTOP.test(key)) return;
      const isNumber = kind === 'dword' || kind === 'qword' || (kind === '' && /^(?:0x[0-9a-f]+|\d+)$/.test(raw) && raw.length < 12);
      const content = isNumber ? { value: Number(raw.trim()) } : { text: raw.trim() };
      if (isNumber && !Number.isFinite(content.value)) return;
      found.push(observe('registry', { name, key: key === undefined ? undefined : lastParts(key), ...content, found: isRegistry || undefined }, page, match.index, match.index + match[0].length));
    };
    for (const match of lower.matchAll(VALUE)) add(match, match[1] ?? '', match[3] ?? '', match[2] ?? '');
    for (const match of lower.matchAll(LISTED)) add(match, match[1] ?? '', match[2] ?? '', '', false);
    for (const match of lower.matchAll(EXPORTED)) add(match, match[1] ?? '', match[2] === undefined ? (match[3] ?? '') : `0x${match[2]}`, match[2] === undefined ? 'sz' : 'dword');
    const missing = found.length === 0 ? MISSING.exec(lower) : null;
    if (missing !== null) {
      const name = new RegExp(NAMES).exec(lower)?.[0] ?? /\/v\s{1,3}(\w{2,60})/.exec(lower)?.[1];
      found.push(observe('registry', { name, found: false }, page, missing.index, missing.index + missing[0].length));
    }
    return found;
  },
};

/** `...\protocols\tls 1.2\server`. */
function lastParts(key: string): string {
  return key.trim().split('\\').slice(-3).join('\\');
}

/** For other readers: the value of a setting however it is written. */
export function settingOf(lower: string, name: string): number | undefined {
  return numberOf(new RegExp(`(?<!\\w)${name}\\s{0,30}[:=]\\s{0,3}(\\d{1,10})`).exec(lower)?.[1]);
}
