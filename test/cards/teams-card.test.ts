import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { messagesFor } from '../../bots/activities/voice.ts';
import { bytesOf } from '../../bots/activities/shortened.ts';
import { closedCard, turnCard } from '../../cards/teams/turn-card.ts';
import { elementsOf } from '../../cards/teams/markdown.ts';
import { placeButtons } from '../../cards/teams/buttons.ts';
import { nextDecision } from '../../dialogs/next-step.ts';
import { fixReply, questionReply } from '../../dialogs/present.ts';
import type { Button, Reply } from '../../dialogs/turn.ts';
import { LIMITS } from '../../server/limits.ts';
import { ROOT } from '../../service/assemble.ts';
import { RENDERERS, type Assistant } from '../../service/assistant.ts';
import { sharedAssistant } from '../assistant.ts';
import { parseChat } from '../conversations/chat-file.ts';
import { Player } from '../conversations/player.ts';

/** Every object in it, at any depth. */
function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const each of Object.values(value)) yield* objectsIn(each);
}

const actionsIn = (card: object) => [...objectsIn(card)].filter(({ type }) => type === 'Action.Execute');

/** What can be pressed on the card, each once: its buttons and what its list offers. */
function presses(card: object): string[] {
  const buttons = actionsIn(card).map(({ data }) => data as { reconnect: Button['press']; fromList?: true }).filter(({ fromList }) => !fromList);
  const listed = [...objectsIn(card)].filter(({ type }) => type === 'Input.ChoiceSet').flatMap(({ choices }) => (choices as { value: string }[]).map(({ value }) => value));
  return [...buttons.map(({ reconnect }) => `${reconnect.action}/${reconnect.target}`), ...listed].sort();
}

/** Markdown that Teams does not show, in a text that is read as Markdown: headings, lists, quotes, code. */
const NOT_SHOWN = /^\s*#{1,6} |^\s*[-+*] |^\s*\d+\. |^\s*>|`|^\s*\|/m;

