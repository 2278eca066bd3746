import type { Fault } from '../finding.ts';
import type { Library } from '../library.ts';

/** What a rule on an event has to bound, and why. */
const NEEDED: readonly (readonly [field: string, why: string, remedy: string])[] = [
  ['provider', 'Numbers of events are shared: 1058 is a certificate of Remote Desktop and a group policy that could not be read.', 'Name the provider or providers that write this event.'],
  ['id', 'A provider writes events about many things.', 'Name the number or numbers.'],
  ['ageHours', 'An old event is not about this attempt, and logs are pasted whole.', 'Bound its age, such as `ageHours: { max: 24, orUnknown: true }`.'],
];

/** An event counts with its source and its age, or it does not count. */
export function eventRules(library: Library): Fault[] {
  return [...library.questions.values()].flatMap((question) =>
    Object.entries(question.value.reads).flatMap(([answer, rules]) =>
      rules.flatMap((rule, index) => {
        if (rule.reader !== 'event') return [];
        const missing = NEEDED.find(([field]) => rule[field] === undefined);
        if (missing === undefined) return [];
        const [field, why, remedy] = missing;
        return [{ rule: 'unsourced-event', at: { file: question.file, path: [...question.path, 'reads', answer, index] }, what: `The rule on an event does not bound its ${field}.`, why, remedy }];
      }),
    ),
  );
}
