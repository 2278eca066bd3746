import { numberOf, observe, truthOf, type Reader } from '../reader.ts';

const STATUS = /(?:status|état|estado|stato|stan|состояние|статус)[^\n=]{0,60}= ?(\d{1,6})(?: 0x[0-9a-f]{1,8})?/g;
const FAILED_CALL = /i_netlogoncontrol (?:failed|fehlgeschlagen)[^\n=]{0,20}(?:status|état|estado) = (\d{1,6})/;
const CONTROLLER = /(?:trusted dc name|domänencontroller) {1,3}\\{2}([\w.-]{1,80})/;
const TEST = /test-computersecurechannel/;
/** The verdict of `-Verbose`, in its languages; the second group only where it is bad. */
const VERDICT =
  /secure channel between .{1,120}? is (?:(in good condition|alive)|(broken))|(?:der )?sichere kanal zwischen .{1,160}?(?:(in einwandfreiem zustand|in gutem zustand|funktionsfähig)|(unterbrochen|beschädigt))|canal sécurisé entre .{1,160}? est (?:(en bon état|opérationnel)|(rompu|interrompu|endommagé))|canal seguro entre .{1,160}? (?:está (?:(en buen estado|correcto)|(roto|dañado|interrumpido)))|canal seguro entre .{1,160}? (?:(em boas condições|íntegro)|(rompido|quebrado|interrompido))|canale sicuro tra .{1,160}? (?:(in buone condizioni|integro)|(interrotto|danneggiato))/;
/** The test could not reach a domain controller, which is what it tests. */
const UNREACHED = /cannot verify the secure channel[^]{0,160}?(?:does not exist or could not be contacted|rpc server is unavailable|no logon servers)/;
const LONE = /(?:^|\n)[ \t>]{0,4}(true|false)[ \t\r]*(?=\n|$)/;
const TRUST_BROKEN = /the trust relationship between this workstation and the primary domain failed|vertrauensstellung zwischen dieser arbeitsstation|la relation d'approbation entre cette station|la relación de confianza entre esta estación|a relação de confiança entre esta estação|relazione di trust tra la workstation|relacja zaufania między tą stacją|не удалось установить доверительные отношения между этой рабочей станцией|このワークステーションとプライマリ ドメインとの信頼関係|此工作站和主域间的信任关系/;
const ACCESS_DENIED = 5;

export const secureChannelReader: Reader = {
  hint: new RegExp(`nltest|trusted dc|trust verification|i_netlogoncontrol|secure ?channel|sicher(?:er|e|en) kanal|canal sécurisé|canal seguro|canale sicuro|${TRUST_BROKEN.source}`),
  read(page) {
    const { lower } = page;
    const failed = FAILED_CALL.exec(lower);
    const statuses = [...lower.matchAll(STATUS)].map((match) => ({ match, code: Number(match[1]) }));
    const isNltest = failed !== null || (/nltest|trusted dc|trust verification|vertrauenswürdig|sc_verify|sc_query/.test(lower) && !/dsgetdc|dc name failed|dc-namens/.test(lower) && statuses.length > 0);
    if (isNltest) {
      const bad = statuses.find(({ code }) => code !== 0);
      const status = numberOf(failed?.[1]) ?? bad?.code ?? 0;
      const first = failed ?? bad?.match ?? statuses[0]?.match;
      if (first !== undefined && first !== null) {
        // Without rights nltest says 5 for its own call; behind the name of a status it is the channel that was refused.
        const untested = status === ACCESS_DENIED && failed !== null;
        const tested = untested ? ({ problem: 'access-denied' } as const) : { ok: status === 0 };
        const fields = { ...tested, status, tool: 'nltest', domainController: CONTROLLER.exec(lower)?.[1] };
        return [observe('secure-channel', fields, page, first.index, first.index + first[0].length)];
      }
    }
    const verdict = VERDICT.exec(lower);
    const lone = TEST.test(lower) ? LONE.exec(lower) : null;
    const broken = TRUST_BROKEN.exec(lower);
    const first = verdict ?? lone ?? UNREACHED.exec(lower) ?? broken;
    if (first === null) return [];
    // Groups stand in pairs: good, bad.
    const good = verdict?.findIndex((group, at) => at > 0 && group !== undefined);
    const ok = good === undefined ? (truthOf(lone?.[1]) ?? false) : good % 2 === 1;
    const tool = broken !== null && first === broken ? undefined : 'test-computersecurechannel';
    return [observe('secure-channel', { ok, tool }, page, first.index, first.index + first[0].length)];
  },
};
