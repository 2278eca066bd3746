import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { USUAL_SITE } from '../dialogs/site.ts';
import { createAssistant, type Assistant } from '../service/assistant.ts';
import { ROOT } from '../service/assemble.ts';
import { openingWeek } from '../service/opening-hours-settings.ts';
import { sharedAssistant } from './assistant.ts';
import { parseChat } from './conversations/chat-file.ts';
import { Player } from './conversations/player.ts';

const folder = join(ROOT, 'test', 'conversations');
const files = readdirSync(folder).filter((name) => name.endsWith('.chat'));

/** UPDATE_CONVERSATIONS=1 writes what was said into the files; read the difference before you commit it. */
const updating = process.env['UPDATE_CONVERSATIONS'] === '1';

/** `hours: Mon-Fri 9:00-16:00 Europe/Berlin` above the first step: support is open then, and only then. */
function atItsSite(assistant: Assistant, text: string): Assistant {
  const [, days, timeZone] = /^hours: (.+) (\S+)$/m.exec(text) ?? [];
  const week = openingWeek.parse(days);
  if (!week || timeZone === undefined) return assistant;
  const { graph, ...models } = assistant.mind;
  return createAssistant({ graph, models, site: { ...USUAL_SITE, hours: { week, timeZone, holidays: [] } } });
}

describe('conversations', () => {
  let assistant: Assistant;
  beforeAll(async () => {
    assistant = await sharedAssistant();
  });

  for (const name of files) {
    it(name, () => {
      const path = join(folder, name);
      const before = readFileSync(path, 'utf8');
      const { text, broken } = new Player(atItsSite(assistant, before)).play(parseChat(before));
      if (updating) writeFileSync(path, text);
      expect(broken).toEqual([]);
      if (!updating) expect(text).toBe(before);
    });
  }
});
