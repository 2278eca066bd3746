import { describe, expect, test } from 'vitest';
import { read } from '../../reading/read.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const told = (text: string): readonly string[] =>
  read(text, { now: NOW })
    .observations.filter(({ reader }) => reader === 'statement')
    .map(({ fields }) => String(fields['says']));

describe('said in passing', () => {
  test.each([
    ['Only this one server, the others on the subnet are fine', 'single-host'],
    ['it happens with just one machine', 'single-host'],
    ['every server fails', 'all-hosts'],
    ['same thing on all servers', 'all-hosts'],
    ['my colleagues can connect without trouble', 'other-users-ok'],
    ['works fine for everyone else', 'other-users-ok'],
    ['nobody can log in this morning', 'all-users'],
    ['only my account', 'only-me'],
    ['from home it works', 'works-from-other-network'],
    ['works over the hotspot but not on the office network', 'network-dependent'],
    ['it only fails over the VPN', 'vpn-only'],
    ['without VPN it works', 'vpn-only'],
    ['I am connected to the company VPN', 'vpn-required'],
    ['since the update last night', 'since-update'],
    ['after we renamed the server', 'after-rename'],
    ['the VM was cloned yesterday', 'after-clone'],
    ['we hardened TLS with IIS Crypto', 'after-hardening'],
    ['I changed my password on Monday', 'after-password-change'],
    ['there is a new firewall', 'after-firewall-change'],
    ['it fails before I see a desktop', 'before-desktop'],
    ['I get kicked out after ten minutes', 'after-desktop'],
    ['it drops now and then', 'intermittent'],
    ['the target runs Ubuntu with xrdp', 'target-linux'],
    ['Windows in a docker container', 'target-container'],
    ['it is an Azure VM', 'target-azure-vm'],
    ['we go through an RD Gateway', 'via-gateway'],
    ['3389 is open to the internet', 'public-ip'],
    ['it works by the private address', 'private-ip-works'],
    ['with the IP address it works', 'address-works'],
    ["I'm an admin on it", 'is-admin'],
    ['I already restarted it', 'restarted-already'],
    ['a reboot helps for a day', 'reboot-helps'],
    ['rebooting did not help', 'reboot-helps-not'],
    ['the server is switched off', 'host-off'],
    ['the service is not running', 'service-stopped'],
    ['the certificate has expired', 'cert-expired'],
    ['RDP to localhost works', 'localhost-works'],
    ['I can log on locally at the console', 'console-works'],
    ["the name doesn't resolve", 'dns-fails'],
    ["can't ping it", 'ping-fails'],
    ['port 3389 is blocked', 'port-closed'],
  ])('%s', (text, says) => {
    expect(told(text)).toContain(says);
  });

  test.each([
    ['nur dieser eine Server, die anderen gehen', 'single-host'],
    ['seit dem Windows-Update', 'since-update'],
    ['ich bin kein Administrator', 'not-admin'],
    ['bei den Kollegen geht es', 'other-users-ok'],
    ['uniquement sur ce serveur', 'single-host'],
    ['depuis la dernière mise à jour', 'since-update'],
    ['solo con este servidor', 'single-host'],
    ['desde la última actualización', 'since-update'],
    ['só neste servidor', 'single-host'],
    ["dopo l'aggiornamento", 'since-update'],
    ['alleen deze server', 'single-host'],
    ['tylko ten serwer', 'single-host'],
    ['только на этом сервере', 'single-host'],
    ['после обновления не заходит', 'since-update'],
    ['只有这台服务器连不上', 'single-host'],
    ['更新してから接続できません', 'since-update'],
  ])('%s', (text, says) => {
    expect(told(text)).toContain(says);
  });
});

describe('negation', () => {
  test.each([
    ['it is *not* only me', 'all-users', 'only-me'],
    ["it isn't just this server", 'all-hosts', 'single-host'],
    ['es betrifft nicht nur mich', 'all-users', 'only-me'],
    ["I'm not an admin", 'not-admin', 'is-admin'],
    ['I am an admin', 'is-admin', 'not-admin'],
    ['I have no admin rights', 'not-admin', 'is-admin'],
    ['port 3389 is not open', 'port-closed', 'port-open'],
    ["the certificate hasn't expired", 'cert-valid', 'cert-expired'],
    ['TermService is not running', 'service-stopped', 'service-running'],
    ['we use no gateway', 'not-via-gateway', 'via-gateway'],
    ['ping does not work', 'ping-fails', 'ping-works'],
  ])('%s', (text, says, not) => {
    expect(told(text)).toContain(says);
    expect(told(text)).not.toContain(not);
  });

  test.each([
    ["I haven't restarted it", 'restarted-already'],
    ['should I restart the server?', 'restarted-already'],
    ['there was no update, it did not start after an update', 'target-linux'],
    ['it is not intermittent', 'intermittent'],
    ['never cloned', 'after-clone'],
  ])('%s', (text, not) => {
    expect(told(text)).not.toContain(not);
  });
});

test('the words of a dialog are not the words of the person', () => {
  const text = "Remote Desktop can't connect to the remote computer for one of these reasons: 1) Remote access to the server is not enabled 2) The remote computer is turned off 3) The remote computer is not available on the network. Make sure the remote computer is turned on and connected to the network, and that remote access is enabled.";
  expect(told(text)).toEqual([]);
});

test('the system is named', () => {
  const { observations } = read('the target is Server 2012 R2, I come from Windows 11 Home', { now: NOW });
  expect(observations.map(({ fields }) => fields)).toEqual([{ says: 'target-windows', os: 'server-2012-r2' }, { says: 'client-windows', os: 'windows-11-home' }]);
});

test('what was restarted is named', () => {
  const { observations } = read('I restarted the router', { now: NOW });
  expect(observations[0]?.fields).toEqual({ says: 'restarted-already', what: 'router' });
});
