/**
 * The facts that the collector's two scripts print, one `key=value` a line. What a value may be, and which scripts print it.
 * A key is never given another meaning: what changes gets a new one, so that older pastes stay readable.
 */

/** `word`: one of a list. `count`: `3@12`, three times, the last 12 hours ago; `reason`: `5@12`, reason 5, 12 hours ago. */
export type KeyKind = 'word' | 'number' | 'count' | 'reason' | 'text';
/** Whose chair it is printed from. */
export type CollectorSide = 'client' | 'server';

export interface CollectorKey {
  readonly kind: KeyKind;
  readonly sides: readonly CollectorSide[];
  /** Values of a word. */
  readonly values?: readonly string[];
  readonly about: string;
}

const client: readonly CollectorSide[] = ['client'];
const server: readonly CollectorSide[] = ['server'];
const both: readonly CollectorSide[] = ['client', 'server'];

const word = (sides: readonly CollectorSide[], values: readonly string[], about: string): CollectorKey => ({ kind: 'word', sides, values, about });
const number = (sides: readonly CollectorSide[], about: string): CollectorKey => ({ kind: 'number', sides, about });
const text = (sides: readonly CollectorSide[], about: string): CollectorKey => ({ kind: 'text', sides, about });
const count = (about: string): CollectorKey => ({ kind: 'count', sides: server, about });
const service = (name: string): CollectorKey => word(server, ['running', 'stopped', 'startpending', 'stoppending', 'paused', 'none'], `state of the service ${name}`);
const YES_NO = ['yes', 'no'] as const;

