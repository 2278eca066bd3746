import type { Observation } from '../evidence.ts';
import { observe, type Reader } from '../reader.ts';

type Stage = 'dns' | 'tcp' | 'tls' | 'certificate' | 'nla' | 'licence' | 'session' | 'other';

const SYMBOL = /(?<![a-z0-9_])err(?:connect|info)_[a-z0-9_]{3,60}/g;
const STAGES: readonly (readonly [Stage, RegExp])[] = [
  ['dns', /errconnect_dns|unable to resolve|freerdp_tcp_resolve_host.{0,60}failed|failed to resolve hostname/],
  ['certificate', /errconnect_.{0,4}certificate|host key verification failed|certificate verification failure|certificate (?:has )?changed|certificate name mismatch/],
  ['nla', /errconnect_(?:authentication|password|client_revoked|kdc|account|logon|wrong_password|access_denied|insufficient|no_or_missing|hybrid)|nla_recv|credssp|nla begin failed|sec_e_/],
  ['tls', /errconnect_tls|bio_do_handshake failed|tls handshake failed|transport_default_connect_tls|protocol_security_negotiation|errconnect_security_nego/],
  ['tcp', /errconnect_connect_(?:failed|transport)|freerdp_tcp.{0,20}connect.{0,40}failed|unable to connect to|bio_read returned a system error|connection (?:refused|reset by peer|timed out)/],
  ['licence', /errinfo_license|license_recv|licensing/],
  ['session', /errinfo_/],
];
const CHANGED = /host key verification failed|remote host identification has changed|certificate .{0,80}has changed/;
const MISMATCH = /warning: certificate name mismatch/;
const MOST = 10;

export const freerdpReader: Reader = {
  hint: /certificate name mismatch|remote host identification|com\.freerdp|com\.winpr|xfreerdp|wlfreerdp|sdl-freerdp|errconnect_|errinfo_|bio_do_handshake|freerdp_tls/,
  read(page) {
    const { lower } = page;
    const found: Observation[] = [];
    const seen = new Set<string>();
    for (const match of lower.matchAll(SYMBOL)) {
      if (seen.has(match[0]) || found.length >= MOST) continue;
      seen.add(match[0]);
      found.push(observe('freerdp', { symbol: match[0].toUpperCase(), stage: stageOf(match[0]) }, page, match.index, match.index + match[0].length));
    }
    const changed = CHANGED.exec(lower);
    if (changed !== null) found.push(observe('freerdp', { stage: 'certificate', certificateChanged: true }, page, changed.index, changed.index + changed[0].length));
    const mismatch = MISMATCH.exec(lower);
    if (changed === null && mismatch !== null) found.push(observe('freerdp', { stage: 'certificate' }, page, mismatch.index, mismatch.index + mismatch[0].length));
    if (found.length > 0) return found;
    const stage = STAGES.map(([name, pattern]) => ({ name, match: pattern.exec(lower) })).find(({ match }) => match !== null);
    if (stage?.match === null || stage?.match === undefined || !/\[error\]|\[fatal\]|error|failed/.test(lower)) return [];
    return [observe('freerdp', { stage: stage.name }, page, stage.match.index, stage.match.index + stage.match[0].length)];
  },
};

const stageOf = (symbol: string): Stage => STAGES.find(([, pattern]) => pattern.test(symbol))?.[0] ?? 'other';
