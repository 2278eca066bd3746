import type { Act } from '../acts.ts';
import { isAct } from '../acts.ts';
import { expand } from '../expand.ts';
import type { Library } from '../library.ts';
import type { SayingFile, Section } from '../saying-file.ts';
import type { SayingFault } from './sayings.ts';

/** Where something was said, and what it is said to mean. */
interface Said {
  readonly file: SayingFile;
  readonly section: Section;
  readonly line: number;
  readonly text: string;
}

/** Combinations of one template that are compared; beyond that a sample is. */
const COMPARED = 200;

/** Acts that only a step allows, and acts that only an open question allows: between the two the situation decides. */
const OF_STEPS: readonly Act[] = ['worked', 'failed', 'partly', 'done', 'later', 'cannot', 'not-applicable', 'cannot-find', 'tool-error'];
const OF_QUESTIONS: readonly Act[] = ['yes', 'no', 'dont-know'];

const BARE = { yes: /^(yes|yep|yeah|yup|y)$/, no: /^(no|nope|nah|n)$/ } as const;

/** The same words with two meanings in one situation; a bare yes or no against the polarity of its question. */
export function conflicts(library: Library, files: readonly SayingFile[]): SayingFault[] {
  const faults: SayingFault[] = [];
  const said = new Map<string, Said[]>();
  for (const each of files.flatMap(everything)) {
    const { question, name } = each.section;
    const key = `${each.file.language} ${question ?? ''} ${comparable(each.text)}`;
    const before = said.get(key) ?? [];
    const other = before.find((earlier) => earlier.section.name !== name && (question !== undefined || inOneSituation(earlier.section.name, name)));
    if (other) faults.push(question === undefined ? twoActs(each, other) : twoAnswers(each, other));
    else said.set(key, [...before, each]);
    if (question !== undefined) faults.push(...bareWord(library, question, each));
  }
  return faults;
}

function everything(file: SayingFile): Said[] {
  return file.sections.flatMap((section) =>
    section.templates.flatMap(({ text: template, line }) => expand(template, COMPARED, () => 0.5).map((text) => ({ file, section, line, text }))),
  );
}

/** Case, apostrophes and punctuation aside. What has no letter and no digit, such as a thumb, stays as it is. */
export function comparable(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replace(/['’`]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return plain || text.trim();
}

function inOneSituation(a: string, b: string): boolean {
  if (!isAct(a) || !isAct(b)) return false;
  return !((OF_STEPS.includes(a) && OF_QUESTIONS.includes(b)) || (OF_QUESTIONS.includes(a) && OF_STEPS.includes(b)));
}

function twoAnswers({ file, line, text, section }: Said, other: Said): SayingFault {
  return {
    rule: 'ambiguous-saying',
    file: file.path,
    line,
    what: `"${text}" stands under "${section.name}" and, in utterances/${other.file.path}:${other.line}, under "${other.section.name}".`,
    why: 'The same words cannot give two answers to one question.',
    remedy: 'Keep it where it fits, or make both say more.',
  };
}

function twoActs({ file, line, text, section }: Said, other: Said): SayingFault {
  return {
    rule: 'ambiguous-act',
    severity: 'warning',
    file: file.path,
    line,
    what: `"${text}" stands under "${section.name}" and, in utterances/${other.file.path}:${other.line}, under "${other.section.name}".`,
    why: 'Both acts are possible in the same situation, so the words decide nothing.',
    remedy: 'Keep it where it fits, or take it out of both.',
  };
}

function bareWord(library: Library, question: string, { file, line, text, section }: Said): SayingFault[] {
  const word = (['yes', 'no'] as const).find((each) => BARE[each].test(comparable(text)));
  const record = library.questions.get(question);
  if (!word || !record || record.value.polarity?.[word] === section.name) return [];
  return [
    {
      rule: 'bare-word',
      file: file.path,
      line,
      what: `A bare "${text}" stands under "${section.name}", which is not what ${word} means to "${question}".`,
      why: 'What a bare yes or no means is declared once, at the question.',
      remedy: `Take it out, or set "polarity: { ${word}: ${section.name} }" in ${record.file}.`,
    },
  ];
}
