import type { LearnedParameters } from '../../diagnosis/troubleshooting/parameters.ts';
import type { KnowledgeGraph } from '../../knowledge/types.ts';
import { codePage } from './knowledge-code-html.ts';
import type { PageContent } from './knowledge-document.ts';
import { indexPage, tablePage, termsPage } from './knowledge-index-html.ts';
import { problemIdIn } from './knowledge-links.ts';
import { layOut } from './knowledge-picture.ts';
import { problemPage } from './knowledge-problem-html.ts';
import { searchPage } from './knowledge-search-html.ts';
import { createKnowledgeSearch, type KnowledgeSearch } from './knowledge-search.ts';
import type { KnowledgeSource } from './knowledge-source.ts';
import { viewOf } from './knowledge-view.ts';

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
