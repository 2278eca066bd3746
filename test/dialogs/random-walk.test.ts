import { beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, PROPERTIES } from '../../bench/walks/properties.ts';
import { walk, type Walked } from '../../bench/walks/walk.ts';
import { randomFrom } from '../../learning/simulation/random.ts';
import type { Assistant } from '../../service/assistant.ts';
import { sharedAssistant } from '../assistant.ts';

const WALKS = 120;
const TURNS = 20;
const SEED = 904;

let assistant: Assistant;
let walks: readonly (readonly Walked[])[];
beforeAll(async () => {
  assistant = await sharedAssistant();
  walks = Array.from({ length: WALKS }, (_, at) => walk(assistant, randomFrom(SEED + at), TURNS));
});

/** A walk up to a turn, as somebody reads it. */
function story(walked: readonly Walked[], at: number): string {
  return walked.slice(Math.max(0, at - 3), at + 1).map(({ event, turn }) => [`> ${JSON.stringify(event)}`, ...turn.replies.map((reply) => assistant.render(reply).text.slice(0, 120))].join('\n')).join('\n');
}

describe('any conversation', () => {
  it('is as long as it is meant to be, and reaches every place', () => {
    const places = new Set(walks.flat().map(({ turn }) => turn.session.phase.name));
    expect(walks.flat()).toHaveLength(WALKS * TURNS);
    expect([...places].sort()).toEqual(['asking', 'choosing', 'confirming-code', 'escalating', 'fixing', 'listening', 'solved', 'undoing', 'with-a-person']);
  });

  it.each(PROPERTIES.map(({ name }) => name))('%s', (name) => {
    const faults = walks.flatMap((walked, number) => faultsOf(walked, assistant.mind).filter((each) => each.property === name).map(({ fault, at }) => `walk ${SEED + number}, turn ${at}: ${fault}\n${story(walked, at)}`));
    expect(faults.slice(0, 3)).toEqual([]);
  });
});
