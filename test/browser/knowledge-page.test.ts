import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { knowledgeSource, shippedGraph } from '../server/knowledge-source.ts';
import { removeTemporaryDirectories, startServer, type RunningServer } from '../server/running-server.ts';
import { accessibilityFaults } from './chat-flow.ts';
import { launchChromium } from './chromium.ts';

vi.setConfig({ testTimeout: 180_000 });

let browser: Browser;
let running: RunningServer;
beforeAll(async () => {
  browser = await launchChromium();
  running = await startServer({ parts: { knowledge: knowledgeSource(await shippedGraph()) } });
});
afterAll(async () => {
  await browser.close();
  await running.stop();
  removeTemporaryDirectories();
});

interface Opened {
  readonly page: Page;
  /** Requests to elsewhere, refusals of the policy, and errors of the script. */
  readonly faults: string[];
}

async function open(path: string, options: { colorScheme?: 'light' | 'dark'; width?: number } = {}): Promise<Opened> {
  const context = await browser.newContext({ colorScheme: options.colorScheme ?? 'light', viewport: { width: options.width ?? 1200, height: 800 } });
  context.setDefaultTimeout(40_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(running.origin) && !request.url().startsWith('data:')) faults.push(request.url());
  });
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${running.origin}/knowledge${path}`);
  return { page, faults };
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-node') ?? undefined);
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
/** Where the node lies inside the window of the picture. */
const isInView = (page: Page, node: string) =>
  page.evaluate((name) => {
    const inner = document.querySelector(`[data-node="${name}"]`)?.getBoundingClientRect();
    const outer = document.querySelector('.view')?.getBoundingClientRect();
    return inner && outer && inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
  }, node);

describe('the knowledge pages', () => {
  it.each([
    ['light and wide', 'light', 1200],
    ['dark and wide', 'dark', 1200],
    ['light at 375 pixels', 'light', 375],
    ['dark at 375 pixels', 'dark', 375],
  ] as const)('have no fault of accessibility, %s', async (_name, colorScheme, width) => {
    for (const path of ['', '?q=certificate', '?q=0x904%200x7', '/codes/0x7', '/tables/gateway', '/problems/black-screen']) {
      const { page, faults } = await open(path, { colorScheme, width });
      for (const fold of await page.locator('details.fix, details.question').all()) await fold.evaluate((element: HTMLDetailsElement) => { element.open = true; });
      expect(await accessibilityFaults(page), path).toEqual([]);
      expect(await overflow(page), path).toBeLessThanOrEqual(0);
      expect(faults, path).toEqual([]);
      await page.context().close();
    }
  });

  it('lead from a search to the fix, which unfolds', async () => {
    const { page, faults } = await open('');
    await page.getByRole('searchbox').fill('Error code: 0x904 Extended error code: 0x7');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /^What to do/ }).click();
    await page.locator('#cause-certificate-not-renewed > details > summary').click();
    const solution = page.locator('#cause-certificate-not-renewed > details .branch a').first();
    const target = await solution.getAttribute('href');
    await solution.click();
    await page.locator(`details[open]${target}`).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('let the picture be followed by keyboard: one stop, the arrows along the lines, Enter to the place', async () => {
    const { page, faults } = await open('/problems/black-screen');
    expect(await page.locator('[data-node][tabindex="0"]').count()).toBe(1);
    await page.locator('[data-node="problem-black-screen"]').focus();
    await page.keyboard.press('ArrowRight');
    const cause = (await focused(page)) ?? '';
    expect(cause).toMatch(/^cause-/);
    const likeliest = await page.locator('.causes > li').first().getAttribute('id');
    expect(cause).toBe(likeliest);
    await page.keyboard.press('ArrowRight');
    const fix = (await focused(page)) ?? '';
    expect(fix).toMatch(/^fix-/);
    expect(await page.locator(`path[data-from="${cause}"][data-to="${fix}"][data-on]`).count()).toBe(1);
    await vi.waitFor(async () => expect(await isInView(page, fix)).toBe(true), { timeout: 5_000 });
    await page.keyboard.press('End');
    const last = (await focused(page)) ?? '';
    await vi.waitFor(async () => expect(await isInView(page, last)).toBe(true), { timeout: 5_000 });
    await page.keyboard.press('Enter');
    await page.locator(`details[open]#${last}`).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('let the picture be dragged without following the link that the drag ends on, and be moved and zoomed by buttons', async () => {
    const { page, faults } = await open('/problems/black-screen', { width: 375 });
    const problem = page.locator('[data-node="problem-black-screen"]');
    await problem.scrollIntoViewIfNeeded();
    const before = await problem.boundingBox();
    if (!before) throw new Error('the picture is not there');
    const [x, y] = [before.x + before.width / 2, before.y + before.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 30, y + 40, { steps: 4 });
    await page.mouse.up();
    await vi.waitFor(async () => expect((await problem.boundingBox())?.x).toBeCloseTo(before.x + 30, 0), { timeout: 5_000 });
    expect(await page.evaluate(() => location.hash)).toBe('');

    await page.getByRole('button', { name: 'All of it' }).click();
    for (const node of [page.locator('.node.fix').first(), problem]) {
      const name = (await node.getAttribute('data-node')) ?? '';
      await vi.waitFor(async () => expect(await isInView(page, name)).toBe(true), { timeout: 5_000 });
    }
    const small = (await problem.boundingBox())?.width ?? 0;
    await page.getByRole('button', { name: 'Larger' }).click();
    await vi.waitFor(async () => expect((await problem.boundingBox())?.width).toBeCloseTo(small * 1.3, 0), { timeout: 5_000 });
    const left = (await problem.boundingBox())?.x ?? 0;
    await page.getByRole('button', { name: 'Move right' }).click();
    await vi.waitFor(async () => expect((await problem.boundingBox())?.x).toBeCloseTo(left - 80, 0), { timeout: 5_000 });
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('give a screen reader a name for each node, and the same graph as text', async () => {
    const { page } = await open('/problems/black-screen');
    const names = await page.locator('[data-node]').evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-label')));
    expect(names.every((name) => /^(Problem|Cause|Fix): \S/.test(name ?? ''))).toBe(true);
    const outline = await page.locator('.outline a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    const drawn = await page.locator('[data-node]:not(.problem)').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(new Set(outline)).toEqual(new Set(drawn));
    await page.context().close();
  });
});
