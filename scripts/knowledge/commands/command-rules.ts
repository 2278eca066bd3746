import type { Fault, Place } from '../../../knowledge/compiler/finding.ts';
import type { Library } from '../../../knowledge/compiler/library.ts';
import { hasCommand, type CommandRecord } from '../../../knowledge/compiler/schema.ts';
import type { ParsedBlock, ParsedCommand, ReadBlock } from './grammar.ts';
import { cmdletOf, toolOf } from './known-commands.ts';

/** A block of commands as somebody will paste it, and everything that is run beside it. */
interface Block {
  readonly owner: string;
  readonly command: CommandRecord;
  readonly parsed: ParsedBlock;
  readonly at: Place;
  /** What the step says about it. */
  readonly words: string;
  readonly isDiagnostic: boolean;
  /** All commands of the same fix or diagnostic. */
  readonly together: string;
}

type Finding = Pick<Fault, 'rule' | 'what' | 'why' | 'remedy' | 'severity'>;
type CommandRule = (block: Block) => Finding[];

/** Values of Remote Desktop that a policy overrules, in the registry of the listener. */
const OVERRULED = /\b(fDenyTSConnections|UserAuthentication|SecurityLayer|MinEncryptionLevel|MaxIdleTime|MaxDisconnectionTime|MaxConnectionTime)\b/;
const POLICY_PATH = /SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services/i;
const LOCAL_PATH = /CurrentControlSet\\Control\\Terminal Server/i;

/** A script with functions of its own, which the grammar reads in part only: its lines have tests of their own (docs/authors/collector.md). */
const COLLECTOR = /'reconnect\/\d/;

const RULES: readonly CommandRule[] = [syntax, cmdlets, tools, elevation, names, policies, filters, alternatives, traces];

/** Every rule over every block of fixes, of their undo and of diagnostics. Pure. */
export function commandFaults(library: Library, read: ReadBlock): Fault[] {
  return [...blocksOf(library, read)].flatMap((block) => RULES.flatMap((rule) => rule(block)).map((finding) => ({ ...finding, at: block.at })));
}

function* blocksOf(library: Library, read: ReadBlock): Generator<Block> {
  for (const fix of library.fixes.values()) {
    const together = fix.value.steps.map((step) => (hasCommand(step) ? step.run : '')).join('\n');
    const texts = library.texts.fixes.get(fix.id)?.value.steps ?? [];
    for (const [index, step] of fix.value.steps.entries()) {
      if (!hasCommand(step)) continue;
      const at = { file: fix.file, path: [...fix.path, 'steps', index, 'run'] };
      yield { owner: `The fix "${fix.id}"`, command: step, parsed: blockOf(step, read), at, words: texts[index] ?? '', isDiagnostic: false, together };
    }
    for (const [index, back] of fix.value.undo.entries()) {
      const command = { ...back, where: fix.value.side, admin: true };
      const at = { file: fix.file, path: [...fix.path, 'undo', index, 'run'] };
      yield { owner: `The undo of the fix "${fix.id}"`, command, parsed: blockOf(command, read), at, words: '', isDiagnostic: false, together };
    }
  }
  for (const { id, value, file, path } of library.diagnostics.values()) {
    if (COLLECTOR.test(value.run)) continue;
    yield { owner: `The diagnostic "${id}"`, command: value, parsed: blockOf(value, read), at: { file, path: [...path, 'run'] }, words: '', isDiagnostic: true, together: value.run };
  }
}

/** Bash is not read: the few lines of it are for Linux and the cloud shell. */
function blockOf(command: CommandRecord, read: ReadBlock): ParsedBlock {
  if (command.shell === 'bash') return { commands: command.run.trim().split(/\n|&&|\s\|\s/).map(bashCommand), unread: [] };
  return read(command.run);
}

function bashCommand(line: string, place: number): ParsedCommand {
  const [name = '', ...elements] = line.trim().split(/\s+/);
  return { name, elements, parameters: [], place, pipeline: [name] };
}

