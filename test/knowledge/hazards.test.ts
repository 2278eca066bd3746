import { describe, expect, it } from 'vitest';
import { hazardsOf, type Hazard } from '../../knowledge/compiler/hazards.ts';

const of = (...texts: readonly string[]) => hazardsOf(texts.map((text) => ({ shell: 'powershell' as const, text, where: 'server' as const, admin: true, needs: {} })));

describe('what a command may cost', () => {
  it.each<[string, readonly Hazard[]]>([
    ['Restart-Computer -Force', ['restart']],
    ['shutdown /r /t 0', ['restart']],
    ['Restart-Service TermService -Force', ['ends-sessions']],
    ['logoff 3', ['ends-sessions']],
    ['reg delete "HKLM\\SOFTWARE\\X" /v Functions /f', ['deletes']],
    ['Remove-Item C:\\ProgramData\\x.key', ['deletes']],
    ['reg add "HKLM\\X" /v PortNumber /t REG_DWORD /d 3390 /f', ['locks-out']],
    ['reg query "HKLM\\X" /v PortNumber', []],
    ['Get-Service TermService', []],
    ['query session', []],
    ['Get-NetFirewallRule -Group x', []],
  ])('%s', (text, hazards) => {
    expect(of(text)).toEqual(hazards);
  });

  it('counts once, however many commands carry it', () => {
    expect(of('logoff 2', 'logoff 3', 'Restart-Computer')).toEqual(['restart', 'ends-sessions']);
  });
});
