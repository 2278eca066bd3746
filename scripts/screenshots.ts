/**
 * Takes the pictures of the documentation from a server that runs:
 *   node --import tsx scripts/screenshots.ts http://127.0.0.1:3978 [folder]
 */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openChat, sendExample } from '../test/browser/chat-flow.ts';
import { launchChromium } from '../test/browser/chromium.ts';

const SIZES = { wide: { width: 1000, height: 760 }, phone: { width: 375, height: 720 } };
const MAX_BYTES = 150_000;

const [origin, folder = join('docs', 'images')] = process.argv.slice(2);
if (!origin) throw new Error('Say which server: node --import tsx scripts/screenshots.ts http://127.0.0.1:3978');

mkdirSync(folder, { recursive: true });
const browser = await launchChromium();
for (const [size, viewport] of Object.entries(SIZES)) {
  for (const scheme of ['light', 'dark'] as const) {
    const { page, context } = await openChat(browser, origin, { ...viewport, dark: scheme === 'dark' });
    await page.locator('.bubble').first().waitFor();
    await take(`chat-welcome-${size}-${scheme}`);
    await sendExample(page, 'A whole error window');
    await page.locator('#log .choices button').first().waitFor();
    await take(`chat-card-${size}-${scheme}`);
    await context.close();

    async function take(name: string): Promise<void> {
      const path = join(folder, `${name}.png`);
      // Scrolling and fonts come to rest.
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(600);
      await page.screenshot({ path });
      const { size: bytes } = statSync(path);
      console.log(`${path}  ${Math.round(bytes / 1000)} kB${bytes > MAX_BYTES ? '  too large' : ''}`);
    }
  }
}
await browser.close();
