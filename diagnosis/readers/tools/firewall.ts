import type { Observation } from '../../evidence.ts';
import { observe, truthOf, type Reader } from '../reader.ts';
import type { Page } from '../page.ts';

const REMOTE_DESKTOP = /remote ?desktop|remotedesktop|bureau à distance|escritorio remoto|área de trabalho remota|desktop remoto|extern bureaublad|pulpit zdalny|удаленный рабочий стол|リモート デスクトップ|远程桌面|firewallapi\.dll,-28752|\brdp\b|\b3389\b/;
const RULE_START = /(?:^|\n)[ \t>]{0,6}(?:rule name|regelname|nom de la règle|nombre de regla|nome da regra|nome regola|regelnaam|nazwa reguły|имя правила|規則名|规则名称|displayname|name)\s{0,40}:\s{0,30}([^\n]{1,120})/g;
const ENABLED = /(?:^|\n)[ \t>]{0,6}(?:enabled|aktiviert|activée?|habilitada?|habilitado|abilitato|ingeschakeld|włączon[ey]|включено|有効|已启用)\s{0,40}:\s{0,40}(\S{1,12})/;
const DIRECTION = /(?:^|\n)[ \t>]{0,6}(?:direction|richtung|dirección|direção|direzione|richting|kierunek|направление|方向)\s{0,40}:\s{0,40}(\S{1,16})/;
const ACTION = /(?:^|\n)[ \t>]{0,6}(?:action|aktion|acción|ação|azione|actie|akcja|действие|操作)\s{0,40}:\s{0,40}(\S{1,16})/;
const PROFILE = /(?:^|\n)[ \t>]{0,6}(?:profiles?|profile|profils|perfiles|perfis|profili|profielen|profile|профили|プロファイル|配置文件)\s{0,40}:\s{0,40}([^\n]{2,40})/;
const YES = /^(?:yes|true|ja|oui|sí|si|sim|sì|tak|да|はい|是|1)/;
const NO_RULE = /no rules match the specified criteria|no msft_netfirewallrule objects found|es stimmen keine regeln|aucune règle ne correspond|ninguna regla coincide|nenhuma regra corresponde|nessuna regola corrisponde/;
const MOST_RULES = 30;

export const firewallReader: Reader = {
  hint: /rule name|regelname|nom de la règle|nombre de regla|nome da regra|nome regola|regelnaam|nazwa reguły|имя правила|規則名|规则名称|netfirewallrule|displaygroup|no rules match|stimmen keine regeln|règle ne correspond|regla coincide|displayname\s{1,40}:/,
  read(page) {
    const none = NO_RULE.exec(page.lower);
    const rules = [...blocks(page)];
    if (rules.length > 0) return rules;
    return none === null ? [] : [observe('firewall', { found: false, remoteDesktop: REMOTE_DESKTOP.test(page.lower) || undefined }, page, none.index, none.index + none[0].length)];
  },
};

/** A rule reaches to the next rule's name; the name fields inside one rule do not begin another. */
function* blocks(page: Page): Generator<Observation> {
  const starts = [...page.lower.matchAll(RULE_START)].slice(0, MOST_RULES * 2);
  let from = 0;
  while (from < starts.length) {
    const start = starts[from];
    if (start === undefined) return;
    let to = from + 1;
    while (to < starts.length && !/enabled|aktiviert|activ|habilit|abilit|ingesch|włącz|включ|有効|已启用/.test(page.lower.slice(start.index, starts[to]?.index))) to += 1;
    const end = Math.min(starts[to]?.index ?? page.lower.length, start.index + 2000);
    const block = page.lower.slice(start.index, end);
    const enabled = ENABLED.exec(block)?.[1];
    if (enabled !== undefined) {
      const direction = DIRECTION.exec(block)?.[1] ?? '';
      const action = ACTION.exec(block)?.[1] ?? '';
      const display = /displayname\s{0,40}:\s{0,30}([^\n]{1,120})/.exec(block)?.[1];
      const fields = {
        rule: (display ?? start[1] ?? '').trim(),
        remoteDesktop: REMOTE_DESKTOP.test(block),
        enabled: truthOf(enabled) ?? YES.test(enabled),
        direction: /^(?:in|ein|ent|вход|受信|入)/.test(direction) ? 'inbound' : /^(?:out|aus|sort|sal|saí|us|wych|исход|送信|出)/.test(direction) ? 'outbound' : undefined,
        action: /^(?:allow|zulassen|autoriser|permitir|consenti|toestaan|zezwalaj|разрешить|許可|允许|2)/.test(action) ? 'allow' : /^(?:block|blockieren|bloqu|blocca|blokk|blokuj|блок|ブロック|阻止|4)/.test(action) ? 'block' : undefined,
        profile: PROFILE.exec(block)?.[1]?.trim().replace(/\s*,\s*/g, ','),
      };
      yield observe('firewall', fields, page, start.index, end);
    }
    from = to;
  }
}
