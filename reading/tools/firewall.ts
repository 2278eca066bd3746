import type { Observation } from '../evidence.ts';
import { observe, truthOf, type Reader } from '../reader.ts';
import type { Page } from '../page.ts';

const REMOTE_DESKTOP = /remote ?desktop|remotedesktop|bureau à distance|escritorio remoto|área de trabalho remota|desktop remoto|extern bureaublad|pulpit zdalny|удаленный рабочий стол|リモート デスクトップ|远程桌面|firewallapi\.dll,-28752|\brdp\b|\b3389\b/;
/** The group has rules for watching a session and for its web socket too; they let nobody sign in. */
const NOT_FOR_SIGN_IN = /shadow|schatten|sombra|replikat|websocket|web socket|cień|теневое|シャドウ|阴影/;

const NAME = 'rule name|regelname|nom de la règle|nombre de regla|nome da regra|nome regola|regelnaam|nazwa reguły|имя правила|規則名|规则名称|displayname|name';
const ENABLED_WORD = 'enabled|aktiviert|activée?|habilitad[ao]|abilitat[ao]|ingeschakeld|włączon[eya]|включено|有効|已启用';
/** A label stands at the beginning of its line, or anywhere where line breaks were lost; white space or the end goes before it. */
const field = (labels: string, value: string): RegExp => new RegExp(`(?:^|\\s)(?:${labels})\\s{0,40}:\\s{0,40}(${value})`);
const RULE_START = new RegExp(`(?:^|\\n)[ \\t>]{0,6}(?:${NAME})\\s{0,40}:\\s{0,30}([^\\n]{1,120})`, 'g');
const ENABLED = field(ENABLED_WORD, '\\S{1,12}');
const HAS_ENABLED = new RegExp(`(?:${ENABLED_WORD})\\s{0,40}:`);
const DIRECTION = field('direction|richtung|dirección|direção|direzione|richting|kierunek|направление|方向', '\\S{1,16}');
const ACTION = field('action|aktion|acción|ação|azione|actie|akcja|действие|操作', '\\S{1,16}');
const PROFILE = field('profiles?|profile|profils|perfiles|perfis|profili|profielen|профили|プロファイル|配置文件', '[^\\n]{2,40}');
const YES = /^(?:yes|true|ja|oui|sí|si|sim|sì|tak|да|はい|是|1)/;
const INBOUND = /^(?:in|ein|ent|dentro|entr|actif|przych|do|вход|受信|入)/;
const OUTBOUND = /^(?:out|aus|sort|sal|saí|us|uitg|wych|исход|送信|出|fuera)/;
const ALLOW = /^(?:allow|zulassen|autoris|permit|consent|toesta|zezw|разреш|許可|允许|2$)/;
const BLOCK = /^(?:block|blockier|bloqu|blocca|blokk|bloker|blokuj|блок|ブロック|阻止|4$)/;
const TABLE_ROW = /(?:^|\n)[ \t>]{0,4}([^\n]{3,160}?)\s{1,40}(true|false)\s{1,20}(inbound|outbound)\s{1,20}(allow|block)(?=\s|$)/g;
const NO_RULE =
  /no rules match the specified criteria|no msft_netfirewallrule objects found|keine msft_netfirewallrule|es stimmen keine regeln|aucune règle ne correspond|ninguna regla coincide|nenhuma regra corresponde|nessuna regola corrisponde|żadna reguła nie odpowiada|нет правил, соответствующих|指定された条件と一致する規則はありません|没有与指定标准相匹配的规则/;
const MOST_RULES = 30;

export const firewallReader: Reader = {
  hint: new RegExp(`netfirewallrule|displaygroup|displayname|${NO_RULE.source}|(?:${ENABLED_WORD})\\s{0,40}:|(?:inbound|outbound)\\s{1,20}(?:allow|block)`),
  read(page) {
    const none = NO_RULE.exec(page.lower);
    const rules = [...blocks(page), ...rows(page)];
    if (rules.length > 0) return rules;
    return none === null ? [] : [observe('firewall', { found: false, remoteDesktop: REMOTE_DESKTOP.test(page.lower) || undefined }, page, none.index, none.index + none[0].length)];
  },
};

type Direction = 'inbound' | 'outbound' | undefined;
type Action = 'allow' | 'block' | undefined;

function ruleAt(page: Page, start: number, end: number, rule: { name: string; enabled: boolean; direction: Direction; action: Action; profile?: string | undefined; about: string }): Observation {
  const { name, enabled, direction, action, profile, about } = rule;
  const remoteDesktop = REMOTE_DESKTOP.test(about) && !NOT_FOR_SIGN_IN.test(name);
  const opens = direction !== 'outbound' && action !== 'block';
  return observe('firewall', { rule: name, remoteDesktop, enabled, direction, action, opens, profile }, page, start, end);
}

/** A rule reaches to the next rule's name; the name fields inside one rule do not begin another. */
function* blocks(page: Page): Generator<Observation> {
  const starts = [...page.lower.matchAll(RULE_START)].slice(0, MOST_RULES * 2);
  let from = 0;
  while (from < starts.length) {
    const start = starts[from];
    if (start === undefined) return;
    let to = from + 1;
    while (to < starts.length && !HAS_ENABLED.test(page.lower.slice(start.index, starts[to]?.index))) to += 1;
    const end = Math.min(starts[to]?.index ?? page.lower.length, start.index + 2000);
    const block = page.lower.slice(start.index, end);
    const enabled = ENABLED.exec(block)?.[1];
    if (enabled !== undefined) {
      const direction = DIRECTION.exec(block)?.[1] ?? '';
      const action = ACTION.exec(block)?.[1] ?? '';
      const display = /displayname\s{0,40}:\s{0,30}([^\n]{1,120})/.exec(block)?.[1];
      // Behind its last field the person may go on.
      const last = block.lastIndexOf(':');
      const stop = last < 0 || !block.includes('\n', last) ? end : start.index + block.indexOf('\n', last);
      yield ruleAt(page, start.index, stop, {
        name: (display ?? start[1] ?? '').split(/ -{4,}/, 1)[0]?.trim() ?? '',
        enabled: truthOf(enabled) ?? YES.test(enabled),
        direction: OUTBOUND.test(direction) ? 'outbound' : INBOUND.test(direction) ? 'inbound' : undefined,
        action: ALLOW.test(action) ? 'allow' : BLOCK.test(action) ? 'block' : undefined,
        profile: PROFILE.exec(block)?.[1]?.trim().replace(/\s*,\s*/g, ','),
        about: block,
      });
    }
    from = to;
  }
}

/** The table of Get-NetFirewallRule. */
function* rows(page: Page): Generator<Observation> {
  for (const match of [...page.lower.matchAll(TABLE_ROW)].slice(0, MOST_RULES)) {
    const [whole, name = '', enabled, direction, action] = match;
    yield ruleAt(page, match.index, match.index + whole.length, { name: name.trim(), enabled: enabled === 'true', direction: direction as Direction, action: action as Action, about: name });
  }
}
