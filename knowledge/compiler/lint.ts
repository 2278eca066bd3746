import type { Fault } from './finding.ts';
import type { Library } from './library.ts';
import { absence } from './lint/absence.ts';
import { codeAgreement } from './lint/code-agreement.ts';
import { completeness } from './lint/completeness.ts';
import { eventRules } from './lint/event-rules.ts';
import { unknownMachines } from './lint/machines.ts';
import { founded } from './lint/founded.ts';
import { ledger } from './lint/ledger.ts';
import { missingPolarity } from './lint/polarity.ts';
import { probabilities } from './lint/probabilities.ts';
import { reachability } from './lint/reachability.ts';
import { danglingReferences } from './lint/references.ts';
import { safety } from './lint/safety.ts';
import { sourceUrls } from './lint/source-urls.ts';
import { matchingTexts } from './lint/texts.ts';

/** Every rule over a library whose files fit their schemas. Pure; all faults at once. */
export function lint(library: Library): Fault[] {
  const faults = [...completeness(library), ...codeAgreement(library), ...danglingReferences(library), ...unknownMachines(library), ...probabilities(library), ...matchingTexts(library), ...missingPolarity(library), ...eventRules(library), ...absence(library), ...ledger(library), ...founded(library), ...sourceUrls(library), ...safety(library)];
  // With ids that lead nowhere, what can be reached cannot be told.
  return faults.some((fault) => fault.rule === 'dangling-id') ? faults : [...faults, ...reachability(library)];
}
