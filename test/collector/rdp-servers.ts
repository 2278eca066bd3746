import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';

/** Debian's servers of Remote Desktop, each on a port of loopback with a setting of its own; nothing of the system is touched. */

const TOOLS = {
  '/usr/sbin/xrdp': 'xrdp',
  '/usr/bin/freerdp-shadow-cli': 'freerdp2-shadow-x11',
  '/usr/bin/Xvfb': 'xvfb',
  '/usr/bin/openssl': 'openssl',
} as const;

/** Debian's packages that are missing here; undefined when none is. */
export function missingServers(): string | undefined {
  const absent = Object.entries(TOOLS).filter(([path]) => {
    try {
      accessSync(path, constants.X_OK);
      return false;
    } catch {
      return true;
    }
  });
  return absent.length === 0 ? undefined : `apt-get install ${absent.map(([, name]) => name).join(' ')}`;
}

export interface Running {
  readonly port: number;
  stop(): Promise<void>;
}

const openssl = (folder: string, ...words: readonly string[]): void => void execFileSync('/usr/bin/openssl', words, { cwd: folder, stdio: 'ignore' });

/** `key.pem`, `good.pem` of two days and `expired.pem` of 2020. */
export function certificatesIn(folder: string): void {
  mkdirSync(join(folder, 'issued'), { recursive: true });
  writeFileSync(join(folder, 'index'), '');
  writeFileSync(join(folder, 'ca.cnf'), '[ca]\ndefault_ca=d\n[d]\ndatabase=index\nrand_serial=yes\nnew_certs_dir=issued\ndefault_md=sha256\npolicy=p\n[p]\ncommonName=supplied\n');
  openssl(folder, 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=rdp.example', '-keyout', 'key.pem', '-out', 'good.pem');
  openssl(folder, 'req', '-new', '-key', 'key.pem', '-subj', '/CN=rdp.example', '-out', 'old.csr');
  const days = ['-startdate', '20200101000000Z', '-enddate', '20200701000000Z'];
  openssl(folder, 'ca', '-batch', '-config', 'ca.cnf', '-selfsign', '-keyfile', 'key.pem', '-in', 'old.csr', '-out', 'expired.pem', '-notext', ...days);
}

export interface XrdpOptions {
  readonly folder: string;
  readonly security: 'negotiate' | 'tls' | 'rdp';
  /** Names of files in the folder; one that is not there is a key that cannot be read. */
  readonly certificate: string;
  readonly key: string;
}

export async function startXrdp({ folder, security, certificate, key }: XrdpOptions): Promise<Running> {
  const port = await freePort();
  const config = join(folder, `xrdp-${port}.ini`);
  const globals = ['ini_version=1', 'fork=false', `port=tcp://127.0.0.1:${port}`, `security_layer=${security}`, 'crypt_level=high', `certificate=${join(folder, certificate)}`];
  const logging = [`LogFile=${join(folder, `xrdp-${port}.log`)}`, 'LogLevel=ERROR', 'EnableSyslog=false'];
  const sections = ['[Globals]', ...globals, `key_file=${join(folder, key)}`, 'ssl_protocols=TLSv1.2, TLSv1.3', '[Logging]', ...logging, '[Xorg]', 'name=Xorg', 'lib=libxup.so', ''];
  writeFileSync(config, sections.join('\n'));
  return running(spawn('/usr/sbin/xrdp', ['--nodaemon', '--config', config], { stdio: 'ignore' }), port);
}

/** FreeRDP's server of a screen that nobody looks at. Under load it sometimes ends while starting up, which is not what is tested. */
export async function startShadow(folder: string, security: 'nla' | 'tls' | 'rdp', display: string, tries = 4): Promise<Running> {
  const port = await freePort();
  const words = [`/port:${port}`, '/bind-address:127.0.0.1', `/sec:${security}`, '-auth'];
  const child = spawn('/usr/bin/freerdp-shadow-cli', words, { stdio: 'ignore', env: { PATH: process.env['PATH'], HOME: folder, DISPLAY: display } });
  return running(child, port).catch((error: unknown) => {
    if (tries <= 1) throw error;
    return startShadow(folder, security, display, tries - 1);
  });
}

/** A screen in memory. Answers its name. */
export async function startScreen(): Promise<{ readonly display: string; stop(): Promise<void> }> {
  const child = spawn('/usr/bin/Xvfb', ['-displayfd', '1', '-screen', '0', '640x480x24', '-nolisten', 'tcp', '-noreset'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [name] = (await once(child.stdout, 'data')) as [Buffer];
  return { display: `:${name.toString().trim()}`, stop: () => ended(child) };
}

async function running(child: ChildProcess, port: number): Promise<Running> {
  while (child.exitCode === null) {
    if (await reached(port)) return { port, stop: () => ended(child) };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${child.spawnfile} ended with ${child.exitCode}.`);
}

/** True where the port answers; whatever listens there has lost nothing but one connection. */
function reached(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
