import { observe, type Reader } from '../reader.ts';

/** Who, behind the authority or the path, and the rights in brackets. */
const ENTRY = /([\p{L}][\p{L} ]{1,40}):((?:\([a-z,]{1,30}\)){1,6})/gu;
const NETWORK_SERVICE = /network service|netzwerkdienst|service réseau|servicio de red|serviço de rede|servizio di rete|netwerkservice|usługa sieciowa/;
const SYSTEM = /(?:^| )(?:system|système|sistema|systeem|система)$/;
const ADMINISTRATORS = /(?:^| )(?:administrators|administratoren|administrateurs|administradores|amministratori|beheerders|administratorzy|администраторы)$/;
const EVERYONE = /(?:^| )(?:everyone|jeder|tout le monde|todos|tutti|iedereen|wszyscy|все)$/;
const READS = /\((?:[a-z,]{0,20},)?(?:f|m|rx|r|gr|gx|ga|rd)(?:,[a-z,]{0,20})?\)/;
const FULL = /\((?:[a-z,]{0,20},)?(?:f|ga)(?:,[a-z,]{0,20})?\)/;
const DENIED = /access is denied|zugriff verweigert|accès refusé|acceso denegado|acesso negado|accesso negato|toegang geweigerd|odmowa dostępu|отказано в доступе|アクセスが拒否されました|拒绝访问/;
const MISSING =
  /the system cannot find the (?:file|path) specified|das system kann (?:die angegebene datei|den angegebenen pfad) nicht finden|le fichier spécifié est introuvable|el sistema no puede encontrar (?:el archivo|la ruta)|o sistema não pode encontrar o (?:arquivo|caminho)|impossibile trovare il (?:file|percorso) specificato|nie można odnaleźć określonego pliku|не удается найти указанный файл|指定されたファイルが見つかりません|系统找不到指定的文件/;

export const icaclsReader: Reader = {
  hint: /icacls|machinekeys|f686aace|:\((?:i|f|r|rx|m|oi|ci)\)/,
  read(page) {
    const { lower } = page;
    const entries = [...lower.matchAll(ENTRY)].slice(0, 200).map((match) => ({ match, who: (match[1] ?? '').trim(), rights: match[2] ?? '' }));
    const denied = DENIED.exec(lower);
    const missing = MISSING.exec(lower);
    const first = entries[0]?.match ?? denied ?? missing;
    if (first === undefined || first === null || (entries.length === 0 && !/icacls|machinekeys|f686aace/.test(lower))) return [];
    const rights = (who: RegExp, test: RegExp): boolean | undefined =>
      entries.length === 0 ? undefined : entries.some((entry) => who.test(entry.who) && test.test(entry.rights) && !entry.rights.includes('(n)') && !entry.rights.includes('(deny)'));
    const aboutKeys = /machinekeys|f686aace/.test(lower);
    const fields = {
      machineKeys: aboutKeys,
      rdpKey: /f686aace6942fb7f7ceb231212eef4a4/.test(lower),
      networkServiceRead: aboutKeys ? rights(NETWORK_SERVICE, READS) : undefined,
      systemFull: rights(SYSTEM, FULL),
      administratorsFull: rights(ADMINISTRATORS, FULL),
      everyone: entries.length === 0 ? undefined : entries.some(({ who }) => EVERYONE.test(who)),
      accessDenied: denied === null ? undefined : true,
      found: missing === null ? undefined : false,
    };
    return [observe('icacls', fields, page, first.index, first.index + first[0].length)];
  },
};
