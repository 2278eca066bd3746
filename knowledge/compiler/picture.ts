import type { Fix, KnowledgeGraph, Problem } from './types.ts';

const CAUSE_COLOURS = { client: '#dbeafe', server: '#fef3c7', network: '#dcfce7' } as const;

interface Edge {
  readonly fix: Fix;
  readonly cause: string;
  readonly probability: number;
}

/** Graphviz source: the problem, its causes with their priors, the fixes with P(it helps). Pure. */
export function dotOf(graph: KnowledgeGraph, problem: Problem): string {
  const lines = [
    `digraph ${quoted(problem.id)} {`,
    '  rankdir=LR; node [shape=box, style="rounded,filled", fontname="Helvetica", fillcolor=white]; edge [fontname="Helvetica", fontsize=10];',
    `  ${quoted(`problem ${problem.id}`)} [label=${quoted(problem.title)}, fillcolor="#e5e7eb"];`,
  ];
  for (const [id, prior] of problem.priors) {
    const cause = graph.causes.get(id);
    const colour = cause ? CAUSE_COLOURS[cause.side] : 'white';
    lines.push(`  ${quoted(`cause ${id}`)} [label=${quoted(`${wrapped(cause?.title ?? id)}\n${percent(prior)}`)}, fillcolor="${colour}"];`);
    lines.push(`  ${quoted(`problem ${problem.id}`)} -> ${quoted(`cause ${id}`)} [penwidth=${(1 + prior * 12).toFixed(1)}];`);
  }
  for (const fix of graph.fixesFor(problem.id)) {
    lines.push(`  ${quoted(`fix ${fix.id}`)} [label=${quoted(`${wrapped(fix.title)}\n${fix.minutes} min`)}, shape=ellipse];`);
  }
  for (const { fix, cause, probability } of edgesOf(graph, problem)) {
    lines.push(`  ${quoted(`cause ${cause}`)} -> ${quoted(`fix ${fix.id}`)} [label="${percent(probability)}", penwidth=${(0.5 + probability * 2).toFixed(1)}];`);
  }
  return [...lines, '}', ''].join('\n');
}

/** The same as a Mermaid flowchart, for pages that draw those. Pure. */
export function mermaidOf(graph: KnowledgeGraph, problem: Problem): string {
  const names = new Map<string, string>();
  const name = (key: string): string => {
    const there = names.get(key) ?? `n${names.size}`;
    names.set(key, there);
    return there;
  };
  const lines = ['flowchart LR', `  ${name('problem')}["${plain(problem.title)}"]`];
  for (const [id, prior] of problem.priors) {
    lines.push(`  ${name(`cause ${id}`)}["${plain(graph.causes.get(id)?.title ?? id)} (${percent(prior)})"]`);
    lines.push(`  ${name('problem')} --> ${name(`cause ${id}`)}`);
  }
  for (const fix of graph.fixesFor(problem.id)) lines.push(`  ${name(`fix ${fix.id}`)}(["${plain(fix.title)} (${fix.minutes} min)"])`);
  for (const { fix, cause, probability } of edgesOf(graph, problem)) {
    lines.push(`  ${name(`cause ${cause}`)} -- "${percent(probability)}" --> ${name(`fix ${fix.id}`)}`);
  }
  return `${lines.join('\n')}\n`;
}

function edgesOf(graph: KnowledgeGraph, problem: Problem): Edge[] {
  return graph
    .fixesFor(problem.id)
    .flatMap((fix) => [...fix.solves].map(([cause, probability]) => ({ fix, cause, probability })))
    .filter(({ cause }) => problem.priors.has(cause));
}

function percent(probability: number): string {
  return probability < 0.01 ? '<1 %' : `${Math.round(probability * 100)} %`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

function plain(text: string): string {
  return text.replaceAll('"', "'");
}

/** Lines of about thirty characters. */
function wrapped(text: string): string {
  return text.replaceAll(/(.{20,}?)\s/g, '$1\n');
}
