import { createHash } from 'node:crypto';
import { indexCodes } from './code-index.ts';
import { hazardsOf } from './hazards.ts';
import { BASE_LOCALE, codeKey, type Library, type Written } from './library.ts';
import { linksOf, type Links } from './links.ts';
import { machinesOf, neededBy, neededByAll } from './machines.ts';
import { translatedTexts } from './translated.ts';
import { populationTable, withDerivedRows } from './population.ts';
import { inOrder, questionsByProblem } from './questions-by-problem.ts';
import { fromLedger } from './regressions.ts';
import { hasCommand } from './schema.ts';
import type { Chance, CommandRecord, Defaults, FixRecord, QuestionRecord, StepRecord } from './schema.ts';
import type {
  Answer, Capability, Cause, CodeEntry, Command, Context, Diagnostic, Family, Fix, KnowledgeGraph, Problem, Question, ReadRule, Role, Source,
  Step, Term,
} from './types.ts';
import { ROLES } from './types.ts';

/**
 * Compiles a library without errors into the graph. Pure and total on linted input:
 * a missing text or source is a fault of the linter's, and throws here. Other locales are compiled when they are first asked for.
 */
export function compileGraph(library: Library): KnowledgeGraph {
  const locales = [BASE_LOCALE, ...library.translations.keys()];
  const made = new Map<string, KnowledgeGraph>();
  const inLocale = (locale: string): KnowledgeGraph => made.get(locale) ?? (library.translations.has(locale) ? make(locale) : base);
  const make = (locale: string): KnowledgeGraph => {
    const own = library.translations.get(locale);
    const content = compileContent(own ? { ...library, texts: translatedTexts(library, own) } : library);
    const graph = { ...content, version: own ? base.version : content.version, locale, locales, inLocale };
    made.set(locale, graph);
    return graph;
  };
  const base = make(BASE_LOCALE);
  return base;
}

type Content = Omit<KnowledgeGraph, 'locale' | 'locales' | 'inLocale'>;

