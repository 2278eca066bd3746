import { sortFindings, type LintFinding } from '../finding.ts';
import { SYMPTOMS } from '../symptoms.ts';
import type { KnowledgeGraph, Problem } from '../types.ts';

/** The least that a symptom is troubleshot with. */
const LEAST = { causes: 3, fixes: 4, questions: 3 } as const;

/** Every symptom has a problem that stands for it, and none is thin. For whole graphs, not for pieces of one. */
export function coverage(graph: KnowledgeGraph): LintFinding[] {
  const findings: LintFinding[] = [];
  for (const symptom of SYMPTOMS) {
    const problem = graph.problemOf(symptom);
    if (!problem) findings.push(missingSymptom(symptom));
    else findings.push(...thin(graph, problem));
  }
  return sortFindings(findings);
}

/** How many causes (without `unknown`), fixes and questions a problem has. */
export function sizeOf(graph: KnowledgeGraph, problem: Problem): { readonly causes: number; readonly fixes: number; readonly questions: number } {
  return {
    causes: [...problem.priors.keys()].filter((cause) => cause !== 'unknown').length,
    fixes: graph.fixesFor(problem.id).length,
    questions: graph.questionsFor(problem.id).length,
  };
}

function thin(graph: KnowledgeGraph, problem: Problem): LintFinding[] {
  const size = sizeOf(graph, problem);
  const kinds = ['causes', 'fixes', 'questions'] as const;
  return kinds
    .filter((kind) => size[kind] < LEAST[kind])
    .map((kind) => ({
      rule: 'thin-symptom',
      severity: 'error',
      file: 'graph',
      line: 1,
      what: `The problem "${problem.id}" has ${size[kind]} ${kind}; ${LEAST[kind]} is the least.`,
      why: 'With fewer there is nothing to weigh against each other.',
      remedy: `Add ${kind} for the symptom ${problem.symptom}, or refer to shared ones.`,
    }));
}

function missingSymptom(symptom: string): LintFinding {
  return {
    rule: 'thin-symptom',
    severity: 'error',
    file: 'graph',
    line: 1,
    what: `No problem stands for the symptom ${symptom}.`,
    why: 'A person who has it and no code could not be helped.',
    remedy: 'Write `symptomDefault: true` at one of its problems.',
  };
}
