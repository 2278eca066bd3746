import type { LearnedParameters } from '../../troubleshooting/parameters.ts';
import type { KnowledgeGraph } from '../../knowledge/compiler/types.ts';
import { codePage } from './code-html.ts';
import type { PageContent } from './document.ts';
import { indexPage, tablePage, termsPage } from './index-html.ts';
import { problemIdIn } from './links.ts';
import { layOut } from './picture.ts';
import { problemPage } from './problem-html.ts';
import { searchPage } from './search-html.ts';
import { createKnowledgeSearch, type KnowledgeSearch } from './search.ts';
import type { KnowledgeSource } from './source.ts';
import { viewOf } from './view.ts';

/** The pages over the knowledge as it is now; undefined where there is no such thing. */
export interface KnowledgePages {
  start(): PageContent;
  search(query: string): PageContent;
  code(code: string): PageContent | undefined;
  table(space: string): PageContent | undefined;
  terms(): PageContent;
  problem(segment: string): Promise<PageContent> | undefined;
}

interface Kept {
  readonly graph: KnowledgeGraph;
  readonly learned: LearnedParameters | undefined;
  search?: KnowledgeSearch;
  readonly problems: Map<string, Promise<PageContent>>;
}

/** What takes long (the index of words, a problem's order and picture) is made when it is first wanted, and kept until the knowledge or the learned numbers change. */
export function createKnowledgePages(source: KnowledgeSource): KnowledgePages {
  let kept: Kept | undefined;
  const current = (): Kept => {
    const graph = source.graph();
    const learned = source.learned?.();
    if (kept?.graph !== graph || kept.learned !== learned) kept = { graph, learned, problems: new Map() };
    return kept;
  };
  return {
    start: () => indexPage(source.graph()),
    terms: () => termsPage(source.graph()),
    table: (space) => tablePage(source.graph(), space),
    code: (code) => codePage(source.graph(), code),
    search(query) {
      const now = current();
      now.search ??= createKnowledgeSearch(now.graph);
      return searchPage(query, now.search.find(query, source.codesIn(query)));
    },
    problem(segment) {
      const { graph, problems } = current();
      const problem = graph.problems.get(problemIdIn(segment));
      if (!problem) return undefined;
      const there = problems.get(problem.id);
      if (there) return there;
      const view = viewOf(source, graph, problem);
      const made = layOut(view).then((picture) => problemPage(graph, view, picture));
      problems.set(problem.id, made);
      // A failure is not kept: the next request tries again.
      made.catch(() => problems.delete(problem.id));
      return made;
    },
  };
}