function syntax({ owner, command, parsed }: Block): Finding[] {
  return parsed.unread.slice(0, 1).map((piece) => ({
    rule: 'command-syntax',
    what: `${owner} has a ${command.shell} block that the grammar cannot read: ${piece.slice(0, 80)}`,
    why: 'What cannot be read cannot be run, and nobody tries it before a person in need does.',
    remedy: 'Mend the line. What the grammar itself gets wrong is written in another way.',
  }));
}

function cmdlets({ owner, command, parsed }: Block): Finding[] {
  if (command.shell !== 'powershell') return [];
  return parsed.commands.flatMap((each): Finding[] => {
    const cmdlet = cmdletOf(each.name);
    if (!cmdlet) return toolOf(each.name) ? [] : [unknownCommand(owner, each.name)];
    const strange = each.parameters.find((parameter) => !cmdlet.parameters.some((known) => known.startsWith(parameter)));
    const found: Finding[] = [];
    if (strange !== undefined) {
      found.push({
        rule: 'unknown-parameter',
        what: `${owner} gives ${each.name} the parameter -${strange}.`,
        why: 'A parameter that does not exist ends the whole command with an error.',
        remedy: 'Look it up, and add it to scripts/knowledge/commands/known-commands.ts if both editions have it.',
      });
    }
    if (cmdlet.only) {
      found.push({
        rule: 'one-edition-only',
        what: `${owner} uses ${each.name}, which PowerShell 7 does not have.`,
        why: 'Who opens PowerShell 7 is told that there is no such command.',
        remedy: 'Use a program that both have, or call Windows PowerShell by its name: powershell.exe -NoProfile -Command "..." in a cmd block.',
      });
    }
    return found;
  });
}

function unknownCommand(owner: string, name: string): Finding {
  return {
    rule: 'unknown-command',
    what: `${owner} runs ${name}, which the tables do not know.`,
    why: 'A misspelt name, or a program that the person may not have.',
    remedy: 'Look it up, and add it to scripts/knowledge/commands/known-commands.ts with what it needs.',
  };
}

function tools({ owner, command, parsed, isDiagnostic }: Block): Finding[] {
  return parsed.commands.flatMap((each): Finding[] => {
    const tool = toolOf(each.name);
    if (!tool) return command.shell === 'powershell' ? [] : [unknownCommand(owner, each.name)];
    const isLinux = command.shell === 'bash';
    const fits = tool.on === 'cloud-shell' || (isLinux ? tool.on === 'linux' : tool.on === 'windows');
    // Most clients are Windows: what only Linux has is no command for "the client", except to ask Linux about itself.
    const isForeign = isLinux && command.where === 'client' && /^(openssl|nmap)$/.test(each.name);
    if (fits && !isForeign) return [];
    return [
      {
        rule: 'tool-not-there',
        // One look among several may want a tool; a step that one depends on may not.
        ...(isDiagnostic && { severity: 'warning' as const }),
        what: `${owner} runs ${each.name} on the ${command.where}, where Windows does not have it.`,
        why: 'People would have to install something first, from somewhere.',
        remedy: 'Say it with what Windows brings, or with what the person sees in a window.',
      },
    ];
  });
}

function elevation({ owner, command, parsed }: Block): Finding[] {
  if (command.admin || command.shell === 'bash') return [];
  const needing = parsed.commands.find((each) => {
    const elevated = cmdletOf(each.name)?.elevated;
    if (elevated === true) return true;
    if (elevated?.some((parameter) => each.parameters.includes(parameter))) return true;
    const line = [each.name, ...each.elements].join(' ');
    if (/^get-winevent$/i.test(each.name)) return /LogName\s*=\s*'?Security/i.test(line);
    return toolOf(each.name)?.elevated?.test(line) ?? false;
  });
  if (!needing) return [];
  return [
    {
      rule: 'needs-elevation',
      what: `${owner} runs ${needing.name} in a window that is not elevated.`,
      why: 'It ends with "access denied", or shows less than there is.',
      remedy: 'Write `admin: true`.',
    },
  ];
}

