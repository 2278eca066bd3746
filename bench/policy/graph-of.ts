import type {
  Cause, Context, Diagnostic, Family, Fix, KnowledgeGraph, Problem, Question, Role,
} from '../../knowledge/compiler/types.ts';

/** The numbers of a small graph; everything else a graph has is filled in. One problem, `problem`. */
export interface GraphSpec {
  readonly priors: Readonly<Record<string, number>>;
  readonly fixes: readonly FixSpec[];
  readonly questions?: readonly QuestionSpec[];
  readonly diagnostics?: readonly { readonly id: string; readonly minutes: number; readonly role?: Role }[];
  readonly capabilities?: Partial<Record<Role, number>>;
  readonly contexts?: Readonly<Record<string, number>>;
  readonly families?: Readonly<Record<string, number>>;
  readonly escalationMinutes: number;
  readonly leak?: number;
  readonly turnMinutes?: number;
}

export interface FixSpec {
  readonly id: string;
  readonly minutes: number;
  readonly solves: Readonly<Record<string, number>>;
  readonly role?: Role;
  readonly context?: string;
  readonly family?: string;
  readonly retires?: readonly string[];
  readonly retestMinutes?: number;
  readonly riskMinutes?: number;
  readonly undoMinutes?: number;
  readonly handover?: boolean;
  readonly testOnly?: boolean;
}

export interface QuestionSpec {
  readonly id: string;
  readonly minutes: number;
  /** How many answers; their ids are the question's with 0, 1, ... behind. */
  readonly answers: number;
  readonly likelihood: Readonly<Record<string, readonly number[]>>;
  readonly otherwise?: readonly number[];
  readonly kind?: 'told' | 'measured';
  readonly wrong?: number;
  readonly dontKnow?: number;
  readonly role?: Role;
  readonly excludes?: readonly string[];
  readonly context?: string;
  readonly diagnostic?: string;
}

export const PROBLEM = 'problem';

export function graphOf(spec: GraphSpec): KnowledgeGraph {
  const fixes = new Map(spec.fixes.map((fix) => [fix.id, fixOf(fix)]));
  const questions = new Map((spec.questions ?? []).map((question) => [question.id, questionOf(question)]));
  const problem: Problem = {
    id: PROBLEM,
    symptom: 'generic',
    title: PROBLEM,
    meaning: '',
    priors: new Map(Object.entries(spec.priors)),
    escalationMinutes: spec.escalationMinutes,
    sources: [],
    confidence: 'judgement',
  };
  const graph: KnowledgeGraph = {
    version: 'synthetic',
    locale: 'en',
    locales: ['en'],
    inLocale: () => graph,
    codes: [],
    problems: new Map([[PROBLEM, problem]]),
    machines: new Map(),
    causes: new Map(Object.keys(spec.priors).map((id) => [id, causeOf(id)])),
    fixes,
    questions,
    diagnostics: new Map((spec.diagnostics ?? []).map((diagnostic) => [diagnostic.id, diagnosticOf(diagnostic, questions)])),
    terms: new Map(),
    capabilities: new Map(Object.entries(spec.capabilities ?? {}).map(([role, prior]) => [role as Role, { role: role as Role, prior }])),
    contexts: new Map(Object.entries(spec.contexts ?? {}).map(([id, openMinutes]): [string, Context] => [id, { id, title: id, openMinutes }])),
    families: new Map(Object.entries(spec.families ?? {}).map(([id, correlation]): [string, Family] => [id, { id, correlation }])),
    leak: spec.leak ?? 0,
    turnMinutes: spec.turnMinutes ?? 0,
    code: () => [],
    problemFor: () => problem,
    problemOf: () => problem,
    fixesFor: () => [...fixes.values()],
    questionsFor: () => [...questions.values()],
    heardFor: () => [],
    finding: (id) => {
      for (const question of questions.values()) {
        const answer = question.answers.find((candidate) => candidate.id === id);
        if (answer) return { question, answer };
      }
      return undefined;
    },
    term: () => undefined,
  };
  return graph;
}

function causeOf(id: string): Cause {
  return { id, side: 'server', title: id, meaning: '', detail: '', sources: [], confidence: 'judgement' };
}

function fixOf(spec: FixSpec): Fix {
  return {
    id: spec.id,
    title: spec.id,
    side: 'server',
    role: spec.role ?? 'user',
    risk: { level: 'none', text: '' },
    minutes: spec.minutes,
    retestMinutes: spec.retestMinutes ?? 0,
    riskMinutes: spec.riskMinutes ?? 0,
    undoMinutes: spec.undoMinutes ?? 0,
    solves: new Map(Object.entries(spec.solves)),
    steps: [],
    check: '',
    undo: '',
    handover: spec.handover ? `Please do ${spec.id}.` : '',
    sources: [],
    confidence: 'judgement',
    ...(spec.family !== undefined && { family: spec.family }),
    ...(spec.context !== undefined && { context: spec.context }),
    needs: {},
    interrupts: [],
    retires: spec.retires ?? [],
    testOnly: spec.testOnly ?? false,
  };
}

function questionOf(spec: QuestionSpec): Question {
  const even = Array.from({ length: spec.answers }, () => 1 / spec.answers);
  return {
    id: spec.id,
    kind: spec.kind ?? 'told',
    prompt: spec.id,
    minutes: spec.minutes,
    answers: even.map((_, index) => ({ id: `${spec.id}${index}`, label: '', statement: '', reads: [] })),
    likelihood: new Map(Object.entries(spec.likelihood)),
    otherwise: spec.otherwise ?? even,
    wrong: spec.wrong ?? 0,
    dontKnow: spec.dontKnow ?? 0,
    role: spec.role ?? 'user',
    excludes: spec.excludes ?? [],
    setting: false,
    ...(spec.context !== undefined && { context: spec.context }),
    ...(spec.diagnostic !== undefined && { diagnostic: spec.diagnostic }),
    sources: [],
  };
}

function diagnosticOf(spec: { id: string; minutes: number; role?: Role }, questions: ReadonlyMap<string, Question>): Diagnostic {
  return {
    id: spec.id,
    title: spec.id,
    needs: {},
    command: { shell: 'powershell', text: spec.id, where: 'client', admin: false, needs: {} },
    minutes: spec.minutes,
    role: spec.role ?? 'user',
    answers: [...questions.values()].filter((question) => question.diagnostic === spec.id).map((question) => question.id),
    sources: [],
  };
}
