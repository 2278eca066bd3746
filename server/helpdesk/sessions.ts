import { createHash, randomBytes } from 'node:crypto';

/** Who works at the helpdesk. */
export interface Agent {
  /** As it stands on answers. */
  readonly name: string;
  /** Changes with the password that was given; empty where a proxy vouches. */
  readonly mark: string;
  /** Signed in with what more than one person knows, so the name is what was typed. */
  readonly shared: boolean;
}

export interface Sessions {
  /** Answers what the browser keeps. */
  open(agent: Agent): string;
  find(ticket: string | undefined): Agent | undefined;
  close(ticket: string | undefined): void;
}

const LIFETIME_MS = 12 * 60 * 60_000;
const MOST = 1_000;

/** Signed-in browsers, in memory and by hash: a restart signs everybody out, and nothing that is kept lets anybody in. */
export function createSessions(now: () => number): Sessions {
  const sessions = new Map<string, { readonly agent: Agent; readonly until: number }>();
  const keyOf = (ticket: string): string => createHash('sha256').update(ticket).digest('base64url');
  return {
    open(agent) {
      const ticket = randomBytes(32).toString('base64url');
      sessions.set(keyOf(ticket), { agent, until: now() + LIFETIME_MS });
      const [oldest] = sessions.keys();
      if (sessions.size > MOST && oldest !== undefined) sessions.delete(oldest);
      return ticket;
    },
    find(ticket) {
      if (ticket === undefined) return undefined;
      const session = sessions.get(keyOf(ticket));
      if (session && session.until > now()) return session.agent;
      sessions.delete(keyOf(ticket));
      return undefined;
    },
    close(ticket) {
      if (ticket !== undefined) sessions.delete(keyOf(ticket));
    },
  };
}
