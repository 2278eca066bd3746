import { sizeOf } from '../../knowledge/compiler/lint/coverage.ts';
import { SYMPTOMS } from '../../knowledge/compiler/symptoms.ts';
import { SPACES, type KnowledgeGraph } from '../../knowledge/compiler/types.ts';
import { translatedIn } from '../../knowledge/compiler/lint/translations.ts';
import { loadKnowledge } from '../../knowledge/compiler/load.ts';
import { graphOf, UsageError, type Command } from './command.ts';

export const statsCommand: Command = {
  usage: 'stats [--locale LOCALE]',
  about: 'coverage a table of codes, and a symptom; or what a language has',
  async run(args, { dir, print }) {
    const locale = args[0] === '--locale' ? args[1] : undefined;
    if (locale !== undefined) {
      print(await localeTable(dir, locale));
      return 0;
    }
    const graph = await graphOf(dir);
    print(codesTable(graph));
    print(symptomsTable(graph));
    print(totals(graph));
    return 0;
  },
};

/** @throws UsageError when the locale has no texts */
async function localeTable(dir: string, locale: string): Promise<string> {
  const compiled = await loadKnowledge(dir);
  if (!compiled.graph) throw new UsageError(`The knowledge in ${dir} has faults; mend them first.`);
  const { translations } = compiled.library;
  if (!translations.has(locale)) throw new UsageError(`There are no texts in "${locale}"; there are some in ${[...translations.keys()].join(', ') || 'no other language'}.`);
  const counts = [...translatedIn(compiled.library, locale)];
  const share = (done: number, of: number): string => `${of === 0 ? 100 : Math.floor((100 * done) / of)} %`;
  const sum = (pick: 'done' | 'of'): number => counts.reduce((total, [, each]) => total + each[pick], 0);
  const rows = counts.map(([name, { done, of }]) => [name, String(done), String(of), share(done, of)]);
  return table([`texts in ${locale}`, 'done', 'of', 'share'], [...rows, ['all', String(sum('done')), String(sum('of')), share(sum('done'), sum('of'))]]);
}

function codesTable(graph: KnowledgeGraph): string {
  const rows = SPACES.map((space) => {
    const entries = graph.codes.filter((entry) => entry.space === space);
    const answered = entries.filter((entry) => graph.code(entry.code).includes(entry) && graph.problems.has(entry.problem));
    return [space, String(entries.length), String(answered.length)];
  });
  const answered = rows.reduce((sum, row) => sum + Number(row[2]), 0);
  return table(['number space', 'entries', 'answered'], [...rows, ['all', String(graph.codes.length), String(answered)]]);
}

function symptomsTable(graph: KnowledgeGraph): string {
  const rows = SYMPTOMS.map((symptom) => {
    const problems = [...graph.problems.values()].filter((problem) => problem.symptom === symptom);
    const problem = graph.problemOf(symptom);
    const size = problem && sizeOf(graph, problem);
    return [symptom, String(problems.length), problem?.id ?? 'none', ...[size?.causes, size?.fixes, size?.questions].map((count) => String(count ?? 0))];
  });
  return table(['symptom', 'problems', 'stands for it', 'causes', 'fixes', 'evidence'], rows);
}

function totals(graph: KnowledgeGraph): string {
  const complete = [...graph.fixes.values()].filter((fix) => fix.check && fix.undo && fix.sources.length > 0 && fix.handover);
  const sourced = [...graph.causes.values()].filter((cause) => cause.sources.length > 0);
  return [
    `version ${graph.version}`,
    `${graph.problems.size} problems, ${graph.causes.size} causes (${sourced.length} with a source), ${graph.fixes.size} fixes (${complete.length} complete)`,
    `${graph.questions.size} questions, ${graph.diagnostics.size} diagnostics, ${graph.terms.size} terms`,
  ].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => (/^\d+$/.test(cell) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ').trimEnd();
  return `${[line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n')}\n`;
}
