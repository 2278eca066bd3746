import type { KnowledgeGraph, Problem, Space } from '../../knowledge/compiler/types.ts';
import { html, type Html } from '../pages/html.ts';
import { codeLine, sourcesHtml, type PageContent } from './document.ts';
import { anchor, KNOWLEDGE, problemHref, tableHref } from './links.ts';
import { counted, SPACE } from './words.ts';

const SPACE_NAMES = Object.keys(SPACE) as Space[];

/** The start page: every symptom with its problems, and how many codes each table has. */
export function indexPage(graph: KnowledgeGraph): PageContent {
  const symptoms = new Map<string, Problem[]>();
  for (const problem of graph.problems.values()) symptoms.set(problem.symptom, [...(symptoms.get(problem.symptom) ?? []), problem]);
  return {
    title: 'What is known',
    content: html`<h1>What the assistant knows about Remote Desktop</h1>
      <p class="lead">${counted(graph.codes.length, 'code')}, ${counted(graph.problems.size, 'problem')}, ${counted(graph.causes.size, 'cause')}, ${counted(graph.fixes.size, 'fix', 'fixes')}, ${counted(graph.questions.size, 'piece')} of evidence, <a href="${KNOWLEDGE}/terms">${counted(graph.terms.size, 'term')}</a>. Every fact says where it comes from.</p>
      <h2 id="symptoms">What goes wrong</h2>
      <ul class="symptoms">${[...symptoms].map(([symptom, problems]) => symptomCard(graph, graph.problemOf(symptom), problems))}</ul>
      <h2 id="codes">Codes</h2>
      <p>The same number means different things in different tables.</p>
      ${coverage(graph)}
      <p class="quiet">State of the knowledge: ${graph.version}</p>`,
  };
}

function symptomCard(graph: KnowledgeGraph, main: Problem | undefined, problems: readonly Problem[]): Html {
  const [first, ...rest] = main ? [main, ...problems.filter((problem) => problem !== main)] : problems;
  if (!first) return html``;
  return html`<li class="panel"><h3><a href="${problemHref(first.id)}">${first.title}</a></h3>
    <p class="quiet">${counted(first.priors.size, 'cause')}, ${counted(graph.fixesFor(first.id).length, 'fix', 'fixes')}, ${counted(graph.questionsFor(first.id).length, 'piece')} of evidence</p>
    ${rest.length > 0 && html`<ul>${rest.map((problem) => html`<li><a href="${problemHref(problem.id)}">${problem.title}</a></li>`)}</ul>`}</li>`;
}

function coverage(graph: KnowledgeGraph): Html {
  const rows = SPACE_NAMES.map((space) => {
    const entries = graph.codes.filter((entry) => entry.space === space);
    const answered = entries.filter((entry) => graph.problems.has(entry.problem));
    return html`<tr><th scope="row"><a href="${tableHref(space)}">${SPACE[space]}</a></th><td>${entries.length}</td><td>${answered.length}</td></tr>`;
  });
  return html`<div class="scroll"><table><thead><tr><th scope="col">Table</th><th scope="col">Codes</th><th scope="col">Lead to a way out</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** All codes of one number space; undefined when there is no such space. */
export function tablePage(graph: KnowledgeGraph, name: string): PageContent | undefined {
  const space = SPACE_NAMES.find((each) => each === name);
  if (!space) return undefined;
  const entries = graph.codes.filter((entry) => entry.space === space);
  return {
    title: SPACE[space],
    trail: [],
    content: html`<h1>${SPACE[space]}</h1>
      <p class="lead">${counted(entries.length, 'code')}.</p>
      ${entries.length > 0 && html`<ul class="codes">${entries.map((entry) => codeLine(entry, false))}</ul>`}`,
  };
}

export function termsPage(graph: KnowledgeGraph): PageContent {
  const terms = [...graph.terms.values()].sort((a, b) => (a.names[0] ?? a.id).localeCompare(b.names[0] ?? b.id, 'en'));
  return {
    title: 'Terms',
    trail: [],
    content: html`<h1>Terms</h1>
      <dl class="terms">${terms.map((term) => html`<div class="panel" id="${anchor('term', term.id)}"><dt>${term.names[0] ?? term.id}</dt>
        <dd><p>${term.explanation}</p>${term.names.length > 1 && html`<p class="quiet">Also: ${term.names.slice(1).join(', ')}</p>`}
        <details><summary>Sources</summary>${sourcesHtml(term.sources)}</details></dd></div>`)}</dl>`,
  };
}
