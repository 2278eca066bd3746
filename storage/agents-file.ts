import { stat } from 'node:fs/promises';
import { z } from 'zod';
import { DurableFile } from './durable-file.ts';
import { hashPassword, matchesPassword, newPassword } from './password-hash.ts';

const shape = z.object({
  format: z.literal('reconnect-agents/1'),
  /** The key that was made at the first start; gone once somebody has a name. */
  key: z.string().optional(),
  agents: z.array(z.object({ name: z.string(), hash: z.string(), addedAt: z.string() })),
});
type Kept = z.infer<typeof shape>;

const EMPTY: Kept = { format: 'reconnect-agents/1', agents: [] };

/** Who may work at the helpdesk, as one file; passwords as hashes. Written by the operator's command while the server runs. */
export interface AgentsFile {
  /** The names that have passwords of their own. */
  names(): Promise<readonly string[]>;
  hasKey(): Promise<boolean>;
  /** Makes the shared key anew and answers it: it is kept as a hash, so nobody can read it again. */
  renewKey(): Promise<string>;
  /** Answers the password, for the same reason. The shared key goes. Throws a RangeError for a name that is none or is taken. */
  add(name: string, now: Date): Promise<string>;
  /** False when there is nobody of that name. */
  remove(name: string): Promise<boolean>;
  /** What the secret opens: a text that changes when the password does; undefined when it opens nothing. */
  check(name: string, secret: string): Promise<{ readonly name: string; readonly shared: boolean; readonly mark: string } | undefined>;
  /** Whether what `check` answered is still so. */
  holds(name: string, mark: string): Promise<boolean>;
}

export function createAgentsFile(path: string): AgentsFile {
  const file = new DurableFile<Kept>({
    path,
    temporary: `${path}.tmp`,
    fsync: true,
    stringify: (kept) => `${JSON.stringify(kept, null, 1)}\n`,
    parse: (text) => shape.parse(JSON.parse(text)),
    remedy: 'Delete it to begin anew: the next start makes a new sign-in key, and named people are added again with `npm run agents -- add NAME`.',
  });
  let seen: { readonly fingerprint: string; readonly kept: Kept } | undefined;

  async function read(): Promise<Kept> {
    const found = await stat(path).catch(() => undefined);
    const fingerprint = found ? `${found.mtimeMs} ${found.size} ${found.ino}` : 'none';
    if (seen?.fingerprint !== fingerprint) seen = { fingerprint, kept: (await file.read()) ?? EMPTY };
    return seen.kept;
  }

  async function write(kept: Kept): Promise<void> {
    await file.write(kept);
    seen = undefined;
  }

  const hashOf = ({ agents, key }: Kept, name: string): string | undefined => agents.find((each) => sameName(each.name, name))?.hash ?? key;

  return {
    names: async () => (await read()).agents.map(({ name }) => name),
    hasKey: async () => (await read()).key !== undefined,
    async renewKey() {
      const key = newPassword();
      await write({ ...(await read()), key: await hashPassword(key) });
      return key;
    },
    async add(given, now) {
      const name = given.trim();
      if (!/^\P{C}{1,100}$/u.test(name)) throw new RangeError('A name has 1 to 100 characters.');
      const { key: _key, ...kept } = await read();
      if (kept.agents.some((each) => sameName(each.name, name))) throw new RangeError(`${name} is there already. Remove that one first to give a new password.`);
      const password = newPassword();
      await write({ ...kept, agents: [...kept.agents, { name, hash: await hashPassword(password), addedAt: now.toISOString() }] });
      return password;
    },
    async remove(name) {
      const kept = await read();
      const agents = kept.agents.filter((each) => !sameName(each.name, name));
      if (agents.length === kept.agents.length) return false;
      await write({ ...kept, agents });
      return true;
    },
    async check(name, secret) {
      const kept = await read();
      const agent = kept.agents.find((each) => sameName(each.name, name));
      const hash = hashOf(kept, name);
      if (!(await matchesPassword(secret, hash)) || hash === undefined) return undefined;
      return { name: agent?.name ?? name, shared: agent === undefined, mark: hash };
    },
    holds: async (name, mark) => hashOf(await read(), name) === mark,
  };
}

/** Makes the shared key where nobody could sign in; undefined where somebody can. Rejects for a file that is damaged. */
export async function firstKey(file: AgentsFile): Promise<string | undefined> {
  if ((await file.hasKey()) || (await file.names()).length > 0) return undefined;
  return file.renewKey();
}

function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

