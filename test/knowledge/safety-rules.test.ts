import { describe, expect, it } from 'vitest';
import { changesSomething, SAFETY_RULES } from '../../knowledge/compiler/lint/safety-rules.ts';

const TS = '"HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp"';
const SCHANNEL = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols';

/** Rule -> commands that it must refuse, however they are written. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  'safety-nla': [
    `reg add ${TS} /v UserAuthentication /t REG_DWORD /d 0 /f`,
    `REG ADD ${TS} /v UserAuthentication /d 0x0 /f`,
    'Set-ItemProperty -Path $p -Name UserAuthentication -Value 0',
    'Set-ItemProperty -Path $p -Value 0 -Name UserAuthentication',
    'Set-ItemProperty -Path $p `\n  -Name UserAuthentication `\n  -Value 0',
    '(Get-WmiObject Win32_TSGeneralSetting -Namespace root\\cimv2\\terminalservices).SetUserAuthenticationRequired(0)',
    'Set-CimInstance -Property @{ UserAuthenticationRequired = 0 }',
  ],
  'safety-security-layer': [`reg add ${TS} /v SecurityLayer /t REG_DWORD /d 0 /f`, 'Set-ItemProperty $p -Name SecurityLayer -Value 1'],
  'safety-encryption': [`reg add ${TS} /v MinEncryptionLevel /t REG_DWORD /d 1 /f`, 'reg add HKLM\\X /v AllowEncryptionOracle /t REG_DWORD /d 2'],
  'safety-firewall-off': [
    'netsh advfirewall set allprofiles state off',
    'Set-NetFirewallProfile -Profile Domain,Public,Private -Enabled False',
    'Set-NetFirewallProfile -All -Enabled $false',
    'net stop MpsSvc',
    'Stop-Service -Name mpssvc -Force',
    'sudo ufw disable',
    'systemctl stop firewalld',
  ],
  'safety-old-tls': [
    `reg add "${SCHANNEL}\\TLS 1.0\\Server" /v Enabled /t REG_DWORD /d 1 /f`,
    `reg add "${SCHANNEL}\\TLS 1.1\\Client" /v DisabledByDefault /t REG_DWORD /d 0 /f`,
    `New-ItemProperty -Path '${SCHANNEL}\\SSL 3.0\\Server' -Name Enabled -Value 1`,
  ],
  'safety-open-to-internet': [
    'New-NetFirewallRule -DisplayName RDP -LocalPort 3389 -Protocol TCP -Action Allow',
    'New-NetFirewallRule -LocalPort 3389 -Protocol TCP -RemoteAddress Any -Action Allow',
    'netsh advfirewall firewall add rule name=RDP dir=in action=allow protocol=TCP localport=3389',
    'az network nsg rule create --destination-port-ranges 3389 --source-address-prefixes "*"',
    'aws ec2 authorize-security-group-ingress --port 3389 --cidr 0.0.0.0/0',
  ],
  'safety-keys': [
    'Remove-Item C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\\* -Recurse',
    'del /q C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\\*',
    'rd /s C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys',
    'Get-ChildItem Cert:\\LocalMachine\\My | Remove-Item',
    'reg delete "HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL" /f',
  ],
  'safety-machinekeys': ['ren C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys MachineKeys.old', 'Rename-Item "C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys" MachineKeys_bak'],
  'safety-mslicensing': ['reg delete HKLM\\SOFTWARE\\Microsoft\\MSLicensing /f', 'Remove-Item HKLM:\\SOFTWARE\\Microsoft\\MSLicensing -Recurse'],
  'safety-downloaded-script': [
    'iex (New-Object Net.WebClient).DownloadString("https://example.org/a.ps1")',
    'irm https://example.org/a.ps1 | iex',
    'Invoke-WebRequest https://example.org/a.ps1 | Invoke-Expression',
    'curl -fsSL https://example.org/a.sh | sudo bash',
    'bash <(curl https://example.org/a.sh)',
  ],
};

/** What fixes rightly do. */
const ALLOWED: readonly string[] = [
  `reg add ${TS} /v UserAuthentication /t REG_DWORD /d 1 /f`,
  `reg query ${TS} /v SecurityLayer`,
  `reg add ${TS} /v SecurityLayer /t REG_DWORD /d 2 /f`,
  `reg add ${TS} /v MinEncryptionLevel /t REG_DWORD /d 3 /f`,
  "Enable-NetFirewallRule -Group '@FirewallAPI.dll,-28752'",
  `reg add "${SCHANNEL}\\TLS 1.2\\Server" /v Enabled /t REG_DWORD /d 1 /f`,
  `reg add "${SCHANNEL}\\TLS 1.0\\Server" /v Enabled /t REG_DWORD /d 0 /f`,
  'New-NetFirewallRule -LocalPort 3389 -Protocol TCP -RemoteAddress 10.0.0.0/8 -Action Allow',
  "Get-ChildItem 'Cert:\\LocalMachine\\Remote Desktop' | Remove-Item",
  "Get-ChildItem C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\\f686aace6942fb7f7ceb231212eef4a4_* | Rename-Item -NewName { $_.Name + '.old' }",
  'icacls C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys /save C:\\temp\\acl.txt /t /c',
];

