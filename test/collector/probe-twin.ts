import { createConnection, isIP, type Socket } from 'node:net';
import { connect as connectTls, type PeerCertificate, type TLSSocket } from 'node:tls';

/**
 * The probe of the client's script, step for step, in a language that can be run here: open TCP, send the X.224 connection
 * request with a negotiation request for TLS, NLA and NLA with early authorisation, read the answer, go on with TLS.
 * What is proved of it is proved of the script's logic, not of its PowerShell.
 */

/** What `stage`, `end` and the other keys of the probe say. */
export interface Probed {
  readonly tcp?: 'open' | 'refused' | 'timeout' | 'unreachable';
  readonly stage: 'name' | 'tcp' | 'x224' | 'tls' | 'done';
  readonly end: 'ok' | 'closed' | 'reset' | 'timeout' | 'refused' | 'not-rdp' | 'failure' | 'alert';
  readonly protocol?: 'rdp' | 'tls' | 'nla' | 'nla-ex' | 'none';
  readonly failure?: number;
  readonly certificate?: PeerCertificate;
}

/** TPKT, X.224 connection request, RDP_NEG_REQ with SSL, HYBRID and HYBRID_EX (MS-RDPBCGR 2.2.1.1). */
export const REQUEST = Buffer.from([3, 0, 0, 19, 14, 224, 0, 0, 0, 0, 0, 1, 0, 8, 0, 11, 0, 0, 0]);
const PROTOCOLS: Readonly<Record<number, Probed['protocol']>> = { 0: 'rdp', 1: 'tls', 2: 'nla', 8: 'nla-ex' };

/** What the first bytes of an answer say, as far as they are there; undefined while too few are. `isOver`: no more will come. */
export function answerOf(bytes: Buffer, isOver: boolean): Pick<Probed, 'stage' | 'end' | 'protocol' | 'failure'> | undefined {
  const closed = { stage: 'x224', end: 'closed' } as const;
  const other = { stage: 'x224', end: 'not-rdp' } as const;
  if (bytes.length === 0) return isOver ? closed : undefined;
  if (bytes[0] !== 3) return other;
  if (bytes.length < 4) return isOver ? other : undefined;
  const size = bytes.readUInt16BE(2);
  if (size < 11 || size > 64) return other;
  if (bytes.length < size) return isOver ? closed : undefined;
  if (bytes[5] !== 0xd0) return other;
  if (size < 19 || bytes[11] === 0) return { stage: 'done', end: 'ok', protocol: 'rdp' };
  if (bytes[11] === 3) return { stage: 'x224', end: 'failure', failure: bytes[15] ?? 0 };
  const protocol = PROTOCOLS[bytes[15] ?? 0] ?? 'none';
  return protocol === 'rdp' || protocol === 'none' ? { stage: 'done', end: 'ok', protocol } : { stage: 'tls', end: 'ok', protocol };
}

/** Asks the server at host and port how far a connection gets. Never rejects; waits `patience` milliseconds at each stage. */
export async function probe(host: string, port: number, patience = 8000): Promise<Probed> {
  const socket = createConnection({ host, port });
  try {
    const opened = await outcome(socket, 'connect', patience);
    if (opened !== 'ok') return { tcp: opened === 'refused' || opened === 'timeout' ? opened : 'unreachable', stage: 'tcp', end: opened };
    socket.write(REQUEST);
    const answer = await greeting(socket, patience);
    if (answer.stage !== 'tls') return { tcp: 'open', ...answer };
    return { tcp: 'open', ...(await handshake(socket, host, patience, answer.protocol)) };
  } finally {
    socket.destroy();
  }
}

/** As the script reads the exception at the bottom: a reset, an alert of TLS, or a close. */
function endingOf(error: Error): Probed['end'] {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ECONNREFUSED') return 'refused';
  if (code === 'ECONNRESET' && !/before secure TLS connection/.test(error.message)) return 'reset';
  if (code === 'ETIMEDOUT') return 'timeout';
  return code.startsWith('ERR_SSL') || code === 'EPROTO' ? 'alert' : 'closed';
}

function outcome(socket: Socket | TLSSocket, event: 'connect' | 'secureConnect', patience: number): Promise<Probed['end']> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('timeout'), patience);
    const settle = (end: Probed['end']): void => {
      clearTimeout(timer);
      resolve(end);
    };
    socket.once(event, () => settle('ok'));
    socket.once('error', (error) => settle(endingOf(error)));
    socket.once('close', () => settle('closed'));
  });
}

function greeting(socket: Socket, patience: number): Promise<Pick<Probed, 'stage' | 'end' | 'protocol' | 'failure'>> {
  return new Promise((resolve) => {
    let bytes = Buffer.alloc(0);
    const timer = setTimeout(() => resolve({ stage: 'x224', end: 'timeout' }), patience);
    const settle = (answer: ReturnType<typeof answerOf>): void => {
      if (answer === undefined) return;
      clearTimeout(timer);
      socket.removeAllListeners();
      socket.pause();
      resolve(answer);
    };
    socket.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, typeof chunk === 'string' ? Buffer.from(chunk) : chunk]);
      settle(answerOf(bytes, false));
    });
    socket.once('end', () => settle(answerOf(bytes, true)));
    socket.once('error', (error) => settle({ stage: 'x224', end: endingOf(error) }));
  });
}

async function handshake(socket: Socket, host: string, patience: number, protocol: Probed['protocol']): Promise<Omit<Probed, 'tcp'>> {
  const servername = isIP(host) === 0 ? { servername: host } : {};
  const tls = connectTls({ socket, rejectUnauthorized: false, minVersion: 'TLSv1', maxVersion: 'TLSv1.2', ...servername });
  const end = await outcome(tls, 'secureConnect', patience);
  const named = protocol === undefined ? {} : { protocol };
  return end === 'ok' ? { stage: 'done', end, ...named, certificate: tls.getPeerCertificate() } : { stage: 'tls', end, ...named };
}
