import { ABOUT_RDP, ERROR_WORDS, NOT_A_CODE, PEER_FLAGS, TOOL_FIELD } from './labels.ts';
import { HRESULTS, MSTSC_DISCONNECT, MSTSC_EXTENDED } from './known-numbers.ts';
import { maskedCandidate, repairLetters, repairNumber } from './repair.ts';
import { SYMBOLS } from './symbols.ts';
import { VIRTUAL_DESKTOP_NAMES } from './virtual-desktop-symbols.ts';

/** A number that may be a code, before its role and space are known. Places are of the page. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly certain: boolean;
  /** As it stood, where that is another number or none: `0x9004`, `0x90x`, a constant's name. */
  readonly written?: string;
  readonly extended?: boolean;
  readonly symbol?: boolean;
  /** It says more than its number, and stays where that is printed too. */
  readonly telling?: boolean;
}

const HEX_WIDTH = 20;
/** How far back the word in front of a number is looked for. */
const LABEL_REACH = 48;
/** Numbers of one form that are looked at; a log with more tells nothing new. */
const MOST_TRIED = 200;
const PREFIXED = /(?:(?<![0-9a-z_])|(?<=error|code|fehler|erreur))([0oо] ?[xх] ?)([0-9a-fo][0-9a-zо_?*]{0,40})/g;
/** Words that run into a number when line breaks were lost. */
const GLUED = /(?:extended|erweiterte|error|timestamp|activity|press|and|code)/;

/** The first matches of a pattern. */
export function* firstMatches(lower: string, pattern: RegExp): Generator<RegExpExecArray> {
  let tried = 0;
  for (const match of lower.matchAll(pattern)) {
    if (tried >= MOST_TRIED) return;
    tried += 1;
    yield match;
  }
}

/** `0x904`, `0X0904`, `Ox9O4`, `0x90x`. */
export function prefixedCandidates(lower: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of firstMatches(lower, PREFIXED)) {
    const start = match.index;
    const before = lower.slice(Math.max(0, start - LABEL_REACH), start);
    if (NOT_A_CODE.test(before) || TOOL_FIELD.test(before)) continue;
    const candidate = spacedCandidate(lower, start) ?? prefixedCandidate(match[1] ?? '', match[2] ?? '', start);
    if (candidate === undefined || (candidate.value <= MOST_FLAGS && PEER_FLAGS.test(before))) continue;
    found.push(candidate);
  }
  return found;
}

const MOST_FLAGS = 0xf;

/** `0 x 9 0 4`, `0x90 4`: digits apart, as they are read out. Only where together they are a known code and the first alone is none. */
const SPACED = /^[0oо] ?[xх] ?((?:[0-9a-fo]{1,2} ){1,3}[0-9a-fo]{1,2})(?![\w:./-])/;

function spacedCandidate(lower: string, start: number): Candidate | undefined {
  const match = SPACED.exec(lower.slice(start, start + 24));
  const digits = (match?.[1] ?? '').replaceAll('o', '0').replaceAll(' ', '');
  const first = parseInt((match?.[1] ?? '').replaceAll('o', '0'), 16);
  const value = parseInt(digits, 16);
  if (match === null || digits.length < 3 || digits.length > 4 || !MSTSC_DISCONNECT.has(value) || (first > 0 && MSTSC_DISCONNECT.has(first))) return undefined;
  return { start, end: start + match[0].length, value, certain: false };
}

