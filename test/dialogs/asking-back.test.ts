import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../../service/assistant.ts';
import { assembleAssistant } from '../../service/assemble.ts';
import { Talk } from './talk.ts';

/** Ways into each phase in which text is read. */
const PHASES: readonly (readonly [string, readonly string[]])[] = [
  ['listening', []],
  ['confirming-code', ['error code 0x9O4']],
  ['choosing', ['Error code: 0x3']],
  ['choosing', ['Error code: 0x904 Extended error code: 0x0', 'now it says 0x204']],
  ['asking', ['Error code: 0x904 Extended error code: 0x7']],
  ['fixing', ['Error code: 0x904 Extended error code: 0x0']],
];

const UNREADABLE = ['blue', 'hmm the thing', 'whatever', 'lorem ipsum', 'qwertz', 'some stuff maybe', 'ehm'];

describe('a message that cannot be read', () => {
  let assistant: Assistant;
  beforeAll(async () => {
    assistant = await assembleAssistant();
  });

  it.each(PHASES)('while %s is never asked back twice the same way, and a person is offered at the third', (phase, opening) => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...UNREADABLE], { minLength: 5 }), (texts) => {
        const talk = new Talk(assistant).say(...opening);
        let last = '';
        let misread = 0;
        for (const text of texts) {
          talk.say(text);
          const asked = talk.texts.at(-1) ?? '';
          if ((talk.session?.misread ?? 0) <= misread) break;
          misread = talk.session?.misread ?? 0;
          expect(talk.session?.phase.name).toBe(phase);
          expect(asked).not.toBe(last);
          if (misread >= 3) expect(talk.buttons.map((button) => button.press.action)).toContain('person');
          last = asked;
        }
        expect(misread).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 12, seed: 904 },
    );
  });

  it('offers the two likeliest readings, which do what they say', () => {
    const talk = new Talk(assistant).say('Error code: 0x904 Extended error code: 0x0', 'hmm the thing');
    const readings = talk.buttons.filter((button) => button.press.action !== 'person');
    expect(readings).toHaveLength(2);
    for (const { title } of readings) {
      const chosen = new Talk(assistant).say('Error code: 0x904 Extended error code: 0x0', 'hmm the thing').press(title);
      expect(chosen.texts.join('\n')).not.toContain('no longer counts');
      expect(chosen.replies.length).toBeGreaterThan(0);
    }
  });

  it('asks for the place where a code means several things, and takes the place in words', () => {
    const talk = new Talk(assistant).say('Error code: 0x3');
    expect(talk.buttons.map((button) => button.title)).toEqual(['Remote Desktop Connection on Windows', 'Azure Virtual Desktop', 'Talk to a person']);
    expect(talk.say('azure').session?.codes[0]?.space).toBe('azure-virtual-desktop');
  });
});
