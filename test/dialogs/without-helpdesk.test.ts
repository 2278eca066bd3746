import { beforeAll, describe, expect, it } from 'vitest';
import { createAssistant, type Assistant } from '../../service/assistant.ts';
import { sharedAssistant } from '../assistant.ts';
import { Talk } from './talk.ts';

const ERROR = 'Error code: 0x904 Extended error code: 0x7';

let staffed: Assistant;
let alone: Assistant;
beforeAll(async () => {
  staffed = await sharedAssistant();
  const { graph, ...models } = staffed.mind;
  alone = createAssistant({ graph, models, site: { hasHelpdesk: false, waitMinutes: 2400 } });
});

/** Refuses whatever is on the table until the assistant has nothing left. */
function untilTheEnd(talk: Talk): Talk {
  for (let turn = 0; turn < 200; turn++) {
    const refusal = ['I don\'t know', "I can't do this", "I can't get that done"].find((title) => talk.buttons.some((button) => button.title === title));
    if (refusal === undefined) return talk;
    talk.press(refusal);
  }
  throw new Error('It never came to an end.');
}

describe('where there is no helpdesk', () => {
  it('nobody is offered a ticket, from the greeting to the last step', () => {
    const talk = new Talk(alone).hear({ type: 'joined' });
    expect(talk.texts.join()).not.toMatch(/support/);
    talk.say(ERROR);
    expect(talk.buttons.map((button) => button.title)).toContain('Give me a text to send');
    untilTheEnd(talk);
    expect(talk.texts.join()).toContain('Problem: ');
    expect(talk.texts.join()).not.toMatch(/ticket/i);
    expect(talk.buttons.map((button) => button.press.action)).not.toContain('send-ticket');
    expect(talk.effects.filter((effect) => effect.type === 'open-ticket')).toEqual([]);
  });

  it('a text to send is given at any time, and the step stays open', () => {
    const talk = new Talk(alone).say(ERROR);
    const { phase } = talk.session ?? {};
    talk.press('Give me a text to send');
    expect(talk.texts[0]).toMatch(/Send it to somebody who can help.*Problem: .*0x904/s);
    expect(talk.session?.phase).toEqual(phase);
  });

  it('goes on when something else is told after the last step', () => {
    const talk = untilTheEnd(new Talk(alone).say(ERROR));
    talk.say('Test-NetConnection srv -Port 3389\nComputerName : srv\nRemotePort : 3389\nTcpTestSucceeded : False');
    expect(talk.texts.length).toBeGreaterThan(0);
    expect(talk.session?.phase.name).not.toBe('escalating');
  });

  it('is believed when a person says so at the offer', () => {
    const talk = new Talk(staffed).say(ERROR, 'I want to talk to a person');
    expect(talk.buttons.map((button) => button.title)).toContain('Open the ticket');
    talk.press("There's no support here");
    expect(talk.texts.join()).toContain('Problem: ');
    expect(talk.buttons.map((button) => button.press.action)).not.toContain('send-ticket');
    expect(talk.session?.phase.name).not.toBe('escalating');
    talk.say('I want to talk to a person');
    expect(talk.buttons.map((button) => button.press.action)).not.toContain('send-ticket');
  });
});

describe('a person who says that there is no IT', () => {
  const offersTicket = (talk: Talk) => talk.say('I want to talk to a person').buttons.some((button) => button.press.action === 'send-ticket');

  it.each(['I have no IT', "we don't have a helpdesk", "there's nobody I could ask", "I'm the IT here"])('%s', (text) => {
    const talk = new Talk(staffed).say(ERROR);
    const asked = talk.texts.at(-1);
    talk.say(text);
    expect(talk.buttons.map((button) => button.title)).toContain('There is support after all');
    expect(talk.texts.at(-1)).toBe(asked);
    expect(offersTicket(talk)).toBe(false);
  });

  it.each(["the helpdesk doesn't answer", "there's no support on the weekend", 'is there no IT here?', 'it is my own fault', "it's my own machine"])('not: %s', (text) => {
    expect(offersTicket(new Talk(staffed).say(ERROR, text))).toBe(true);
  });

  it('takes it back by a press or in words', () => {
    const talk = new Talk(staffed).say(ERROR, 'I have no IT').press('There is support after all');
    expect(offersTicket(talk)).toBe(true);
    expect(offersTicket(new Talk(staffed).say(ERROR, 'I have no IT', 'we do have a helpdesk'))).toBe(true);
  });
});

describe('the cost of waiting', () => {
  it('decides how long steps are worth trying', () => {
    const { graph, ...models } = staffed.mind;
    const hurried = createAssistant({ graph, models, site: { hasHelpdesk: true, waitMinutes: 15 } });
    const minutes = (assistant: Assistant) => assistant.mind.troubleshooter({ '0x904/0x7': 1 }).decide({ findings: [], unanswered: [], failed: [], skipped: [], capabilities: {} }).expectedMinutes;
    expect(minutes(hurried)).toBeLessThan(20);
    expect(minutes(staffed)).toBeGreaterThan(minutes(hurried));
  });
});
