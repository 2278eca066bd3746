/**
 * What the readers can say: the names and fields that `reads` rules of the knowledge may use.
 * A test renders docs/authors/readers.md from this and checks every observation against it.
 */

import { DIALOG_TEXTS } from './windows-dialogs/dialog-ids.ts';
import { COLLECTOR_KEYS, type CollectorKey } from './collector/keys.ts';
import { STATEMENTS } from './statements/statement-ids.ts';

export { DIALOG_TEXTS, STATEMENTS };

export interface FieldShape {
  readonly type: 'string' | 'number' | 'boolean';
  /** The closed list of values, where there is one. */
  readonly values?: readonly string[];
  readonly about: string;
}

export interface ReaderShape {
  readonly about: string;
  readonly fields: Readonly<Record<string, FieldShape>>;
}

interface TextField extends FieldShape {
  readonly type: 'string';
}
interface NumberField extends FieldShape {
  readonly type: 'number';
}
interface TruthField extends FieldShape {
  readonly type: 'boolean';
}
const text = (about: string, values?: readonly string[]): TextField =>
  values === undefined ? { type: 'string', about } : { type: 'string', values, about };
const number = (about: string): NumberField => ({ type: 'number', about });
const truth = (about: string): TruthField => ({ type: 'boolean', about });

/** The fields that the reader makes of a key of the collector. */
const fieldsOfKey = ([key, { kind, values, about }]: [string, CollectorKey]): readonly (readonly [string, FieldShape])[] => {
  if (kind === 'word' || kind === 'text') return [[key, text(about, values)]];
  if (kind === 'number') return [[key, number(about)], [`${key}-set`, truth(`false: ${key} is not set`)]];
  return [[key, number(about)], [`${key}-hours`, number('hours since the last')]];
};
const COLLECTED: Readonly<Record<string, FieldShape>> = Object.fromEntries(Object.entries(COLLECTOR_KEYS).flatMap(fieldsOfKey));

