/**
 * The order in which a web article on this error has its readers try things, mapped on the fixes of the graph.
 *
 * Source: "Remote Desktop Connection Error Code 0x904 Extended Error Code 0x7", a page of the kind that a search for
 * the code finds, read in November 2026 (it dates itself June 2026). It names network instability first, then firewall
 * rules on both sides, the certificate, a port test and the registry, then UDP and the client after Windows 11. Where
 * it names an area and no step, the order within it is that of similar pages: network and VPN, firewall, certificate,
 * service, name and address, client, policy, packet size. A page knows no stop: it ends with its last step.
 */
export const ARTICLE_ORDER: readonly string[] = [
  'try-another-network',
  'reconnect-the-vpn',
  'connect-directly',
  'allow-remote-desktop-in-host-firewall',
  'open-way-for-rdp',
  'pause-network-filter-for-one-test',
  'renew-self-signed-certificate',
  'correct-bound-certificate',
  'repair-machinekeys-permissions',
  'restart-remote-desktop-services',
  'enable-remote-desktop',
  'check-name-and-port',
  'wake-or-start-the-computer',
  'free-the-port',
  'install-newest-updates',
  'update-both-sides-for-credssp',
  'test-without-nla',
  'turn-tls12-on',
  'lower-vpn-packet-size',
];
