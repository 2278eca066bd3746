import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createAsset, type Asset } from '../pages/assets.ts';
import { bundled } from '../pages/bundled.ts';
import { chatHtml, type ChatTexts } from './html.ts';

export interface ChatPageOptions {
  readonly texts?: Partial<ChatTexts>;
  /** Offer to send pictures and files. Say yes when the bot can read them. */
  readonly uploads?: boolean;
  /** Sites that may show the chat in a frame: `https://intranet.example.com`. */
  readonly embedOrigins?: readonly string[];
}

/** The page with the chat on it and the files it is made of. */
export interface ChatPage {
  html(nonce: string): Promise<string>;
  policy(nonce: string): string;
  /** By its address; undefined when there is none. */
  asset(href: string): Promise<Asset | undefined>;
}

const WIDGET = fileURLToPath(new URL('../../widget/', import.meta.url));

interface ChatAssets {
  readonly style: Asset;
  readonly webChat: Asset;
  readonly script: Asset;
}

/**
 * Bundles the page's script and packs Web Chat, in the background from now on: the first request waits for it, the
 * start of the server does not. Nothing is written to the disk.
 */
export function createChatPage(options: ChatPageOptions = {}): ChatPage {
  const assets = buildAssets();
  // A failure belongs to the request that needs the page.
  assets.catch(() => undefined);
  return {
    async html(nonce) {
      const { style, webChat, script } = await assets;
      return chatHtml({
        nonce,
        style: style.href,
        scripts: [webChat.href, script.href],
        uploads: options.uploads ?? false,
        texts: options.texts ?? {},
      });
    },
    policy: (nonce) => contentSecurityPolicy(nonce, options.embedOrigins ?? []),
    async asset(href) {
      return Object.values(await assets).find((asset: Asset) => asset.href === href);
    },
  };
}

async function buildAssets(): Promise<ChatAssets> {
  // The prebuilt bundle is not among the package's exports; its main file is its neighbour's neighbour.
  const webChatMain = createRequire(import.meta.url).resolve('botframework-webchat');
  const webChatFile = join(dirname(dirname(webChatMain)), 'dist', 'webchat.js');
  const [style, webChat, script] = await Promise.all([
    bundled(join(WIDGET, 'chat-page.css')),
    readFile(webChatFile),
    bundled(join(WIDGET, 'chat-page.ts')),
  ]);
  const [styleAsset, webChatAsset, scriptAsset] = await Promise.all([
    createAsset('chat-page.css', 'text/css; charset=utf-8', style),
    createAsset('webchat.js', 'text/javascript; charset=utf-8', webChat),
    createAsset('chat-page.js', 'text/javascript; charset=utf-8', script),
  ]);
  return { style: styleAsset, webChat: webChatAsset, script: scriptAsset };
}

/** The hash of nothing: Web Chat begins with one empty style element that has no nonce. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** Only this host, no eval. Web Chat writes style elements, so it is handed the nonce. */
function contentSecurityPolicy(nonce: string, embedOrigins: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}' ${EMPTY_STYLE}`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    // blob: is how Web Chat hands over a file that is about to be sent.
    "connect-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${["'self'", ...embedOrigins].join(' ')}`,
  ].join('; ');
}
