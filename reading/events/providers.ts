/** Short names of the sources that bear on Remote Desktop. */
export type Provider =
  | 'remoteconnectionmanager' | 'localsessionmanager' | 'rdpcorets' | 'rdpclient' | 'schannel' | 'termdd' | 'termservice'
  | 'gateway' | 'sessionbroker' | 'licensing' | 'netlogon' | 'security' | 'service-control-manager' | 'certificate' | 'other';

/** Names as logs print them; the first that stands near an event's number counts. */
const NAMES: readonly (readonly [Provider, RegExp])[] = [
  ['remoteconnectionmanager', /remoteconnectionmanager|remote connection manager|\brcm\b/],
  ['localsessionmanager', /localsessionmanager|local session manager|\blsm\b/],
  ['rdpcorets', /rdpcorets|remotedesktopservices-rdpcore/],
  ['rdpclient', /clientactivexcore|terminalservices-rdpclient|rdpclient/],
  ['gateway', /terminalservices-gateway|rd gateway|remote desktop gateway/],
  ['sessionbroker', /sessionbroker|session broker|connection broker/],
  ['licensing', /termservlicensing|terminalservices-licensing|rd licensing/],
  ['schannel', /schannel/],
  ['termdd', /termdd/],
  ['termservice', /termservice|terminalservices(?!-(?:gateway|rdpclient|local|remote|session|licens))|remote desktop services$/],
  ['netlogon', /netlogon/],
  ['service-control-manager', /service control manager/],
  ['security', /security-auditing|security log|sicherheitsprotokoll|audit failure|audit success/],
  ['certificate', /certificateservicesclient|capi2|certificationauthority/],
];

/** What a number alone is taken for: told, never measured. */
const BY_ID: Readonly<Record<number, Provider>> = {
  1006: 'remoteconnectionmanager', 1035: 'remoteconnectionmanager', 1050: 'remoteconnectionmanager', 1051: 'remoteconnectionmanager', 1052: 'remoteconnectionmanager',
  1053: 'remoteconnectionmanager', 1054: 'remoteconnectionmanager', 1055: 'remoteconnectionmanager', 1056: 'remoteconnectionmanager', 1057: 'remoteconnectionmanager',
  1058: 'remoteconnectionmanager', 1059: 'remoteconnectionmanager', 1010: 'termservice', 1088: 'termservice', 1064: 'remoteconnectionmanager', 1065: 'remoteconnectionmanager', 1067: 'remoteconnectionmanager',
  1068: 'remoteconnectionmanager', 1069: 'remoteconnectionmanager', 1149: 'remoteconnectionmanager', 1158: 'remoteconnectionmanager', 258: 'remoteconnectionmanager',
  259: 'remoteconnectionmanager', 260: 'remoteconnectionmanager', 261: 'remoteconnectionmanager',
  36869: 'schannel', 36870: 'schannel', 36871: 'schannel', 36872: 'schannel', 36874: 'schannel', 36876: 'schannel', 36880: 'schannel', 36882: 'schannel',
  36884: 'schannel', 36886: 'schannel', 36887: 'schannel', 36888: 'schannel',
  56: 'termdd', 50: 'termdd',
  98: 'rdpcorets', 99: 'rdpcorets', 103: 'rdpcorets', 131: 'rdpcorets', 139: 'rdpcorets', 140: 'rdpcorets', 142: 'rdpcorets', 143: 'rdpcorets', 144: 'rdpcorets',
  153: 'rdpcorets', 226: 'rdpcorets', 228: 'rdpcorets',
  39: 'localsessionmanager', 40: 'localsessionmanager',
  1024: 'rdpclient', 1025: 'rdpclient', 1026: 'rdpclient',
  4624: 'security', 4625: 'security', 4648: 'security', 4740: 'security', 4776: 'security', 4778: 'security', 4779: 'security',
  5719: 'netlogon', 3210: 'netlogon', 7031: 'service-control-manager', 7034: 'service-control-manager', 7036: 'service-control-manager',
};

/** Numbers that are told for an event without the word, where the talk is of a log. */
export const TELLING_IDS: ReadonlySet<number> = new Set(Object.keys(BY_ID).map(Number).filter((id) => id > 1000 && id !== 1010 && id !== 1088));

/** Sources that use the same numbers for other things. */
const OTHERS =
  /group ?policy|gruppenrichtlinie|stratégie de groupe|directiva de grupo|kernel-(?:power|boot|general|io|pnp|processor)|distributedcom|\bdcom\b|\bntfs\b|\bdisk\b|volsnap|volmgr|storahci|stornvme|\bvss\b|time-service|dns-client|dhcp-client|printservice|windowsupdateclient|\bperflib\b|\besent\b|msiinstaller|restartmanager|application error|\.net runtime|failoverclustering|activedirectory_domainservice|devicesetupmanager|smbserver|smbclient|mssqlserver|security-spp|taskscheduler|hyper-v|nvlddmkm/;

/**
 * Where an event comes from. `named` is false where nothing but its number says so: other programs use the same numbers.
 * @param named the source as the log names it, where it does
 */
export function providerOf(id: number, around: string, named?: string): { readonly provider: Provider; readonly named: boolean } {
  const known = (text: string): Provider | undefined => NAMES.find(([, pattern]) => pattern.test(text))?.[0];
  const written = named === undefined ? known(around) : (known(named) ?? 'other');
  if (written !== undefined) return { provider: written, named: true };
  return OTHERS.test(around) ? { provider: 'other', named: true } : { provider: BY_ID[id] ?? 'other', named: false };
}