function prefixedCandidate(prefix: string, run: string, start: number): Candidate | undefined {
  const glued = run.search(GLUED);
  const digits = withoutEnding(glued > 0 ? run.slice(0, glued) : run);
  const numberStart = start + prefix.length;
  const doubtfulPrefix = /[oо]/.test(prefix);
  if (/^[0-9a-f]+$/.test(digits)) {
    return hexCandidate(digits, start, numberStart + digits.length, !doubtfulPrefix);
  }
  const repaired = repairLetters(digits);
  if (repaired !== undefined) {
    const value = parseInt(repaired, 16);
    return { start, end: numberStart + digits.length, value, certain: false };
  }
  const masked = maskedCandidate(digits);
  if (masked !== undefined) {
    return { start, end: numberStart + digits.length, value: masked, certain: false, written: `0x${digits}` };
  }
  const hex = /^[0-9a-f]+(?=[g-z]{2,})/.exec(digits)?.[0];
  return hex === undefined ? undefined : hexCandidate(hex, start, numberStart + hex.length, !doubtfulPrefix);
}

/** `0x904?` is a question about 0x904, not a masked digit; `904h` is another way to say that it is hexadecimal. */
function withoutEnding(run: string): string {
  const known = /^([0-9a-f]{1,8})(?:\?{1,3}|h)$/.exec(run)?.[1];
  const value = parseInt(known ?? '', 16);
  return known !== undefined && (run.endsWith('h') || MSTSC_DISCONNECT.has(value) || isKnownHex(value)) ? known : run;
}

function hexCandidate(digits: string, start: number, end: number, certain: boolean): Candidate | undefined {
  const significant = digits.replace(/^0+/, '');
  if (digits.length > HEX_WIDTH) return undefined;
  if (/^f{8}[89a-f][0-9a-f]{7}$/.test(significant)) {
    return { start, end, value: parseInt(significant.slice(8), 16), certain };
  }
  if (significant.length > 9) return undefined;
  const value = significant === '' ? 0 : parseInt(significant, 16);
  const repaired = repairNumber(significant);
  if (repaired === undefined) return significant.length > 8 ? undefined : { start, end, value, certain };
  return { start, end, value: repaired, certain: false, written: `0x${significant}` };
}

const WITHOUT_ZERO = /(?<![0-9a-z_./])x([0-9a-f]{3,8})(?![0-9a-z_])/g;

/** `x904`: only numbers that are known. */
export function withoutZero(lower: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of firstMatches(lower, WITHOUT_ZERO)) {
    const value = parseInt(match[1] ?? '', 16);
    if (!isKnownHex(value)) continue;
    found.push({ start: match.index, end: match.index + match[0].length, value, certain: true });
  }
  return found;
}

const AFTER_WORDS = new RegExp(
  `(?<![a-z]|exit_)(${ERROR_WORDS})(?: ?(?:code|number|no\\.?|nr\\.?|hex|is|was|of|rdp|mstsc))?[\\s:=#("'\`]{0,6}(-?[0-9a-f][0-9a-fo]{0,10})(?![\\w%°]|[.,:]\\d|-\\d|/\\d{2})`,
  'g',
);

/** `error 2308`, `code 904`, `Reason= 2308`, `error code e07`. */
export function labelledCandidates(lower: string): Candidate[] {
  const aboutRdp = ABOUT_RDP.test(lower);
  const found: Candidate[] = [];
  for (const match of firstMatches(lower, AFTER_WORDS)) {
    const token = match[2] ?? '';
    const end = match.index + match[0].length;
    if (SYSTEM_ERROR.test(lower.slice(Math.max(0, match.index - 10), match.index)) || OPENSSL_ERROR.test(lower.slice(match.index, end + 2))) continue;
    const bare = bareNumber(token, { label: match[1] ?? '', aboutRdp });
    if (bare !== undefined) found.push({ start: end - token.length, end, ...bare });
  }
  return found;
}

/** `system error 104: connection reset by peer`: a number of the operating system. */
const SYSTEM_ERROR = /(?:system|socket|winsock|errno) ?$/;
/** `error:0a000410:ssl routines`. */
const OPENSSL_ERROR = /^error:[0-9a-f]{8}:[a-z]$/;

