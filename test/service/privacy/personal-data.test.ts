import { expect, test } from 'vitest';
import type { Held, Holding } from '../../../service/privacy/holding.ts';
import { erased, personalDataOf, SeveralPeople } from '../../../service/privacy/personal-data.ts';

function held(name: string, people: readonly string[], ids: readonly string[], more: Partial<Held> = {}): Held & { name: string } {
  return { name, people, ids, content: () => Promise.resolve(name), erase: () => Promise.resolve(), ...more };
}

function holding(name: string, ...all: readonly Held[]): Holding {
  return {
    name,
    kind: 'conversations',
    async *all() {
      yield* all;
    },
    prune: () => Promise.resolve(0),
  };
}

const HOLDINGS = [
  // What says nothing of a person comes first: it is found in a second round.
  holding('cases', held('case', [], ['case-1']), held('other case', [], ['case-2'])),
  holding('tickets', held('ticket', ['anna'], ['team', 'esc-1'], { names: ['Anna Beck'] }), held('ticket of a colleague', ['boris'], ['team', 'esc-2'], { names: ['Boris'] })),
  holding('memory', held('team chat', ['anna', 'boris'], ['team', 'case-1']), held('old chat', [], ['esc-1'])),
  holding('damaged', held('broken', [], [], { text: '{"user":"anna"' }), held('other broken', [], [], { text: '{"user":"boris"' })),
];
const namesFor = async (given: string): Promise<string[]> => (await personalDataOf(given, HOLDINGS)).records.map(({ held: found }) => (found as Held & { name: string }).name);

test.each(['anna', 'Anna Beck', 'anna beck', 'esc-1'])('by %s everything of hers is found, and nothing of a colleague in the same conversation', async (given) => {
  expect((await namesFor(given)).sort()).toEqual(['broken', 'case', 'old chat', 'team chat', 'ticket']);
});

test('a conversation of several people names none of them', async () => {
  await expect(personalDataOf('team', HOLDINGS)).rejects.toThrow(SeveralPeople);
  await expect(personalDataOf('team', HOLDINGS)).rejects.toThrow('anna, boris');
});

test('somebody unknown is nobody, and not a part of somebody else', async () => {
  expect(await namesFor('ann')).toEqual([]);
});

test('what was erased is counted by holding', async () => {
  expect(await erased(await personalDataOf('anna', HOLDINGS))).toEqual({ cases: 1, tickets: 1, memory: 2, damaged: 1 });
});
