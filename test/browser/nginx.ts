import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

const NGINX = '/usr/sbin/nginx';
const OPENSSL = '/usr/bin/openssl';
const PROXY = join(import.meta.dirname, '../../deploy/proxy');

/** What is missing for a proxy with TLS; undefined when nothing is. */
export function missingForTls(): string | undefined {
  const absent = [NGINX, OPENSSL].filter((path) => {
    try {
      accessSync(path, constants.X_OK);
      return false;
    } catch {
      return true;
    }
  });
  return absent.length === 0 ? undefined : `${absent.join(' and ')} (apt-get install nginx-light openssl)`;
}

export interface NginxOptions {
  readonly folder: string;
  /** A file of deploy/proxy. */
  readonly site: string;
  readonly port: number;
  readonly servicePort: number;
  /** Like a proxy that was never told of WebSockets. */
  readonly withoutWebSockets?: boolean;
}

/** Debian's nginx with a file of ours, its own certificate, and nothing else changed but paths and ports. Answers how to end it. */
export async function startNginx({ folder, site, port, servicePort, withoutWebSockets }: NginxOptions): Promise<() => Promise<void>> {
  mkdirSync(folder, { recursive: true });
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  execFileSync(OPENSSL, ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  const ours = readFileSync(join(PROXY, site), 'utf8')
    .replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
    .replaceAll('help.example.com;', 'localhost;')
    .replace(/ssl_certificate .*/, `ssl_certificate ${certificate};`)
    .replace(/ssl_certificate_key .*/, `ssl_certificate_key ${key};`)
    .replace(/access_log \S+/, `access_log ${join(folder, 'access.log')}`)
    .replace('127.0.0.1:3978', `127.0.0.1:${servicePort}`)
    .replace(/.*proxy_set_header (Upgrade|Connection).*\n/g, (line) => (withoutWebSockets ? '' : line));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${join(folder, name)};`).join('\n');
  const file = join(folder, 'nginx.conf');
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  writeFileSync(file, `${user}\ndaemon off;\nworker_processes 1;\npid ${join(folder, 'nginx.pid')};\nerror_log ${join(folder, 'error.log')};\nevents {}\nhttp {\n${temporary}\n${ours}\n}\n`);
  const child = spawn(NGINX, ['-c', file, '-p', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  await listening(port, child);
  return async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'close');
    child.kill('SIGTERM');
    await closed;
  };
}

async function listening(port: number, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const reached = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.on('error', () => resolve(false));
    });
    if (reached) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nginx ended with ${child.exitCode}.`);
}