const LOCALIZED: readonly RegExp[] = [
  /\bNT AUTHORITY\\/i, /\bBUILTIN\\/i, /-DisplayGroup\b/i, /-DisplayName\b/i, /\bgroup="?remote desktop"?/i, /\/grant(:r)?\s+"?(Everyone|Administrators|Users|SYSTEM|NETWORK SERVICE)\b/i,
  /\blocalgroup\s+"/i, /Get-Counter\s+'\\[A-Z]/i,
];

function names({ owner, command }: Block): Finding[] {
  const found = LOCALIZED.map((shape) => shape.exec(command.run)?.[0]).find((match) => match !== undefined);
  if (found === undefined) return [];
  return [
    {
      rule: 'localized-name',
      what: `${owner} names "${found.trim()}" in English.`,
      why: 'On a Windows in another language the name is another one, and the command fails, sometimes halfway.',
      remedy: 'Use the SID (*S-1-5-20), the resource id of the group (@FirewallAPI.dll,-28752), or a class of CIM.',
    },
  ];
}

function policies({ owner, command, together }: Block): Finding[] {
  const value = OVERRULED.exec(command.run)?.[1];
  if (value === undefined || !LOCAL_PATH.test(command.run) || POLICY_PATH.test(together)) return [];
  return [
    {
      rule: 'policy-beside-local',
      what: `${owner} works on ${value} of the listener and never looks at the policy.`,
      why: 'Where a policy sets it, the local value changes nothing, and the test seems to prove something.',
      remedy: 'Read HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services beside it, and say that the policy wins.',
    },
  ];
}

function filters({ owner, parsed }: Block): Finding[] {
  const late = parsed.commands.find(
    (each) => /^get-winevent$/i.test(each.name) && each.parameters.includes('maxevents') && !each.parameters.some((name) => name.startsWith('filter')) && each.pipeline.includes('where-object'),
  );
  if (!late) return [];
  return [
    {
      rule: 'filter-after-max-events',
      what: `${owner} takes the newest events and filters afterwards.`,
      why: 'On a busy computer the newest are all others, and the answer is "nothing".',
      remedy: 'Name the ids in -FilterHashtable, so that -MaxEvents counts only those.',
    },
  ];
}

function alternatives({ owner, parsed, words }: Block): Finding[] {
  const changing = parsed.commands.filter((each) => cmdletOf(each.name)?.changes ?? /^(add|delete)$/i.test(each.elements[0] ?? ''));
  if (changing.length < 2 || !/\b(or|either|otherwise)\b/i.test(words)) return [];
  return [
    {
      rule: 'alternatives-in-one-block',
      what: `${owner} offers a choice in words and all of it in one block.`,
      why: 'The block is pasted as a whole, and both are done.',
      remedy: 'Give each alternative a step of its own.',
    },
  ];
}

const TRACES: readonly (readonly [RegExp, RegExp])[] = [
  [/\bpktmon\s+start\b/i, /\bpktmon\s+stop\b/i],
  [/\bnetsh\s+trace\s+start\b/i, /\bnetsh\s+trace\s+stop\b/i],
  [/\bwpr\s+-start\b/i, /\bwpr\s+-stop\b/i],
];

function traces({ owner, command, together }: Block): Finding[] {
  const left = TRACES.find(([start, stop]) => start.test(command.run) && !stop.test(together));
  if (!left) return [];
  return [
    {
      rule: 'trace-without-stop',
      what: `${owner} starts a trace and never stops it.`,
      why: 'It fills the disk, and goes on after a restart.',
      remedy: 'Stop it in the same block, with a limit of size and a filter.',
    },
  ];
}
