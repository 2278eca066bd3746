import { startServer } from './running-server.ts';
import { createTestBot } from './test-bot.ts';

// Killed from outside. Prints its address; its bot takes a moment for each turn, so that a kill finds it in the middle.
const [directory] = process.argv.slice(2);
if (!directory) throw new Error('serve.ts DIRECTORY');
const testBot = createTestBot();
testBot.duringTurn = async (context) => {
  await context.sendActivity(`thinking: ${context.activity.text}`);
  await new Promise((resolve) => setTimeout(resolve, 3));
};
const { origin } = await startServer({ directory, testBot });
process.stdout.write(`${origin}\n`);
