import { beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../../service/assistant.ts';
import { sharedAssistant } from '../assistant.ts';
import { isTold } from '../../dialogs/ledger.ts';
import { evidenceOf, type Session } from '../../dialogs/session.ts';
import { Talk } from './talk.ts';

const OPENING = 'Error code: 0x904 Extended error code: 0x7';
const MIDDLE = 'Error code: 0x904 Extended error code: 0x0';

describe('taking back', () => {
  let assistant: Assistant;
  beforeAll(async () => {
    assistant = await sharedAssistant();
  });

  const known = (session: Session | undefined) => session && evidenceOf(session);

  it.each([
    ['only this server fails', 'I was wrong about that'],
    ['nobody can connect', 'that was a mistake'],
    ["I'm not an administrator", 'scratch that'],
    ["I don't know", 'oops'],
    ['the remote computer runs windows', 'ignore what I said'],
    ['TcpTestSucceeded : False', 'das war falsch'],
    ['nobody can connect', 'je me suis trompé'],
    ['the certificate has expired', 'I take that back'],
  ])('"%s", then "%s": everything is as before', (said, back) => {
    const before = new Talk(assistant).say(OPENING);
    const talk = new Talk(assistant).say(OPENING, said);
    expect(known(talk.session)).not.toEqual(known(before.session));
    talk.say(back);
    expect(known(talk.session)).toEqual(known(before.session));
    expect(talk.belief).toEqual(before.belief);
    expect(talk.session?.phase).toEqual(before.session?.phase);
  });

  it.each(['It works now', "Didn't help", "I can't do this"])('a wrong press of "%s" is undone, and the step is there again', (title) => {
    const before = new Talk(assistant).say(MIDDLE).given('step', 'connect-again');
    const talk = new Talk(assistant).say(MIDDLE).given('step', 'connect-again').press(title).say('wrong button, sorry');
    expect(talk.belief).toEqual(before.belief);
    expect(talk.session?.phase).toEqual(before.session?.phase);
    expect(talk.session?.steps.filter(isTold)).toEqual([]);
  });

  it('of one answer among several leaves the others, in whatever order they came', () => {
    const direct = new Talk(assistant).say(OPENING, 'only this server fails');
    const one = new Talk(assistant).say(OPENING, 'only this server fails', 'nobody can connect', 'I was wrong, that nobody gets in is not true');
    const other = new Talk(assistant).say(OPENING, 'nobody can connect', 'only this server fails', 'I was wrong, that nobody gets in is not true');
    for (const talk of [one, other]) expect(talk.belief).toEqual(direct.belief);
  });

  it('with a correction puts the new answer in the place of the old one, and says so', () => {
    const direct = new Talk(assistant).say(OPENING, 'others can connect');
    const talk = new Talk(assistant).say(OPENING, 'nobody can connect', 'actually others can connect');
    expect(talk.texts.join('\n')).toContain('I no longer count that nobody gets in');
    expect(talk.belief).toEqual(direct.belief);
  });

  it('twice asks which answer is meant, and offers each', () => {
    const talk = new Talk(assistant).say(OPENING, 'only this server fails', 'nobody can connect', 'that was a mistake', 'that was a mistake');
    expect(talk.texts).toContain('Which of these is wrong?');
    talk.press('Only this remote computer fails');
    expect(talk.session?.findings.filter((each) => each.question === 'affected-hosts')).toEqual([]);
  });

  it('in a report corrects the report', () => {
    const talk = new Talk(assistant).say(OPENING, 'only this server fails', 'get me a person', 'it is urgent for the finance team', 'I was wrong about the server');
    const text = talk.texts.join('\n');
    expect(talk.session?.phase.name).toBe('escalating');
    expect(text).toContain('finance team');
    expect(text).not.toContain('only this remote computer fails;');
    expect(talk.session?.findings).toEqual([]);
  });
});
