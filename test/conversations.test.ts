import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../service/assistant.ts';
import { ROOT } from '../service/assemble.ts';
import { sharedAssistant } from './assistant.ts';
import { parseChat } from './conversations/chat-file.ts';
import { Player } from './conversations/player.ts';

const folder = join(ROOT, 'test', 'conversations');
const files = readdirSync(folder).filter((name) => name.endsWith('.chat'));

/** UPDATE_CONVERSATIONS=1 writes what was said into the files; read the difference before you commit it. */
const updating = process.env['UPDATE_CONVERSATIONS'] === '1';

describe('conversations', () => {
  let assistant: Assistant;
  beforeAll(async () => {
    assistant = await sharedAssistant();
  });

  for (const name of files) {
    it(name, () => {
      const path = join(folder, name);
      const before = readFileSync(path, 'utf8');
      const { text, broken } = new Player(assistant).play(parseChat(before));
      if (updating) writeFileSync(path, text);
      expect(broken).toEqual([]);
      if (!updating) expect(text).toBe(before);
    });
  }
});
