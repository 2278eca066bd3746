import { beforeAll, describe, expect, it } from 'vitest';
import { compileKnowledge, type LintRule } from '../../knowledge/compiler/compile.ts';
import type { FileText } from '../../knowledge/compiler/knowledge-file.ts';
import { lockOut } from '../../knowledge/compiler/lint/lock-out.ts';
import { undo } from '../../knowledge/compiler/lint/undo.ts';
import { readKnowledgeFiles } from '../../knowledge/compiler/load.ts';
import { commandFaults } from '../../scripts/knowledge/commands/command-rules.ts';
import { powerShellGrammar } from '../../scripts/knowledge/commands/grammar.ts';
import { edited, SHIPPED_DIR, smallFiles, type Edit } from './small-knowledge.ts';

const GRAPH = 'graph/small.yaml';
const TEXTS = 'locales/en/small.yaml';
const STEP = '{ shell: powershell, where: server, admin: true, run: Start-Service TermService }';
const UNDO = 'undo: Stop-Service TermService';

/** The first step of the first fix as another command. */
function step(command: string, shell = 'powershell', more = 'admin: true'): Edit {
  return { file: GRAPH, find: STEP, put: `{ shell: ${shell}, where: server, ${more}, run: ${JSON.stringify(command)} }` };
}

describe('rules over what fixes do', () => {
  let files: FileText[];
  let rules: LintRule[];
  let undoText: string;
  beforeAll(async () => {
    files = await smallFiles();
    const read = await powerShellGrammar();
    rules = [lockOut, undo, (library) => commandFaults(library, read)];
    undoText = /^ {4}undo: .*$/m.exec(files.find(({ path }) => path === TEXTS)?.text ?? '')?.[0].trim() ?? UNDO;
  });

  const found = (...edits: Edit[]): string[] => compileKnowledge(edited(files, edits), 'en', rules).findings.map(({ rule }) => rule);

  it('find nothing in the small knowledge', () => {
    expect(found()).toEqual([]);
  });

  it('find no error in the shipped knowledge', async () => {
    const { findings } = compileKnowledge(await readKnowledgeFiles(SHIPPED_DIR), 'en', rules);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each<[string, string, string?, string?]>([
    ['command-syntax', "Get-Service 'TermService"],
    ['unknown-command', 'Start-Servise TermService'],
    ['unknown-parameter', 'Start-Service TermService -Gently'],
    ['one-edition-only', 'Get-WmiObject -Class Win32_Service'],
    ['tool-not-there', 'openssl version'],
    ['needs-elevation', 'Start-Service TermService', 'powershell', 'admin: false'],
    ['needs-elevation', "Get-WinEvent -FilterHashtable @{LogName='Security'; Id=4625} -MaxEvents 5", 'powershell', 'admin: false'],
    ['needs-elevation', 'Get-Process -IncludeUserName', 'powershell', 'admin: false'],
    ['localized-name', 'icacls C:\\X /grant "NT AUTHORITY\\NETWORK SERVICE:(R)"'],
    ['localized-name', "Get-NetFirewallRule -DisplayName 'Remote Desktop'"],
    ['policy-beside-local', 'reg query "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server" /v fDenyTSConnections', 'cmd'],
    ['filter-after-max-events', 'Get-WinEvent -LogName System -MaxEvents 40 | Where-Object Id -in 23,24'],
    ['trace-without-stop', 'pktmon start --capture', 'cmd'],
    ['interruption-unsaid', 'Restart-Service TermService -Force'],
    ['interruption-unsaid', 'shutdown /r /t 60', 'cmd'],
    ['interruption-unsaid', 'netsh interface ipv4 set subinterface "VPN" mtu=1350', 'cmd'],
  ])('find %s in %s', (rule, command, shell, more) => {
    expect(found(step(command, shell, more))).toEqual([rule]);
  });

  it('let a command pass that is right', () => {
    expect(found(step("Get-WinEvent -FilterHashtable @{LogName='System'; Id=1057, 1058; StartTime=(Get-Date).AddDays(-1)} -MaxEvents 9 | Format-List TimeCreated, Id"))).toEqual([]);
    expect(found(step('icacls C:\\X /grant "*S-1-5-20:(R)"'))).toEqual([]);
  });

  it('find a choice in words that is no choice in the block', () => {
    const firstStep = /steps: \[(.*?)[\],]|steps:\n {6}- (.*)/.exec(files.find(({ path }) => path === TEXTS)?.text ?? '');
    const words = firstStep?.[1] ?? firstStep?.[2] ?? '';
    expect(found(step('Start-Service A; Start-Service B'), { file: TEXTS, find: words, put: 'Start one or the other.' })).toEqual(['alternatives-in-one-block']);
  });

  it('find a stop that leaves the start to another step, and an interruption without a second way in', () => {
    const more = 'admin: true, interrupts: remote-desktop';
    expect(found(step('Stop-Service TermService -Force', 'powershell', more)).sort()).toEqual(['no-second-way-in', 'stop-without-start', 'through-what-it-cuts']);
    expect(found(step('Restart-Service TermService -Force', 'powershell', more)).sort()).toEqual(['no-second-way-in', 'through-what-it-cuts']);
  });

  it('find a value that an undo leaves behind, an import over what was added, and an undo that is not said', () => {
    const add = 'reg add "HKLM\\X" /v Y /t REG_DWORD /d 1 /f';
    const back = (run: string): Edit => ({ file: GRAPH, find: '    retires: [is-it-running]\n', put: `    retires: [is-it-running]\n    undo: [{ shell: cmd, run: ${JSON.stringify(run)} }]\n` });
    const says = (run: string): Edit => ({ file: TEXTS, find: undoText, put: `undo: ${JSON.stringify(`Run \`${run}\`.`)}` });
    const remove = 'reg delete "HKLM\\X" /v Y /f';
    expect(found(step(add, 'cmd'))).toEqual(['undo-leaves-value']);
    expect(found(step(add, 'cmd'), back('reg import C:\\X.reg'), says('reg import C:\\X.reg')).sort()).toEqual(['undo-by-import', 'undo-leaves-value']);
    expect(found(step(add, 'cmd'), back(remove))).toEqual(['undo-unsaid']);
    expect(found(step(add, 'cmd'), back(remove), says(remove))).toEqual([]);
  });
});