const DECIMAL_RANGES = /(?<![\w.-])(50331[6-9]\d\d|-(?:214748|21470|21468|21473|10737)\d{4,5}|-2146\d{6}|-2147\d{6}|-1073\d{6})(?!\w|\.\d)/g;
/** Unsigned decimal, and eight digits without their `0x`: only numbers that are known, since telephone numbers look alike. */
const UNSIGNED = /(?<![\w.+-])(2147\d{6}|2148\d{6}|3221\d{6})(?![\w]|[.-]\d)/g;
const BARE_HRESULT = /(?<![\w.-])(80[01][0-9a-f]{5}|c0000[0-9a-f]{3})(?![\w.:-])/g;
const WITH_H = /(?<![\w.])([0-9a-f]{3,4})h(?!\w)/g;
const ALONE = /(?:^|\n)[ \t>*|]{0,4}(\d{3,4}|[0-9a-f]{3})[ \t.,!?]{0,4}(?=\n|$)/g;
const PAIR = /(?<![\w./:-])([0-9a-f]{3,4})\s?\/\s?(?:0x)?([0-9a-c])(?![\w./])/g;
const BEFORE_EXTENDED = /(?<![\w./:-])([0-9a-f]{3,4})[\s,;/+&-]{1,3}(?:with |and |mit |et |y |e )?(?=ext(?:\b|end|ent)|erweitert|étendu|extendid|estendid|estes[oa])/g;
const EXTENDED_BARE = /(?:\bext(?:\b|end\w{0,4}|ent\w{0,4})\.?)(?: ?(?:error|err|code|reason)){0,2}[\s:=]{1,4}(\d{1,3})(?![\w.,:/-])/g;
const AFTER_SLASH = /[0-9a-f]\s?\/\s?(\d{1,2})(?![\w./])/g;

/** Numbers that need no word before them: their range or their place says what they are. */
export function unlabelledCandidates(lower: string): Candidate[] {
  const found: Candidate[] = [];
  const add = (match: RegExpExecArray, group: number, fields: { value: number; certain: boolean; extended?: boolean }): void => {
    const text = match[group] ?? '';
    const start = match.index + match[0].indexOf(text, group === 1 ? 0 : (match[1] ?? '').length);
    found.push({ start, end: start + text.length, ...fields });
  };
  for (const match of firstMatches(lower, DECIMAL_RANGES)) add(match, 1, { value: Number(match[1]) >>> 0, certain: true });
  for (const match of firstMatches(lower, UNSIGNED)) if (HRESULTS.has(Number(match[1]))) add(match, 1, { value: Number(match[1]), certain: true });
  for (const match of firstMatches(lower, BARE_HRESULT)) {
    const value = parseInt(match[1] ?? '', 16);
    if (HRESULTS.has(value)) add(match, 1, { value, certain: false });
  }
  const aboutRdp = ABOUT_RDP.test(lower) || lower.length <= 12;
  for (const match of firstMatches(lower, WITH_H)) {
    const value = parseInt(match[1] ?? '', 16);
    if (aboutRdp && MSTSC_DISCONNECT.has(value)) add(match, 1, { value, certain: false });
  }
  if (aboutRdp) {
    for (const match of firstMatches(lower, ALONE)) {
      const bare = bareNumber(match[1] ?? '', { label: 'code', aboutRdp });
      if (bare !== undefined) add(match, 1, bare);
    }
  }
  for (const match of firstMatches(lower, PAIR)) {
    const bare = bareNumber(match[1] ?? '', { label: 'code', aboutRdp: true });
    if (bare === undefined) continue;
    add(match, 1, bare);
    add(match, 2, { value: parseInt(match[2] ?? '', 16), certain: bare.certain, extended: true });
  }
  for (const match of firstMatches(lower, BEFORE_EXTENDED)) {
    const bare = bareNumber(match[1] ?? '', { label: 'code', aboutRdp: true });
    if (bare !== undefined) add(match, 1, bare);
  }
  for (const match of firstMatches(lower, EXTENDED_BARE)) {
    const value = Number(match[1]);
    if (MSTSC_EXTENDED.has(value)) add(match, 1, { value, certain: true, extended: true });
  }
  for (const match of firstMatches(lower, AFTER_SLASH)) {
    const value = Number(match[1]);
    const before = lower.slice(Math.max(0, match.index - 8), match.index + 1);
    if (value <= 0xc && /0x[0-9a-f]{3,4}$/.test(before)) add(match, 1, { value, certain: true, extended: true });
  }
  return found;
}

