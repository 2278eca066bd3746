import type { Fault } from '../finding.ts';
import type { Library } from '../library.ts';

/** Confidences of sources that nobody opened. */
const NOT_LOOKED_UP: ReadonlySet<string> = new Set(['general', 'judgement']);

/** Source or silence: advice that risks something rests on a source that somebody opened, or says that it is only our judgement. */
export function founded({ fixes, sources }: Library): Fault[] {
  return [...fixes.values()]
    .filter(({ value }) => value.risk !== 'none' && value.confidence !== 'judgement' && value.sources.length > 0)
    .filter(({ value }) => value.sources.every((id) => NOT_LOOKED_UP.has(sources.get(id)?.value.confidence ?? '')))
    .map((fix) => ({
      rule: 'unfounded-fix',
      at: { file: fix.file, path: [...fix.path, 'confidence'] },
      what: `The fix "${fix.id}" risks something (${fix.value.risk}) and rests on no source that was looked up.`,
      why: 'People carry it out because it sounds certain.',
      remedy: 'Find the vendor\'s page or a report and name it, or set `confidence: judgement`, which is told with the fix.',
    }));
}
