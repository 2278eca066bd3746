import { beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../../service/assistant.ts';
import { sharedAssistant } from '../assistant.ts';
import { Talk } from './talk.ts';

const ERROR = 'Error code: 0x904 Extended error code: 0x7';
const QUESTIONS = [
  'what do I lose?', 'can I undo it?', 'how long does this take?', 'do I need an admin for this?', 'where do I type this?', "what's next?", 'is it my fault?', 'is there an outage?',
  "how do I get onto the server when RDP is down?", 'could it be the certificate?', 'is it the network?', 'could it be the moon?',
];

let assistant: Assistant;
beforeAll(async () => {
  assistant = await sharedAssistant();
});

/** What must be the same before and after: a question records nothing. */
const recorded = ({ session }: Talk) => [session?.phase, session?.findings, session?.steps, session?.capabilities, session?.unanswered, session?.problem];

describe("the person's own questions", () => {
  it('are answered while a step is open, which stays open', () => {
    const talk = new Talk(assistant).say(ERROR).given('step', 'renew-self-signed-certificate');
    const before = recorded(talk);
    for (const question of QUESTIONS) {
      talk.say(question);
      expect([question, recorded(talk)]).toEqual([question, before]);
      expect([question, talk.texts.join()]).not.toEqual([question, expect.stringMatching(/not sure what you mean|can't place/)]);
      expect(talk.buttons.map((button) => button.title)).toContain('It works now');
    }
  });

  it('are answered while a question is open, which is asked again', () => {
    const talk = new Talk(assistant).say(ERROR);
    const before = recorded(talk);
    const asked = talk.texts.at(-1);
    for (const question of QUESTIONS) {
      talk.say(question);
      expect([question, recorded(talk), talk.texts.at(-1)]).toEqual([question, before, asked]);
    }
  });

  it('take what is said beside them', () => {
    const talk = new Talk(assistant).say(ERROR, 'Only this server fails. How long does this take?');
    expect(talk.session?.findings.map((each) => each.answer)).toContain('single-host');
    expect(talk.texts.join()).toContain('1 minute');
  });

  it('do not hide how a step went', () => {
    const talk = new Talk(assistant).say(ERROR).given('step', 'renew-self-signed-certificate').say("That didn't help. What's next?");
    expect(talk.session?.steps.find((each) => each.fix === 'renew-self-signed-certificate')?.outcome).toBe('failed');
  });

  it('say what a step takes away', () => {
    const talk = new Talk(assistant).say(ERROR);
    const fix = [...assistant.mind.graph.fixes.values()].find((each) => each.interrupts.includes('restart'));
    expect(talk.given('step', fix?.id ?? '').say('what do I lose?').texts.join()).toMatch(/restarts/);
  });
});

describe('"could it be X?"', () => {
  it('is answered by the belief, with what speaks for it, and the step for it is a press away', () => {
    const talk = new Talk(assistant).say(ERROR, 'only this server fails', 'could it be the certificate?');
    expect(talk.texts[0]).toMatch(/^Yes, .*certificate.*For it: only this remote computer fails/s);
    talk.press('Try that first');
    expect(talk.session?.phase.name).toBe('fixing');
  });

  it('loses to what speaks against it', () => {
    const talk = new Talk(assistant).say(ERROR).given('question', 'target-kind').press('A Linux computer').say('is it the certificate?');
    expect(talk.texts[0]).toMatch(/^It could be, but other things are likelier.*Against it: the remote computer runs Linux/s);
  });

  it('is not answered about what the graph does not know', () => {
    expect(new Talk(assistant).say(ERROR, 'could it be the moon?').texts[0]).toMatch(/I know of nothing like "the moon"/);
  });
});

describe('how to get onto a computer whose Remote Desktop is dead', () => {
  const ASK = 'how do I get onto the server without RDP?';
  it.each([
    ['target-kind', 'A Linux computer', /ssh/],
    ['target-kind', 'Container, WSL, tunnel or bastion', /docker exec/],
    ['target-kind', 'A machine in Azure', /Run command/],
    ['target-windows-kind', 'A pool of virtual desktops', /pool/],
    ['client-belongs-to-company', 'No', /sit down/],
  ])('%s: %s', (question, title, words) => {
    const talk = new Talk(assistant).say(ERROR).given('question', question);
    const button = talk.buttons.find((each) => each.title.startsWith(title)) ?? talk.buttons.find((each) => each.title.includes('pool'));
    talk.press(button?.title ?? title).say(ASK);
    expect(talk.texts[0]).toMatch(words);
  });

  it('is a button of every step that is done there', () => {
    const talk = new Talk(assistant).say(ERROR).given('step', 'renew-self-signed-certificate').press('How do I get onto it?');
    expect(talk.texts[0]).toMatch(/iLO/);
    expect(talk.session?.phase.name).toBe('fixing');
  });
});
