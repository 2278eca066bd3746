import { existsSync } from 'node:fs';
import { formatFinding, type LintFinding } from '../../knowledge/compiler/finding.ts';
import type { Retention } from '../privacy/retention.ts';
import { ok, type Finding } from './finding.ts';

/** What keeps the knowledge from being used. */
export function knowledgeFinding(version: string | undefined, faults: readonly LintFinding[]): Finding {
  if (version !== undefined) return ok('knowledge', `version ${version} can be used.`);
  const [first] = faults;
  return { about: 'knowledge', level: 'problem', what: `it has ${faults.length} faults: ${first ? formatFinding(first) : 'it cannot be read'}`, why: 'The service does not start with it.', fix: 'npm run knowledge -- lint names all of them; git restore knowledge brings the shipped one back.' };
}

/** @param models the files that a start looks for. */
export function modelFinding(models: readonly string[]): Finding {
  if (models.every((path) => existsSync(path))) return ok('model', 'what people say can be read at once.');
  return { about: 'model', level: 'note', what: 'the next start builds the model first.', why: 'What it is built from was changed, or it was never built.', fix: 'npm run train does it ahead of time, in about a minute.' };
}

export function retentionFinding(retention: Retention): Finding {
  const forever = Object.entries(retention).filter(([, days]) => days === Infinity).map(([kind]) => kind);
  if (forever.length === 0) return ok('retention', 'what people wrote goes when its time is over.');
  return { about: 'retention', level: 'note', what: `${forever.join(', ')} are kept for ever.`, why: 'Data protection laws ask for a time.', fix: 'Set RETENTION_DAYS.' };
}
