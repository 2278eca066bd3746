import { basename } from 'node:path';
import type { ServerLog } from '../server/log.ts';
import type { OnSetAside } from '../storage/set-aside.ts';

export interface DamageNote {
  readonly note: OnSetAside;
  /** Files since the start. */
  count(): number;
}

/** Tells the operator of each file that was damaged, with what it means. */
export function createDamageNote(log: ServerLog): DamageNote {
  let files = 0;
  return {
    note(file, reason) {
      files += 1;
      log.error({ file, reason, meaning: meaningOf(file) }, 'a damaged file was set aside; everything else goes on. Restore it from a backup under its old name while the service is stopped');
    },
    count: () => files,
  };
}

function meaningOf(file: string): string {
  const name = basename(file);
  if (name.startsWith('outbox.json')) return 'what was still to be sent is in that file only; answers of the helpdesk are read anew and told once';
  if (/^\d+\.json/.test(name)) return 'this ticket is not shown; its number is not given again';
  if (file.includes('replies')) return 'an answer that was on its way to Teams when the process ended may not have arrived';
  if (name.includes('.jsonl')) return 'this conversation of the website begins anew';
  if (name.includes('.request.json')) return 'what was asked about personal data in it is not done; ask again';
  if (name.startsWith('replica')) return 'what is learned here counts under a new name; what was counted stays';
  if (name.startsWith('learned.json')) return 'the numbers of the authors are in use; `npm run knowledge -- learned fit` learns from what was counted';
  if (/outcomes.(?:counts|replayed)/.test(file)) return 'what was counted in this week does not count; other weeks do';
  if (file.includes('outcomes')) return 'this conversation is not counted for learning';
  return 'this conversation begins anew';
}
