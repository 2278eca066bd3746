import { createHash, timingSafeEqual } from 'node:crypto';
import { ApiError } from '../api-error.ts';
import { RateLimit, type RateLimitOptions } from '../rate-limit.ts';
import type { Agent } from './sessions.ts';

/** Where names and their passwords are kept. */
export interface AgentDirectory {
  check(name: string, secret: string): Promise<Agent | undefined>;
  /** Whether what `check` answered is still so. */
  holds(name: string, mark: string): Promise<boolean>;
}

export interface Credentials {
  /** Who that is; undefined for nobody. Throws an ApiError 429 before anything is compared when this visitor tried too often. */
  check(visitor: string, name: string, secret: string): Promise<Agent | undefined>;
  holds(agent: Agent): Promise<boolean>;
}

/** Ten tries, and one more every ten seconds. */
const TRIES: RateLimitOptions = { burst: 10, perSecond: 0.1 };
/** Each comparison takes 32 MB and tens of milliseconds on purpose. */
const MOST_AT_ONCE = 4;

/** @param password one for everybody, beside what the directory has. */
export function createCredentials(directory: AgentDirectory | undefined, password: string | undefined): Credentials {
  const tries = new RateLimit(TRIES);
  const mark = password === undefined ? '' : digest(password).toString('base64url');
  let comparing = 0;

  async function compare(name: string, secret: string): Promise<Agent | undefined> {
    const known = await directory?.check(name, secret);
    if (known) return known;
    if (password === undefined || !timingSafeEqual(digest(secret), digest(password))) return undefined;
    return { name, mark, shared: true };
  }

  return {
    async check(visitor, name, secret) {
      tries.take(visitor);
      if (comparing >= MOST_AT_ONCE) throw new ApiError(503, 'Busy', 'Several people are signing in just now. Try again in a moment.', { 'Retry-After': '2' });
      comparing += 1;
      try {
        const agent = await compare(name, secret);
        // Who knows the password has not guessed.
        if (agent) tries.giveBack(visitor);
        return agent;
      } finally {
        comparing -= 1;
      }
    },
    async holds(agent) {
      if (agent.mark === '' || agent.mark === mark) return true;
      return (await directory?.holds(agent.name, agent.mark)) ?? false;
    },
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
