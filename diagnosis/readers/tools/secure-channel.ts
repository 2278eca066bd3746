import { numberOf, observe, truthOf, type Reader } from '../reader.ts';

const STATUS = /(?:connection status|trust verification status|status|verbindungsstatus|état|estado)\s{0,3}= ?(\d{1,6})(?: 0x[0-9a-f]{1,8})?/g;
const FAILED_CALL = /i_netlogoncontrol failed: status = (\d{1,6})/;
const CONTROLLER = /trusted dc name\s{1,3}\\{0,2}([\w.-]{1,80})/;
const TEST = /test-computersecurechannel/;
const VERDICT = /secure channel between .{1,100} is (in good condition|broken|alive)|der sichere kanal zwischen .{1,120}(in einwandfreiem zustand|unterbrochen|beschädigt)|sicher(?:er|en) kanal.{1,120}(ist funktionsfähig|nicht)/;
const LONE = /(?:^|\n)[ \t>]{0,4}(true|false)[ \t\r]*(?=\n|$)/;
const TRUST_BROKEN = /the trust relationship between this workstation and the primary domain failed|vertrauensstellung zwischen dieser arbeitsstation|la relation d'approbation entre cette station|la relación de confianza entre esta estación/;

export const secureChannelReader: Reader = {
  hint: /nltest|trusted dc|i_netlogoncontrol|secure ?channel|sicher(?:er|e|en) kanal|trust relationship between|vertrauensstellung zwischen|relation d'approbation entre|relación de confianza entre/,
  read(page) {
    const { lower } = page;
    const failed = FAILED_CALL.exec(lower);
    const statuses = [...lower.matchAll(STATUS)].map((match) => ({ match, code: Number(match[1]) }));
    const isNltest = failed !== null || (/nltest|trusted dc|sc_verify|sc_query/.test(lower) && statuses.length > 0);
    if (isNltest) {
      const bad = statuses.find(({ code }) => code !== 0);
      const status = numberOf(failed?.[1]) ?? bad?.code ?? 0;
      const first = failed ?? bad?.match ?? statuses[0]?.match;
      if (first !== undefined && first !== null) {
        const fields = { ok: status === 0, status, tool: 'nltest', domainController: CONTROLLER.exec(lower)?.[1] };
        return [observe('secure-channel', fields, page, first.index, first.index + first[0].length)];
      }
    }
    const verdict = VERDICT.exec(lower);
    const lone = TEST.test(lower) ? LONE.exec(lower) : null;
    const broken = TRUST_BROKEN.exec(lower);
    const first = verdict ?? lone ?? broken;
    if (first === null) return [];
    const said = verdict?.[1] ?? verdict?.[2] ?? verdict?.[3];
    const ok = said === undefined ? (truthOf(lone?.[1]) ?? false) : /good|alive|einwandfrei|funktionsfähig/.test(said);
    const tool = broken !== null && first === broken ? undefined : 'test-computersecurechannel';
    return [observe('secure-channel', { ok, tool }, page, first.index, first.index + first[0].length)];
  },
};
