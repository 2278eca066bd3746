import { observe, type Reader } from '../reader.ts';
import type { Page } from '../page.ts';

/** Head of the table in the languages of Windows; shortened ones count too. */
const HEAD = /sessionname|sitzungsname|sesi[oó]n|nome da sess|nome sessione|sessienaam|nazwa sesji|имя сеанса|セッション名|会话名|nom de session|nom_session|username\s{1,40}sessionname|benutzername/;
const ROW = /^[ >]{0,3}(?:(services|console|rdp-?tcp(?:#\d{1,5})?|rdp-sxs\S{0,20}|[0-9a-f]{14,32}|31c5ce94\S{0,10})\s{1,60})?(?:(\S{1,40})\s{1,40})?(\d{1,5})\s{1,20}(\p{L}[\p{L}.]{1,12})/u;
const LISTENER = /(?:rdp-?tcp|31c5ce94\S{0,10})\s{1,40}(?:65\d{3}|\d{1,5})\s{1,20}(?:listen|abhör|écout|escuch|escut|ascolt|luister|nasłuch|прослуш|リッスン|侦听|listn)/;
const ACTIVE = /^(?:active|aktiv|actif|activo|ativo|attivo|actief|aktywn|активн|アクティブ|运行中|akt\.)/;
const DISCONNECTED = /^(?:disc|getr|déco|deco|desc|disco|verbr|rozł|отк|диск|切断|断开)/;

export const querySessionReader: Reader = {
  hint: /rdp-?tcp|sessionname|sitzungsname|qwinsta|quser|query (?:session|user)|nazwa sesji|имя сеанса|セッション名|会话名|nom de session|nome sess|nombre de sesi|sessienaam|no session exists/,
  read(page) {
    const { lower } = page;
    const problem = problemOf(lower);
    const head = HEAD.exec(lower);
    const rows = rowsOf(page);
    const listener = LISTENER.exec(lower);
    if (head === null && listener === null && rows.length === 0) {
      if (problem === undefined) return [];
      return [observe('query-session', { problem: problem.kind }, page, problem.at, problem.at + 1)];
    }
    if (rows.length === 0 && listener === null) return [];
    const withUser = rows.filter(({ user }) => user !== '');
    const users = /username\s{1,40}sessionname|benutzername\s{1,40}sitzungsname/.test(lower);
    const fields = {
      listener: users ? undefined : listener !== null,
      sessions: withUser.length,
      active: withUser.filter(({ state }) => ACTIVE.test(state)).length,
      disconnected: withUser.filter(({ state }) => DISCONNECTED.test(state)).length,
    };
    const start = head?.index ?? listener?.index ?? rows[0]?.start ?? 0;
    const last = rows.at(-1);
    return [observe('query-session', fields, page, start, Math.max(last?.end ?? 0, start + 1))];
  },
};

interface SessionRow {
  readonly user: string;
  readonly state: string;
  readonly start: number;
  readonly end: number;
}

function rowsOf(page: Page): readonly SessionRow[] {
  const rows: SessionRow[] = [];
  for (const { lower, start } of page.lines) {
    const match = lower.length > 300 ? null : ROW.exec(lower);
    if (match === null || (match[1] === undefined && match[2] === undefined)) continue;
    const state = match[4] ?? '';
    if (!ACTIVE.test(state) && !DISCONNECTED.test(state) && match[1] === undefined) continue;
    rows.push({ user: match[1] === undefined && /^(?:rdp-?tcp|services|console)/.test(match[2] ?? '') ? '' : (match[2] ?? ''), state, start, end: start + lower.length });
  }
  return rows;
}

function problemOf(lower: string): { readonly kind: 'access-denied' | 'no-session' | 'rpc-unavailable'; readonly at: number } | undefined {
  const asked = /qwinsta|quser|query (?:session|user)|session/.test(lower);
  const denied = /error getting session names|error enumerating sessionnames/.exec(lower);
  if (denied !== null) return { kind: /rpc|1722/.test(lower) ? 'rpc-unavailable' : 'access-denied', at: denied.index };
  const none = /no session exists for|no user exists for/.exec(lower);
  return asked && none !== null ? { kind: 'no-session', at: none.index } : undefined;
}
