import { describe, expect, it } from 'vitest';
import { causeSupposed, sideNamed, topicOf } from '../../understanding/inquiry.ts';

const ASKED: Readonly<Record<string, readonly string[]>> = {
  loss: ['what do I lose?', 'will I lose my work', 'will others be kicked off?', 'does it restart my computer?', 'is my data safe', 'what happens to my open files?', 'could this lock me out?'],
  undo: ['can I undo it?', 'How do I undo that', 'can that be reverted?', 'is it reversible?', 'what if it goes wrong?', 'can we roll it back?'],
  duration: ['how long does this take?', 'how long will it take', 'How many more steps?', 'is it quick?', 'and how much time is that'],
  who: ['who has to do that?', 'do I need an admin for this?', 'do i need admin rights', 'can I do this myself?', 'who do I send this to?'],
  where: ['where do I find that?', 'where do i type this', 'on which computer do I do this?'],
  next: ["what's next?", 'whats next', 'what happens next', "what if that doesn't help?", 'and then?', "what happens if it doesn't work"],
  fault: ['is it my fault?', 'did I do something wrong?', 'was it something I did?', 'did I break it?'],
  outage: ['is there an outage?', 'are there any known issues', 'is the gateway down?', 'is anyone else having this?', 'is it just me?', 'do others have this problem?'],
  'way-in': ['how do I get onto the server when RDP is down?', 'how do I do this without remote desktop?', "how am I supposed to do that if I can't connect?", 'is there another way in?', "I'm not at the server, how do I do this?"],
};

/** Trouble, facts, outcomes and wishes that use the same words. */
const NOT_ASKED = [
  'the server is down',
  'others can connect',
  'I lost my session',
  'it was my fault, I typed the wrong name',
  'it takes long',
  'an admin has to do that',
  'is it safe?',
  'how long has it been like this',
  'I did something wrong, start over',
  "didn't help, what next",
  'where is my ticket',
  'can you do it for me?',
];

describe('what is asked about the conversation', () => {
  it.each(Object.entries(ASKED).flatMap(([topic, asked]) => asked.map((text) => [text, topic] as const)))('%s', (text, topic) => {
    expect(topicOf(text)).toBe(topic);
  });

  it.each(NOT_ASKED)('not: %s', (text) => {
    expect(topicOf(text)).toBeUndefined();
  });
});

describe('a supposed cause', () => {
  it.each([
    ['could it be the graphics driver?', 'the graphics driver'],
    ['Can it be because of the VPN?', 'the VPN'],
    ['do you think it is the firewall?', 'the firewall'],
    ['so is it maybe a certificate thing?', 'a certificate thing'],
    ['is the antivirus to blame?', 'the antivirus'],
    ['does the update have anything to do with it?', 'the update'],
    ['maybe the firewall?', 'the firewall'],
  ])('%s', (text, what) => {
    expect(causeSupposed(text)).toBe(what);
  });

  it.each(['it could be the firewall', 'maybe the certificate has expired', 'is it safe?', 'is it still there?', 'could you open a ticket?'])('not: %s', (text) => {
    expect(causeSupposed(text)).toBeUndefined();
  });

  it('may be no more than a side', () => {
    expect(['the network', 'my laptop', 'the server', 'the server certificate', 'the network card'].map(sideNamed)).toEqual(['network', 'client', 'server', undefined, undefined]);
  });
});