describe('a card for Teams', () => {
  let assistant: Assistant;
  const turns: (readonly Reply[])[] = [];
  let spokenInConversations = 0;
  beforeAll(async () => {
    assistant = await sharedAssistant();
    const folder = join(ROOT, 'test', 'conversations');
    const listening: Assistant = {
      ...assistant, mind: assistant.mind,
      advance: (...given) => {
        const turn = assistant.advance(...given);
        turns.push(turn.replies);
        return turn;
      },
    };
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.chat'))) {
      try {
        new Player(listening).play(parseChat(readFileSync(join(folder, name), 'utf8')));
      } catch {
        // One that goes another way is the matter of conversations.test.ts; the turns up to there count here.
      }
    }
    spokenInConversations = turns.filter((replies) => replies.length > 0).length;
    const { graph } = assistant.mind;
    const decision = nextDecision(assistant.mind, { '0x904/0x7': 1 }, { findings: [], unanswered: [], failed: [], skipped: [], capabilities: {} });
    const fresh = { step: 1, findings: [] };
    for (const fix of graph.fixes.values()) turns.push([fixReply(graph, decision, fix, false, fresh)], [fixReply(graph, decision, fix, true, fresh)]);
    for (const question of graph.questions.values()) turns.push([{ type: 'text', text: 'Noted.', buttons: [{ title: 'Not so', press: { action: 'take-back', target: 'x', step: 1 } }] }, questionReply(graph, question, 1)]);
  });

  it('is one message a turn, over all conversations, all fixes and all questions', () => {
    const spoken = turns.filter((replies) => replies.length > 0);
    expect(spokenInConversations).toBeGreaterThan(200);
    const counts = spoken.map((replies) => messagesFor(RENDERERS, replies, { channelId: 'msteams', conversation: { id: 'c' } }, LIMITS.reply.most).length);
    expect(new Set(counts)).toEqual(new Set([1]));
  });

  it('has at most six actions, and everything that could be pressed can be', () => {
    for (const replies of turns) {
      const { card } = turnCard(replies);
      expect(actionsIn(card).length).toBeLessThanOrEqual(6);
      expect(presses(card)).toEqual(replies.flatMap(({ buttons = [] }) => buttons).map(({ press }) => `${press.action}/${press.target}`).sort());
    }
  });

  it('has no Markdown that Teams does not show, a summary, and fits', () => {
    for (const replies of turns.filter((each) => each.length > 0)) {
      const { card, summary } = turnCard(replies, 'somebody');
      for (const { type, text } of objectsIn(card)) {
        if (type === 'TextBlock') expect(text).not.toMatch(NOT_SHOWN);
        if (type === 'TextBlock' || type === 'TextRun') expect(text).not.toBe('');
      }
      expect(summary).not.toMatch(/^$|[*`\n]/);
      expect(bytesOf(card)).toBeLessThan(LIMITS.reply.most);
    }
  });

  it('says every word of the reply', () => {
    const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
    for (const replies of turns) {
      const card = bare([...objectsIn(closedCard(replies))].flatMap(({ text }) => (typeof text === 'string' ? [text.replace(/\]\([^)]*\)/g, '')] : [])).join(''));
      for (const reply of replies) expect(card).toContain(bare(elementsText(RENDERERS.web(reply).text)));
    }
  });

  /** As Markdown would have it read out. */
  function elementsText(markdown: string): string {
    return markdown.replace(/\]\([^)]*\)/g, '').replace(/^(\s*(?:> ?)?)\\?/gm, '$1');
  }

  it('loses its buttons and its field when it is answered, and says what was chosen', () => {
    const report: Reply = { type: 'summary', text: 'Read this.', summary: 'The *report*\nof a_b', escalationId: 'e', buttons: [{ title: 'Send', press: { action: 'send-ticket', target: 'e', step: 1 } }] };
    const open = turnCard([report]).card;
    expect([...objectsIn(open)].filter(({ type }) => type === 'Input.Text')).toMatchObject([{ id: 'summary', value: report.summary }]);
    expect(JSON.stringify(open.body)).toContain('Read this.');
    const closed = JSON.stringify(closedCard([report], 'Send'));
    expect(closed).not.toMatch(/Input\.|Action\./);
    expect(closed).toMatch(/You chose: .*Send/);
    expect(closed).toContain('of a_b');
  });
});

describe('Markdown in a card', () => {
  it('shows commands letter for letter', () => {
    expect(elementsOf('Run `gpresult /h a_b*c`:\n\n```\ndir C:\\*_x_*\n\nexit\n```')).toEqual([
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'Run ' }, { type: 'TextRun', text: 'gpresult /h a_b*c', fontType: 'Monospace' }, { type: 'TextRun', text: ':' }] },
      {
        type: 'Container', style: 'emphasis',
        items: ['dir C:\\*_x_*', ' ', 'exit'].map((text) => ({ type: 'RichTextBlock', spacing: 'None', inlines: [{ type: 'TextRun', text, fontType: 'Monospace' }] })),
      },
    ]);
  });

  it('makes elements of headings, lists and quotes', () => {
    expect(elementsOf('### A **b**\n\n- one\n- two\n\n1. first\n2. second\n\n> said  \n> again')).toEqual([
      { type: 'TextBlock', text: 'A b', wrap: true, weight: 'Bolder', size: 'Medium', style: 'heading' },
      ...['• one', '• two', '**1.** first', '**2.** second'].map((text) => ({ type: 'TextBlock', text, wrap: true })),
      { type: 'Container', style: 'emphasis', items: [{ type: 'TextBlock', text: 'said', wrap: true }, { type: 'TextBlock', text: 'again', wrap: true, spacing: 'None' }] },
    ]);
  });

  it('keeps links, and what looks like Markdown and is none', () => {
    expect(elementsOf('See [the site](https://a.example/x).')).toEqual([{ type: 'TextBlock', text: 'See [the site](https://a.example/x).', wrap: true }]);
    expect(elementsOf('Use \\*.rdp and a_b_c')).toMatchObject([{ type: 'RichTextBlock' }]);
    expect(elementsOf('Use \\*.rdp and a_b_c')[0]).toMatchObject({ inlines: [{ text: 'Use ' }, { text: '*' }, { text: '.rdp and a_b_c' }] });
  });
});

describe('the buttons of a card', () => {
  const make = (count: number, action: Button['press']['action'] = 'answer'): Button[] => Array.from({ length: count }, (_, n) => ({ title: `${action} ${n}`, press: { action, target: `${n}`, step: 3 } }));
  const titles = (groups: Button[][]) => {
    const { beside, below, list } = placeButtons(groups, { hasField: false });
    return { beside: beside.map((set) => set.map(({ title }) => title)), below: below.map(({ title }) => title), list: list?.choices.map(({ title }) => title) };
  };

  it('stay buttons up to six, each beside its reply', () => {
    expect(titles([make(1, 'take-back'), make(5)])).toEqual({ beside: [['take-back 0']], below: make(5).map(({ title }) => title), list: undefined });
  });

  it('put all answers of a longer question into a list, the ways out beside it', () => {
    const { below, list } = titles([[...make(7), ...make(1, 'dont-know'), ...make(1, 'person')]]);
    expect(below).toEqual(['Choose', 'dont-know 0', 'person 0']);
    expect(list).toHaveLength(7);
  });

  it('are folded however many an earlier reply has', () => {
    const { beside, below, list } = titles([make(7, 'take-back'), make(2)]);
    expect({ beside, below }).toEqual({ beside: [[]], below: ['Choose'] });
    expect(list).toHaveLength(9);
  });

  it('need nothing chosen for what is not in the list', () => {
    const { below } = placeButtons([[...make(7), ...make(1, 'dont-know')]], { hasField: false });
    expect(below.map(({ associatedInputs, fallback }) => [associatedInputs, fallback.associatedInputs])).toEqual([[undefined, undefined], ['none', 'none']]);
  });
});