const SYMBOL = /(?<![a-z0-9_])(?:err(?:connect|info)_[a-z0-9_]{3,60}|(?:sec_e|nte|crypt_e|cert_e|status|ssl_err|rpc_e|co_e|wininet_e)_[a-z0-9_]{2,60}|e_(?:fail|accessdenied|invalidarg)|(?:disconnectreason|exdiscreason)[a-z0-9]{3,60}|connection(?:failed|broken)[a-z]{0,60}|unexpectednetworkdisconnect|reverseconnect[a-z]{5,30}|transportclosedunexpectedly|socketconnectiontimedout|clientnetworkunavailable|system_event_err_shutdown)(?![a-z0-9_])/g;

/** Constant names; not again where the same number stands in the text. */
export function symbolCandidates(lower: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of firstMatches(lower, SYMBOL)) {
    const value = SYMBOLS.get(match[0]);
    if (value === undefined) continue;
    const name = VIRTUAL_DESKTOP_NAMES.get(match[0]);
    const written = name ?? match[0].toUpperCase();
    found.push({ start: match.index, end: match.index + match[0].length, value, certain: true, symbol: true, telling: name !== undefined, written });
  }
  return found;
}

export const isKnownHex = (value: number): boolean => (value > 0xff && (MSTSC_DISCONNECT.has(value) || MSTSC_EXTENDED.has(value))) || HRESULTS.has(value);

/** Status numbers of HTTP that are also numbers of mstsc: read without `0x` only where the talk is of Remote Desktop. */
const LIKE_HTTP = /^(?:40[0-9a]|50\d)$/;
/** Below this a decimal number is too common to be taken for a disconnect code. */
const LEAST_DECIMAL = 0x104;

/** What digits without `0x` after an error word are: decimal where that is known, hexadecimal where only that is. */
export function bareNumber(token: string, context: { readonly label: string; readonly aboutRdp: boolean }): { value: number; certain: boolean } | undefined {
  if (!/\d/.test(token)) return undefined;
  if (token.startsWith('-')) {
    const value = Number(token);
    return Number.isInteger(value) && value <= -1_000_000 && value >= -0x80000000 ? { value: value >>> 0, certain: true } : undefined;
  }
  const repaired = token.includes('o') ? repairLetters(token) : token;
  if (repaired === undefined) return undefined;
  const digitsOnly = /^\d+$/.test(repaired);
  const decimal = digitsOnly ? Number(repaired) : NaN;
  const hex = parseInt(repaired, 16);
  const certain = repaired === token;
  if (repaired.length === 8 && /^[8c]/.test(repaired)) return { value: hex, certain };
  if (decimal >= 0x3000001 && decimal <= 0x30000ff) return { value: decimal, certain };
  if (decimal >= 0x80000000 && decimal <= 0xffffffff) return { value: decimal, certain };
  if (decimal >= LEAST_DECIMAL && MSTSC_DISCONNECT.has(decimal) && !repaired.startsWith('0')) return { value: decimal, certain };
  if (repaired.length >= 3 && isKnownHex(hex)) {
    return LIKE_HTTP.test(repaired) && !context.aboutRdp ? undefined : { value: hex, certain: false };
  }
  if (repaired.length <= 2 && hex <= 0xc && context.aboutRdp && /code|код|コード|代码|錯誤碼|reason ?=/.test(context.label)) {
    return { value: hex, certain: false };
  }
  return undefined;
}
