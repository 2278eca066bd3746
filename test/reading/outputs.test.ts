import { describe, expect, test } from 'vitest';
import { read } from '../../reading/read.ts';

const NOW = new Date('2026-11-22T12:00:00Z');

type Fields = Readonly<Record<string, unknown>>;
const observed = (text: string, reader: string): readonly Fields[] =>
  read(text, { now: NOW })
    .observations.filter((observation) => observation.reader === reader)
    .map(({ fields }) => fields);

/** Reader, what it is, the text, what must be read. */
const CASES: readonly (readonly [string, string, string, Fields])[] = [
  ['test-net-connection', 'quoted, with a prompt', '> PS C:\\Users\\me> Test-NetConnection srv01 -Port 3389\n> WARNING: TCP connect to (10.0.0.4 : 3389) failed\n> RemotePort : 3389', { tcpTestSucceeded: false, port: 3389 }],
  ['test-net-connection', 'line breaks lost', 'ComputerName : srv01 RemoteAddress : 203.0.113.9 RemotePort : 3389 TcpTestSucceeded : True', { tcpTestSucceeded: true, port: 3389, privateAddress: false }],
  ['test-net-connection', 'cut off at the front', 'Alias : Ethernet\nTcpTestSucceeded : False', { tcpTestSucceeded: false }],
  ['test-net-connection', 'telnet', 'Connecting To srv01...Could not open connection to the host, on port 3389: Connect failed', { tcpTestSucceeded: false, port: 3389 }],
  ['ping', 'English', 'Reply from 10.0.0.4: bytes=32 time=3ms TTL=128\nPackets: Sent = 4, Received = 4, Lost = 0 (0% loss),\nMinimum = 2ms, Maximum = 4ms, Average = 3ms', { reachable: true, result: 'reply', sent: 4, received: 4, lostPercent: 0, averageMs: 3 }],
  ['ping', 'German', 'Zeitüberschreitung der Anforderung.\nZeitüberschreitung der Anforderung.\nPakete: Gesendet = 4, Empfangen = 0, Verloren = 4\n(100% Verlust)', { reachable: false, result: 'timed-out', lostPercent: 100 }],
  ['ping', 'French', "Délai d'attente de la demande dépassé.\nPaquets : envoyés = 4, reçus = 0, perdus = 4 (perte 100%)", { reachable: false, received: 0, lostPercent: 100 }],
  ['ping', 'Russian', 'Превышен интервал ожидания для запроса.\nПакетов: отправлено = 4, получено = 0, потеряно = 4\n(100% потерь)', { reachable: false, result: 'timed-out' }],
  ['ping', 'Chinese', '请求超时。\n数据包: 已发送 = 4，已接收 = 0，丢失 = 4 (100% 丢失)', { reachable: false, result: 'timed-out' }],
  ['ping', 'unknown host', 'Ping request could not find host srv01. Please check the name and try again.', { reachable: false, result: 'unknown-host' }],
  ['ping', 'too large', 'ping -f -l 1472 srv01\nPacket needs to be fragmented but DF set.', { reachable: false, result: 'fragmentation-needed', size: 1472 }],
  ['tracert', 'ends before the target', 'Tracing route to srv01 [203.0.113.9]\nover a maximum of 30 hops:\n\n  1     1 ms     1 ms     1 ms  192.168.1.1\n  2    11 ms    10 ms    12 ms  198.51.100.1\n  3     *        *        *     Request timed out.', { reached: false, hops: 3, silentHops: 1, lastAddress: '198.51.100.1' }],
  ['tracert', 'reaches it', 'Tracing route to srv01 [203.0.113.9]\n  1     1 ms     1 ms     1 ms  192.168.1.1\n  2    11 ms    10 ms    12 ms  203.0.113.9\nTrace complete.', { reached: true, hops: 2 }],
  ['dns', 'nslookup, found', 'C:\\>nslookup srv01\nServer:  dc1.corp.example\nAddress:  10.0.0.2\n\nName:    srv01.corp.example\nAddress:  10.0.0.4', { resolved: true, address: '10.0.0.4', name: 'srv01.corp.example' }],
  ['dns', 'nslookup, not found', "Server:  dc1\nAddress:  10.0.0.2\n\n*** dc1 can't find srv01: Non-existent domain", { resolved: false, reason: 'not-found' }],
  ['dns', 'Resolve-DnsName', 'Resolve-DnsName : srv01 : DNS name does not exist\nAt line:1 char:1', { resolved: false, reason: 'not-found' }],
  ['dns', 'Resolve-DnsName, found', 'Name      Type   TTL   Section    IPAddress\n----      ----   ---   -------    ---------\nsrv01     A      1200  Answer     10.0.0.4', { resolved: true, address: '10.0.0.4' }],
  ['query-session', 'German', ' SITZUNGSNAME      BENUTZERNAME             ID  STATUS  TYP         GERÄT\n services                                    0  Getr.\n>console           admin                     1  Aktiv\n rdp-tcp                                 65536  Abhör.', { listener: true, sessions: 1, active: 1 }],
  ['query-session', 'line breaks lost', 'SESSIONNAME USERNAME ID STATE TYPE DEVICE services 0 Disc >console admin 1 Active rdp-tcp 65536 Listen', { listener: true }],
  ['query-session', 'many sessions', ' SESSIONNAME       USERNAME                 ID  STATE   TYPE        DEVICE\n services                                    0  Disc\n rdp-tcp#3         anna                      3  Active\n                   bert                      4  Disc\n rdp-tcp                                 65536  Listen', { listener: true, sessions: 2, active: 1, disconnected: 1 }],
  ['service', 'Get-Service', 'Status   Name               DisplayName\n------   ----               -----------\nStopped  TermService        Remote Desktop Services', { service: 'termservice', state: 'stopped' }],
  ['service', 'sc query, stopping', 'SERVICE_NAME: TermService\n        TYPE               : 30  WIN32\n        STATE              : 3  STOP_PENDING', { service: 'termservice', state: 'stop-pending' }],
  ['service', 'not installed', '[SC] EnumQueryServicesStatus:OpenService FAILED 1060:\n\nThe specified service does not exist as an installed service.', { exists: false }],
  ['service', 'systemctl', '● xrdp.service - xrdp daemon\n     Loaded: loaded\n     Active: failed (Result: exit-code)', { service: 'xrdp', state: 'failed' }],
  ['listening', 'netstat, German', '  TCP    0.0.0.0:3389           0.0.0.0:0              ABHÖREN         1264', { port: 3389, listening: true, pid: 1264 }],
  ['listening', 'netstat, IPv6 and loopback', '  TCP    [::1]:3389             [::]:0                 LISTENING       8', { port: 3389, loopbackOnly: true }],
  ['listening', 'Get-NetTCPConnection', 'LocalAddress LocalPort RemoteAddress RemotePort State  AppliedSetting OwningProcess\n------------ --------- ------------- ---------- -----  -------------- -------------\n0.0.0.0      3389      0.0.0.0       0          Listen                1264', { port: 3389, listening: true }],
  ['listening', 'nothing', 'Get-NetTCPConnection : No MSFT_NetTCPConnection objects found with property "LocalPort" equal to "3389".', { port: 3389, listening: false }],
  ['listening', 'ss', 'LISTEN 0      2            0.0.0.0:3389       0.0.0.0:*    users:(("xrdp",pid=812,fd=11))', { port: 3389, process: 'xrdp', pid: 812 }],
  ['tasklist', 'services of a process', 'svchost.exe                   1264 TermService', { pid: 1264, process: 'svchost', termService: true }],
  ['firewall', 'netsh', 'Rule Name:                            Remote Desktop - User Mode (TCP-In)\n----------------------------------------------------------------------\nEnabled:                              No\nDirection:                            In\nProfiles:                             Domain,Private\nAction:                               Allow', { remoteDesktop: true, enabled: false, direction: 'inbound', action: 'allow', profile: 'domain,private' }],
  ['firewall', 'netsh, German', 'Regelname:                            Remotedesktop - Benutzermodus (TCP eingehend)\nAktiviert:                            Ja\nRichtung:                             Eingehend\nAktion:                               Zulassen', { remoteDesktop: true, enabled: true, direction: 'inbound', action: 'allow' }],
  ['firewall', 'Get-NetFirewallRule', 'Name                  : RemoteDesktop-UserMode-In-TCP\nDisplayName           : Remote Desktop - User Mode (TCP-In)\nEnabled               : False\nProfile               : Any\nDirection             : Inbound\nAction                : Allow', { remoteDesktop: true, enabled: false, rule: 'remote desktop - user mode (tcp-in)' }],
  ['firewall', 'none', 'No rules match the specified criteria.', { found: false }],
  ['registry', 'reg query', 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\n    fDenyTSConnections    REG_DWORD    0x1', { name: 'fdenytsconnections', value: 1, key: 'currentcontrolset\\control\\terminal server' }],
  ['registry', 'port', '    PortNumber    REG_DWORD    0xd3d', { name: 'portnumber', value: 3389 }],
  ['registry', 'missing', 'ERROR: The system was unable to find the specified registry key or value.', { found: false }],
  ['certificate', 'US dates', 'Subject    : CN=SRV01\nNotBefore  : 7/3/2026 10:00:00 AM\nNotAfter   : 1/2/2027 10:00:00 AM', { expired: false, daysLeft: 40, notAfter: '2027-01-02' }],
  ['certificate', 'German window', 'Gültig ab: 01.01.2024\nGültig bis: 01.07.2024', { expired: true }],
  ['certificate', 'not yet valid', 'NotBefore : 2027-01-01\nNotAfter : 2028-01-01', { expired: false, notYetValid: true }],
  ['certificate', 'self-signed', 'Subject : CN=A\nIssuer : CN=A\nNotAfter : 2030-01-01', { selfSigned: true }],
  ['openssl', 'alert', 'CONNECTED(00000003)\n140:error:0A000410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure:ssl/record/rec_layer_s3.c:1605:SSL alert number 40', { connected: true, tls: false, alert: 'handshake-failure' }],
  ['openssl', 'refused', 'openssl s_client -connect srv01:3389\nconnect:errno=111', { connected: false }],
  ['nmap', 'scripts', 'PORT     STATE SERVICE\n3389/tcp open  ms-wbt-server\n| rdp-enum-encryption:\n|   Security layer\n|     CredSSP (NLA): SUCCESS\n|     Native RDP: FAIL\n|     SSL: SUCCESS\n| ssl-cert: Subject: commonName=srv01\n| Not valid after:  2025-01-01T00:00:00', { port: 3389, state: 'open', nla: true, tls: true, rdpSecurity: false, expired: true }],
  ['nmap', 'filtered', '3389/tcp filtered ms-wbt-server', { state: 'filtered' }],
  ['secure-channel', 'nltest fails', 'I_NetLogonControl failed: Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN', { ok: false, status: 1355 }],
  ['secure-channel', 'nltest works', 'Flags: b0 HAS_IP  HAS_TIMESERV\nTrusted DC Name \\\\dc1.corp.example\nTrusted DC Connection Status Status = 0 0x0 NERR_Success\nTrust Verification Status = 0 0x0 NERR_Success', { ok: true, status: 0, domainController: 'dc1.corp.example' }],
  ['secure-channel', 'with its command', 'PS C:\\> Test-ComputerSecureChannel\nFalse', { ok: false, tool: 'test-computersecurechannel' }],
  ['time-sync', 'stripchart', 'Tracking dc1.corp.example [10.0.0.2:123].\n12:00:01, d:+00.0009s o:+417.2010s  [ * ]', { offsetSeconds: 417.201 }],
  ['time-sync', 'free running', 'Leap Indicator: 3(not synchronized)\nStratum: 0 (unspecified)\nSource: Free-running System Clock', { synchronised: false }],
  ['icacls', 'MachineKeys', 'f686aace6942fb7f7ceb231212eef4a4_x NT AUTHORITY\\SYSTEM:(F)\n   BUILTIN\\Administrators:(F)\n   NT AUTHORITY\\NETWORK SERVICE:(R)', { rdpKey: true, networkServiceRead: true, systemFull: true, administratorsFull: true }],
  ['icacls', 'without NETWORK SERVICE', 'C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys BUILTIN\\Administrators:(F)', { machineKeys: true, networkServiceRead: false }],
  ['portproxy', 'WSL', 'Listen on ipv4:             Connect to ipv4:\n\nAddress         Port        Address         Port\n--------------- ----------  --------------- ----------\n0.0.0.0         3389        172.20.1.2      3389', { port: 3389, forwards: true, target: '172.20.1.2:3389' }],
  ['xrdp', 'key', '[20240319-00:20:44] [ERROR] Cannot read private key file /etc/xrdp/key.pem: Permission denied', { problem: 'key-unreadable' }],
  ['freerdp', 'changed certificate', '[ERROR][com.freerdp.crypto] - The host key for srv01:3389 has changed\nHost key verification failed.', { stage: 'certificate', certificateChanged: true }],
  ['tool-error', 'denied', 'PS C:\\> Restart-Service TermService\nAccess is denied', { problem: 'access-denied' }],
  ['tool-error', 'not found', "'qwinsta' is not recognized as an internal or external command,", { problem: 'not-recognised', tool: 'qwinsta' }],
  ['lone-truth', 'True', 'True', { value: true }],
  ['event', 'Event Viewer', 'Log Name:      System\nSource:        Microsoft-Windows-TerminalServices-RemoteConnectionManager\nDate:          11/20/2026 8:12:44 AM\nEvent ID:      1058\nLevel:         Error\nDescription:\nThe RD Session Host Server has failed to replace the expired self signed certificate. The relevant status code was Access is denied.', { id: 1058, provider: 'remoteconnectionmanager', reason: 'access-denied', time: '2026-11-20T08:12:44.000Z' }],
  ['event', 'XML', "<Event><System><Provider Name='Schannel'/><EventID Qualifiers='0'>36870</EventID><TimeCreated SystemTime='2026-11-22T06:00:00.0Z'/></System></Event>", { id: 36870, provider: 'schannel', ageHours: 6 }],
  ['event', 'Get-WinEvent', 'TimeCreated                     Id LevelDisplayName Message\n-----------                     -- ---------------- -------\n11/20/2026 8:12:44 AM         1057 Error            The RD Session Host Server has failed to create a new self signed certificate', { id: 1057 }],
  ['event', 'German', 'Quelle: Schannel\nEreignis-ID: 36871', { id: 36871, provider: 'schannel' }],
  ['event', 'in a sentence', "didn't work, but I see event 1057 now", { id: 1057, provider: 'remoteconnectionmanager' }],
  ['event', 'alert', 'Schannel 36888: A fatal alert was generated. The TLS protocol defined fatal alert code is 40.', { id: 36888, alert: 40 }],
  ['event', 'reason', 'RdpCoreTS event 103: The disconnect reason is 14', { id: 103, provider: 'rdpcorets', reasonCode: 14 }],
];

describe('pasted outputs', () => {
  test.each(CASES)('%s: %s', (reader, _what, text, fields) => {
    expect(observed(text, reader)).toContainEqual(expect.objectContaining(fields));
  });
});

describe('what is not an output', () => {
  test.each([
    ['the request timed out when I opened the page', 'ping'],
    ['I see no event 1058 in the log', 'event'],
    ['the printer is running out of paper', 'service'],
    ['my license expires on 01.02.2027 they say', 'query-session'],
    ['True, that is what I did', 'lone-truth'],
  ])('%s', (text, reader) => {
    expect(observed(text, reader)).toEqual([]);
  });
});

test('a date is compared with the clock that is passed in', () => {
  const text = 'NotAfter : 2026-11-22 00:00:00';
  const expired = (now: string): unknown => read(text, { now: new Date(now) }).observations[0]?.fields['expired'];
  expect(expired('2026-11-21T00:00:00Z')).toBe(false);
  expect(expired('2026-11-23T00:00:00Z')).toBe(true);
});

test('a date that could be two days says nothing while it matters', () => {
  expect(observed('NotAfter : 03/12/2026 10:00:00', 'certificate')[0]).not.toHaveProperty('expired');
});

test('two outputs in one message are both read', () => {
  const text = 'TcpTestSucceeded : True\nRemotePort : 3389\n\nSERVICE_NAME: TermService\n STATE : 1  STOPPED';
  expect(observed(text, 'test-net-connection')).toHaveLength(1);
  expect(observed(text, 'service')).toMatchObject([{ state: 'stopped' }]);
});
