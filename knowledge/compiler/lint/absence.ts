import type { Fault } from '../finding.ts';
import type { Library } from '../library.ts';

/** What a command that searches an event log has to print for each search, found or not. */
const LABELLED = /'reconnect\/1 (?:client|server) \d+'/;

/** "No events", "no rights" and "the log is off" look alike unless the command says which: then nobody can take one for the other. */
export function absence(library: Library): Fault[] {
  return [...library.diagnostics.values()].flatMap((diagnostic) => {
    const { run } = diagnostic.value;
    if (!/Get-WinEvent|Get-EventLog|wevtutil/i.test(run)) return [];
    const isSilent = /(?:Get-WinEvent|Get-EventLog)\b[^\n|]*-ErrorAction\s+(?:SilentlyContinue|Ignore|0)\b/i.test(run);
    if (LABELLED.test(run) && !isSilent) return [];
    return [
      {
        rule: 'unsayable-absence',
        at: { file: diagnostic.file, path: [...diagnostic.path, 'run'] },
        what: `The diagnostic "${diagnostic.id}" searches an event log and ${isSilent ? 'keeps errors to itself' : 'prints no labelled line'}.`,
        why: 'An empty log, missing rights and a log that is off would look the same, and each means something else.',
        remedy: 'Print reconnect/1 lines: `key=3@12`, `key=none`, `key=denied`, `key=off`; see docs/authors/collector.md.',
      },
    ];
  });
}
