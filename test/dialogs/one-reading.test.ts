import { beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../../service/assistant.ts';
import { assembleAssistant } from '../../service/assemble.ts';
import type { IntentClassifier } from '../../understanding/classifier/intent-classifier.ts';
import type { Mind } from '../../dialogs/mind.ts';
import { createAdvance } from '../../dialogs/advance.ts';
import { clausesOf } from '../../understanding/clauses.ts';
import type { Session } from '../../dialogs/session.ts';

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
  'ComputerName : srv\nRemotePort : 3389\nTcpTestSucceeded : False',
];

const HEADS = ['symptom', 'intent', 'scope'] as const;

describe('a turn', () => {
  let assistant: Assistant;
  beforeAll(async () => {
    assistant = await assembleAssistant();
  });

  it('reads and classifies the same text once, and no text that was not written', () => {
    const { mind } = assistant;
    let asked: string[] = [];
    const classifier = { ...mind.classifier } as { -readonly [head in keyof IntentClassifier]: IntentClassifier[head] };
    for (const head of HEADS) {
      const original = mind.classifier[head] as (text: string) => never;
      classifier[head] = (text: string) => {
        asked.push(`${head} ${text}`);
        return original(text);
      };
    }
    const counting: Mind = {
      ...mind,
      classifier,
      read: (text, now, question) => {
        asked.push(`read ${text}`);
        return mind.read(text, now, question);
      },
    };
    const advance = createAdvance(counting);
    for (const opening of [TURNS[0] ?? '', 'Error code: 0x904 Extended error code: 0x7', 'hello']) {
      let session: Session | undefined;
      for (const text of [opening, ...TURNS]) {
        asked = [];
        session = advance(session, { type: 'utterance', text }, { now: new Date(Date.UTC(2026, 10, 20)), newId: () => 'id', conversationId: 'c', person: { id: 'p' } }).session;
        expect([text, asked.length]).toEqual([text, new Set(asked).size]);
        const written = new Set([text, ...clausesOf(text)]);
        expect(asked.map((each) => each.slice(each.indexOf(' ') + 1)).filter((each) => !written.has(each))).toEqual([]);
      }
    }
  });
});
