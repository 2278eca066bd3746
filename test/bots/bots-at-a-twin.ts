import { afterEach, beforeEach } from 'vitest';
import { startBot, type BotOptions, type BotUnderTest } from './bot-under-test.ts';
import { startConnectorTwin, type ConnectorTwin } from './connector-twin.ts';

/** A connector's twin for each test of a group, and bots that are closed with it. To be called in the group. */
export function botsAtATwin(): { readonly twin: () => ConnectorTwin; readonly start: (options?: BotOptions) => Promise<BotUnderTest> } {
  let twin: ConnectorTwin;
  const bots: BotUnderTest[] = [];
  beforeEach(async () => {
    twin = await startConnectorTwin();
  });
  afterEach(async () => {
    await Promise.all(bots.splice(0).map((bot) => bot.close()));
    await twin.close();
  });
  return {
    twin: () => twin,
    start: async (options) => {
      const bot = await startBot(options);
      bots.push(bot);
      return bot;
    },
  };
}
