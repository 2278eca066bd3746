import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createAsset, type Asset } from '../pages/assets.ts';
import { bundled } from '../pages/bundled.ts';
import { chatHtml, type ChatTexts } from './html.ts';

export interface ChatPageOptions {
  readonly texts?: Partial<ChatTexts>;
  /** Sites that may show the chat in a frame: `https://intranet.example.com`. */
  readonly embedOrigins?: readonly string[];
}

/** The page with the chat on it and the files it is made of. */
export interface ChatPage {
  /** @param shown by itself, or in a frame on another page. */
  html(shown: 'alone' | 'framed'): Promise<string>;
  readonly policy: string;
  /** The script for other sites' pages, and its types. */
  loader(): Promise<{ readonly script: Asset; readonly types: Asset }>;
  /** By its address; undefined when there is none. */
  asset(href: string): Promise<Asset | undefined>;
}

const WIDGET = fileURLToPath(new URL('../../widget/', import.meta.url));

interface ChatAssets {
  readonly style: Asset;
  readonly script: Asset;
  readonly loader: Asset;
  readonly loaderTypes: Asset;
}

/**
 * Bundles the page's scripts in the background from now on: the first request waits for it, the start of the server does
 * not. Nothing is written to the disk.
 */
export function createChatPage(options: ChatPageOptions = {}): ChatPage {
  const assets = buildAssets();
  // A failure belongs to the request that needs the page.
  assets.catch(() => undefined);
  const framedBy = options.embedOrigins ?? [];
  return {
    async html(shown) {
      const { style, script } = await assets;
      return chatHtml({ shown, framedBy, style: style.href, script: script.href, texts: options.texts ?? {} });
    },
    policy: contentSecurityPolicy(framedBy),
    loader: async () => {
      const { loader, loaderTypes } = await assets;
      return { script: loader, types: loaderTypes };
    },
    async asset(href) {
      return Object.values(await assets).find((asset: Asset) => asset.href === href);
    },
  };
}

async function buildAssets(): Promise<ChatAssets> {
  const asset = async (name: string, type: string, content: Promise<Buffer | string>): Promise<Asset> =>
    createAsset(name, `${type}; charset=utf-8`, await content);
  const [style, script, loader, loaderTypes] = await Promise.all([
    asset('chat-page.css', 'text/css', bundled(join(WIDGET, 'chat-page.css'))),
    asset('chat-page.js', 'text/javascript', bundled(join(WIDGET, 'chat-page.ts'))),
    asset('widget.js', 'text/javascript', bundled(join(WIDGET, 'loader/widget.ts'))),
    asset('reconnect.d.ts', 'text/plain', readFile(join(WIDGET, 'loader/reconnect.d.ts'))),
  ]);
  return { style, script, loader, loaderTypes };
}

/** Only this host: no eval, nothing inline. A site that shows the chat may have its logo in it. */
function contentSecurityPolicy(framedBy: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src ${["'self'", 'data:', ...framedBy].join(' ')}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${["'self'", ...framedBy].join(' ')}`,
  ].join('; ');
}
