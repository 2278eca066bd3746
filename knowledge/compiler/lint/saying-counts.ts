import { BASE_LOCALE, type Library } from '../library.ts';
import { linksOf } from '../links.ts';
import type { SayingFile } from '../saying-file.ts';
import type { SayingFault } from './sayings.ts';

/** Lines that an answer needs, all voices taken together, and where several families ask the question. */
const NEEDED = 12;
const NEEDED_WHERE_SHARED = 25;

/**
 * Every answer has sayings, also where a tool could measure it: the person reads the output aloud or knows it anyway.
 * Other languages than the base may be as thin as they are.
 */
export function sayingCounts(library: Library, files: readonly SayingFile[]): SayingFault[] {
  const counts = new Map<string, number>();
  for (const { sections } of files.filter(({ language }) => language === BASE_LOCALE)) {
    for (const { question, name, templates } of sections) {
      const key = `${question} ${name}`;
      counts.set(key, (counts.get(key) ?? 0) + templates.length);
    }
  }
  const { speaksOf } = linksOf(library);
  const faults: SayingFault[] = [];
  for (const { id, value, file } of library.questions.values()) {
    const shared = (speaksOf.get(id)?.size ?? 0) > 1;
    const needed = shared ? NEEDED_WHERE_SHARED : NEEDED;
    const family = file.slice(file.lastIndexOf('/') + 1, -'.yaml'.length);
    for (const answer of value.answers) {
      const count = counts.get(`${id} ${answer}`) ?? 0;
      if (count >= needed) continue;
      const place = firstPlace(files, id, answer);
      faults.push({
        rule: 'few-sayings',
        file: place?.file ?? file,
        line: place?.line ?? 1,
        what: `The answer "${answer}" of "${id}" has ${count} of ${needed} sayings.`,
        why: `People type it in their own words${shared ? ', and several families ask for it' : ''}; without examples those are not understood.`,
        remedy: `Write them in utterances/${BASE_LOCALE}/<voice>/${family}.txt under "@${id}" and "= ${answer}".`,
      });
    }
  }
  return faults;
}

/** Where sayings of the answer stand already, so that more can be put there. */
function firstPlace(files: readonly SayingFile[], question: string, answer: string): { file: string; line: number } | undefined {
  for (const file of files) {
    const section = file.sections.find((each) => each.question === question && each.name === answer);
    if (section) return { file: file.path, line: section.line };
  }
  return undefined;
}
