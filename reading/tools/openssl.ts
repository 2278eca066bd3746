import { numberOf, observe, type Reader } from '../reader.ts';
import { mayBeRemoteDesktop } from './ports.ts';

const CONNECTED = /connected\(0[0-9a-f]{1,8}\)/;
const REFUSED = /connect:errno=(\d{1,5})|connection refused|bio_connect:(?:connection refused|connect error)/;
const RESET = /(?:read|write):errno=(?:104|54|10054)|connection reset by peer|econnreset/;
const EOF = /unexpected eof while reading|ssl handshake has read 0 bytes|errno=0\b/;
const ALERT = /(?:tlsv1|sslv3|tlsv13|tls) alert ([a-z ]{4,40}?)(?=[:.\n]|$)|alert (handshake failure|protocol version|internal error|access denied)/;
const NO_CERTIFICATE = /no peer certificate available/;
const HAS_CERTIFICATE = /-----begin certificate|server certificate|(?:^|\n)\s{0,3}\d s:/;
const VERIFY = /verify return code: ?(\d{1,3})|verify error:num=(\d{1,3})/;
const PROTOCOL = /(?:protocol(?: version)?\s{0,3}: ?|new, )(tlsv1(?:\.[0-3])?|sslv3)/;
const CIPHER_NONE = /cipher is \(none\)|cipher\s{0,4}: 0000/;
const ASKED_PORT = /-connect\s{1,3}\S{1,100}:(\d{1,5})/;
const SUBJECT = /(?:^|\n)(?:subject=|\s{0,3}0 s:)([^\n]{2,160})/;

export const opensslReader: Reader = {
  hint: /s_client|connected\(0|verify return code|no peer certificate|ssl routines|verify error:num|bio_connect|ssl handshake has read/,
  read(page) {
    const { lower } = page;
    const connected = CONNECTED.test(lower);
    const verify = VERIFY.exec(lower);
    const verifyCode = numberOf(verify?.[1] ?? verify?.[2]);
    const reset = RESET.test(lower);
    const eof = EOF.test(lower);
    const alert = ALERT.exec(lower);
    const certificate = NO_CERTIFICATE.test(lower) ? false : HAS_CERTIFICATE.test(lower) ? true : undefined;
    const refused = REFUSED.test(lower);
    const broken = reset || eof || alert !== null || certificate === false || CIPHER_NONE.test(lower);
    const worked = certificate === true || verifyCode !== undefined;
    if (!connected && !broken && !worked && !refused) return [];
    const first = /connected\(0|verify|no peer|ssl routines|s_client|bio_connect|connect:errno/.exec(lower);
    const port = numberOf(ASKED_PORT.exec(lower)?.[1]);
    const fields = {
      port,
      rdp: mayBeRemoteDesktop(port),
      connected: connected || broken || worked ? true : refused ? false : undefined,
      tls: broken && certificate !== true ? false : worked ? true : undefined,
      certificate: certificate ?? (verifyCode === undefined || broken ? undefined : true),
      reset: reset || undefined,
      eof: eof || undefined,
      alert: (alert?.[1] ?? alert?.[2])?.trim().replaceAll(' ', '-'),
      verifyCode: broken && certificate !== true ? undefined : verifyCode,
      expired: verifyCode === undefined || broken ? undefined : verifyCode === 10,
      selfSigned: verifyCode === undefined || broken ? undefined : verifyCode === 18 || verifyCode === 19,
      protocol: CIPHER_NONE.test(lower) ? undefined : PROTOCOL.exec(lower)?.[1]?.replace('tlsv', 'tls'),
      subject: SUBJECT.exec(lower)?.[1]?.trim(),
    };
    const start = first?.index ?? 0;
    return [observe('openssl', fields, page, start, start + (first?.[0].length ?? 1))];
  },
};
