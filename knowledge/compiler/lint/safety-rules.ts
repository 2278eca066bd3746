/** What no fix may do, or only as a test that is taken back. */
export interface SafetyRule {
  readonly id: string;
  /** `as-test-only`: allowed in a fix that is marked testOnly. */
  readonly test: 'never' | 'as-test-only';
  /** Completes 'The fix "x" ...'. */
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
  command(run: string, fix: { readonly causes: readonly string[] }): boolean;
  prose?(sentence: string): boolean;
}

const AS_TEST = 'Mark it `testOnly: true` with the restoring command in `undo`, or find a fix that does not weaken anything.';

/** A registry value set to one of the given numbers, by reg.exe or by PowerShell. */
function sets(value: string, numbers: string): (run: string) => boolean {
  const reg = new RegExp(`reg(\\.exe)?\\s+add\\b.*\\b${value}\\b.*?/d\\s+"?(${numbers})\\b`, 'i');
  const powershell = new RegExp(`(Set-ItemProperty|New-ItemProperty|sp)\\b.*\\b${value}\\b.*-Value\\s+(${numbers})\\b`, 'i');
  const powershellTurned = new RegExp(`(Set-ItemProperty|New-ItemProperty)\\b.*-Value\\s+(${numbers})\\b.*\\b${value}\\b`, 'i');
  const wmi = new RegExp(`\\b(Set)?${value}\\b\\s*[=(@{]+\\s*"?(${numbers})\\b`, 'i');
  return (run) => joinLines(run).some((line) => [reg, powershell, powershellTurned, wmi].some((shape) => shape.test(line)));
}