const context = { causes: ['certificate-not-renewed'] };

describe('the safety rules', () => {
  it.each(Object.entries(REFUSED).flatMap(([rule, commands]) => commands.map((command) => [rule, command] as const)))('%s refuses %s', (rule, command) => {
    expect(SAFETY_RULES.filter((each) => each.command(command, context)).map((each) => each.id)).toContain(rule);
  });

  it.each(ALLOWED)('let pass %s', (command) => {
    expect(SAFETY_RULES.filter((each) => each.command(command, context)).map((each) => each.id)).toEqual([]);
  });

  it('let MSLicensing go where it is about licences', () => {
    const rule = SAFETY_RULES.find((each) => each.id === 'safety-mslicensing');
    expect(rule?.command('reg delete HKLM\\SOFTWARE\\Microsoft\\MSLicensing\\Store /f', { causes: ['stored-client-licence-damaged'] })).toBe(false);
  });

  it.each([
    ['safety-firewall-off', 'Turn off the Windows firewall and try again.'],
    ['safety-nla', 'Disable NLA on the server.'],
    ['safety-open-to-internet', 'Forward port 3389 on your router.'],
    ['safety-machinekeys', 'Rename the MachineKeys folder.'],
    ['safety-keys', 'Delete all files in it.'],
    ['safety-downloaded-script', 'Run the downloaded script.'],
  ])('%s refuses the sentence "%s"', (id, sentence) => {
    expect(SAFETY_RULES.filter((rule) => rule.prose?.(sentence)).map((rule) => rule.id)).toContain(id);
  });

  it.each(['Do not turn off the firewall.', 'Never disable NLA for good.', 'Switch the firewall back on.', 'Rename the one file of Remote Desktop in MachineKeys.'])(
    'let pass the sentence "%s"',
    (sentence) => expect(SAFETY_RULES.filter((rule) => rule.prose?.(sentence))).toEqual([]),
  );
});

describe('diagnostics only look', () => {
  it.each(['Restart-Service TermService', 'reg add HKLM\\X /v Y /d 1', 'Test-ComputerSecureChannel -Repair', 'netsh winsock reset', 'ipconfig /flushdns', 'icacls C:\\X /grant Everyone:F', 'gpresult > C:\\out.txt'])('%s changes something', (command) => {
    expect(changesSomething(command)).toBeDefined();
  });

  it.each(['Test-NetConnection SERVER -Port 3389', 'qwinsta; Get-Service TermService | Format-List Name', 'reg query HKLM\\X /v Y', '(New-Object Net.Sockets.TcpClient).Connected', 'openssl s_client -connect SERVER:3389 </dev/null 2>/dev/null', 'netsh interface portproxy show all'])(
    '%s changes nothing',
    (command) => expect(changesSomething(command)).toBeUndefined(),
  );
});
