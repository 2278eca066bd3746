import { assembleAssistant } from '../service/assemble.ts';

/** Builds what is learned from sayings before any test file runs: side by side, each of them would build its own. */
export default async function buildModels(): Promise<void> {
  await assembleAssistant();
}
