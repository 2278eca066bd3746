import type { Observation } from '../evidence.ts';
import { numberOf, observe, type FieldsOf, type Reader } from '../reader.ts';

type Reason = NonNullable<FieldsOf<'logon-failure'>['reason']>;

/** NTSTATUS values of Security 4625 and 4776 (Microsoft, "4625(F): An account failed to log on"). */
const BY_STATUS: Readonly<Record<string, Reason>> = {
  c000006a: 'wrong-password', c0000064: 'unknown-user', c000006d: 'bad-logon', c0000234: 'locked', c0000072: 'disabled', c0000193: 'account-expired',
  c0000071: 'password-expired', c0000224: 'must-change', c000006f: 'hours', c0000070: 'workstation', c000006e: 'restriction', c000015b: 'not-granted',
  c0000133: 'time-skew', c000005e: 'no-logon-servers', c000018c: 'trust-broken', c000018d: 'trust-broken', c0000192: 'no-logon-servers', c0000413: 'not-granted',
};
/** Statuses that say only that it failed; the sub-status says why. */
const GENERAL: ReadonlySet<string> = new Set(['c000006d', 'c000006e', '0']);
/** Kerberos errors of 4771 (RFC 4120, section 7.5.9). */
const BY_KERBEROS: Readonly<Record<number, Reason>> = { 6: 'unknown-user', 18: 'locked', 23: 'password-expired', 24: 'wrong-password', 37: 'time-skew' };

/** The labels of the two lines, translated; two colons in German are Windows' own. */
const STATUS = "status|état|estado|stato|stan|состояние|статус|状態|状态|ステータス|error code|fehlercode|code d'erreur|código de error|код ошибки|エラー コード|错误代码";
const SUB_STATUS = 'sub ?-?status|unterstatus|sous-état|sous-statut|subestado|substatus|stato secondario|sottostato|podstan|подсостояние|подстатус|サブ ?ステータス|子状态';
const VALUE = '["\'>]{0,2}\\s{0,12}[:=]{0,2}\\s{0,12}["\']?0x([0-9a-f]{1,8})';
/** One failure: a status, and near it a sub-status in either order. */
const EITHER = new RegExp(`(?<![\\p{L}-])(?:(${SUB_STATUS})|(?:${STATUS}))${VALUE}`, 'gu');
const LOGON_TYPE = /(?:logon ?type|anmeldetyp|type d'ouverture de session|tipo de inicio de sesión|tipo de logon|tipo di accesso|typ logowania|тип входа|ログオン(?: の)?(?:の)?種類|ログオン タイプ|登录类型)["'>]{0,2}\s{0,12}[:=]{0,2}\s{0,12}(\d{1,2})/;
const KERBEROS = /4771[^]{0,600}?(?:failure code|fehlercode|code d'échec|código de error|código de erro)\s{0,12}:\s{0,12}0x([0-9a-f]{1,2})(?![0-9a-f])/;
/** Statuses alone are everywhere; these words say that a sign-in is meant. */
const ABOUT_LOGON = /4625|4776|4771|logon ?type|anmeldetyp|failed to log on|fehler beim anmelden|ouverture de session|inicio de sesión|sub ?status|unterstatus|sous-état|subestado|security log|credentials for an account|failure reason/;
const MOST_STATUSES = 200;

export const logonFailureReader: Reader = {
  hint: /0xc000|4771/,
  read(page) {
    const { lower } = page;
    if (!ABOUT_LOGON.test(lower)) return [];
    const failures = [...failuresIn(lower), ...kerberosIn(lower)];
    const logonType = numberOf(LOGON_TYPE.exec(lower)?.[1]);
    const byReason = new Map<Reason, Failure & { count: number }>();
    for (const failure of failures) {
      const known = byReason.get(failure.reason);
      byReason.set(failure.reason, known === undefined ? { ...failure, count: 1 } : { ...known, count: known.count + 1 });
    }
    return [...byReason.values()].map(({ reason, status, subStatus, count, start, end }): Observation => observe('logon-failure', { reason, status, subStatus, logonType, count }, page, start, end));
  },
};

interface Failure {
  readonly reason: Reason;
  readonly status?: string | undefined;
  readonly subStatus?: string | undefined;
  readonly start: number;
  readonly end: number;
}

function failuresIn(lower: string): readonly Failure[] {
  const values = [...lower.matchAll(EITHER)].slice(0, MOST_STATUSES).map((match) => ({ sub: match[1] !== undefined, value: significant(match[2] ?? ''), start: match.index, end: match.index + match[0].length }));
  const failures: Failure[] = [];
  for (let at = 0; at < values.length; at += 1) {
    const one = values[at];
    const next = values[at + 1];
    if (one === undefined) break;
    const paired = next !== undefined && next.sub !== one.sub && next.start - one.end < PAIR_REACH;
    const status = one.sub ? (paired ? next.value : undefined) : one.value;
    const sub = one.sub ? one.value : paired ? next.value : undefined;
    const reason = reasonOf(status, sub);
    if (reason !== undefined) {
      const end = paired ? next.end : one.end;
      failures.push({ reason, status: hex(status), subStatus: sub === '0' ? undefined : hex(sub), start: one.start, end });
    }
    if (paired) at += 1;
  }
  return failures;
}

/** The two lines stand under one another; XML has a third field between them. */
const PAIR_REACH = 120;

function reasonOf(status: string | undefined, sub: string | undefined): Reason | undefined {
  const telling = sub !== undefined && sub !== '0' ? sub : status;
  if (telling === undefined || telling === '0') return undefined;
  const known = BY_STATUS[telling];
  if (known !== undefined && !(GENERAL.has(telling) && status !== undefined && !GENERAL.has(status))) return known;
  return BY_STATUS[status ?? ''] ?? (telling.startsWith('c00') && sub !== undefined ? 'other' : undefined);
}

function kerberosIn(lower: string): readonly Failure[] {
  const match = KERBEROS.exec(lower);
  const reason = match === null ? undefined : BY_KERBEROS[parseInt(match[1] ?? '', 16)];
  return match === null || reason === undefined ? [] : [{ reason, start: match.index, end: match.index + match[0].length }];
}

const significant = (digits: string): string => digits.replace(/^0+(?=.)/, '');
const hex = (value: string | undefined): string | undefined => (value === undefined ? undefined : `0x${value}`);
