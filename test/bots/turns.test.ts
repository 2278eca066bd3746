import type { ConversationReference } from 'botbuilder';
import { describe, expect, it } from 'vitest';
import type { OwedTurn, ReplyJournal } from '../../bots/turns/owed-replies.ts';
import { TurnQueue } from '../../bots/turns/turn-queue.ts';
import { MemoryStorage } from '../storage/memory-storage.ts';
import { botsAtATwin } from './bots-at-a-twin.ts';
import { teamsFixture, type BotOptions, type BotUnderTest } from './bot-under-test.ts';
import { advanceTwin } from './dialog-twin.ts';

/** Milliseconds that a busy machine may take. */
const PATIENTLY = { timeout: 20_000 };

describe('turns', () => {
  const { twin, start } = botsAtATwin();
  const say = async (bot: BotUnderTest, text: string, id: string) => {
    const [activity] = await teamsFixture('personal-message', twin().serviceUrl);
    return bot.post({ ...activity, text, id });
  };
  /** On a channel where every reply is a message. */
  const sayElsewhere = async (bot: BotUnderTest, text: string, id: string) => {
    const [activity] = await teamsFixture('personal-message', twin().serviceUrl);
    return bot.post({ ...activity, channelId: 'slack', text, id });
  };

  it('loses none of many messages that come at once', async () => {
    const bot = await start();
    await Promise.all(Array.from({ length: 25 }, (_, i) => say(bot, 'x', `m${i}`)));
    expect(twin().texts().map((text) => Number(text.split(':')[0]))).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
  });

  it('runs an activity that is delivered twice once, at the same time and later', async () => {
    const bot = await start();
    await Promise.all([say(bot, 'x', 'same'), say(bot, 'x', 'same')]);
    await say(bot, 'y', 'other');
    expect(await say(bot, 'x', 'same')).toMatchObject({ status: 200 });
    expect(twin().texts()).toEqual(['1: Robin Sample said x', '2: Robin Sample said y']);
  });

  describe('after a kill', () => {
    /** A journal as the disk would have it, and the channel with which a process ended at a given moment. */
    const disk = () => {
      const storage = new MemoryStorage();
      const left = new Map<string, OwedTurn>();
      const idOf = ({ conversation, turn }: OwedTurn): string => `${conversation} ${turn}`;
      let isKilled = false;
      const keep = (turn: OwedTurn): void => void (isKilled || left.set(idOf(turn), turn));
      const journal: ReplyJournal = { begin: keep, note: keep, end: (turn) => void (isKilled || left.delete(idOf(turn))) };
      return { storage, journal, left: () => [...left.values()], kill: () => (isKilled = true) };
    };

    it('knows an activity again, and says nothing of it that has arrived', async () => {
      const { storage, journal, left } = disk();
      await sayElsewhere(await start({ storage, journal }), 'two', 'm1');
      expect(left()).toEqual([]);
      const restarted = await start({ storage, journal, left: left() });
      await sayElsewhere(restarted, 'two', 'm1');
      await sayElsewhere(restarted, 'x', 'm2');
      await sayElsewhere(restarted, 'two', 'm1');
      expect(twin().texts()).toEqual(['1: one', '1: two', '2: Robin Sample said x']);
    });

    it('says what had not left yet, by itself and once though the channel delivers again', async () => {
      const { storage, journal, left, kill } = disk();
      twin().failFrom(1);
      await sayElsewhere(await start({ storage, journal }), 'two', 'm1');
      kill();
      twin().failFrom(undefined);
      expect(left()).toMatchObject([{ turn: 'm1', replies: ['arrived', 'owed'] }]);
      const restarted = await start({ storage, left: left() });
      await sayElsewhere(restarted, 'two', 'm1');
      await expect.poll(() => twin().texts(), PATIENTLY).toEqual(['1: one', '1: two']);
      await sayElsewhere(restarted, 'x', 'm2');
      expect(twin().texts()).toEqual(['1: one', '1: two', '2: Robin Sample said x']);
    });

    it.each([['two', sayElsewhere], ['two', say], ['card', say]] as const)('folds away what had left and may have arrived: %s', async (text, speak) => {
      const { storage, journal, left, kill } = disk();
      const bot = await start({ storage, journal });
      twin().hang(true);
      const cut = speak(bot, text, 'm1');
      await expect.poll(() => left()[0]?.replies[0], PATIENTLY).toBe('sending');
      const atTheKill = left();
      kill();
      twin().hang(false);
      const restarted = await start({ storage, left: atTheKill });
      await expect.poll(() => twin().texts()[0], PATIENTLY).toContain('I was interrupted');
      const folded = JSON.stringify(twin().sent[0]?.activity);
      expect(folded).toContain('Action.ShowCard');
      expect(folded).toContain(text === 'two' ? '1: one' : 'It works');
      await speak(restarted, 'x', 'm2');
      expect(twin().texts().slice(1)).toEqual([...(speak === sayElsewhere ? ['1: two'] : []), '2: Robin Sample said x']);
      await twin().close();
      await cut;
    });

    it('asks nothing of a turn that was never kept', async () => {
      const { journal, left } = disk();
      journal.begin({ conversation: 'msteams/c', turn: 'm0', reference: {}, replies: ['owed'], since: 0 });
      const [activity] = await teamsFixture('personal-message', twin().serviceUrl);
      const reference = { channelId: 'msteams', serviceUrl: twin().serviceUrl, conversation: activity?.conversation, user: activity?.from, bot: activity?.recipient };
      const bot = await start({ journal, left: left().map((turn) => ({ ...turn, reference: reference as Partial<ConversationReference>, conversation: `msteams/${activity?.conversation?.id}` })) });
      await say(bot, 'x', 'm1');
      expect(twin().texts()).toEqual(['1: Robin Sample said x']);
    });
  });

  it('sends what an earlier message is still owed before the answer to the next one', async () => {
    const bot = await start({ latePauses: [60_000] });
    twin().failFrom(1);
    await sayElsewhere(bot, 'two', 'm1');
    twin().failFrom(undefined);
    await sayElsewhere(bot, 'x', 'm2');
    expect(twin().texts()).toEqual(['1: one', '1: two', '2: Robin Sample said x']);
  });

  it('asks the channel to deliver again when a reply did not arrive, and sends only what is missing', async () => {
    const bot = await start();
    twin().failFrom(1);
    expect(await sayElsewhere(bot, 'two', 'm1')).toMatchObject({ status: 502 });
    twin().failFrom(undefined);
    expect(await sayElsewhere(bot, 'two', 'm1')).toMatchObject({ status: 200 });
    expect(twin().texts()).toEqual(['1: one', '1: two']);
  });

  it('hands effects over before the state is kept, with the way back', async () => {
    const order: string[] = [];
    const storage = new MemoryStorage();
    const write = storage.write.bind(storage);
    storage.write = async (changes) => {
      order.push('state');
      return write(changes);
    };
    const references: Partial<ConversationReference>[] = [];
    const bot = await start({
      storage,
      effects: {
        async put(effects, reference) {
          order.push(...effects.map(({ type }) => type));
          references.push(reference);
        },
      },
    });
    await say(bot, 'ticket', 'm1');
    expect(order).toEqual(['append-to-ticket', 'state']);
    expect(references).toMatchObject([{ channelId: 'msteams', serviceUrl: twin().serviceUrl, user: { name: 'Robin Sample' } }]);
  });

  it('keeps nothing and says nothing of a turn whose effects could not be taken', async () => {
    let fails = true;
    const bot = await start({
      effects: {
        async put() {
          if (fails) throw new Error('disk full');
        },
      },
    });
    await say(bot, 'ticket', 'm1');
    fails = false;
    await say(bot, 'ticket', 'm1');
    expect(twin().texts()).toEqual([expect.stringContaining('REF-1'), '1: ticket']);
  });

  it('apologises with a reference when a turn fails, keeps the session, and logs no text', async () => {
    const bot = await start();
    await say(bot, 'x', 'm1');
    expect(await say(bot, 'throw', 'm2')).toMatchObject({ status: 200 });
    await say(bot, 'x', 'm3');
    expect(twin().texts()).toEqual(['1: Robin Sample said x', expect.stringContaining('REF-1'), '2: Robin Sample said x']);
    expect(bot.logged).toMatchObject([{ message: 'a turn failed', fields: { reference: 'REF-1', error: 'Error' } }]);
    expect(JSON.stringify(bot.logged)).not.toContain('cannot read');
  });

  it('apologises for a press too', async () => {
    const bot = await start({ advance: () => { throw new Error('x'); } });
    const [activity] = await teamsFixture('card-action', twin().serviceUrl);
    expect(await bot.post(activity)).toMatchObject({ status: 200, body: expect.stringContaining('REF-1') });
  });

  it('shows typing when a turn takes long', async () => {
    let finish = (): void => undefined;
    const slow = new Promise<void>((resolve) => (finish = resolve));
    const bot = await start({ typingAfter: 1, effects: { put: () => slow } });
    const answer = say(bot, 'ticket', 'm1');
    await expect.poll(() => twin().sent.map(({ activity }) => activity.type), PATIENTLY).toEqual(['typing']);
    finish();
    await answer;
    expect(twin().texts()).toEqual(['1: ticket']);
  });

  describe('that nobody said', () => {
    const opened = { type: 'ticket-opened', escalationId: 'e1', number: '7' } as const;

    async function conversation(options: BotOptions = {}) {
      const references: Partial<ConversationReference>[] = [];
      const bot = await start({ ...options, effects: { put: async (_, reference) => void references.push(reference) } });
      await say(bot, 'ticket', 'm1');
      // As the outbox keeps it.
      return { bot, reference: JSON.parse(JSON.stringify(references[0])) as Partial<ConversationReference> };
    }

    it('reach the person in the conversation, once', async () => {
      const { bot, reference } = await conversation();
      await bot.notifier.deliver(reference, opened);
      await bot.notifier.deliver(reference, opened);
      await say(bot, 'x', 'm2');
      expect(twin().texts()).toEqual(['1: ticket', '2: ticket-opened e1', '3: Robin Sample said x']);
    });

    it('wait for the turn that is running', async () => {
      const { bot, reference } = await conversation();
      await Promise.all([say(bot, 'x', 'm2'), bot.notifier.deliver(reference, opened), say(bot, 'y', 'm3')]);
      expect(twin().texts().map((text) => text[0]).sort()).toEqual(['1', '2', '3', '4']);
    });

    it('reject when they fail, without an apology, and can be delivered again', async () => {
      let fails = true;
      const { bot, reference } = await conversation({
        advance: (session, event, context) => {
          if (event.type === 'ticket-opened' && fails) throw new Error('x');
          return advanceTwin(session, event, context);
        },
      });
      await expect(bot.notifier.deliver(reference, opened)).rejects.toThrow('x');
      fails = false;
      twin().failFrom(0);
      await expect(bot.notifier.deliver(reference, opened)).rejects.toMatchObject({ code: 'DELIVERY' });
      twin().failFrom(undefined);
      await bot.notifier.deliver(reference, opened);
      expect(twin().texts()).toEqual(['1: ticket', '2: ticket-opened e1']);
    });

    it('go to no service URL that is not allowed', async () => {
      const { bot, reference } = await conversation();
      await expect(bot.notifier.deliver({ ...reference, serviceUrl: 'https://attacker.example/' }, opened)).rejects.toMatchObject({ status: 403 });
    });

    it('reach a channel in this process without a network, under the turn\'s id', async () => {
      const bot = await start();
      const said: [string, string | undefined][] = [];
      bot.adapter.registerLocal('urn:here', (turnId) => ({
        create: async () => ({ conversations: { sendToConversation: async (_: string, { text }: { text?: string }) => said.push([turnId, text]), replyToActivity: async (_: string, __: string, { text }: { text?: string }) => said.push([turnId, text]) } }) as never,
      }));
      const reference = { channelId: 'directline', serviceUrl: 'urn:here', conversation: { id: 'c' }, user: { id: 'u' }, bot: { id: 'b' } };
      await bot.notifier.deliver(reference as unknown as ConversationReference, opened);
      expect(said).toEqual([['ticket-opened/e1', '1: ticket-opened e1']]);
    });
  });
});

describe('a queue of turns', () => {
  it('runs one key in order and others meanwhile, forgets keys, and survives failures', async () => {
    const queue = new TurnQueue();
    const order: string[] = [];
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const first = queue.run('a', async () => {
      await held;
      order.push('a1');
      throw new Error('a1 failed');
    });
    const second = queue.run('a', async () => void order.push('a2'));
    await queue.run('b', async () => void order.push('b1'));
    release();
    await expect(first).rejects.toThrow('a1 failed');
    await second;
    await queue.idle();
    expect(order).toEqual(['b1', 'a1', 'a2']);
    expect(queue.size).toBe(0);
  });
});