function compileContent(library: Library): Content {
  const defaults = must(library.defaults?.value, 'graph/_defaults.yaml');
  const { texts } = library;
  const links = linksOf(library);
  const sourceOf = (id: string): Source => ({ id, ...must(library.sources.get(id)?.value, `source ${id}`) } as Source);
  const sourcesOf = (ids: readonly string[]): Source[] => ids.map(sourceOf);

  const regressions = [...library.regressions.values()].map(({ value }) => value);
  const causes = mapShelf(library.causes, ({ id, value }): Cause => {
    const text = must(texts.causes.get(id)?.value, `text of the cause ${id}`);
    const seen = fromLedger(regressions, id);
    return {
      id,
      side: value.side,
      ...text,
      detail: [text.detail, seen.detail].filter((each) => each !== '').join(' '),
      sources: sourcesOf([...new Set([...value.sources, ...seen.sources])]),
      confidence: value.confidence,
    };
  });
  const contexts = mapShelf(library.contexts, ({ id, value }): Context => ({
    id,
    title: must(texts.contexts.get(id)?.value, `text of the context ${id}`).title,
    openMinutes: value.minutes,
  }));
  const families = mapShelf(library.families, ({ id, value }): Family => ({ id, correlation: value.correlation }));
  const fixes = mapShelf(library.fixes, (written) => compileFix(library, links, written, defaults, sourcesOf));
  const machines = machinesOf(library.machines?.value ?? {});
  const populations = library.populations && populationTable(library.populations.value);
  const questions = mapShelf(library.questions, (written) => {
    const question = compileQuestion(library, links, written, defaults, sourcesOf);
    return populations ? withDerivedRows(question, populations) : question;
  });
  const diagnostics = mapShelf(library.diagnostics, ({ id, value }): Diagnostic => ({
    id,
    title: titleOf(must(texts.diagnostics.get(id)?.value, `text of the diagnostic ${id}`), value.run),
    command: commandOf(value),
    minutes: value.minutes,
    role: value.role,
    needs: value.needs ?? neededBy(value),
    answers: [...(links.answeredBy.get(id) ?? [])],
    sources: sourcesOf(value.sources),
  }));
  const problems = mapShelf(library.problems, ({ id, value }): Problem => ({
    id,
    symptom: value.symptom,
    ...must(texts.problems.get(id)?.value, `text of the problem ${id}`),
    priors: normalised(value.priors),
    escalationMinutes: value.escalation ?? defaults.escalation,
    sources: sourcesOf(value.sources),
    confidence: value.confidence,
  }));
  const terms = mapShelf(texts.terms, ({ id, value }): Term => ({ id, ...value, sources: sourcesOf(value.sources) }));
  const codes = library.codes.map(({ value, space, table }): CodeEntry => {
    const text = must(texts.codes.get(`${table} ${codeKey(value)}`)?.value, `text of the code ${codeKey(value)}`);
    return {
      space,
      code: value.code,
      ...(value.origin && { origin: value.origin }),
      ...(value.symbol && { symbol: value.symbol }),
      ...text,
      sources: sourcesOf(value.sources),
      confidence: value.confidence,
      problem: value.problem,
      ...(value.extendedSaysMore && { extendedSaysMore: true }),
    };
  });
  const capabilities = new Map<Role, Capability>(ROLES.map((role) => [role, { role, prior: defaults.capabilities[role] }]));

  const index = indexCodes(codes, library.problems, problems);
  const fixesByProblem = new Map([...problems].map(([id, problem]) => [id, fixesOf(problem, fixes, links)]));
  const { asked, heard } = questionsByProblem(library, links, problems, questions, [...(populations?.tells.keys() ?? [])]);
  const findings = new Map(
    [...questions.values()].flatMap((question) => question.answers.map((answer) => [answer.id, { question, answer }] as const)),
  );
  const termsByName = new Map([...terms.values()].flatMap((term) => term.names.map((name) => [name.toLowerCase(), term] as const)));
  const bySymptom = new Map<string, Problem>();
  for (const { id, value } of library.problems.values()) {
    if (value.symptomDefault) bySymptom.set(value.symptom, must(problems.get(id), id));
  }
  const content = { codes, problems, causes, fixes, questions, diagnostics, terms, capabilities, contexts, families, leak: defaults.leak, turnMinutes: defaults.turnMinutes, machines, ...(populations && { populations }) };
  return {
    version: hashOf(content),
    ...content,
    code: (code) => index.entries(code),
    problemFor: (code, extended) => index.problem(code, extended),
    problemOf: (symptom) => bySymptom.get(symptom),
    fixesFor: (problem) => fixesByProblem.get(problem) ?? [],
    questionsFor: (problem) => asked.get(problem) ?? [],
    heardFor: (problem) => heard.get(problem) ?? [],
    finding: (id) => findings.get(id),
    term: (name) => termsByName.get(name.trim().toLowerCase()),
  };
}

type SourcesOf = (ids: readonly string[]) => Source[];

function compileFix(library: Library, links: Links, { id, value }: Written<FixRecord>, defaults: Defaults, sourcesOf: SourcesOf): Fix {
  const text = must(library.texts.fixes.get(id)?.value, `text of the fix ${id}`);
  const steps = value.steps.map((step, index) => stepOf(step, must(text.steps[index], `step ${index + 1} of ${id}`)));
  const solves = new Map([...(links.solves.get(id) ?? [])].map(([cause, chance]) => [cause, numberOf(chance, defaults)]));
  return {
    id,
    title: text.title,
    side: value.side,
    role: value.role,
    risk: { level: value.risk, text: text.risk },
    minutes: value.minutes,
    retestMinutes: value.retest ?? defaults.retest,
    riskMinutes: value.riskMinutes ?? riskOf(steps, value.risk, defaults),
    undoMinutes: value.undoMinutes,
    solves,
    steps,
    needs: value.needs ?? neededByAll(steps.flatMap(({ command }) => command ?? [])),
    interrupts: [...new Set(value.steps.flatMap((step) => step.interrupts ?? []))],
    check: text.check,
    undo: text.undo,
    handover: text.handover,
    sources: sourcesOf(value.sources),
    confidence: value.confidence,
    ...(value.family && { family: value.family }),
    ...(value.context && { context: value.context }),
    retires: value.retires,
    testOnly: value.testOnly,
  };
}

