/** A command of PowerShell that the knowledge uses. */
export interface Cmdlet {
  /** Parameters that exist in every edition that has it, lower case; the common ones (-ErrorAction ...) are added. */
  readonly parameters: readonly string[];
  /** `5.1` where PowerShell 7 lacks it. Absent: both have it. */
  readonly only?: '5.1';
  /** Always; or these parameters need an elevated window. */
  readonly elevated?: true | readonly string[];
  readonly changes?: true;
}

const COMMON = ['erroraction', 'verbose', 'confirm', 'whatif', 'debug', 'warningaction'];

const SEE = (parameters: string): Cmdlet => ({ parameters: words(parameters) });
const CHANGE = (parameters: string): Cmdlet => ({ parameters: words(parameters), elevated: true, changes: true });

/** As we know them of Windows PowerShell 5.1 and PowerShell 7; learn.microsoft.com/powershell is where an entry is checked, which was not done for each. */
const CMDLETS: Readonly<Record<string, Cmdlet>> = {
  'add-localgroupmember': CHANGE('sid group name member'),
  'disable-adaccount': CHANGE('identity server'),
  'disable-netadapterchecksumoffload': CHANGE('name tcpipv4 udpipv4 ipipv4'),
  'disable-netadapterlso': CHANGE('name ipv4 ipv6'),
  'disable-netfirewallrule': CHANGE('group name displayname'),
  'enable-adaccount': CHANGE('identity server'),
  'enable-netadapterchecksumoffload': CHANGE('name tcpipv4 udpipv4 ipipv4'),
  'enable-netadapterlso': CHANGE('name ipv4 ipv6'),
  'enable-netfirewallrule': CHANGE('group name displayname'),
  'foreach-object': SEE('process begin end'),
  'format-list': SEE('property'),
  'format-table': SEE('property autosize wrap'),
  'get-acl': SEE('path literalpath'),
  'get-aduser': SEE('identity properties filter server'),
  'get-azroleassignment': SEE('signinname scope'),
  'get-childitem': SEE('path literalpath filter recurse force exclude'),
  'get-cimassociatedinstance': SEE('inputobject resultclassname'),
  'get-ciminstance': SEE('namespace classname filter computername'),
  'get-counter': SEE('counter maxsamples sampleinterval'),
  'get-credential': SEE('username message'),
  'get-date': SEE('date format'),
  'get-dnsclientserveraddress': SEE('addressfamily interfacealias'),
  'get-hotfix': SEE('id computername'),
  'get-item': SEE('path literalpath force'),
  'get-itemproperty': SEE('path literalpath name'),
  'get-itempropertyvalue': SEE('path name'),
  'get-localgroupmember': SEE('sid group name member'),
  'get-localuser': SEE('name sid'),
  'get-mpcomputerstatus': SEE(''),
  'get-netadapter': SEE('name'),
  'get-netadapterchecksumoffload': SEE('name'),
  'get-netadapterlso': SEE('name'),
  'get-netadapterstatistics': SEE('name'),
  'get-netconnectionprofile': SEE('interfacealias'),
  'get-netfirewallrule': SEE('group name displayname enabled'),
  'get-netipinterface': SEE('addressfamily interfacealias'),
  'get-nettcpconnection': SEE('localport remoteport state'),
  'get-pfxcertificate': SEE('filepath'),
  'get-physicaldisk': SEE(''),
  'get-printer': SEE('name'),
  'get-process': { ...SEE('id name includeusername'), elevated: ['includeusername'] },
  'get-rdremoteapp': SEE('collectionname connectionbroker'),
  'get-rdusersession': SEE('connectionbroker collectionname'),
  'get-rdsessionhost': SEE('connectionbroker collectionname'),
  'get-service': SEE('name displayname'),
  'get-winevent': SEE('filterhashtable filterxpath filterxml maxevents logname oldest'),
  'get-wmiobject': { ...SEE('namespace class filter'), only: '5.1' },
  'get-windowspackage': { ...SEE('online packagename'), elevated: true },
  'import-certificate': CHANGE('filepath certstorelocation'),
  'invoke-command': SEE('computername scriptblock credential'),
  'invoke-cimmethod': CHANGE('inputobject methodname arguments namespace classname'),
  'join-path': SEE('path childpath'),
  'move-item': { ...SEE('path literalpath destination force'), changes: true },
  'new-item': { ...SEE('path itemtype force'), changes: true },
  'new-object': SEE('typename argumentlist'),
  'out-null': SEE(''),
  'remove-item': { ...SEE('path literalpath recurse force'), changes: true },
  'remove-localgroupmember': CHANGE('sid group name member'),
  'remove-windowspackage': CHANGE('online packagename norestart'),
  'rename-item': { ...SEE('path literalpath newname force'), changes: true },
  'resolve-dnsname': SEE('name type server'),
  'restart-service': CHANGE('name force'),
  'select-object': SEE('property first last expandproperty unique skip'),
  'select-string': SEE('pattern path'),
  'set-acl': CHANGE('path aclobject'),
  'set-adaccountexpiration': CHANGE('identity datetime timespan'),
  'set-ciminstance': CHANGE('inputobject property query namespace'),
  'set-itemproperty': { ...SEE('path name value type force'), changes: true },
  'set-service': CHANGE('name startuptype'),
  'sort-object': SEE('property descending'),
  'start-service': CHANGE('name'),
  'stop-service': CHANGE('name force'),
  'test-computersecurechannel': { ...SEE('repair credential server'), only: '5.1', elevated: true },
  'test-netconnection': SEE('computername port informationlevel'),
  'test-path': SEE('path literalpath'),
  'uninstall-windowsfeature': CHANGE('name restart'),
  'unlock-adaccount': CHANGE('identity server'),
  'where-object': SEE('property value filterscript eq ne in notin like match gt lt contains'),
  'write-output': SEE('inputobject'),
};

