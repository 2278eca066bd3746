import { once } from 'node:events';
import { DirectLineClient } from '../../test/server/direct-line-client.ts';
import { randomFrom } from '../../learning/simulation/random.ts';
import { SCRIPT } from './script.ts';
import { startWhole as start } from './service.ts';

export interface ConversationKills {
  readonly kills: number;
  /** Messages that the person was told are taken. */
  readonly acknowledged: number;
  /** Of those: not in the conversation afterwards, or without an answer. */
  readonly lost: number;
  /** Messages or answers that stand in a conversation more than once. */
  readonly doubled: number;
  /** Starts that were refused because of a damaged file. */
  readonly refusedStarts: number;
}

const PEOPLE = 4;

interface Person {
  readonly client: DirectLineClient;
  said: number;
  /** Keys of acknowledged messages. */
  readonly acknowledged: string[];
}

/** Kills the whole service (signal 9) in the middle of several conversations, again and again, and reads everything at the end. */
export async function killConversations(options: { readonly dataDir: string; readonly rounds: number; readonly seed: number }): Promise<ConversationKills> {
  const random = randomFrom(options.seed);
  const people: Person[] = [];
  let refusedStarts = 0;
  for (let round = 0; round < options.rounds; round += 1) {
    const server = await start(options.dataDir);
    if (!server) {
      refusedStarts += 1;
      break;
    }
    await greet(people, server.origin);
    const closed = once(server.child, 'close');
    const most = 2 + Math.floor(random() * 24);
    const delay = Math.floor(random() * 12);
    let taken = 0;
    const onAcknowledged = () => {
      taken += 1;
      if (taken === most) setTimeout(() => server.child.kill('SIGKILL'), delay);
    };
    await Promise.all(people.map((person) => talk(person, onAcknowledged)));
    await closed;
  }
  const verdict = await inspect(people, options.dataDir);
  return { kills: options.rounds, refusedStarts, acknowledged: people.reduce((sum, person) => sum + person.acknowledged.length, 0), ...verdict };
}

/** The first time people come; later they come back to their conversations. */
async function greet(people: Person[], origin: string): Promise<void> {
  for (const [index, person] of people.entries()) {
    const { token, conversationId } = person.client;
    people[index] = { ...person, client: Object.assign(new DirectLineClient(origin), { token, conversationId }) };
  }
  while (people.length < PEOPLE) people.push({ client: await DirectLineClient.begin(origin), said: 0, acknowledged: [] });
}

/** Says one thing after another until the server is gone. What was cut off comes again under its old key. */
async function talk(person: Person, onAcknowledged: () => void): Promise<void> {
  for (;;) {
    const key = `key-${person.said}`;
    try {
      const { status } = await person.client.say(SCRIPT[person.said % SCRIPT.length] ?? '', key);
      if (status !== 200) throw new Error(`The server answered ${status}.`);
    } catch (error) {
      if (error instanceof TypeError) return; // The connection broke: it was killed.
      throw error;
    }
    person.acknowledged.push(key);
    person.said += 1;
    onAcknowledged();
  }
}

async function inspect(people: Person[], dataDir: string): Promise<{ lost: number; doubled: number }> {
  const server = await start(dataDir);
  if (!server) return { lost: people.reduce((sum, person) => sum + person.acknowledged.length, 0), doubled: 0 };
  let lost = 0;
  let doubled = 0;
  await greet(people, server.origin);
  for (const { client, acknowledged } of people) {
    const activities = await client.history();
    const ids = activities.map((activity) => activity.id);
    doubled += ids.length - new Set(ids).size;
    for (const key of acknowledged) {
      const said = activities.filter((activity) => activity.channelData?.['clientActivityID'] === key);
      doubled += Math.max(0, said.length - 1);
      const answered = said.some(({ id }) => ids.some((other) => other.startsWith(`${id}.`)));
      if (!answered) lost += 1;
    }
  }
  const closed = once(server.child, 'close');
  server.child.kill('SIGKILL');
  await closed;
  return { lost, doubled };
}
