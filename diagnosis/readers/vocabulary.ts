/**
 * What the readers can say: the names and fields that `reads` rules of the knowledge may use.
 * A test renders docs/authors/readers.md from this and checks every observation against it.
 */

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

/** What a person says in passing: id and its sense. */
export const STATEMENTS = {
  'single-host': 'only this one server fails, others answer',
  'all-hosts': 'every server fails, not only one',
  'other-users-ok': 'other people or another computer get in',
  'all-users': 'nobody gets in',
  'only-me': 'nobody else has it',
  'network-dependent': 'it works from one network and fails from another',
  'works-from-other-network': 'it works from another network (home, hotspot, LAN)',
  'vpn-only': 'it fails over the VPN, without it works',
  'vpn-required': 'the connection goes through a VPN',
  'without-vpn-fails': 'it fails without the VPN, with it works',
  'since-update': 'it began with an update or upgrade',
  'after-rename': 'it began after the computer was renamed',
  'after-clone': 'it began after cloning, imaging, sysprep or restoring a machine',
  'after-certificate-change': 'it began after a certificate was changed or renewed',
  'after-hardening': 'it began after TLS, GPO or permission hardening',
  'after-firewall-change': 'it began after a firewall, IPS or antivirus change',
  'after-password-change': 'it began after a password change',
  'after-migration': 'it began after the server was moved or restored',
  'worked-yesterday': 'it worked until lately, and nothing known changed',
  'never-worked': 'it has never worked',
  'before-desktop': 'it fails before a desktop or logon screen is seen',
  'after-desktop': 'a session was there and was lost',
  'immediately': 'it fails within a second',
  'after-a-delay': 'it hangs for a while, then fails',
  intermittent: 'it comes and goes',
  'target-linux': 'the target is Linux, xrdp or gnome-remote-desktop',
  'target-container': 'the target is in a container, WSL or behind a forwarded port of one',
  'target-azure-vm': 'the target is a virtual machine in Azure',
  'target-cloud-vm': 'the target is a virtual machine of another cloud',
  'target-virtual-desktop': 'the target is Azure Virtual Desktop or Windows 365',
  'target-windows': 'the target is Windows; `os` names it where it was said',
  'client-mac': 'the client is a Mac',
  'client-mobile': 'the client is a phone or tablet',
  'client-linux': 'the client is Linux (FreeRDP, Remmina)',
  'client-windows': 'the client is Windows; `os` names it where it was said',
  'via-gateway': 'the connection goes through an RD Gateway',
  'via-tunnel': 'the connection goes through a bastion, proxy or tunnel',
  'not-via-gateway': 'no gateway is used',
  'public-ip': 'the server has RDP open to the internet',
  'private-ip-works': 'it works by the private address or from the same subnet',
  'address-works': 'the name fails and the IP address works',
  'address-fails-too': 'the IP address fails as well as the name',
  'is-admin': 'the person has administrator rights',
  'not-admin': 'the person has no administrator rights',
  'restarted-already': 'something was restarted already; `what` says what',
  'reboot-helps': 'a reboot helps for a while',
  'reboot-helps-not': 'a reboot did not help',
  'host-off': 'the target is off or asleep',
  'host-on': 'the target is known to be running',
  wifi: 'the client is on a wireless network',
  mobile: 'the client is on a mobile network or hotspot',
  'local-account-works': 'a local account gets in, a domain account does not',
  'local-account-fails-too': 'a local account fails as well',
  'console-works': 'the console (or another remote tool) of the server works',
  'localhost-works': 'RDP to localhost on the server itself works',
  'localhost-fails': 'RDP to localhost on the server itself fails',
  'other-client-works': 'another client program or device works',
  'credential-fails-everywhere': 'the account is refused elsewhere too',
  'credentials-work-elsewhere': 'the account works elsewhere',
  'port-open': 'the person says that the port answers',
  'port-closed': 'the person says that the port does not answer',
  'ping-works': 'the person says that ping answers',
  'ping-fails': 'the person says that ping does not answer',
  'dns-fails': 'the person says that the name does not resolve',
  'dns-works': 'the person says that the name resolves',
  'service-running': 'the person says that TermService runs',
  'service-stopped': 'the person says that TermService is stopped',
  'listener-present': 'the person says that the RDP listener is there',
  'no-listener': 'the person says that the RDP listener is missing',
  'cert-expired': 'the person says that the certificate has expired',
  'cert-valid': 'the person says that the certificate is valid',
  'rdp-disabled': 'remote desktop is switched off on the target',
  'rdp-enabled': 'remote desktop is switched on on the target',
  'no-events': 'the log shows nothing',
} as const satisfies Readonly<Record<string, string>>;
export type StatementId = keyof typeof STATEMENTS;

