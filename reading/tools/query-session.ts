import { observe, type Reader } from '../reader.ts';
import type { Page } from '../page.ts';

/** Head of the table in the languages of Windows; shortened ones count too. */
const HEAD =
  /sessionname|sitzungsname|nombre de sesi[oó]n|nome ?da ?sess|nome ?sessione|sessienaam|nazwa sesji|(?:имя )?сеанс\S{0,2}|セッション名|会话名|nom de session|nom_session|session {4,}utilisateur|username\s{1,40}sessionname|benutzername/;
/** Names of sessions are not translated; long ones are cut. */
const SESSION = /^(?:services|console|rdp-?tcp|rdp-sxs|31c5ce94|[0-9a-f]{14,32})(?:#\d{1,5}|[\w.-]{0,24})$/;
const LISTENER_NAME = /^(?:rdp-?tcp|rdp-sxs|31c5ce94)/;
/** Sessions of listeners are numbered from here. */
const FIRST_LISTENER = 65_536;
/** The same row where line breaks were lost. */
const LISTENER_IN_LINE = /(?:rdp-?tcp|rdp-sxs\S{0,20}|31c5ce94\S{0,24})\s{1,40}(655[3-9]\d)\s{1,20}(\p{L}{2,12})/u;
const NOT_LISTENING = /^(?:down|init|inakt|ausgef|hors|inactiv|нераб|откл|停止|已停)/;
const ACTIVE = /^(?:active|aktiv|actif|activo|ativo|attivo|actief|aktywn|активн|アクティブ|运行中|akt\.)/;
const DISCONNECTED = /^(?:disc|getr|déco|deco|desc|disco|verbr|rozł|отк|диск|切断|断开)/;
const OTHER_STATE = /^(?:conn|verb|conect|connect|połą|подк|接続|已连接|listen|abhör|écout|escu|ascolt|luister|nasłuch|прослуш|прием|приём|リッスン|侦听|idle|down|init)/;
const MOST_TOKENS = 10;

export const querySessionReader: Reader = {
  hint: /rdp-?tcp|rdp-sxs|31c5ce94|sessionname|sitzungsname|qwinsta|quser|query (?:session|user)|nazwa sesji|сеанс|セッション名|会话名|nom de session|session {4,}utilisateur|nome ?da ?sess|nome ?sess|nombre de sesi|sessienaam|no (?:session|user) exists|benutzer vorhanden|benutzername|session ?names/,
  read(page) {
    const { lower } = page;
    const problem = problemOf(lower);
    const head = HEAD.exec(lower);
    const rows = rowsOf(page);
    const inLine = LISTENER_IN_LINE.exec(lower);
    if (rows.length === 0 && inLine === null) {
      if (problem === undefined) return [];
      return [observe('query-session', { problem: problem.kind }, page, problem.at, problem.at + 1)];
    }
    const withUser = rows.filter(({ user }) => user !== '');
    const listens = rows.some(({ session, user, id, state }) => user === '' && LISTENER_NAME.test(session) && id >= FIRST_LISTENER && !NOT_LISTENING.test(state));
    const fields = {
      listener: isUserList(rows) ? undefined : listens || (inLine !== null && !NOT_LISTENING.test(inLine[2] ?? '')),
      sessions: withUser.length,
      active: withUser.filter(({ state }) => ACTIVE.test(state)).length,
      disconnected: withUser.filter(({ state }) => DISCONNECTED.test(state)).length,
    };
    const start = head?.index ?? inLine?.index ?? rows[0]?.start ?? 0;
    return [observe('query-session', fields, page, start, Math.max(rows.at(-1)?.end ?? 0, start + 1))];
  },
};

interface SessionRow {
  readonly session: string;
  readonly user: string;
  /** `query user` puts the user first. */
  readonly userFirst: boolean;
  readonly id: number;
  readonly state: string;
  readonly start: number;
  readonly end: number;
}

/** A row is: session and user in either order, of which one may be missing, a number, a state. */
function rowsOf(page: Page): readonly SessionRow[] {
  const rows: SessionRow[] = [];
  for (const { lower, start } of page.lines) {
    if (lower.length > 300) continue;
    const tokens = lower.replace(/^[>\s]{0,4}/, '').split(/\s+/).slice(0, MOST_TOKENS);
    const at = tokens.findIndex((token) => /^\d{1,5}$/.test(token));
    const state = tokens[at + 1] ?? '';
    const names = tokens.slice(0, Math.max(0, at));
    const session = names.find((name) => SESSION.test(name)) ?? '';
    const user = names.filter((name) => name !== session).join(' ');
    const isState = ACTIVE.test(state) || DISCONNECTED.test(state) || OTHER_STATE.test(state);
    if (at < 1 || names.length > 3 || !(isState || (session !== '' && /^\p{L}/u.test(state)))) continue;
    rows.push({ session, user, userFirst: names[0] !== session, id: Number(tokens[at]), state, start, end: start + lower.length });
  }
  return rows;
}

/** Sessions of the system are in the list of sessions only. */
const isUserList = (rows: readonly SessionRow[]): boolean => rows.length > 0 && rows.every(({ user, userFirst }) => user !== '' && userFirst);

function problemOf(lower: string): { readonly kind: 'access-denied' | 'no-session' | 'rpc-unavailable'; readonly at: number } | undefined {
  const failed = /error (?:\[?(?:0x)?[0-9a-f]{1,8}\]?:? )?(?:getting|enumerating|opening) ?session ?names/.exec(lower);
  if (failed !== null) return { kind: /rpc|1722|6ba/.test(lower) ? 'rpc-unavailable' : 'access-denied', at: failed.index };
  const none = /no (?:session|user) exists for|kein benutzer vorhanden für|aucun utilisateur n'existe pour|no existe ningún usuario para/.exec(lower);
  return none === null ? undefined : { kind: 'no-session', at: none.index };
}
