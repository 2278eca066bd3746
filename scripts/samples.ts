/** `npm run samples`: writes docs/samples.md, the first answer and the first step for the commonest troubles, for a first-time reader. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assembleAssistant, ROOT } from '../service/assemble.ts';
import { endProcess } from './end-process.ts';
import { COMMONEST } from './samples/commonest.ts';
import { sampleOf, type Sample } from './samples/sample.ts';

const HEAD = `# What people read first

Written by \`npm run samples\`: for the ${COMMONEST.length} commonest troubles the first answer, and the first step for somebody who answers "I don't know" to every question: an office worker without rights, and an administrator of both computers. Read it after changing texts, as each of them.
`;

const assistant = await assembleAssistant();
const sections = COMMONEST.map((opening, at) => {
  const worker = sampleOf(assistant, opening, false);
  const administrator = sampleOf(assistant, opening, true);
  const isSameStep = worker.step === administrator.step;
  return [
    `## ${at + 1}. ${opening.replaceAll('\n', ', ')}`,
    quoted(worker.first.join('\n\n')),
    ...stepOf(isSameStep ? 'First step for both' : 'First step for an office worker', worker, worker.first),
    ...(isSameStep ? [] : stepOf('First step for an administrator', administrator, worker.first)),
  ].join('\n\n');
});
writeFileSync(join(ROOT, 'docs', 'samples.md'), `${[HEAD.trim(), ...sections].join('\n\n')}\n`);
console.log(`docs/samples.md has ${sections.length} samples.`);
await endProcess(0);

/** @param above the first answer as it was printed */
function stepOf(title: string, { questions, step }: Sample, above: readonly string[]): readonly string[] {
  if (step !== undefined && above.includes(step)) return [`**${title}:** as above.`];
  const after = questions === 0 ? '' : `, after ${questions} ${questions === 1 ? 'question' : 'questions'}`;
  return [`**${title}${after}:**`, step === undefined ? '> None.' : quoted(step)];
}

function quoted(text: string): string {
  return text.split('\n').map((line) => `> ${line.replace(/^#+ /u, '**').replace(/^(\*\*[^*]+)$/u, '$1**')}`.trimEnd()).join('\n');
}
