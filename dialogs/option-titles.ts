import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import { phrasesOf } from './phrases.ts';
import type { Session } from './session.ts';

/** What stands on the buttons of a choice between problems: the place where a code is seen, else the problem. Pure. */
export function optionTitles(graph: KnowledgeGraph, { phase, codes }: Session): readonly string[] {
  if (phase.name !== 'choosing') return [];
  const code = codes.find((each) => each.role === 'code')?.code;
  const entries = phase.places && code !== undefined ? graph.code(code) : [];
  return phase.options.map((id) => {
    const problem = graph.problems.get(id);
    const entry = entries.find((each) => graph.problems.get(each.problem)?.symptom === problem?.symptom);
    return entry ? phrasesOf(graph).PLACE[entry.space] : (problem?.title ?? id);
  });
}