/** Minutes lost to the risk that the author named, and to what the commands do. */
function riskOf(steps: readonly Step[], risk: FixRecord['risk'], defaults: Defaults): number {
  const hazards = hazardsOf(steps.flatMap(({ command }) => command ?? []));
  return hazards.reduce((sum, hazard) => sum + defaults.hazardMinutes[hazard], defaults.riskMinutes[risk]);
}

function compileQuestion(library: Library, links: Links, { id, value }: Written<QuestionRecord>, defaults: Defaults, sourcesOf: SourcesOf): Question {
  const text = must(library.texts.questions.get(id)?.value, `text of the question ${id}`);
  const diagnostic = links.diagnosticOf.get(id);
  return {
    id,
    kind: value.kind,
    prompt: text.prompt,
    minutes: value.minutes,
    answers: value.answers.map((answer): Answer => ({
      id: answer,
      ...must(text.answers[answer], `text of the answer ${answer}`),
      reads: (value.reads[answer] ?? []).map(readRuleOf),
    })),
    ...(value.polarity && { polarity: { ...value.polarity } }),
    likelihood: links.likelihood.get(id) ?? new Map(),
    otherwise: value.otherwise,
    wrong: value.wrong ?? defaults.wrong[value.kind],
    dontKnow: value.dontKnow ?? defaults.dontKnow,
    role: value.role,
    excludes: [...(links.excludes.get(id) ?? [])],
    setting: value.setting,
    ...(value.context && { context: value.context }),
    ...(diagnostic && { diagnostic }),
    sources: sourcesOf(value.sources),
  };
}

function readRuleOf({ reader, told, ...where }: { reader: string; told?: true | undefined; [field: string]: unknown }): ReadRule {
  return { reader, ...(told && { told }), where: where as ReadRule['where'] };
}

function stepOf(step: StepRecord, text: string): Step {
  return hasCommand(step) ? { text, command: commandOf(step) } : { text };
}

function commandOf(command: CommandRecord): Command {
  return { shell: command.shell, text: command.run.trimEnd(), where: command.where, admin: command.admin, needs: neededBy(command) };
}

/** Whoever is asked to run much is told what it looks at, and by which hash it can be compared with the page for authors. */
function titleOf({ title, reads }: { readonly title: string; readonly reads?: string | undefined }, run: string): string {
  return reads === undefined ? title : `${title}: ${reads} (SHA-256 of the text: ${createHash('sha256').update(run.trimEnd()).digest('hex').slice(0, 16)})`;
}

function numberOf(chance: Chance, defaults: Defaults): number {
  return typeof chance === 'number' ? chance : defaults.words[chance];
}

function normalised(weights: Readonly<Record<string, number>>): Map<string, number> {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  return new Map(Object.entries(weights).map(([cause, weight]) => [cause, weight / total]));
}

function fixesOf(problem: Problem, fixes: ReadonlyMap<string, Fix>, links: Links): Fix[] {
  return inOrder(fixes, [...problem.priors.keys()].flatMap((cause) => [...(links.fixesOf.get(cause) ?? [])]));
}

function mapShelf<T, U>(shelf: ReadonlyMap<string, Written<T>>, build: (written: Written<T>) => U): Map<string, U> {
  return new Map([...shelf].map(([id, written]) => [id, build(written)]));
}

/** First 16 hexadecimal digits of the SHA-256 of the content; maps count as sorted objects, so the order of files does not matter. */
function hashOf(content: unknown): string {
  const canonical = JSON.stringify(content, (_key, value: unknown) =>
    value instanceof Map ? Object.fromEntries([...value.entries()].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))) : value,
  );
  return createHash('sha256').update(canonical).digest('hex').slice(0, 16);
}

function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The knowledge lacks ${what}; run "npm run knowledge -- lint".`);
  return value;
}
