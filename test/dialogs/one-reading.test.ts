import { beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../../service/assistant.ts';
import type { IntentClassifier } from '../../understanding/classifier/intent-classifier.ts';
import type { Mind } from '../../dialogs/mind.ts';
import { createAdvance } from '../../dialogs/advance.ts';
import type { Session } from '../../dialogs/session.ts';
import { sharedAssistant } from '../assistant.ts';

const OPENINGS = ['Error code: 0x904 Extended error code: 0x0', 'Error code: 0x904 Extended error code: 0x7', 'hello'];

const TURNS = [
  'Error code: 0x904 Extended error code: 0x0',
  'nope, same thing',
  "didn't work, but I see event 1057 now",
  'it is 0x204 now',
  'worked! but now printing fails',
  'hmm the thing',
  'what is NLA?',
  'I was wrong about that',
  'my printer is offline and the coffee is cold',
];

const PASTES = [
  'ComputerName : srv\nRemotePort : 3389\nTcpTestSucceeded : False',
  'Status   : Running\nName     : TermService\nStartType: Manual',
  'Reply from 10.0.0.5: bytes=32 time=3ms TTL=127\nReply from 10.0.0.5: bytes=32 time=2ms TTL=127',
  "'Test-NetConnection' is not recognized as an internal or external command,\noperable program or batch file.",
];

const HEADS = ['symptom', 'intent', 'scope'] as const;

describe('a turn', () => {
  let assistant: Assistant;
  /** What the models and readers were asked in the turn. */
  let asked: string[] = [];
  let advance: ReturnType<typeof createAdvance>;
  beforeAll(async () => {
    assistant = await sharedAssistant();
    advance = createAdvance(listening(assistant.mind));
  });

  function listening(mind: Mind): Mind {
    const classifier = { ...mind.classifier } as { -readonly [head in keyof IntentClassifier]: IntentClassifier[head] };
    for (const head of HEADS) {
      const original = mind.classifier[head] as (text: string) => never;
      classifier[head] = (text: string) => {
        asked.push(`${head} ${text}`);
        return original(text);
      };
    }
    return {
      ...mind,
      classifier,
      reader: {
        read(text, context) {
          asked.push(`hear, ${context.phase} ${context.question ?? ''} ${context.bearing.size}: ${text}`);
          return mind.reader.read(text, context);
        },
      },
    };
  }

  const hear = (session: Session | undefined, text: string): Session => {
    asked = [];
    const context = { now: new Date(Date.UTC(2026, 10, 20)), newId: () => 'id', conversationId: 'c', person: { id: 'p' } };
    return advance(session, { type: 'utterance', text }, context).session;
  };

  it.each(OPENINGS)('asks a model the same thing once, after "%s"', (opening) => {
    let session: Session | undefined;
    for (const text of [opening, ...TURNS, ...PASTES]) {
      session = hear(session, text);
      expect([text, asked.length]).toEqual([text, new Set(asked).size]);
    }
  });

  it.each(OPENINGS.slice(0, 2))('shows no learned model what a tool printed, after "%s"', (opening) => {
    const session = hear(undefined, opening);
    for (const text of PASTES) {
      hear(session, text);
      expect([text, asked]).toEqual([text, []]);
    }
  });
});