export const COLLECTOR_KEYS: Readonly<Record<string, CollectorKey>> = {
  // The client's chair, and the probe of the protocol.
  host: text(both, 'eight hexadecimal digits of the SHA-256 of the remote computer\'s name in lower case'),
  name: word(client, ['ok', 'fail', 'address'], 'the name resolves; `address` where an address was given'),
  'name-kind': word(client, ['private', 'public', 'loopback', 'link-local'], 'the kind of address'),
  'hosts-entry': word(client, YES_NO, 'the hosts file names the remote computer'),
  tcp: word(client, ['open', 'refused', 'timeout', 'unreachable'], 'the port'),
  stage: word(client, ['name', 'tcp', 'x224', 'tls', 'done'], 'the stage of the connection at which the probe ended'),
  end: word(client, ['ok', 'closed', 'reset', 'timeout', 'refused', 'not-rdp', 'failure', 'alert', 'none'], 'how it ended there; `failure` is a refusal of the negotiation'),
  protocol: word(client, ['rdp', 'tls', 'nla', 'nla-ex', 'none'], 'what the server chose: classic security, TLS, NLA'),
  failure: number(client, 'RDP_NEG_FAILURE code: 1 TLS needed, 2 TLS not allowed, 3 no certificate, 5 NLA needed, 6 TLS with a user certificate needed'),
  alert: number(client, 'TLS alert, or the status of the client\'s TLS library'),
  'tls-version': word(client, ['tls', 'tls11', 'tls12', 'tls13', 'none'], 'the version of TLS that was agreed on'),
  'cert-days': number(client, 'days that the certificate which was shown has left; negative when it has expired'),
  'cert-age': number(client, 'days since it was issued'),
  'cert-self': word(client, YES_NO, 'it was issued by itself'),
  'cert-bits': number(client, 'size of its key'),
  'cert-name': word(client, ['match', 'differs'], 'it bears the name that was asked for'),
  'cert-id': text(both, 'eight hexadecimal digits of the SHA-256 of its thumbprint, to compare both sides'),
  'probe-ms': number(client, 'milliseconds that the probe took'),
  packet: word(client, ['ok', 'too-big', 'lost'], 'a ping of 1372 bytes that must not be cut'),
  'mtu-least': number(client, 'the smallest packet size of an adapter that is up'),
  vpn: word(client, YES_NO, 'an adapter of a VPN is up'),
  clock: number(client, 'seconds that this clock is ahead of a time server'),
  oracle: number(both, 'policy AllowEncryptionOracle: 0 forced, 1 mitigated, 2 vulnerable'),
  'ntlm-out': number(client, 'policy RestrictSendingNTLMTraffic: 2 denies all'),
  'credential-guard': word(client, YES_NO, 'Credential Guard runs'),
  'saved-credential': word(client, YES_NO, 'a password is saved for this remote computer'),
  'udp-off': number(client, 'policy fClientDisableUDP'),
  joined: word(client, ['none', 'domain', 'entra', 'both'], 'what this computer is joined to'),
  'client-reason': { kind: 'reason', sides: client, about: 'reason of the last disconnection that mstsc logged (event 1026)' },
  build: text(both, 'build and revision of Windows'),
  'update-days': number(both, 'days since the last update'),
  // The server's.
  elevated: word(server, YES_NO, 'the script ran as administrator'),
  'svc-termservice': service('TermService'),
  'svc-sessionenv': service('SessionEnv'),
  'svc-umrdpservice': service('UmRdpService'),
  'svc-keyiso': service('KeyIso'),
  'svc-cryptsvc': service('CryptSvc'),
  listener: word(server, YES_NO, 'qwinsta lists the listener rdp-tcp'),
  sessions: number(server, 'sessions over Remote Desktop'),
  port: number(server, 'the port that Remote Desktop is set to'),
  'port-owner': word(server, ['termservice', 'other', 'none'], 'who listens on that port'),
  'port-process': text(server, 'the name of that process'),
  portproxy: number(server, 'ports that Windows forwards elsewhere'),
  deny: number(server, 'fDenyTSConnections of the computer: 1 is off'),
  'deny-policy': number(server, 'the same, set by policy'),
  winstation: number(server, 'fEnableWinStation: 0 is a listener that is off'),
  'security-layer': number(server, '0 classic, 1 negotiated, 2 TLS'),
  nla: number(server, '1: Network Level Authentication is required'),
  encryption: number(server, 'MinEncryptionLevel, 1 to 4; 4 is FIPS'),
  'settings-by': number(server, 'who set them: 0 this computer, 1 policy, 2 default'),
  'cert-type': number(server, 'SSLCertificateSHA1HashType: 1 self-signed, 2 enrolled by policy, 3 set for this listener'),
  'rdpcert-days': number(server, 'days that the certificate of Remote Desktop has left'),
  'rdpcert-key': word(server, YES_NO, 'it has its private key'),
  'rdpcert-self': word(server, YES_NO, 'it was issued by itself'),
  'rdpcert-bound': word(server, YES_NO, 'the certificate that the listener names is there'),
  'key-file': word(server, ['readable', 'unreadable', 'none'], 'whether NETWORK SERVICE (S-1-5-20) may read the key of Remote Desktop'),
  'rcm-1006': count('RemoteConnectionManager 1006, many broken connections, of 48 hours'),
  'rcm-cert': count('RemoteConnectionManager 1050 to 1055, 1064 and 1065, a bound certificate that cannot be used, of 7 days'),
  'rcm-1057': count('RemoteConnectionManager 1057, no certificate could be made, of 7 days'),
  'rcm-1058': count('RemoteConnectionManager 1058, the certificate could not be replaced, of 7 days'),
  'schannel-36870': count('Schannel 36870 of a server\'s credential, key unreadable, of 7 days'),
  'schannel-36871': count('Schannel 36871 of a server\'s credential, of 24 hours'),
  'schannel-36874': count('Schannel 36874, no common cipher, of 24 hours'),
  'schannel-36888': count('Schannel 36888 with alert 40 or 70, of 24 hours'),
  'tls12-server': number(server, 'SCHANNEL, TLS 1.2, Server, Enabled; `none` is Windows\' own'),
  'cipher-policy': word(server, ['yes', 'none'], 'a policy orders the cipher suites'),
  fips: number(server, 'FIPS policy'),
  'ts-131': count('RdpCoreTS 131, a connection arrived, of 2 hours'),
  'ts-139': count('RdpCoreTS 139, the security layer failed, of 2 hours'),
  'ts-140': count('RdpCoreTS 140, name or password refused, of 48 hours'),
  'ts-153': count('RdpCoreTS 153, TLS was agreed on, of 2 hours'),
  'rcm-261': count('RemoteConnectionManager 261, the listener got a connection, of 2 hours'),
  'rcm-1149': count('RemoteConnectionManager 1149, a user was authenticated, of 2 hours'),
  'lsm-40': { kind: 'reason', sides: server, about: 'reason of the last end of a session (LocalSessionManager 40)' },
  'logon-4625': count('Security 4625, refused sign-ins, of the last hour'),
  'logon-status': text(server, 'sub-status of the last of them, eight hexadecimal digits'),
  trust: word(server, ['ok', 'broken', 'none'], 'the trust with the domain; `none` in no domain'),
  'netlogon-3210': count('NETLOGON 3210, of 72 hours'),
  'netlogon-5719': count('NETLOGON 5719, of 72 hours'),
  'rdp-users': number(server, 'members of the group Remote Desktop Users'),
  'firewall-open': word(server, YES_NO, 'a rule for Remote Desktop is on in a profile that is in use'),
  profile: text(server, 'network profiles in use, joined by +'),
  'max-instances': number(server, 'limit of connections'),
  'max-outstanding': number(server, 'MaxOutstandingConnections'),
  'max-idle': number(server, 'minutes after which an idle session ends'),
  'max-connected': number(server, 'minutes after which any session ends'),
  'licensing-mode': number(server, '2 per device, 4 per user, 5 not configured'),
  'licence-servers': word(server, ['yes', 'none'], 'licence servers are named by policy'),
  'lic-mode': count('RemoteConnectionManager 1068 and 1069, of 7 days'),
  'lic-server': count('TermService 1010 and RemoteConnectionManager 1088, of 7 days'),
  'lic-refused': count('RemoteConnectionManager and TermService 1003, 1004 and 1011, of 7 days'),
  'broker-errors': count('errors of the Connection Broker, of 24 hours'),
  'broker-client-errors': count('errors of a host that asks the Connection Broker, of 24 hours'),
  'gateway-201': count('Gateway 201, refused by a connection policy, of 48 hours'),
  'gateway-301': count('Gateway 301, refused by a resource policy, of 48 hours'),
  'gateway-304': count('Gateway 304, the target was not reached, of 48 hours'),
  'reboot-pending': word(server, YES_NO, 'Windows waits for a restart'),
  'boot-days': number(server, 'days since the last start'),
  role: word(server, ['client', 'server', 'controller', 'session-host'], 'what this Windows is'),
  drain: number(server, 'TSServerDrainMode: 1 and 2 take no new sessions'),
  'memory-free': number(server, 'per cent of the memory that is free'),
  'disk-free': number(server, 'megabytes that are free where Windows is'),
  'tcpip-ports': count('Tcpip 4227 and 4231, no ports left, of 24 hours'),
  'winlogon-4005': count('Winlogon 4005, sign-in ended unexpectedly, of 24 hours'),
  'display-4101': count('Display 4101, the graphics driver stopped, of 24 hours'),
  'lsasrv-6167': count('LsaSrv 6167, a cloned machine\'s identity, of 7 days'),
};
