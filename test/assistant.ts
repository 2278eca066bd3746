import { assembleAssistant } from '../service/assemble.ts';
import type { Assistant } from '../service/assistant.ts';

let assembled: Promise<Assistant> | undefined;

/** The assistant over the shipped knowledge and the trained models, put together once a test file. */
export function sharedAssistant(): Promise<Assistant> {
  assembled ??= assembleAssistant();
  return assembled;
}
