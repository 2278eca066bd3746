import type { MachinesRecord } from './schema.ts';
import type { Command, Needs } from './types.ts';

/**
 * What a command needs by its shell: PowerShell and cmd need Windows where they run. Bash says nothing of the client, since an
 * administrator may run the cloud's program there; on the remote computer it needs Linux.
 */
export function neededBy({ shell, where }: Pick<Command, 'shell' | 'where'>): Needs {
  if (where === 'network') return {};
  if (shell !== 'bash') return where === 'client' ? { client: ['windows'] } : { target: ['windows'] };
  return where === 'server' ? { target: ['linux'] } : {};
}

/** What all the commands need together. */
export function neededByAll(commands: readonly Command[]): Needs {
  return Object.assign({}, ...commands.map(({ needs }) => needs)) as Needs;
}

/** Facet -> finding -> kind. */
export function machinesOf(record: MachinesRecord): ReadonlyMap<string, ReadonlyMap<string, string>> {
  return new Map(
    Object.entries(record).map(([facet, kinds]) => [facet, new Map(Object.entries(kinds).flatMap(([kind, findings]) => findings.map((finding) => [finding, kind] as const)))]),
  );
}
