import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { randomFrom } from '../../learning/simulation/random.ts';
import { startConnectorTwin, type ConnectorTwin, type Sent } from '../../test/bots/connector-twin.ts';
import { SCRIPT } from './script.ts';
import { startWhole, type WholeService } from './service.ts';

export interface TeamsKills {
  readonly kills: number;
  /** Messages that Teams was told are taken. */
  readonly acknowledged: number;
  /** Of those: without a reply, open or folded away. */
  readonly lost: number;
  /** Replies that stand open in a chat more than once. */
  readonly doubled: number;
  /** Replies that came folded away, since a kill cut them off in the middle of their call. */
  readonly folded: number;
  /** Starts that were refused. */
  readonly refusedStarts: number;
}

const PEOPLE = 4;
/** Milliseconds that the twin keeps an answer back at most: a kill then finds calls under way. */
const SLOWEST_MS = 12;

interface Person {
  readonly conversation: string;
  said: number;
  readonly acknowledged: string[];
}

/**
 * Kills the whole service (signal 9) while it answers several people on a twin of the Teams connector, again and again. Teams
 * delivers what was not acknowledged again, under its old id.
 */
export async function killOnTeams(options: { readonly dataDir: string; readonly rounds: number; readonly seed: number }): Promise<TeamsKills> {
  const random = randomFrom(options.seed);
  const twin = await startConnectorTwin(() => random() * SLOWEST_MS);
  const people: Person[] = Array.from({ length: PEOPLE }, (_, n) => ({ conversation: `kills-${n}-${randomUUID()}`, said: 0, acknowledged: [] }));
  let refusedStarts = 0;
  try {
    for (let round = 0; round < options.rounds; round += 1) {
      const service = await startWhole(options.dataDir);
      if (!service) {
        refusedStarts += 1;
        break;
      }
      await untilKilled(service, people, twin.serviceUrl, { most: 2 + Math.floor(random() * 24), delay: Math.floor(random() * 12) });
    }
    await lastWords(options.dataDir, people, twin);
    return { kills: options.rounds, refusedStarts, ...verdict(people, twin.sent) };
  } finally {
    await twin.close();
  }
}

async function untilKilled(service: WholeService, people: readonly Person[], serviceUrl: string, at: { most: number; delay: number }): Promise<void> {
  const closed = once(service.child, 'close');
  let taken = 0;
  const onAcknowledged = (): void => {
    taken += 1;
    if (taken === at.most) setTimeout(() => service.child.kill('SIGKILL'), at.delay);
  };
  await Promise.all(people.map((person) => talk(person, service.origin, serviceUrl, onAcknowledged)));
  await closed;
}

/** Says one thing after another until the service is gone. */
async function talk(person: Person, origin: string, serviceUrl: string, onAcknowledged: () => void): Promise<void> {
  while (await deliver(person, origin, serviceUrl)) onAcknowledged();
}

/** Whether the service took it; false when it is gone, and the same comes again then. */
async function deliver(person: Person, origin: string, serviceUrl: string): Promise<boolean> {
  const { conversation, said } = person;
  const id = `${conversation}-${said}`;
  const response = await fetch(`${origin}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message', id, channelId: 'msteams', serviceUrl, text: SCRIPT[said % SCRIPT.length], textFormat: 'plain', timestamp: new Date().toISOString(),
      from: { id: `29:${conversation}`, name: 'Robin Sample' }, recipient: { id: '28:bot', name: 'Reconnect' },
      conversation: { id: conversation, conversationType: 'personal' },
    }),
  }).catch((error: unknown) => {
    if (error instanceof TypeError) return undefined; // The connection broke: it was killed.
    throw error;
  });
  if (!response) return false;
  if (response.status !== 200) throw new Error(`The service answered ${response.status}.`);
  person.acknowledged.push(id);
  person.said += 1;
  return true;
}

/** What was cut off by the last kill is delivered again, and what is owed is sent. */
async function lastWords(dataDir: string, people: readonly Person[], twin: ConnectorTwin): Promise<void> {
  const service = await startWhole(dataDir);
  if (!service) return;
  for (const person of people) await deliver(person, service.origin, twin.serviceUrl);
  for (let seen = -1; seen !== twin.sent.length; ) {
    seen = twin.sent.length;
    await pause(500);
  }
  const closed = once(service.child, 'close');
  service.child.kill('SIGKILL');
  await closed;
}

function verdict(people: readonly Person[], sent: readonly Sent[]): Pick<TeamsKills, 'acknowledged' | 'lost' | 'doubled' | 'folded'> {
  // What changes a message that is there already says nothing new.
  const messages = sent.filter(({ method, activity }) => method === 'POST' && activity.type === 'message');
  const open = messages.filter((each) => !isFolded(each));
  // One turn says nothing twice, so the same words under the same message are the same reply.
  const replies = open.map(({ path, activity }) => JSON.stringify([path, activity.text, activity.attachments]));
  const acknowledged = people.flatMap((person) => person.acknowledged);
  const answered = new Set(messages.map(({ activity, path }) => activity.replyToId ?? path.split('/').at(-1)));
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((id) => !answered.has(id)).length,
    doubled: replies.length - new Set(replies).size,
    folded: messages.length - open.length,
  };
}

function isFolded({ activity }: Sent): boolean {
  return JSON.stringify(activity.attachments ?? []).includes('Action.ShowCard');
}
