import { sortFindings, type Fault, type LintFinding } from './finding.ts';
import { compileGraph } from './graph.ts';
import { kindOf, parseKnowledgeFile, type FileText, type KnowledgeFile, type ParseCache } from './knowledge-file.ts';
import { BASE_LOCALE, layTogether, type Library } from './library.ts';
import { lint } from './lint.ts';
import type { KnowledgeGraph } from './types.ts';

/** A graph with its warnings, or no graph and everything that is wrong. */
export type Compiled =
  | { readonly graph: KnowledgeGraph; readonly library: Library; readonly findings: readonly LintFinding[] }
  | { readonly graph?: undefined; readonly findings: readonly LintFinding[] };

/** A rule over the whole library. */
export type LintRule = (library: Library) => readonly Fault[];

/** From the files' texts to the graph. Pure. Rules are checked only over files that parse, so that one broken line is not reported a hundred times. */
export function compileKnowledge(
  texts: readonly FileText[],
  locale: string = BASE_LOCALE,
  moreRules: readonly LintRule[] = [],
  cache?: ParseCache,
): Compiled {
  const files: KnowledgeFile[] = [];
  const faults: Fault[] = [];
  for (const text of texts) {
    const kind = kindOf(text.path);
    if (kind) files.push(parseKnowledgeFile(text, kind.kind, kind.locale, cache));
    else faults.push(strayFile(text.path));
  }
  faults.push(...files.flatMap((file) => file.faults));
  const { library, faults: laid } = layTogether(files);
  faults.push(...laid);
  if (faults.length === 0) faults.push(...lint(library), ...moreRules.flatMap((rule) => rule(library)));
  const findings = place(faults, files);
  if (findings.some((finding) => finding.severity === 'error')) return { findings };
  return { graph: compileGraph(library).inLocale(locale), library, findings };
}

/** Looks up the line of every fault. */
function place(faults: readonly Fault[], files: readonly KnowledgeFile[]): LintFinding[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return sortFindings(
    faults.map(({ at, severity = 'error', ...rest }) => ({
      ...rest,
      severity,
      file: at.file,
      line: byPath.get(at.file)?.lineOf(at.path) ?? 1,
    })),
  );
}

function strayFile(path: string): Fault {
  return {
    rule: 'schema',
    at: { file: path, path: [] },
    what: `${path} is at a place that means nothing.`,
    why: 'The folder says what a file holds.',
    remedy: 'Put it into graph/, codes/, regressions/, locales/<locale>/ or locales/<locale>/codes/.',
  };
}
