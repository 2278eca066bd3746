import { beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../../service/assistant.ts';
import { sharedAssistant } from '../assistant.ts';
import { Talk } from './talk.ts';

let assistant: Assistant;
beforeAll(async () => {
  assistant = await sharedAssistant();
});

describe('the text of an error window and nothing else', () => {
  it.each([
    ['Your credentials did not work', 'credentials-or-account'],
    ['The logon attempt failed', 'credentials-or-account'],
    ['The identity of the remote computer cannot be verified', 'certificate-problem'],
    ['An internal error has occurred.', undefined],
    ['This computer can\'t connect to the remote computer.\n\nTry connecting again. If the problem continues, contact the owner of the remote computer or your network administrator.', undefined],
  ])('%s', (text, symptom) => {
    const talk = new Talk(assistant).say(text);
    const problem = assistant.mind.graph.problems.get(talk.session?.problem ?? '');
    expect([text, talk.session?.phase.name]).not.toEqual([text, 'listening']);
    expect(problem).toBeDefined();
    if (symptom !== undefined) expect(problem?.symptom).toBe(symptom);
  });

  it("a tool's output alone does not say what is wrong", () => {
    const talk = new Talk(assistant).say('ComputerName : srv\nRemotePort : 3389\nTcpTestSucceeded : True');
    expect(talk.session?.phase.name).toBe('listening');
  });

  it('that is of another trouble is not passed over in the middle of one', () => {
    const talk = new Talk(assistant).say("Remote Desktop can't connect to the remote computer").given('question', 'port-test').say('Your credentials did not work');
    expect(talk.texts.join()).toMatch(/same problem/);
    talk.press('The same problem');
    expect(assistant.mind.graph.problems.get(talk.session?.problem ?? '')?.symptom).toBe('credentials-or-account');
  });
});
