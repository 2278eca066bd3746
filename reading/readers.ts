import { collectorReader } from './collector/collector.ts';
import { dialogReader } from './windows-dialogs/dialog.ts';
import { eventReader } from './events/event.ts';
import { logonFailureReader } from './events/logon-failure.ts';
import { noEventsReader } from './events/no-events.ts';
import type { Reader } from './reader.ts';
import { statementReader } from './statements/statement.ts';
import { certificateReader } from './tools/certificate.ts';
import { dnsReader } from './tools/dns.ts';
import { domainControllerReader } from './tools/domain-controller.ts';
import { firewallProfileReader } from './tools/firewall-profile.ts';
import { firewallReader } from './tools/firewall.ts';
import { freerdpReader } from './tools/freerdp.ts';
import { icaclsReader } from './tools/icacls.ts';
import { listeningReader } from './tools/listening.ts';
import { loneTruthReader } from './tools/lone-truth.ts';
import { nmapReader } from './tools/nmap.ts';
import { opensslReader } from './tools/openssl.ts';
import { pingReader } from './tools/ping.ts';
import { portproxyReader } from './tools/portproxy.ts';
import { querySessionReader } from './tools/query-session.ts';
import { registryReader } from './tools/registry.ts';
import { restartPendingReader } from './tools/restart-pending.ts';
import { secureChannelReader } from './tools/secure-channel.ts';
import { serviceReader } from './tools/service.ts';
import { tasklistReader } from './tools/tasklist.ts';
import { terminalSettingReader } from './tools/terminal-setting.ts';
import { testNetConnectionReader } from './tools/test-net-connection.ts';
import { timeSyncReader } from './tools/time-sync.ts';
import { toolErrorReader } from './tools/tool-error.ts';
import { tracertReader } from './tools/tracert.ts';
import { xrdpReader } from './tools/xrdp.ts';

/** Every reader but that of codes. */
export const READERS_IN_USE: readonly Reader[] = [
  dialogReader,
  eventReader,
  logonFailureReader,
  noEventsReader,
  statementReader,
  certificateReader,
  collectorReader,
  dnsReader,
  domainControllerReader,
  firewallProfileReader,
  firewallReader,
  freerdpReader,
  icaclsReader,
  listeningReader,
  loneTruthReader,
  nmapReader,
  opensslReader,
  pingReader,
  portproxyReader,
  querySessionReader,
  registryReader,
  restartPendingReader,
  secureChannelReader,
  serviceReader,
  tasklistReader,
  terminalSettingReader,
  testNetConnectionReader,
  timeSyncReader,
  toolErrorReader,
  tracertReader,
  xrdpReader,
];
