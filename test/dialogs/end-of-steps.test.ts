import { beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../../service/assistant.ts';
import { sharedAssistant } from '../assistant.ts';
import { Talk } from './talk.ts';

let assistant: Assistant;
beforeAll(async () => {
  assistant = await sharedAssistant();
});

/** Refuses steps and questions until a ticket is proposed. */
function untilTheOffer(talk: Talk): Talk {
  for (let turn = 0; turn < 200 && talk.session?.phase.name !== 'escalating'; turn++) {
    const refusal = ["I don't know", "I can't get that done", "I can't do this"].find((title) => talk.buttons.some((button) => button.title === title));
    if (refusal === undefined) throw new Error(`nothing to refuse: ${talk.texts.join(' | ')}`);
    talk.press(refusal);
  }
  return talk;
}

describe('when no step is left', () => {
  it('support is proposed once, and not again to whoever refused it and told nothing since', () => {
    const talk = untilTheOffer(new Talk(assistant).say('Error code: 0x904 Extended error code: 0x7'));
    talk.press('Not now');
    expect(talk.texts.join()).toMatch(/no step left/);
    expect(talk.buttons.map((button) => button.title)).toContain('Talk to support');
    talk.say('what else?', 'ok');
    expect(talk.session?.phase.name).not.toBe('escalating');
    talk.say('get me a human');
    expect(talk.session?.phase.name).toBe('escalating');
  });

  it('something new that is told goes on', () => {
    const talk = untilTheOffer(new Talk(assistant).say('Error code: 0x904 Extended error code: 0x7')).press('Not now');
    talk.say('TcpTestSucceeded : False');
    expect(talk.session?.findings.map((each) => each.answer)).toContain('port-closed');
    expect(talk.texts.join()).not.toMatch(/no step left/);
  });
});

describe('a step whose outcome was told', () => {
  it('is not put before anybody again when an offer is refused', () => {
    const talk = new Talk(assistant).say('black screen after I sign in', 'nope, that did not help. get me a human please');
    const told = talk.session?.steps.find((each) => each.outcome === 'failed')?.fix;
    expect(told).toBeDefined();
    talk.press('Not now');
    expect(talk.session?.phase).not.toMatchObject({ fix: told });
    expect(talk.buttons.length).toBeGreaterThan(0);
  });

  it('that worked and did not last is not suggested again', () => {
    const talk = new Talk(assistant).say('black screen after I sign in');
    const worked = talk.session?.steps[0]?.fix;
    talk.press('It works now').say("let's restart the vpn instead", 'that did not help');
    expect(talk.session?.steps.find((each) => each.fix === worked)?.outcome).not.toBe('offered');
  });
});