/** Reader name -> what it reads and its fields. A field that the text did not give is absent. */
export const READERS = {
  statement: {
    about: 'What was said in passing, with negation read.',
    fields: {
      says: text('what was said', Object.keys(STATEMENTS)),
      os: text('for target-windows and client-windows: `server-2019`, `windows-11`, `windows` ...'),
      what: text('for restarted-already', ['pc', 'server', 'service', 'router']),
    },
  },
  dialog: {
    about: 'The Ctrl+C block in any language, or a documented dialog text.',
    fields: {
      text: text('which documented text; absent when only the shape is known', Object.keys(DIALOG_TEXTS)),
      code: text('the code that goes with this text, where one does (`internal-error` has others too); it need not stand in what was pasted'),
      extended: text('and the extended code'),
      timestamp: text('ISO 8601, UTC'),
      ageHours: number('hours between the timestamp and now'),
      activityId: text('the GUID'),
    },
  },
  'test-net-connection': {
    about: '`Test-NetConnection HOST -Port 3389` (also its yellow warnings), telnet, nc, PortQry; one observation per test.',
    fields: {
      tcpTestSucceeded: truth('the port answers'),
      port: number('the port that was tested'),
      rdp: truth('false: the port belongs to another service (443, 445 ...) and says nothing about Remote Desktop'),
      pingSucceeded: truth('ping answers'),
      nameResolved: truth('false: the name resolution failed'),
      host: text('the name that was asked for'),
      address: text('the address that was reached'),
      privateAddress: truth('the address is of a private range'),
    },
  },
  ping: {
    about: '`ping HOST`, also with `-f -l SIZE`.',
    fields: {
      reachable: truth('at least one reply came'),
      result: text('how it ended', ['reply', 'timed-out', 'unreachable', 'unknown-host', 'fragmentation-needed', 'general-failure']),
      sent: number('packets sent'),
      received: number('packets received'),
      lostPercent: number('0 to 100'),
      averageMs: number('average round trip in milliseconds'),
      size: number('bytes of payload'),
      ordinary: truth('of the usual size: it tells whether the host answers pings at all; false for a large one, which tells about packet sizes'),
      address: text('who answered'),
    },
  },
  tracert: {
    about: '`tracert HOST`, traceroute.',
    fields: {
      reached: truth('the trace completed at the target'),
      hops: number('hops listed'),
      silentHops: number('hops that did not answer'),
      lastAddress: text('the last hop that answered'),
    },
  },
  dns: {
    about: '`nslookup`, `Resolve-DnsName`.',
    fields: {
      resolved: truth('an address was found'),
      reason: text('why not', ['not-found', 'timed-out', 'no-server', 'refused']),
      name: text('the name that was asked for'),
      address: text('the first address'),
      addresses: number('how many'),
    },
  },
  'query-session': {
    about: '`qwinsta`, `query session`, `query user`.',
    fields: {
      listener: truth('an rdp-tcp row in state Listen is there (absent for query user)'),
      sessions: number('sessions with a user'),
      active: number('of them active'),
      disconnected: number('of them disconnected'),
      problem: text('instead of a list', ['access-denied', 'no-session', 'rpc-unavailable']),
    },
  },
  service: {
    about: '`Get-Service`, `sc query`, `systemctl status`; one observation per service.',
    fields: {
      service: text('the service name in lower case: `termservice`, `umrdpservice`, `sessionenv`, `xrdp` ...'),
      state: text('its state', ['running', 'stopped', 'start-pending', 'stop-pending', 'paused', 'failed']),
      startType: text('how it starts', ['automatic', 'manual', 'disabled']),
      exists: truth('false: no such service'),
      problem: text('instead of a state', ['access-denied', 'not-found']),
    },
  },
  listening: {
    about: '`netstat -ano`, `Get-NetTCPConnection`, `ss -ltn`; one observation per port that listens.',
    fields: {
      port: number('the local port'),
      listening: truth('false: the output shows nothing listening on the port that was asked for'),
      pid: number('the owner'),
      process: text('the name of the owner, lower case, without .exe'),
      loopbackOnly: truth('bound to 127.0.0.1 or ::1 alone'),
    },
  },
  tasklist: {
    about: '`tasklist /svc`, `Get-Process`.',
    fields: {
      pid: number('process id'),
      process: text('lower case, without .exe'),
      termService: truth('the process hosts TermService'),
    },
  },
  firewall: {
    about: '`Get-NetFirewallRule`, `netsh advfirewall firewall show rule`; one observation per rule.',
    fields: {
      rule: text('the name'),
      remoteDesktop: truth('the rule is one of the group Remote Desktop'),
      enabled: truth('the rule is enabled'),
      direction: text('which way', ['inbound', 'outbound']),
      action: text('what it does', ['allow', 'block']),
      opens: truth('it lets something in: an inbound rule that allows'),
      found: truth('false: no rule matches'),
      profile: text('lower case: `any`, `domain`, `private`, `public` or several with commas'),
    },
  },
  'firewall-profile': {
    about: '`netsh advfirewall show allprofiles`, `Get-NetFirewallProfile`.',
    fields: {
      profile: text('which', ['domain', 'private', 'public']),
      on: truth('the firewall is on'),
    },
  },
  registry: {
    about: '`reg query`, `Get-ItemProperty`; one observation per value.',
    fields: {
      name: text('lower case: `fdenytsconnections`, `portnumber`, `userauthentication`, `securitylayer`, `sslcertificatesha1hash`, `maxinstancecount`, `enabled` ...'),
      key: text('the last parts of the key, lower case, where it was shown'),
      value: number('a number value'),
      text: text('a text value'),
      found: truth('the value stands in the registry; false: the key or value does not exist; absent where another program printed it'),
    },
  },
  certificate: {
    about: 'A certificate listing (PowerShell, certutil, openssl x509, the text of the certificate window).',
    fields: {
      expired: truth('its last day lies before now'),
      notYetValid: truth('its first day lies after now'),
      daysLeft: number('days from now to its end; negative when past'),
      notAfter: text('ISO 8601 date'),
      hasPrivateKey: truth('the private key is there'),
      selfSigned: truth('issuer and subject are the same'),
      subject: text('the subject'),
      thumbprint: text('lower-case hexadecimal'),
      alone: truth('only a day and no word of a certificate: it counts where the question is asked'),
      found: truth('false: the store is empty'),
    },
  },
  'terminal-setting': {
    about: '`Win32_TSGeneralSetting`.',
    fields: {
      securityLayer: number('0 RDP, 1 negotiate, 2 TLS'),
      nla: truth('Network Level Authentication is required'),
      minEncryptionLevel: number('1 to 4'),
      thumbprint: text('of the bound certificate'),
    },
  },
  openssl: {
    about: '`openssl s_client -connect HOST:3389`.',
    fields: {
      port: number('the port, where the command shows it'),
      rdp: truth('false: the port belongs to another service and says nothing about Remote Desktop'),
      connected: truth('TCP was connected'),
      tls: truth('a TLS handshake took place'),
      certificate: truth('the server showed a certificate'),
      reset: truth('the peer reset the connection'),
      eof: truth('the peer closed without an alert'),
      alert: text('the alert, with hyphens: `handshake-failure`, `protocol-version`'),
      verifyCode: number('the verify return code'),
      expired: truth('code 10'),
      selfSigned: truth('code 18 or 19'),
      protocol: text('`tls1.2`, `tls1.3` ...'),
      subject: text('the subject'),
    },
  },
  nmap: {
    about: '`nmap -p 3389 --script ssl-cert,rdp-enum-encryption`.',
    fields: {
      port: number('the port'),
      rdp: truth('false: the port belongs to another service and says nothing about Remote Desktop'),
      state: text('its state', ['open', 'closed', 'filtered']),
      service: text('what nmap takes it for: `ms-wbt-server`, `vnc` ...'),
      nla: truth('CredSSP (NLA) is offered'),
      tls: truth('TLS is offered'),
      rdpSecurity: truth('native RDP security is offered'),
      expired: truth('the certificate has expired'),
      hostUp: truth('false: the host seems down'),
    },
  },
  'restart-pending': {
    about: 'Whether Windows waits for a restart: `Test-Path` and `reg query` on its keys, `Test-PendingReboot`, the words of Windows Update.',
    fields: { pending: truth('a restart is waited for') },
  },
  'secure-channel': {
    about: '`nltest /sc_verify` or `/sc_query`, `Test-ComputerSecureChannel`.',
    fields: {
      ok: truth('the trust with the domain works; absent where it could not be tested'),
      problem: text('instead of a result', ['access-denied']),
      status: number('the Win32 status that nltest prints'),
      tool: text('which', ['nltest', 'test-computersecurechannel']),
      domainController: text('the controller that answered'),
    },
  },
  'domain-controller': {
    about: '`nltest /dsgetdc:DOMAIN`.',
    fields: {
      found: truth('a controller was found'),
      status: number('the Win32 status that nltest prints'),
      name: text('the controller'),
      address: text('its address'),
    },
  },
  'time-sync': {
    about: '`w32tm /query /status`, `w32tm /stripchart`.',
    fields: {
      offsetSeconds: number('absolute difference between the clocks'),
      synchronised: truth('false: free running or unspecified source'),
      source: text('the time source'),
      problem: text('instead of a status', ['not-started', 'access-denied']),
    },
  },
  icacls: {
    about: '`icacls` on MachineKeys or on a key file.',
    fields: {
      machineKeys: truth('it is about the MachineKeys folder or a file in it'),
      rdpKey: truth('it is the key of Remote Desktop (f686aace6942fb7f7ceb231212eef4a4)'),
      networkServiceRead: truth('NETWORK SERVICE may read'),
      systemFull: truth('SYSTEM has full control'),
      administratorsFull: truth('Administrators have full control'),
      everyone: truth('Everyone is listed'),
      accessDenied: truth('access was denied'),
      found: truth('false: no such file'),
    },
  },
  event: {
    about: 'An event log entry in any form: Event Viewer, `wevtutil`, `Get-WinEvent`, XML, or its bare text.',
    fields: {
      id: number('the event id'),
      provider: text('where it comes from', [
        'remoteconnectionmanager',
        'localsessionmanager',
        'rdpcorets',
        'rdpclient',
        'schannel',
        'termdd',
        'termservice',
        'gateway',
        'sessionbroker',
        'licensing',
        'netlogon',
        'security',
        'service-control-manager',
        'certificate',
        'other',
      ]),
      named: truth('false: nothing but the number says where it comes from, so it is told and not measured'),
      time: text('ISO 8601 where a date was shown'),
      ageHours: number('hours between that time and now; of the youngest, where several were pasted'),
      reason: text('the status in its text', ['access-denied', 'object-already-exists', 'keyset-does-not-exist', 'other']),
      reasonCode: number('reason or error number that the text names (40: reason code, 103: reason, 142: error, 1026: Reason)'),
      alert: number('TLS alert of Schannel 36887 and 36888'),
      credential: text('whose credential Schannel 36870 and 36871 mean; a client\'s is another program\'s', ['server', 'client', 'unsaid']),
      count: number('how often it was pasted'),
    },
  },
  'no-events': {
    about: 'A search of the event log that found nothing. Its rules count only for the question on the table.',
    fields: { none: truth('always true') },
  },
  'logon-failure': {
    about: 'Why a sign-in was refused: Security 4625, 4771 and 4776 in any language, and lists of their fields; one observation per reason.',
    fields: {
      reason: text('the sub-status, or else the status', [
        'wrong-password', 'unknown-user', 'bad-logon', 'locked', 'disabled', 'account-expired', 'password-expired', 'must-change',
        'hours', 'workstation', 'restriction', 'not-granted', 'time-skew', 'no-logon-servers', 'trust-broken', 'other',
      ]),
      status: text('lower-case hexadecimal'),
      subStatus: text('lower-case hexadecimal, where it is not 0x0'),
      logonType: number('10 Remote Desktop, 3 network (NLA), 7 unlock'),
      count: number('how often it was pasted'),
    },
  },
  freerdp: {
    about: 'Logs of FreeRDP, Remmina and other programs on it.',
    fields: {
      symbol: text('`ERRCONNECT_...`, `ERRINFO_...`'),
      stage: text('where it failed', ['dns', 'tcp', 'tls', 'certificate', 'nla', 'licence', 'session', 'other']),
      certificateChanged: truth('the stored certificate differs'),
    },
  },
  xrdp: {
    about: 'Logs of xrdp and gnome-remote-desktop.',
    fields: {
      problem: text('what went wrong', ['key-unreadable', 'certificate-unreadable', 'login-failed', 'sesman-unreachable', 'tls-failed', 'credentials-missing', 'other']),
    },
  },
  portproxy: {
    about: '`netsh interface portproxy show all`, docker port lists.',
    fields: {
      port: number('the port that listens'),
      forwards: truth('false: the list is empty'),
      target: text('where it goes'),
    },
  },
  'lone-truth': {
    about: 'Nothing but `True` or `False`: the result of the command that was asked for. Its rules count only for the question on the table.',
    fields: { value: truth('what stood there') },
  },
  reconnect: {
    about: 'What the collector printed: docs/authors/collector.md. An event that was looked for and not found counts 0; what could not be read is absent.',
    fields: {
      side: text('whose script', ['client', 'server']),
      edition: number('edition of the script'),
      complete: truth('false: lines are missing'),
      denied: number('facts that could not be read without administrator rights'),
      off: number('facts whose log is switched off'),
      unread: number('facts that could not be read'),
      ...COLLECTED,
    },
  },
  'tool-error': {
    about: 'A command that did not run.',
    fields: {
      problem: text('what it said', ['access-denied', 'not-recognised', 'elevation-required', 'execution-policy', 'rpc-unavailable', 'module-missing']),
      tool: text('the command, lower case, where it was named'),
    },
  },
} as const satisfies Readonly<Record<string, ReaderShape>>;
export type ReaderName = keyof typeof READERS;
