import { z } from 'zod';
import type { Assistant } from '../../service/assistant.ts';
import type { Turn, TurnContext } from '../../dialogs/turn.ts';
import { dialogContext, sessionIn } from './context.ts';
import { instant } from './instant.ts';
import { answerLines, type Streams } from './json-lines.ts';
import { gaveUp, took, type Token } from './took.ts';

const request = z.object({ id: z.string(), context: dialogContext, text: z.string(), at: instant });
type Request = z.infer<typeof request>;

/** `explain --jsonl --in-dialog`: each line is one turn from a given point of a conversation of its own. */
export function explainInDialog(assistant: Assistant, streams: Streams): Promise<void> {
  return answerLines(streams, contractOf(assistant), request, (line) => oneTurn(assistant, line));
}

/** Which question an answer belongs to, and which questions bear on a problem. */
function contractOf({ mind: { graph } }: Assistant): object {
  const answers = [...graph.questions.values()].flatMap((question) => question.answers.map((answer) => [answer.id, question.id] as const));
  const bears = [...graph.problems.keys()].map((problem) => [problem, graph.questionsFor(problem).map((each) => each.id)] as const);
  return { contract: 1, questions: Object.fromEntries(answers), bears: Object.fromEntries(bears) };
}

function oneTurn(assistant: Assistant, { id, context, text, at }: Request): object {
  let ids = 0;
  const world: TurnContext = { now: at, newId: () => `${id}-${++ids}`, conversationId: id, person: { id: 'person' } };
  const before = sessionIn(assistant, context, world);
  if (!before) return { skipped: true };
  const turn = assistant.advance(before, { type: 'utterance', text }, world);
  const asked = turn.remarks.includes('asked-back');
  return {
    took: took(assistant.mind.graph, before, turn),
    asked,
    offered: asked ? offeredIn(assistant, turn, world) : [],
    gaveUp: gaveUp(before, turn),
    said: turn.replies.map((reply) => assistant.render(reply).text).join('\n\n'),
  };
}

/** What pressing each button would take: found by pressing it. */
function offeredIn({ advance, mind }: Assistant, { session, replies }: Turn, world: TurnContext): readonly Token[] {
  const turns = replies.flatMap((reply) => reply.buttons ?? []).map(({ press }) => advance(session, { type: 'pressed', press }, world));
  return [...new Set(turns.flatMap((turn) => took(mind.graph, session, turn)))];
}
