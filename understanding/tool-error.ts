import type { Reading } from '../reading/evidence.ts';
import type { Act } from './act.ts';

/** A command that failed for a reason of its own, as the reader of tools found it. Pure. */
export function toolError({ observations }: Reading): Act | undefined {
  const problem = observations.find((each) => each.reader === 'tool-error')?.fields['problem'];
  return typeof problem === 'string' ? { kind: 'tool-error', problem } : undefined;
}