/** Documented texts of dialogs, by what they say. */
export const DIALOG_TEXTS = {
  'cannot-connect': "this computer can't connect, try again (0x904/0x7, 0x704, connection limit)",
  'connection-lost': 'the session has ended, the connection was lost, network problems (0x904/0x0)',
  'socket-closed': 'socket closed (2308 as third-party clients print it)',
  'one-of-these-reasons': 'not enabled, turned off or not on the network (0x204)',
  'cannot-find-computer': "the computer can't be found (0x104)",
  'connection-timed-out': 'the remote computer did not answer in time (0x108)',
  'console-session': 'a console session is in progress (0x708)',
  'internal-error': 'an internal error has occurred',
  'session-ended-error': 'the session ended because of an error (mobile, 0x4)',
  'session-ended': 'the session has ended (no reason given)',
  'protocol-error': 'a protocol error, the session will be disconnected',
  'encryption-error': 'an error in data encryption',
  'out-of-memory': 'low virtual memory',
  'account-expired': 'the user account has expired',
  'account-locked': 'the user account is locked',
  'account-disabled': 'the user account is disabled',
  'account-restriction': 'account restrictions (blank password, hours, policy)',
  'password-expired': 'the password has expired or must be changed',
  'credentials-rejected': 'the credentials or the password did not work',
  'not-authorized': 'the account is not authorized for remote logon',
  'nla-required': 'the computer requires Network Level Authentication',
  'nla-no-domain-controller': 'NLA, but the domain controller cannot be contacted',
  'credssp-oracle': 'CredSSP encryption oracle remediation',
  'lsa-unreachable': 'the Local Security Authority cannot be contacted',
  'function-not-supported': 'authentication error: the function is not supported',
  'authentication-error': 'an authentication error has occurred',
  'certificate-untrusted': 'the certificate is not from a trusted authority or cannot be verified',
  'certificate-name-mismatch': 'the certificate bears another name',
  'certificate-expired': 'the certificate expired or is not yet valid',
  'certificate-revocation': 'the revocation of the certificate could not be checked',
  'certificate-unexpected': 'the client did not expect this certificate (0x907)',
  'clock-difference': 'the clocks differ',
  'license-none': 'no licence servers',
  'license-error': 'a licensing protocol error or a refused licence',
  'license-grace': 'the grace period is over or ends',
  'gateway-unreachable': 'the gateway is unavailable or cannot be found',
  'gateway-refused': 'the gateway does not authorize the user or the computer',
  'gateway-certificate': 'the certificate of the gateway is not accepted',
  'connection-limit': 'the number of connections is exhausted',
  'taken-over': 'another user or another computer took the session',
  'idle-limit': 'the idle or session limit was reached',
  'ended-by-admin': 'an administrator ended the session',
  'logged-off': 'the session was logged off by the person',
  'no-resources': 'no resource is available (virtual desktop)',
  'resource-error': 'an error while opening the resource (virtual desktop)',
  'reconnecting': 'the connection has been lost, reconnecting',
  'xrdp-login-failed': 'xrdp: login failed',
  'xrdp-problem-connecting': 'xrdp: problem connecting to the session',
  'remmina-cannot-connect': 'Remmina: could not connect',
} as const satisfies Readonly<Record<string, string>>;
export type DialogTextId = keyof typeof DIALOG_TEXTS;

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
    about: '`Test-NetConnection HOST -Port 3389` (also its yellow warnings, and telnet).',
    fields: {
      tcpTestSucceeded: truth('the port answers'),
      port: number('the port that was tested'),
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
      found: truth('false: the key or value does not exist'),
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
      state: text('its state', ['open', 'closed', 'filtered']),
      service: text('what nmap takes it for: `ms-wbt-server`, `vnc` ...'),
      nla: truth('CredSSP (NLA) is offered'),
      tls: truth('TLS is offered'),
      rdpSecurity: truth('native RDP security is offered'),
      expired: truth('the certificate has expired'),
      hostUp: truth('false: the host seems down'),
    },
  },
  'secure-channel': {
    about: '`nltest /sc_verify` or `/sc_query`, `Test-ComputerSecureChannel`.',
    fields: {
      ok: truth('the trust with the domain works'),
      status: number('the Win32 status that nltest prints'),
      tool: text('which', ['nltest', 'test-computersecurechannel']),
      domainController: text('the controller that answered'),
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
      time: text('ISO 8601 where a date was shown'),
      ageHours: number('hours between that time and now'),
      reason: text('the status in its text', ['access-denied', 'object-already-exists', 'keyset-does-not-exist', 'other']),
      reasonCode: number('reason or error number that the text names (40: reason code, 103: reason, 142: error, 1026: Reason)'),
      alert: number('TLS alert of Schannel 36887 and 36888'),
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
  'tool-error': {
    about: 'A command that did not run.',
    fields: {
      problem: text('what it said', ['access-denied', 'not-recognised', 'elevation-required', 'execution-policy']),
      tool: text('the command, lower case, where it was named'),
    },
  },
} as const satisfies Readonly<Record<string, ReaderShape>>;
export type ReaderName = keyof typeof READERS;
