import type { CodeEntry, KnowledgeGraph, Problem } from '../../knowledge/compiler/types.ts';
import { graphOf, UsageError, type Command } from './command.ts';
import { fixOrder } from './fix-order.ts';

export const showCommand: Command = {
  usage: 'show CODE [EXTENDED]',
  about: 'what is known of a code, or of a problem',
  async run([code, extended], { dir, print }) {
    if (!code) throw new UsageError('Which code? For example 0x904, 0x904/0x7, 2308 or 1058.');
    const graph = await graphOf(dir);
    const [first = '', second = extended] = code.toLowerCase().split('/');
    const names = [first, decimalAsHex(first)].filter((name) => name !== undefined);
    const entries = names.flatMap((name) => [...graph.code(name)]);
    const direct = names.map((name) => graph.problemFor(name, second)).find((each) => each !== undefined);
    const problem = graph.problems.get(code) ?? direct;
    if (entries.length === 0 && !problem) {
      print(`Nothing is known of ${code}.`);
      return 1;
    }
    for (const entry of entries) print(entryText(entry));
    const problems = new Set(problem ? [problem] : entries.map((entry) => graph.problems.get(entry.problem)).filter((each) => each !== undefined));
    for (const each of problems) print(problemText(graph, each));
    return 0;
  },
};

function decimalAsHex(code: string): string | undefined {
  return /^\d{3,}$/.test(code) ? `0x${Number(code).toString(16)}` : undefined;
}

function entryText(entry: CodeEntry): string {
  const head = [entry.space, entry.origin, entry.code, entry.symbol].filter(Boolean).join('  ');
  const sources = entry.sources.map((source) => source.url ?? source.title).join(', ');
  return `${head}\n  ${entry.meaning}\n  For the administrator: ${entry.detail}\n  ${entry.confidence}; ${sources}\n  leads to ${entry.problem}\n`;
}

function problemText(graph: KnowledgeGraph, problem: Problem): string {
  const causes = [...problem.priors].sort((a, b) => b[1] - a[1]);
  const order = fixOrder(graph, problem);
  const shown = new Set(order.map((fix) => fix.id));
  const later = graph.fixesFor(problem.id).filter((fix) => !shown.has(fix.id));
  return [
    `${problem.id}  ${problem.title}`,
    `  ${problem.meaning}`,
    '',
    '  Causes',
    ...causes.map(([id, prior]) => `  ${bar(prior)} ${percent(prior)}  ${graph.causes.get(id)?.title ?? id}  (${id})`),
    '',
    '  Fixes in order, when no question is answered',
    ...order.map((fix, index) => {
      const title = graph.fixes.get(fix.id)?.title ?? fix.id;
      return `  ${String(index + 1).padStart(2)}. ${percent(fix.probability)}  ${title}  (${fix.id}${fix.handover ? ', handed over' : ''})`;
    }),
    '  then a person',
    ...(later.length > 0 ? ['', `  Fixes that need more evidence first: ${later.map((fix) => fix.id).join(', ')}`] : []),
    '',
    `  Evidence: ${graph.questionsFor(problem.id).map((question) => question.id).join(', ')}`,
    '',
  ].join('\n');
}

function bar(share: number): string {
  return '#'.repeat(Math.round(share * 40)).padEnd(20);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1).padStart(4)} %`;
}
