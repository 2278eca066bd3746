import type { Fault } from '../finding.ts';
import type { Library, Written } from '../library.ts';
import { hasCommand, type FixRecord, type StepRecord } from '../schema.ts';
import type { Interruption } from '../types.ts';

/** What a command takes away, by its words. */
const TAKES: readonly (readonly [Interruption, RegExp])[] = [
  ['remote-desktop', /\b(Stop|Restart)-Service\s+("?TermService|"?UmRdpService\s*,\s*TermService)|\b(net|sc)\s+stop\s+TermService|WinStations\\RDP-Tcp"?\s+\/f/i],
  ['restart', /\bshutdown\s+\/r|\bRestart-Computer\b|\baz vm (restart|redeploy)\b/i],
  ['network', /\bnetsh\s+int\w*\s+.*\bset\b|\b(Disable|Enable|Restart)-NetAdapter|\bSet-(NetIPInterface|DnsClientServerAddress)\b|\bipconfig\s+\/release|\bDisable-NetFirewallRule\b/i],
  ['account', /\bDisable-(AD|Local)(Account|User)\b|Test-ComputerSecureChannel\b.*-Repair|\bRemove-LocalGroupMember\b/i],
];

const SECOND_WAY = /\b(console|hypervisor|ilo|idrac|on site|another way in|second way|at the computer itself|at your own computer|enter-pssession|local administrator's password)\b/i;
const NOT_THROUGH_IT = /\bnot (done )?through remote desktop\b/i;

/** Steps that cut off the branch one sits on: said in data, with a second way in, in one piece. */
export function lockOut(library: Library): Fault[] {
  return [...library.fixes.values()].flatMap((fix) => faultsOf(library, fix));
}

function faultsOf(library: Library, fix: Written<FixRecord>): Fault[] {
  const texts = library.texts.fixes.get(fix.id)?.value;
  const said = texts ? [texts.risk, ...texts.steps].join(' ') : '';
  return fix.value.steps.flatMap((step, index): Fault[] => {
    const at = { file: fix.file, path: [...fix.path, 'steps', index] };
    const faults: Fault[] = [];
    const taken = TAKES.find(([, shape]) => hasCommand(step) && shape.test(step.run))?.[0];
    if (taken && !step.interrupts) {
      faults.push({
        rule: 'interruption-unsaid',
        at,
        what: `Step ${index + 1} of the fix "${fix.id}" takes away the ${taken === 'restart' ? 'computer for a while' : taken} and does not say so.`,
        why: 'Whoever does it through Remote Desktop is out in the middle of it, and the order of fixes does not count that.',
        remedy: `Write "interrupts: ${taken}" at the step.`,
      });
    }
    if (hasCommand(step) && /\bStop-Service\s+TermService\b/i.test(step.run) && !/\bStart-Service\b.*\bTermService\b/i.test(step.run)) {
      faults.push({
        rule: 'stop-without-start',
        at,
        what: `Step ${index + 1} of the fix "${fix.id}" stops the Remote Desktop service and leaves the start to another step.`,
        why: 'Who is on it by Remote Desktop never comes to the next step.',
        remedy: 'Put everything from the stop to the start into one block.',
      });
    }
    if (!step.interrupts || isFromTheCloud(step)) return faults;
    if (!SECOND_WAY.test(said)) {
      faults.push({
        rule: 'no-second-way-in',
        at,
        what: `The fix "${fix.id}" takes away the way in (${step.interrupts}), and its text names no other.`,
        why: 'When it does not come back, nobody gets onto the computer.',
        remedy: 'Name the second way before the step: the console, the hypervisor, iLO or iDRAC, Enter-PSSession, somebody on site.',
      });
    }
    if ((step.interrupts === 'remote-desktop' || step.interrupts === 'network') && !NOT_THROUGH_IT.test(said)) {
      faults.push({
        rule: 'through-what-it-cuts',
        at,
        what: `The fix "${fix.id}" takes away ${step.interrupts} and does not say "not through Remote Desktop".`,
        why: 'People do it where they are, and that is often a session on the very computer.',
        remedy: 'Write "not through Remote Desktop" at the step or in the risk.',
      });
    }
    return faults;
  });
}

/** The cloud's own command restarts the machine from outside, and its console is the second way. */
function isFromTheCloud(step: StepRecord): boolean {
  return hasCommand(step) && /^\s*az\s/.test(step.run);
}
