import { join } from 'node:path';
import { fetchBotToken } from '../../bots/connecting/authentication.ts';
import { loadKnowledge } from '../../knowledge/compiler/load.ts';
import { createAgentsFile } from '../../storage/agents-file.ts';
import { createFileTicketStore } from '../../storage/ticket-store.ts';
import { KNOWLEDGE_DIR } from '../assemble.ts';
import { ConfigError, readConfig, type Config } from '../config.ts';
import { classifierFingerprint } from '../learned-classifier.ts';
import { MODEL_CACHE, readerInputs } from '../learned.ts';
import { modelFile } from '../model-cache.ts';
import type { Finding } from './finding.ts';
import { agentsFindings, reachableFinding } from './helpdesk.ts';
import { knowledgeFinding, modelFinding, retentionFinding } from './knowledge.ts';
import { clockFinding, nodeFinding, portFinding, roomFinding, secrecyFinding, storageFinding } from './machine.ts';
import { publicFindings, reachFinding } from './public.ts';
import { certificateFinding, signInFinding } from './sign-in.ts';

const DEADLINE_MS = 8_000;
/** It answers with its time, and the bot needs it in any case. */
const LOGIN = 'https://login.microsoftonline.com/';

/** Looks at everything that a start and a day's work need. Changes nothing, beyond making the data folder and its secret as a start does. */
export async function examine(environment: Readonly<Record<string, string | undefined>>): Promise<readonly Finding[]> {
  const node = nodeFinding(process.versions.node);
  let config: Config;
  try {
    config = readConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [node, { about: 'configuration', level: 'problem', what: error.message, fix: 'The README has every variable.' }];
  }
  const { dataDir, host, port, credentials, publicUrl } = config;
  const certificate = environment['BOT_CERTIFICATE'];
  const findings = [
    node,
    await portFinding(host, port, () => isReconnect(host, port)),
    await storageFinding(dataDir),
    await roomFinding(dataDir),
    ...(await ofKnowledge()),
    retentionFinding(config.retention),
    ...publicFindings(config),
    ...(await ofHelpdesk(config)),
    await signInFinding(credentials, () => inTime(fetchBotToken(credentials ?? { appId: '' }))),
    credentials && certificateFinding(credentials, new Date()),
    certificate ? await secrecyFinding('certificate file', certificate) : undefined,
    credentials && clockFinding(new Date(), await timeElsewhere()),
    publicUrl === undefined ? undefined : await reachFinding(publicUrl, async (url) => (await get(url)).status),
  ];
  return findings.filter((finding) => finding !== undefined);
}

async function ofKnowledge(): Promise<Finding[]> {
  const { graph, findings } = await loadKnowledge(KNOWLEDGE_DIR);
  if (!graph) return [knowledgeFinding(undefined, findings)];
  const [reader, classifier] = await Promise.all([readerInputs(graph), classifierFingerprint()]);
  const models = [{ name: 'reader', fingerprint: reader.fingerprint }, { name: 'classifier', fingerprint: classifier }];
  return [knowledgeFinding(graph.version, findings), modelFinding(models.map((model) => modelFile(MODEL_CACHE, model)))];
}

async function ofHelpdesk(config: Config): Promise<Finding[]> {
  const { helpdesk, dataDir, publicUrl = '' } = config;
  if (helpdesk.name === 'embedded') return agentsFindings(config, await createAgentsFile(join(dataDir, 'agents.json')).names());
  // Connecting the others opens a mailbox, or nothing at all.
  if (helpdesk.name !== 'request-tracker') return [];
  const connection = await helpdesk.connect({
    now: () => new Date(),
    poke: () => undefined,
    publicUrl,
    tickets: () => createFileTicketStore(join(dataDir, 'tickets'), () => undefined),
    deliveryOf: () => Promise.resolve({ state: 'pending' as const }),
    log: () => undefined,
  });
  try {
    return [await reachableFinding(helpdesk.name, connection.helpdesk)];
  } finally {
    await connection.close?.();
  }
}

async function isReconnect(host: string, port: number): Promise<boolean> {
  return get(`http://${host.includes(':') ? `[${host}]` : host}:${port}/livez`).then(async (answer) => answer.ok && (await answer.text()).includes('"status":"ok"'), () => false);
}

async function timeElsewhere(): Promise<Date | undefined> {
  const date = await get(LOGIN).then((answer) => answer.headers.get('date'), () => null);
  return date === null ? undefined : new Date(date);
}

function get(url: string): Promise<Response> {
  return fetch(url, { signal: AbortSignal.timeout(DEADLINE_MS), redirect: 'manual' });
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`There was no answer within ${DEADLINE_MS / 1000} s.`)), DEADLINE_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
