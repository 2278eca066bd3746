import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ServerLog } from '../../server/log.ts';
import { createRequestFolder, type RequestFolder } from '../../storage/request-folder.ts';
import type { OnSetAside } from '../../storage/set-aside.ts';
import { every } from '../every.ts';
import { createHoldings, type HoldingsParts } from './holdings.ts';
import { cleanUp, type Round } from './janitor.ts';
import { createRequestServer, privacyRequest, type PrivacyRequest, type Say } from './privacy.ts';
import type { Retention } from './retention.ts';

const REQUESTS_MS = 1_000;
const JANITOR_MS = 6 * 60 * 60 * 1000;

/** What a running service does about the data of people. */
export interface Privacy {
  /** Resolves when it is sure to happen; the same turn again asks for nothing more. */
  askErasure(person: string, turn: string, tell: Readonly<Record<string, unknown>>): Promise<void>;
  /** The last time that the janitor came round. */
  lastRound(): Round | undefined;
  stop(): Promise<void>;
}

export interface OpenPrivacyParts extends HoldingsParts {
  readonly retention: Retention;
  readonly say: Say;
  readonly log: ServerLog;
  readonly onSetAside: OnSetAside;
}

/** Begins to erase what is kept for its time, and to do what people and the operator ask for. */
export function openPrivacy(parts: OpenPrivacyParts): Privacy {
  const { dataDir, retention, say, log, onSetAside } = parts;
  const holdings = createHoldings(parts);
  const folder = requestFolderIn(dataDir, onSetAside);
  const requests = createRequestServer({ dataDir, holdings, now: () => new Date() }, folder, say, log);
  let round: Round | undefined;
  const stopRequests = every(REQUESTS_MS, () => requests.look(), (error) => log.error({ error: String(error) }, 'requests about personal data cannot be read'));
  const stopJanitor = every(JANITOR_MS, async () => {
    round = await cleanUp(holdings, retention, new Date(), log);
  }, (error) => log.error({ error: String(error) }, 'the janitor failed'));
  return {
    async askErasure(person, turn, tell) {
      const id = createHash('sha256').update(turn).digest('hex').slice(0, 32);
      await folder.ask({ kind: 'erase', person, tell }, id);
    },
    lastRound: () => round,
    async stop() {
      await Promise.all([stopRequests(), stopJanitor()]);
    },
  };
}

export function requestFolderIn(dataDir: string, onSetAside?: OnSetAside): RequestFolder<PrivacyRequest> {
  return createRequestFolder(join(dataDir, 'privacy'), (value) => privacyRequest.parse(value), onSetAside);
}
