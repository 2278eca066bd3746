import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileKnowledge } from '../../knowledge/compiler/compile.ts';
import { SPACES, type KnowledgeGraph } from '../../knowledge/compiler/types.ts';
import { edited, smallFiles } from '../knowledge/small-knowledge.ts';
import { knowledgeSource, shippedGraph } from './knowledge-source.ts';
import { removeTemporaryDirectories, startServer, type RunningServer } from './running-server.ts';

const HOSTILE = '<script>alert(1)</script>"\'&';
const ESCAPED = '&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;';

let running: RunningServer;
let graph: KnowledgeGraph;
let source: ReturnType<typeof knowledgeSource>;
beforeAll(async () => {
  graph = await shippedGraph();
  source = knowledgeSource(graph);
  running = await startServer({ parts: { knowledge: source } });
});
afterAll(async () => {
  await running.stop();
  removeTemporaryDirectories();
});

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${running.origin}/knowledge${path}`, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
};
const search = (query: string) => get(`?q=${encodeURIComponent(query)}`);
const problemPath = (id: string) => `/problems/${encodeURIComponent(id.replaceAll('/', '~'))}`;
const anchorsIn = (text: string) => new Set([...text.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));

describe('the knowledge pages', () => {
  it('tell a number that outcomes taught from the author\'s', async () => {
    const problem = graph.problems.get('0x904/0x7')!;
    const priors = { ...Object.fromEntries([...problem.priors].map(([cause, p]) => [cause, (p * 0.6) / (1 - problem.priors.get('listener-stuck')!)])), 'listener-stuck': 0.4 };
    expect((await get(problemPath(problem.id))).text).not.toContain('the author wrote');
    source.put(graph, { graphVersion: graph.version, priors: { [problem.id]: priors }, solves: {}, ceilings: {}, answers: {}, capabilities: {} });
    const { text } = await get(problemPath(problem.id));
    source.put(graph);
    const [first] = text.split('class="panel cause"').slice(1);
    expect(first).toContain('id="cause-listener-stuck"');
    expect(first).toMatch(/>40\u00a0%<[^]*the author wrote \d/);
  });

  it('list every problem and every table', async () => {
    const { status, text } = await get('');
    expect(status).toBe(200);
    for (const id of graph.problems.keys()) expect(text).toContain(`href="/knowledge${problemPath(id)}"`);
    for (const space of SPACES) expect(text).toContain(`href="/knowledge/tables/${space}"`);
    expect(text).toContain(`${graph.codes.length} codes`);
  });

  it('have every code in its table and on its own page, each number space apart', async () => {
    expect(graph.codes.length).toBeGreaterThan(0);
    for (const space of SPACES) {
      const { text } = await get(`/tables/${space}`);
      for (const { code } of graph.codes.filter((entry) => entry.space === space)) expect(text).toContain(`/knowledge/codes/${encodeURIComponent(code)}"`);
    }
    for (const code of new Set(graph.codes.map((entry) => entry.code))) {
      const { status, text } = await get(`/codes/${encodeURIComponent(code)}`);
      expect(status, code).toBe(200);
      expect(text.match(/class="panel entry"/g), code).toHaveLength(graph.code(code).length);
    }
  });

  it('show a problem with its causes, its evidence and all its fixes, those that are offered first and in order', async () => {
    const all = [...graph.problems.values()];
    for (const problem of all) {
      const { status, text } = await get(problemPath(problem.id));
      expect(status, problem.id).toBe(200);
      const anchors = anchorsIn(text);
      for (const cause of problem.priors.keys()) expect(anchors, problem.id).toContain(`cause-${cause}`);
      for (const { id } of graph.questionsFor(problem.id)) expect(anchors, problem.id).toContain(`question-${id}`);
      const order = source.order(graph, source.troubleshooter(problem.id)).map((fix) => fix.id);
      const shown = [...text.matchAll(/<details class="panel fix" id="fix-([^"]+)"/g)].map((match) => match[1]);
      expect(shown.slice(0, order.length), problem.id).toEqual(order);
      expect(new Set(shown), problem.id).toEqual(new Set(graph.fixesFor(problem.id).map((fix) => fix.id)));
      for (const [, target] of text.matchAll(/href="#([^"]+)"/g)) expect(anchors, `${problem.id}: a link to ${target}`).toContain(target);
      expect(new Set(text.match(/ id="[^"]+"/g)).size, `${problem.id}: an id twice`).toBe(text.match(/ id="[^"]+"/g)?.length);
    }
  }, 120_000);

  it('draw the graph with a node for each cause and fix and an edge for each link between them', async () => {
    const problem = graph.problemOf('connection-refused-or-timeout');
    if (!problem) throw new Error('the shipped knowledge has no such symptom');
    const { text } = await get(problemPath(problem.id));
    const nodes = [...text.matchAll(/data-node="([^"]+)"/g)].map((match) => match[1]);
    const fixes = graph.fixesFor(problem.id);
    expect(nodes.sort()).toEqual([`problem-${problem.id}`, ...[...problem.priors.keys()].map((id) => `cause-${id}`), ...fixes.map((fix) => `fix-${fix.id}`)].sort());
    const links = fixes.flatMap((fix) => [...fix.solves.keys()].filter((cause) => problem.priors.has(cause)));
    expect(text.match(/data-from="/g)).toHaveLength(problem.priors.size + links.length);
    expect(text).not.toMatch(/NaN|undefined/);
  });

  it('find a code in any written form', async () => {
    for (const query of ['0x904', '0X904', '2308', '0x9O4', 'zero x nine zero four', 'Error code: 0x904\nExtended error code: 0x7']) {
      expect((await search(query)).text, query).toContain('href="/knowledge/codes/0x904"');
    }
    expect((await search('Error code: 0x904\nExtended error code: 0x7')).text).toContain(`href="/knowledge${problemPath('0x904/0x7')}"`);
    for (const entry of graph.codes.filter(({ space, symbol }) => space === 'event' || symbol !== undefined).slice(0, 60)) {
      expect((await search(entry.symbol ?? entry.code)).text, entry.symbol ?? entry.code).toContain(`href="/knowledge/codes/${encodeURIComponent(entry.code)}"`);
    }
  });

  it('find words, the titles first', async () => {
    for (const problem of graph.problems.values()) {
      const { text } = await search(problem.title);
      expect(text, problem.title).toContain(`href="/knowledge${problemPath(problem.id)}"`);
    }
    expect((await search('xyzzyplugh')).text).toContain('Nothing found');
  });

  it('let no markup through, neither from a query nor from the knowledge', async () => {
    const found = await search(HOSTILE);
    expect(found.text).not.toContain(HOSTILE);
    expect(found.text).toContain(ESCAPED);
    const files = edited(await smallFiles(), [
      { file: 'locales/en/codes/disconnect.yaml', find: 'The computer could not be reached.', put: JSON.stringify(`Not reached ${HOSTILE}`) },
    ]);
    const hostile = compileKnowledge(files).graph;
    if (!hostile) throw new Error('the small knowledge does not compile');
    source.put(hostile);
    const { text } = await get('/codes/0x204');
    source.put(graph);
    expect(text).not.toContain(HOSTILE);
    expect(text).toContain(ESCAPED);
  });

  it('are sent again only when the knowledge has changed', async () => {
    const first = await get('/terms');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toContain(graph.version);
    expect((await get('/terms', { 'if-none-match': tag })).status).toBe(304);
    const small = compileKnowledge(await smallFiles()).graph;
    if (!small) throw new Error('the small knowledge does not compile');
    source.put(small);
    const changed = await get(problemPath('cannot-connect'), { 'if-none-match': tag });
    source.put(graph);
    expect(changed.status).toBe(200);
    expect(changed.text).toContain('fix-start-the-service');
  });

  it('say that a thing is not known, as a page with a search', async () => {
    for (const path of ['/codes/0xnothing', '/problems/nothing', '/tables/nothing', '/problems/..%2F..%2Fetc']) {
      const { status, text } = await get(path);
      expect(status, path).toBe(404);
      expect(text, path).toContain('role="search"');
    }
    expect((await fetch(`${running.origin}/knowledge/assets/x/knowledge.css`)).status).toBe(404);
  });

  it('allow no script but their own, and load nothing from elsewhere', async () => {
    const { headers, text } = await get(problemPath('0x904/0x7'));
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:/);
    expect(text).not.toMatch(/<[^>]+ (style|on\w+)=/);
    const loaded = [...text.matchAll(/<(?:link|script|img)[^>]+(?:href|src)="([^"]+)"/g)].map((match) => match[1] ?? '');
    for (const href of loaded.filter((each) => !each.startsWith('data:'))) {
      expect(href).toMatch(/^\/knowledge\/assets\/[\w-]{16}\//);
      const file = await fetch(running.origin + href);
      expect(file.status).toBe(200);
      expect(file.headers.get('cache-control')).toContain('immutable');
    }
    expect(headers.get('content-encoding')).toBe('gzip');
  });
});
