import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Another company's site: it shares no origin with the chat. */
export interface HostSite {
  readonly origin: string;
  stop(): Promise<void>;
}

const CONTENT = '<header>Company</header><main><h1>Our site</h1><button id="before">A button of the page</button></main>';
/** What would spoil a widget that shared its styles with the page. */
const LOUD = '<style>*{font-size:40px!important;color:red!important} div,button,iframe{display:none;margin:50px}</style>';
const ROUTER = `
  const show = (name) => {
    const body = document.createElement('body');
    body.innerHTML = '<main><h1>' + name + '</h1><button id="go">Another view</button></main>';
    document.body.replaceWith(body);
    document.title = name;
    document.getElementById('go').onclick = () => { history.pushState({}, '', '#' + name + 'x'); show(name + 'x'); };
  };
  show('View ');`;

/**
 * Kinds of page under one origin: `/plain` is HTML with loud styles, `/app` changes its whole body without a load,
 * `/strict` allows what docs/site-owners says and nothing else; `/consent?version=2` is plain and asks first.
 */
export async function startHostSite(chat: () => string): Promise<HostSite> {
  const server = createServer((request, response) => {
    const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const tag = `<script async src="${chat()}/widget.js" data-title="IT help" data-colour="#7a1fa2"></script>`;
    const page = (inside: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Company</title><link rel="icon" href="data:,"></head><body>${inside}</body></html>`;
    response.setHeader('content-type', path === '/router.js' || path === '/early.js' ? 'text/javascript' : 'text/html');
    switch (path) {
      case '/plain':
        return response.end(page(`${LOUD}${CONTENT}${tag}`));
      case '/strict':
        response.setHeader('content-security-policy', `default-src 'none'; script-src ${chat()}; frame-src ${chat()}; img-src data:; require-trusted-types-for 'script'`);
        return response.end(page(`${CONTENT}${tag}`));
      case '/consent': {
        const asked = `data-consent-text="What you write is kept for 90 days." data-consent-link="https://company.example/privacy" data-consent-version="${searchParams.get('version') ?? '1'}"`;
        return response.end(page(`${CONTENT}${tag.replace(' data-title', ` ${asked} data-title`)}`));
      }
      case '/app':
        return response.end(page(`<script src="/router.js"></script>${tag}`));
      case '/early':
        return response.end(page(`${CONTENT}<script src="/early.js"></script><script async src="${chat()}/widget.js" data-boot="no"></script>`));
      case '/router.js':
        return response.end(`addEventListener('DOMContentLoaded', () => {${ROUTER}});`);
      case '/early.js':
        return response.end(`window.Reconnect = function () { (Reconnect.q = Reconnect.q || []).push(arguments); };
          window.heard = [];
          for (const name of ['ready', 'open', 'close', 'unread', 'ticket']) Reconnect('on', name, (value) => heard.push([name, value]));
          Reconnect('boot', { side: 'left', title: 'Help', storage: 'session', offsetX: 'wide' });
          Reconnect('open');`);
      default:
        response.statusCode = 404;
        return response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
