import type { KnowledgeGraph } from '../../../knowledge/compiler/types.ts';

/** The problem of an id, of a code, or of a code with its extended one (`0x904/0x7`). */
export function problemNamed(graph: KnowledgeGraph, name: string): string | undefined {
  if (graph.problems.has(name)) return name;
  const [code = '', extended] = name.toLowerCase().split('/');
  return (graph.problemFor(code, extended) ?? graph.problems.get(graph.code(code)[0]?.problem ?? ''))?.id;
}