/** A program that the knowledge calls. */
export interface Tool {
  /** Whose system has it without anything being installed. */
  readonly on: 'windows' | 'linux' | 'cloud-shell';
  /** What needs an elevated window; the whole line is searched. */
  readonly elevated?: RegExp;
}

const WINDOWS: Tool = { on: 'windows' };
const LINUX: Tool = { on: 'linux' };

const TOOLS: Readonly<Record<string, Tool>> = {
  attrib: WINDOWS, pause: WINDOWS, cd: WINDOWS, certutil: { on: 'windows', elevated: /-importpfx|-delstore|-repairstore/i }, change: { on: 'windows', elevated: /logon\s+\/(enable|disable|drain)/i },
  cmdkey: WINDOWS, copy: WINDOWS, del: WINDOWS, dism: { on: 'windows', elevated: /.*/ }, findstr: WINDOWS, for: WINDOWS, gpresult: WINDOWS, gpupdate: WINDOWS,
  hostname: WINDOWS, icacls: { on: 'windows', elevated: /\/(grant|deny|remove|reset|setowner|restore|save)/i }, if: WINDOWS, ipconfig: { on: 'windows', elevated: /\/(registerdns|renew|release)/i },
  klist: WINDOWS, logoff: WINDOWS, md: WINDOWS, mkdir: WINDOWS, mstsc: WINDOWS, net: { on: 'windows', elevated: /\b(start|stop)\b/i },
  netsh: { on: 'windows', elevated: /\b(set|add|delete|reset|trace)\b/i }, netstat: { on: 'windows', elevated: /-\w*b/ }, nltest: { on: 'windows', elevated: /\/sc_(reset|change_pwd)/i },
  nslookup: WINDOWS, ping: WINDOWS, pktmon: { on: 'windows', elevated: /.*/ }, powercfg: WINDOWS, 'powershell.exe': WINDOWS, qwinsta: WINDOWS, query: WINDOWS, rdpsign: WINDOWS,
  reg: { on: 'windows', elevated: /^reg(\.exe)?\s+(add|delete|import|restore)\s+"?HK(LM|EY_LOCAL_MACHINE)/i }, ren: WINDOWS, sc: { on: 'windows', elevated: /\b(start|stop|config|delete)\b/i },
  'sc.exe': { on: 'windows', elevated: /\b(start|stop|config|delete)\b/i }, sfc: { on: 'windows', elevated: /.*/ }, shutdown: WINDOWS, start: WINDOWS, takeown: { on: 'windows', elevated: /.*/ },
  taskkill: WINDOWS, tasklist: WINDOWS, tracert: WINDOWS, tsdiscon: WINDOWS, w32tm: { on: 'windows', elevated: /\/(resync|config)/i }, whoami: WINDOWS, wusa: { on: 'windows', elevated: /.*/ },
  adduser: LINUX, apt: LINUX, cat: LINUX, deluser: LINUX, grdctl: LINUX, grep: LINUX, journalctl: LINUX, kinit: LINUX, loginctl: LINUX, ls: LINUX, openssl: LINUX, nmap: LINUX, ss: LINUX, sudo: LINUX,
  systemctl: LINUX, 'update-crypto-policies': LINUX, xfreerdp: LINUX,
  az: { on: 'cloud-shell' },
};

/** The cmdlet of this name with all its parameters, or undefined where the table has none. */
export function cmdletOf(name: string): Cmdlet | undefined {
  const cmdlet = CMDLETS[name.toLowerCase()];
  return cmdlet && { ...cmdlet, parameters: [...cmdlet.parameters, ...COMMON] };
}

export function toolOf(name: string): Tool | undefined {
  return TOOLS[name.toLowerCase()];
}

function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}
