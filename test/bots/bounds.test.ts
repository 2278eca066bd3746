import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replyActivity } from '../../bots/activities/reply-activity.ts';
import { bytesOf, shortened } from '../../bots/activities/shortened.ts';
import { activityText } from '../../bots/activities/activity-text.ts';
import { LIMITS } from '../../server/limits.ts';
import { MemoryStorage } from '../storage/memory-storage.ts';
import { startBot, teamsFixture } from './bot-under-test.ts';
import { startConnectorTwin } from './connector-twin.ts';
import { advanceTwin } from './dialog-twin.ts';

/** Texts of up to 200 kB whose characters take one to six bytes in JSON. */
const paste = fc.tuple(fc.constantFrom('a', 'ä', '\u0001', '"', '\ud83d\ude80', '字', 'line\n'), fc.integer({ min: 0, max: 50_000 })).map(([part, count]) => part.repeat(count));

describe('bounds', () => {
  it('hold for every reply, whatever was pasted and wherever it stands', () => {
    fc.assert(fc.property(paste, paste, paste, (text, summary, third) => {
      const card = { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: third }, { type: 'Input.Text', id: 'summary', value: summary }], actions: [{ type: 'Action.Submit', data: { reconnect: { action: 'worked', target: 'fix', step: 1 } } }] };
      const activity = replyActivity({ text, card }, LIMITS.reply.most);
      expect(bytesOf(activity)).toBeLessThanOrEqual(LIMITS.reply.most);
      expect(JSON.stringify(activity)).toContain('"target":"fix"');
      expect(() => encodeURIComponent(activity.text ?? '')).not.toThrow();
    }), { numRuns: 60 });
  });

  it('leave alone what fits, and say what is missing where it is missing', () => {
    const small = { text: 'x'.repeat(900) };
    expect(shortened(small, 1_000)).toBe(small);
    const cut = shortened({ text: `begin${'x'.repeat(50_000)}end` }, 5_000);
    expect(cut.text).toMatch(/^begin[^]*characters are left out here[^]*end$/);
  });

  it('hold for what a conversation remembers, and a message for a ticket is known by its turn', async () => {
    const twin = await startConnectorTwin();
    const storage = new MemoryStorage();
    const keys: string[] = [];
    const bot = await startBot({
      storage,
      effects: { put: async (effects) => void keys.push(...effects.flatMap((effect) => (effect.type === 'append-to-ticket' ? [effect.messageKey] : []))) },
      bounds: { reply: LIMITS.reply.most, memory: LIMITS.memory.most },
      // Remembers all that is said, and names its messages by a count that ends: as a record of bounded length does.
      advance: (stored, event, context) => {
        const turn = advanceTwin(stored, event, context);
        const line = { who: 'person' as const, text: event.type === 'utterance' ? event.text : '', at: '' };
        const transcript = [...turn.session.transcript, line].slice(-4);
        return { ...turn, session: { ...turn.session, transcript }, effects: [{ type: 'append-to-ticket', escalationId: 'e', messageKey: `e/${transcript.length}`, text: 'x' }] };
      },
    });
    const [activity] = await teamsFixture('personal-message', twin.serviceUrl);
    for (let n = 0; n < 8; n++) await bot.post({ ...activity, text: `${n}`.repeat(80_000), id: `m${n}` });
    const stored = await storage.read(storage.keys());
    expect(bytesOf(stored)).toBeLessThan(LIMITS.memory.most + 8_192);
    for (const { activity: sent } of twin.sent) expect(bytesOf(sent)).toBeLessThan(LIMITS.reply.most + 2_048);
    expect(new Set(keys).size).toBe(8);
    await bot.close();
    await twin.close();
  });

  it('hold for mentions: thousands of them cost no more than some', () => {
    const entities = Array.from({ length: 8_000 }, (_, n) => ({ type: 'mention', text: `<at>b${n}</at>`, mentioned: { id: 'bot' } }));
    const text = entities.map((entity) => entity.text).join(' ');
    const seen = activityText({ text, entities, recipient: { id: 'bot', name: 'Reconnect' } });
    expect(seen).toContain('b7999');
    expect(seen).not.toMatch(/\bb7\b/);
  });
});
