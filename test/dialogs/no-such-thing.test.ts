import { beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../../service/assistant.ts';
import { sharedAssistant } from '../assistant.ts';
import { Talk } from './talk.ts';

const OPENING = "Remote Desktop can't connect to the remote computer";

let assistant: Assistant;
let step: string;
beforeAll(async () => {
  assistant = await sharedAssistant();
  step = [...assistant.mind.graph.fixes.values()].find((fix) => (fix.solves.get('vpn-not-connected') ?? 0) >= 0.6)?.id ?? '';
});

describe('"there is no such thing here"', () => {
  const shareOf = (talk: Talk, cause: string) => talk.belief.get(cause) ?? 0;

  it('ends the step, and makes the cause unlikely that needs the thing', () => {
    const talk = new Talk(assistant).say(OPENING);
    const before = shareOf(talk, 'vpn-not-connected');
    talk.given('step', step).say('there is no such thing here');
    expect(talk.session?.steps.find((each) => each.fix === step)?.outcome).toBe('not-applicable');
    expect(shareOf(talk, 'vpn-not-connected')).toBeGreaterThan(0);
    expect(shareOf(talk, 'vpn-not-connected')).toBeLessThan(before / 2);
  });

  it('says more than that somebody cannot do it', () => {
    const talk = new Talk(assistant).say(OPENING);
    const before = shareOf(talk, 'vpn-not-connected');
    talk.given('step', step).press("I can't do this");
    expect(shareOf(talk, 'vpn-not-connected')).toBeCloseTo(before, 10);
  });

  it('is taken back with the rest', () => {
    const talk = new Talk(assistant).say(OPENING);
    const before = shareOf(talk, 'vpn-not-connected');
    talk.given('step', step).say('there is no such thing here', 'oops, wrong button');
    expect(shareOf(talk, 'vpn-not-connected')).toBeCloseTo(before, 10);
  });
});
