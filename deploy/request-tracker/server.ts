import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A real Request Tracker 5 of its own, on loopback, from Debian's packages and nothing else: its configuration, database and
 * logs are in one folder, and /etc/request-tracker5 is not touched. Made for tests and for trying out.
 */

const PROGRAM = '/usr/share/request-tracker5/libexec/rt-server';
const SETUP = '/usr/sbin/rt-setup-database-5';
const PREPARE = join(import.meta.dirname, 'prepare.pl');
/** Databases that are ready to be copied: making one takes six seconds. */
const CACHE = join(import.meta.dirname, '../../node_modules/.cache/reconnect/request-tracker');

export const QUEUE = 'IT Support';
export const BOT = 'reconnect';
export const AGENT = 'alice';

export interface RequestTrackerOptions {
  readonly folder: string;
  readonly port: number;
  /** Told when something happened. */
  readonly webhook?: { readonly url: string; readonly secret: string };
}

export interface RequestTrackerServer {
  readonly url: string;
  readonly token: string;
  /** Of a person who works there. */
  readonly agentToken: string;
  /** Ends the server; the database stays. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** Why there can be none here; undefined when there can. */
export function missingForRequestTracker(): string | undefined {
  return existsSync(PROGRAM) && existsSync(SETUP) ? undefined : 'Request Tracker (as root on Debian: npm run request-tracker -- install)';
}

/** Installs Debian's packages: about a minute and 200 MB. No daemon is started and no mail system is set up. */
export function installRequestTracker(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('debconf-set-selections', { input: 'request-tracker5 request-tracker5/dbconfig-install boolean false\n' });
  const apt = (...args: string[]) => execFileSync('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=600', ...args], { stdio: 'inherit', env });
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'request-tracker5', 'rt5-db-sqlite', 'rt5-standalone', 'dbconfig-no-thanks', 'msmtp-mta');
}

export async function startRequestTracker(options: RequestTrackerOptions): Promise<RequestTrackerServer> {
  const { folder, port } = options;
  const tokens = layOut(options);
  let child: ChildProcess | undefined;
  const url = `http://127.0.0.1:${port}`;

  const server: RequestTrackerServer = {
    url,
    ...tokens,
    async start() {
      const log = openSync(join(folder, 'server.log'), 'a');
      // A group of its own: the server's workers end with it.
      child = spawn(PROGRAM, ['--server', 'Starlet', '--host', '127.0.0.1', '--port', String(port), '--max-workers', '3'], { env: environment(folder), stdio: ['ignore', log, log], detached: true });
      await answering(url, tokens.token, child, folder);
    },
    async stop() {
      const running = child;
      child = undefined;
      if (!running?.pid || running.exitCode !== null || running.signalCode !== null) return;
      const closed = once(running, 'close');
      process.kill(-running.pid, 'SIGTERM');
      await closed;
    },
  };
  await server.start();
  return server;
}

function environment(folder: string): NodeJS.ProcessEnv {
  return { ...process.env, RT_SITE_CONFIG: join(folder, 'RT_SiteConfig.pm'), RT_SITE_CONFIG_DIR: join(folder, 'none'), RT_TEST_MAIL_FILE: join(folder, 'mail.txt') };
}

/** Configuration and database; answers the tokens. */
function layOut({ folder, port, webhook }: RequestTrackerOptions): Pick<RequestTrackerServer, 'token' | 'agentToken'> {
  mkdirSync(join(folder, 'none'), { recursive: true });
  writeFileSync(join(folder, 'RT_SiteConfig.pm'), siteConfig(folder, port, webhook));
  const template = join(CACHE, createHash('sha256').update(readFileSync(PREPARE)).update(readFileSync(SETUP)).digest('hex').slice(0, 16));
  if (!existsSync(join(folder, 'rt.sqlite'))) {
    if (existsSync(template)) cpSync(template, folder, { recursive: true });
    else makeDatabase(folder, template);
  }
  const lines = readFileSync(join(folder, 'tokens'), 'utf8');
  const tokenOf = (name: string): string => new RegExp(`^${name}=(.+)$`, 'm').exec(lines)?.[1] ?? '';
  return { token: tokenOf('RT_TOKEN'), agentToken: tokenOf(`RT_TOKEN_OF_${AGENT}`) };
}

function makeDatabase(folder: string, template: string): void {
  const env = environment(folder);
  const password = join(folder, 'root-password');
  writeFileSync(password, 'only-for-trying-out', { mode: 0o600 });
  const setup = execFileSync(SETUP, ['--action', 'init', '--root-password-file', password], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  writeFileSync(join(folder, 'setup.log'), setup);
  writeFileSync(join(folder, 'tokens'), execFileSync('perl', [PREPARE, '--queue', QUEUE, '--user', BOT, '--agent', AGENT], { env, stdio: ['ignore', 'pipe', 'pipe'] }), { mode: 0o600 });
  // Beside it first: another process may be making the same.
  const mine = `${template}.${process.pid}`;
  mkdirSync(mine, { recursive: true });
  for (const name of ['rt.sqlite', 'tokens']) cpSync(join(folder, name), join(mine, name));
  try {
    renameSync(mine, template);
  } catch {
    rmSync(mine, { recursive: true, force: true });
  }
}

function siteConfig(folder: string, port: number, webhook: RequestTrackerOptions['webhook']): string {
  const settings: Readonly<Record<string, string | number>> = {
    rtname: 'example.test', Organization: 'example.test', Timezone: 'UTC',
    WebDomain: '127.0.0.1', WebPort: port, WebPath: '',
    CorrespondAddress: 'helpdesk@example.test', CommentAddress: 'helpdesk-comment@example.test',
    DatabaseType: 'SQLite', DatabaseName: join(folder, 'rt.sqlite'),
    LogToSTDERR: 'warning', LogToFile: '', WebSessionClass: 'Apache::Session::File', MailCommand: 'testfile',
    // Each call with a token is checked with bcrypt: 240 ms at the default of 12, 15 ms at 8.
    BcryptCost: 8,
    ...(webhook && { ReconnectUrl: webhook.url, ReconnectSecret: webhook.secret }),
  };
  const lines = Object.entries(settings).map(([name, value]) => `Set($${name}, ${typeof value === 'number' ? value : `'${value.replace(/[\\']/g, '\\$&')}'`});`);
  return `${lines.join('\n')}\nSet($LogToSyslog, undef);\n1;\n`;
}

async function answering(url: string, token: string, child: ChildProcess, folder: string): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(`${url}/REST/2.0/rt`, { headers: { authorization: `token ${token}` } }).catch(() => undefined);
    if (answer?.ok) return;
    await answer?.text();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Request Tracker ended with ${child.exitCode}: ${readFileSync(join(folder, 'server.log'), 'utf8').slice(-2_000)}`);
}
