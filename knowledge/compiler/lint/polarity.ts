import type { Fault } from '../finding.ts';
import type { Library } from '../library.ts';

const WORDS = { yes: /^yes\b/i, no: /^no(?=$|[,;.(])/i } as const;

/** A button that reads "Yes" or "No" promises that the bare word means the same. Several such buttons promise nothing. */
export function missingPolarity(library: Library): Fault[] {
  const faults: Fault[] = [];
  for (const question of library.questions.values()) {
    const texts = library.texts.questions.get(question.id)?.value.answers ?? {};
    for (const word of ['yes', 'no'] as const) {
      const [answer, ...others] = question.value.answers.filter((id) => WORDS[word].test(texts[id]?.label ?? ''));
      if (answer === undefined || others.length > 0 || question.value.polarity?.[word] === answer) continue;
      faults.push({
        rule: 'missing-polarity',
        at: { file: question.file, path: [...question.path, question.value.polarity ? 'polarity' : 'answers'] },
        what: `The button of "${answer}" begins with "${texts[answer]?.label.slice(0, word.length) ?? word}", and a bare "${word}" to "${question.id}" does not give it.`,
        why: 'Whoever types what stands on the button expects the same as from pressing it.',
        remedy: `Write "polarity: { ${word}: ${answer} }" under "${question.id}", or change the label.`,
      });
    }
  }
  return faults;
}