/** Lines of a command; a line that PowerShell or cmd continues counts with the next. */
function joinLines(run: string): string[] {
  return run.replaceAll(/[`^]\r?\n\s*/g, ' ').split(/\r?\n/);
}

/** True when a sentence says it, and does not say it of what must not be done. */
function says(shape: RegExp): (sentence: string) => boolean {
  return (text) => text.split(/(?<=[.!?;])\s+/).some((sentence) => shape.test(sentence) && !/\b(not|never|don't|without|instead of|back on)\b/i.test(sentence));
}

const OFF = '(turn(ing)?|switch(ing)?) off|disabl(e|ing)';

export const SAFETY_RULES: readonly SafetyRule[] = [
  {
    id: 'safety-nla',
    test: 'as-test-only',
    what: 'turns Network Level Authentication off',
    why: 'Without it anybody who reaches the port reaches the logon screen; it is a test, never a state to stay in.',
    remedy: AS_TEST,
    command: either(sets('UserAuthentication(Required)?', '0(x0)?'), /SetUserAuthenticationRequired\s*\(?\s*0/i),
    prose: says(new RegExp(`(${OFF})\\b[^.]*\\b(nla|network level authentication)\\b`, 'i')),
  },
  {
    id: 'safety-security-layer',
    test: 'as-test-only',
    what: 'lowers the SecurityLayer to classic RDP security',
    why: 'Classic RDP security does not prove which server answers.',
    remedy: AS_TEST,
    command: sets('SecurityLayer', '[01]|0x[01]'),
    prose: says(/\bsecurity ?layer\b[^.]*\b(to|=) ?(0|1|rdp)\b/i),
  },
  {
    id: 'safety-encryption',
    test: 'as-test-only',
    what: 'lowers the encryption, or accepts a server that is open to the CredSSP attack',
    why: 'Passwords and screens travel over that connection.',
    remedy: AS_TEST,
    command: either(sets('MinEncryptionLevel', '[012]|0x[012]'), sets('AllowEncryptionOracle', '2|0x2')),
  },
  {
    id: 'safety-firewall-off',
    test: 'never',
    what: 'turns the firewall off',
    why: 'It opens everything in order to open one port, and is easily forgotten.',
    remedy: "Enable the rule group that Remote Desktop needs: Enable-NetFirewallRule -Group '@FirewallAPI.dll,-28752'.",
    command: either(
      /netsh\s+(adv)?firewall\s+set\s+\S*(profiles?|opmode)\S*.*\b(off|disable)\b/i,
      /Set-NetFirewallProfile\b.*-Enabled\s+(\$?false|0)/i,
      /(Stop-Service|net\s+stop|sc(\.exe)?\s+(stop|config))\s+.*\b(mpssvc|WinDefend)\b/i,
      /\b(ufw\s+disable|systemctl\s+(stop|disable)(\s+--now)?\s+(firewalld|ufw|nftables)|iptables\s+(-F|--flush))\b/i,
    ),
    prose: says(new RegExp(`(${OFF})\\s+(the |your |windows |defender )*firewall`, 'i')),
  },
  {
    id: 'safety-old-tls',
    test: 'as-test-only',
    what: 'turns TLS 1.0, TLS 1.1 or SSL on',
    why: 'They are broken; once on, they stay on.',
    remedy: 'Make both sides speak TLS 1.2. For a test, mark the fix `testOnly: true` with the restoring command in `undo`.',
    command: (run) =>
      joinLines(run).some(
        (line) =>
          /(TLS 1\.[01]|SSL [23]\.0)\\(Server|Client)/i.test(line) &&
          (/Enabled\b.*(\/d|-Value)\s+"?(1|0x1|0xffffffff|4294967295)\b/i.test(line) || /DisabledByDefault\b.*(\/d|-Value)\s+"?(0|0x0)\b/i.test(line)),
      ),
    prose: says(/\b(turn|switch|enabl)\w*\b( on)?[^.]*\b(tls 1\.[01]|ssl [23]\.0)\b/i),
  },
  {
    id: 'safety-open-to-internet',
    test: 'never',
    what: 'opens 3389 to the whole internet',
    why: 'An open port is found within hours and attacked without end.',
    remedy: 'Name the address or the network that may connect, or use a VPN, a gateway or a bastion.',
    command: (run) =>
      joinLines(run).some(
        (line) =>
          /3389/.test(line) &&
          (/(source-address-prefix(es)?|SourceAddressPrefix)\s+["']?(\*|Internet|any|0\.0\.0\.0\/0)/i.test(line) ||
            /-RemoteAddress\s+["']?(Any|Internet|\*|0\.0\.0\.0)/i.test(line) ||
            /remoteip\s*=\s*any/i.test(line) ||
            /--cidr\s+0\.0\.0\.0\/0/i.test(line) ||
            (/New-NetFirewallRule/i.test(line) && !/-RemoteAddress/i.test(line)) ||
            (/advfirewall\s+firewall\s+add\s+rule/i.test(line) && !/remoteip\s*=/i.test(line))),
      ),
    prose: says(/\b(forward|open|expose|publish)\w*\b[^.]*\b3389\b[^.]*\b(internet|everyone|anywhere|router)\b/i),
  },
  {
    id: 'safety-keys',
    test: 'never',
    what: 'deletes keys or certificates wholesale',
    why: 'Other programs keep their keys in the same place, and what they encrypted is lost with them.',
    remedy: 'Name the one file or certificate, and put it aside instead of deleting it.',
    command: (run) =>
      joinLines(run).some(
        (line) =>
          (/(Remove-Item|\brm\b|\bdel\b|\berase\b|\brd\b|\brmdir\b)/i.test(line) &&
            /(MachineKeys(\\\*|["']|\s|$)|Crypto\\(RSA|Keys)(\\\*|["']|\s|$)|Cert:\\LocalMachine\\(My|Root|CA)(\\\*|["']|\s|$))/i.test(line)) ||
          /reg(\.exe)?\s+delete\s+"?HK(LM|EY_LOCAL_MACHINE)\\\S*(\\SCHANNEL|\\Cryptography|\\Terminal Server|\\SystemCertificates)"?\s+(\/va|\/f)/i.test(line),
      ),
    prose: says(/\bdelet\w+\b[^.]*\b(everything|all( the)? (files|keys|certificates))\b/i),
  },
  {
    id: 'safety-machinekeys',
    test: 'never',
    what: 'renames or moves the MachineKeys folder',
    why: 'Every machine key of every program is in it.',
    remedy: 'Work on the one file that Remote Desktop uses, f686aace6942fb7f7ceb231212eef4a4_*.',
    command: (run) =>
      joinLines(run).some(
        (line) =>
          /(Rename-Item|Move-Item|\bren\b|\brename\b|\bmove\b|\bmv\b)/i.test(line) && /MachineKeys(["'\s]|$)/i.test(line),
      ),
    prose: says(/\b(renam|mov)\w*\s+((the|whole|entire|complete|folder)\s+)*machinekeys\b/i),
  },
  {
    id: 'safety-mslicensing',
    test: 'never',
    what: 'deletes the MSLicensing key although it is not about licensing',
    why: 'It helps against damaged client licences only; elsewhere it costs the client its licence for nothing.',
    remedy: 'Use it only in fixes whose causes are all about licences, with an export first.',
    command: (run, { causes }) =>
      /(reg(\.exe)?\s+delete|Remove-Item)\b.*MSLicensing/i.test(joinLines(run).join(' ; ')) && !causes.every((cause) => /licen[cs]/.test(cause)),
  },
  {
    id: 'safety-downloaded-script',
    test: 'never',
    what: 'runs a script straight from the internet',
    why: 'Nobody has read it, and tomorrow it may be another.',
    remedy: 'Write the commands out, or name the vendor\'s signed package.',
    command: either(
      /\b(iex|Invoke-Expression)\b.*(DownloadString|Invoke-WebRequest|Invoke-RestMethod|\biwr\b|\birm\b|\bcurl\b|\bwget\b)/i,
      /(DownloadString|Invoke-WebRequest|Invoke-RestMethod|\biwr\b|\birm\b)[^\n]*\|\s*(iex|Invoke-Expression)\b/i,
      /\b(curl|wget)\b[^\n]*\|\s*(sudo\s+)?(ba|z|da)?sh\b/i,
      /\b(ba)?sh\s+<\(\s*(curl|wget)/i,
    ),
    prose: says(/\b(run|execute)\b[^.]*\bdownloaded (script|file)\b/i),
  },
];

function either(...tests: readonly (RegExp | ((run: string) => boolean))[]): (run: string) => boolean {
  return (run) => tests.some((test) => (typeof test === 'function' ? test(run) : test.test(run)));
}

const CHANGES = [
  /\breg(\.exe)?\s+(add|delete|import|restore|load)\b/i,
  /\b(Set|New|Remove|Rename|Move|Clear|Restart|Stop|Start|Enable|Disable|Reset|Install|Uninstall|Add|Invoke)-(?!(Object|TimeSpan|Member|Sleep|Location)\b)[A-Z]\w+/i,
  /\bnet\s+(stop|start|user)\b/i,
  /\b(sc|sc\.exe)\s+(stop|start|config|delete)\b/i,
  /\bnetsh\b.*\b(set|add|delete|reset)\b/i,
  /\b(takeown|shutdown|logoff|gpupdate|del|rd|rmdir)\b(?!-)/i,
  /\bformat\s+[a-z]:/i,
  /\bipconfig\s+\/(release|renew|flushdns|registerdns)\b/i,
  /\bicacls\b.*\/(grant|deny|remove|reset|setowner|restore)\b/i,
  /\bTest-ComputerSecureChannel\b.*-Repair/i,
  /(^|[^0-9>])>{1,2}\s*(?!\s*(\$null|nul|\/dev\/null))[\w"'./\\~%$]/i,
  /\bsudo\s+(systemctl\s+(restart|stop|start)|rm|apt|dnf|yum)\b/i,
];

/** The first thing in a command that changes the machine, or undefined. Clearing a DNS cache and the like count as changes. */
export function changesSomething(run: string): string | undefined {
  for (const shape of CHANGES) {
    const match = shape.exec(run);
    if (match) return match[0].trim();
  }
  return undefined;
}
