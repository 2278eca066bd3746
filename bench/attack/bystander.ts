import { setTimeout as pause } from 'node:timers/promises';
import { DirectLineClient } from '../../test/server/direct-line-client.ts';

/** Somebody else who uses the assistant meanwhile. */
export interface Bystander {
  /** Milliseconds of each of their turns since the last call, sorted. */
  times(): number[];
  /** Turns that were not answered with 200. */
  readonly failures: number;
  stop(): Promise<void>;
}

const ADDRESS = '203.0.113.7';
const BETWEEN_MS = 250;
const LINES = ['only this one server, the others are fine', 'what is NLA?', 'I do not know'];

export async function standBy(origin: string): Promise<Bystander> {
  const client = await DirectLineClient.begin(origin, { 'x-forwarded-for': ADDRESS });
  let times: number[] = [];
  let failures = 0;
  let isOver = false;
  const talking = (async () => {
    for (let said = 0; !isOver; said += 1) {
      const began = performance.now();
      const { status } = await client.say(LINES[said % LINES.length] ?? '');
      if (status === 200) times.push(performance.now() - began);
      else failures += 1;
      await pause(BETWEEN_MS);
    }
  })();
  return {
    times() {
      const taken = times.sort((a, b) => a - b);
      times = [];
      return taken;
    },
    get failures() {
      return failures;
    },
    async stop() {
      isOver = true;
      await talking;
    },
  };
}
