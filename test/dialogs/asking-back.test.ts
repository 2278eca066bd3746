import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../../service/assistant.ts';
import { sharedAssistant } from '../assistant.ts';
import { Talk } from './talk.ts';

const BEFORE_A_SESSION = 'Error code: 0x904 Extended error code: 0x7';
const LOST_SESSION = 'Error code: 0x904 Extended error code: 0x0';

const FOREIGN = ['the purple bit next to it', 'it is kind of sideways', 'banana', 'colorless green ideas', 'the usual with the box', 'the thing with the stuff'];

/** Ways into each phase in which text is read, with what cannot be told for certain there, whatever the models have learned. */
const PHASES: readonly (readonly [string, readonly string[], (talk: Talk) => Talk])[] = [
  ['listening', FOREIGN, (talk) => talk],
  ['confirming-code', FOREIGN, (talk) => talk.say('error code 0x9O4')],
  ['choosing', FOREIGN, (talk) => talk.say('Error code: 0x3 on the virtual desktop')],
  ['choosing', FOREIGN, (talk) => talk.say(LOST_SESSION, 'now it says 0x204 on a virtual desktop')],
  ['asking', ['yes', 'no', 'yep', '0x904', '0x904 0x7', 'nope'], (talk) => talk.say(BEFORE_A_SESSION).given('question', 'target-kind')],
  ['fixing', ['yes', 'yep', 'yeah', '0x904', '0x904 0x0', 'yup'], (talk) => talk.say(LOST_SESSION).given('step', 'connect-again')],
];

describe('a message that cannot be read', () => {
  let assistant: Assistant;
  beforeAll(async () => {
    assistant = await sharedAssistant();
  });

  it.each(PHASES)('while %s is never asked back twice the same way, records nothing, and a person is offered at the third', (phase, unreadable, open) => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...unreadable], { minLength: 5 }), (texts) => {
        const talk = open(new Talk(assistant));
        const known = talk.session && [talk.session.findings, talk.session.steps, talk.session.capabilities];
        let last = '';
        let misread = 0;
        for (const text of texts) {
          talk.say(text);
          const asked = talk.texts.at(-1) ?? '';
          misread += 1;
          expect([text, talk.session?.misread]).toEqual([text, misread]);
          expect(talk.session?.phase.name).toBe(phase);
          if (known) expect([talk.session?.findings, talk.session?.steps, talk.session?.capabilities]).toEqual(known);
          expect(asked).not.toBe(last);
          if (misread >= 3) expect(talk.buttons.map((button) => button.press.action)).toContain('person');
          last = asked;
        }
      }),
      { numRuns: 12, seed: 904 },
    );
  });

  it('offers its likeliest readings, which do what they say', () => {
    const open = () => new Talk(assistant).say(LOST_SESSION).given('step', 'connect-again').say('yes');
    const readings = open().buttons.filter((button) => button.press.action !== 'person');
    expect(readings.slice(0, 2).map(({ press }) => press.action)).toEqual(['worked', 'done']);
    for (const { title } of readings) {
      const chosen = open().press(title);
      expect(chosen.texts.join('\n')).not.toContain('no longer counts');
      expect(chosen.replies.length).toBeGreaterThan(0);
    }
  });

  it('takes an ordinal for the reading that stands there, not for the button of the question', () => {
    const open = () => new Talk(assistant).say(LOST_SESSION).given('step', 'connect-again').say('yes');
    const [first, second] = open().buttons;
    expect([first?.press.action, second?.press.action]).toEqual(['worked', 'done']);
    expect(open().say('the first one').session?.phase.name).toBe('solved');
    expect(open().say('the 2nd').session?.steps.at(-1)?.outcome).toBe('done');
    const shown = new Talk(assistant).say(BEFORE_A_SESSION).given('question', 'target-kind').say('yes');
    const third = shown.buttons[2]?.press.target;
    expect(shown.say('third').session?.findings.map((each) => each.answer)).toContain(third);
  });

  it('keeps the answers of the open question at hand', () => {
    const talk = new Talk(assistant).say(BEFORE_A_SESSION).given('question', 'target-kind').say('yes');
    const targets = talk.buttons.filter((button) => button.press.action === 'answer').map((button) => button.press.target);
    expect(targets).toEqual(expect.arrayContaining(['target-windows', 'target-linux', 'target-container', 'target-azure-vm']));
    expect(new Set(targets).size).toBe(targets.length);
  });

  it('asks for the place where a code means several things, and takes the place in words', () => {
    const talk = new Talk(assistant).say('Error code: 0x3 on the virtual desktop');
    expect(talk.buttons.map((button) => button.title)).toEqual(['Azure Virtual Desktop', 'Remote Desktop Connection on Windows', 'Talk to support']);
    expect(talk.say('azure').session?.codes[0]?.space).toBe('azure-virtual-desktop');
  });
});
