import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response, Server } from 'restify';
import type { ServerLog } from '../log.ts';
import { route } from '../route.ts';
import { html } from '../pages/html.ts';
import { buildKnowledgeAssets, type KnowledgeAssets } from './assets.ts';
import { documentHtml, type PageContent } from './document.ts';
import { KNOWLEDGE } from './links.ts';
import { createKnowledgePages } from './pages.ts';
import type { KnowledgeSource } from './source.ts';
import { underBase } from '../pages/base-path.ts';
import { acceptsGzip, sendAsset } from '../pages/send-asset.ts';

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/** A whole error window may be searched for. */
const MAX_QUERY = 2_000;
const compress = promisify(gzip);

/** `/knowledge`: everything that is known, for anybody to read. */
export function addKnowledgeRoutes(server: Server, source: KnowledgeSource, base: string, log: ServerLog): void {
  const pages = createKnowledgePages(source);
  // Another release may draw the same facts otherwise, so a tag holds for one run of the server.
  const run = randomUUID().slice(0, 8);
  const editionOf = createEditions();
  const building = buildKnowledgeAssets();
  // A failure belongs to the request that needs the page.
  building.catch(() => undefined);

  const page = (path: string, make: (request: Request) => PageContent | Promise<PageContent> | undefined): void => {
    server.get(path, route(log, async (request, response) => {
      const assets = await building;
      const tag = `W/"${source.graph().version}-${run}-${editionOf(source.learned?.())}"`;
      response.setHeader('Content-Security-Policy', POLICY);
      response.setHeader('Cache-Control', 'no-cache');
      response.setHeader('ETag', tag);
      response.setHeader('Vary', 'Accept-Encoding');
      if (isFresh(request, tag)) {
        response.writeHead(304);
        response.end();
        return;
      }
      const content = await make(request);
      if (!content) response.removeHeader('ETag');
      await send(request, response, content ? 200 : 404, content ?? missing(), assets, base);
    }));
  };

  page(KNOWLEDGE, (request) => {
    const query = queryIn(request);
    return query === '' ? pages.start() : pages.search(query);
  });
  page(`${KNOWLEDGE}/terms`, () => pages.terms());
  page(`${KNOWLEDGE}/tables/:id`, (request) => pages.table(idIn(request)));
  page(`${KNOWLEDGE}/codes/:id`, (request) => pages.code(idIn(request).toLowerCase()));
  page(`${KNOWLEDGE}/problems/:id`, (request) => pages.problem(idIn(request)));
  server.get(`${KNOWLEDGE}/assets/:hash/:name`, route(log, async (request, response) => {
    const files: KnowledgeAssets = await building;
    sendAsset(request, response, Object.values(files).find((asset) => asset.href === request.getPath()));
  }));
}

async function send(request: Request, response: Response, status: number, content: PageContent, assets: KnowledgeAssets, base: string): Promise<void> {
  const text = underBase(documentHtml(content, { style: assets.style.href, script: assets.script.href }), base);
  const zipped = acceptsGzip(request);
  const body = zipped ? await compress(text) : Buffer.from(text);
  if (zipped) response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Content-Length', body.length);
  response.writeHead(status);
  response.end(body);
}

function isFresh(request: Request, tag: string): boolean {
  const known = request.headers['if-none-match'];
  return known !== undefined && known.split(',').some((each) => each.trim() === tag);
}

function queryIn(request: Request): string {
  return (new URLSearchParams(request.getQuery()).get('q') ?? '').slice(0, MAX_QUERY).trim();
}

function idIn(request: Request): string {
  return String(request.params['id']);
}

function missing(): PageContent {
  return { title: 'Not found', trail: [], content: html`<h1>This is not known here</h1><p class="lead">Search for the code or for words of the message.</p>` };
}

/** Numbers the learned parameters in the order in which they come into use; they have no version of their own. */
function createEditions(): (learned: object | undefined) => number {
  const editions = new WeakMap<object, number>();
  let last = 0;
  return (learned) => {
    if (!learned) return 0;
    const edition = editions.get(learned) ?? (last += 1);
    editions.set(learned, edition);
    return edition;
  };
}
