import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';

/** A chat page in a browser, and everything that went wrong on it. */
export interface OpenPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Addresses of other hosts that the page asked for. */
  readonly strangers: string[];
  /** Errors and warnings of the console, and exceptions. */
  readonly complaints: string[];
}

export interface OpenOptions {
  readonly dark?: boolean;
  readonly width?: number;
  readonly height?: number;
  readonly ignoreHTTPSErrors?: boolean;
}

const SEND_BOX = '#box';

export async function openChat(browser: Browser, origin: string, options: OpenOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1100, height: options.height ?? 820 },
    colorScheme: options.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    ignoreHTTPSErrors: options.ignoreHTTPSErrors ?? false,
  });
  context.setDefaultTimeout(40_000);
  const page = await context.newPage();
  const strangers: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(data|blob):/.test(url) && new URL(url).host !== new URL(origin).host) strangers.push(url);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(origin);
  await ready(page);
  return { context, page, strangers, complaints };
}

/** Resolves when the page says that it is connected. It says so until it has noticed that the line is gone: see `watchStatus`. */
export async function ready(page: Page): Promise<void> {
  await page.locator('#status[data-state="ready"]').waitFor();
  await page.locator(SEND_BOX).waitFor();
}

export async function say(page: Page, text: string): Promise<void> {
  await page.locator(SEND_BOX).fill(text);
  await page.locator(SEND_BOX).press('Enter');
}

/** Takes one of the page's examples into the send box and sends it. */
export async function sendExample(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.waitForFunction((selector) => Boolean(document.querySelector<HTMLTextAreaElement>(selector)?.value), SEND_BOX);
  await page.locator(SEND_BOX).press('Enter');
}

export function bubbles(page: Page, text: string): ReturnType<Page['locator']> {
  return page.locator('.bubble', { hasText: text });
}

export async function hears(page: Page, text: string): Promise<void> {
  await bubbles(page, text).first().waitFor();
}

/** Resolves when no bubble says it any more. */
export async function vanishes(page: Page, text: string): Promise<void> {
  await bubbles(page, text).first().waitFor({ state: 'detached' });
}

/** What the status line has said since then. */
export interface StatusWatch {
  /** Resolves, also afterwards, with what it said in words when it came to this state. */
  said(state: string): Promise<string>;
  /** All states since then. */
  seen(): Promise<string[]>;
}

/** Begins to note what the status line says: a state that lasts half a second is over before a busy machine looks. */
export async function watchStatus(page: Page): Promise<StatusWatch> {
  const seen = await page.evaluateHandle(() => {
    const states = new Map<string, string>();
    const status = document.getElementById('status');
    if (!status) throw new Error('The page has no status line.');
    const changes = { attributes: true, childList: true, subtree: true, characterData: true };
    new MutationObserver(() => states.set(status.dataset['state'] ?? '', status.innerText)).observe(status, changes);
    return states;
  });
  return {
    seen: () => page.evaluate((states) => [...states.keys()], seen),
    async said(state) {
      const words = await page.waitForFunction(([states, name]) => states.get(name), [seen, state] as const);
      return (await words.jsonValue()) ?? '';
    },
  };
}

/** Presses a button of the newest card that has one of this name. */
export async function press(page: Page, name: string): Promise<void> {
  await page.locator('#log').getByRole('button', { name, exact: true }).last().click();
}

/** What axe finds wrong by WCAG 2.2 AA and its own best practices: `rule: where` each. Empty when all is well. */
export async function accessibilityFaults(page: Page | Frame): Promise<string[]> {
  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(
          context: Document,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }>;
      };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run(document, { runOnly: tags });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} (${node.failureSummary})`));
  });
}
