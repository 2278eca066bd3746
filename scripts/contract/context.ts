import { z } from 'zod';
import type { Assistant } from '../../service/assistant.ts';
import { TurnDraft } from '../../dialogs/draft.ts';
import { decide, openStep } from '../../dialogs/next-step.ts';
import { fixReply, questionReply } from '../../dialogs/present.ts';
import type { Session } from '../../dialogs/session.ts';
import type { Press, TurnContext, UserEvent } from '../../dialogs/turn.ts';

/** What stands before the person when a line is said. */
export const dialogContext = z.object({
  problem: z.string(),
  on_table: z.union([z.object({ question: z.string() }), z.object({ fix: z.string() }), z.enum(['solved', 'offer', 'ticket'])]),
  /** A step that was given before and whose outcome nobody told. */
  left_open: z.string().optional(),
});
export type DialogContext = z.infer<typeof dialogContext>;

/** The step that has just worked where a context says "solved". */
const CURE = 'renew-self-signed-certificate';

/** A problem that is named by its code, alone or with its extended code. */
const CODE_PAIR = /^(0x[0-9a-f]+)(?:\/(0x[0-9a-f]+))?$/;

/** A conversation that has come to this point and in which nothing else is known or tried; undefined where the graph has no such point. */
export function sessionIn(assistant: Assistant, context: DialogContext, world: TurnContext): Session | undefined {
  const { problem, on_table: table, left_open: left } = context;
  let session = opened(assistant, problem, world);
  if (left !== undefined) session = session && withFix(assistant, session, left, world);
  if (!session) return undefined;
  const turn = (at: Session, event: UserEvent): Session => assistant.advance(at, event, world).session;
  const press = (at: Session, action: Press['action'], target: string): Session =>
    turn(at, { type: 'pressed', press: { action, target, step: at.step } });
  if (typeof table === 'object') {
    return 'question' in table ? withQuestion(assistant, session, table.question, world) : withFix(assistant, session, table.fix, world);
  }
  if (table === 'solved') {
    const given = withFix(assistant, session, CURE, world);
    return given && press(given, 'worked', CURE);
  }
  const offered = press(session, 'person', '');
  if (table === 'offer' || offered.phase.name !== 'escalating') return offered;
  const { escalationId } = offered.phase;
  return turn(press(offered, 'send-ticket', escalationId), { type: 'ticket-opened', escalationId, number: '1' });
}

/** The code is said; what has no code of its own, or is one of several that the code can mean, is chosen. */
function opened({ advance, mind }: Assistant, problem: string, world: TurnContext): Session | undefined {
  if (!mind.graph.problems.has(problem)) return undefined;
  const [, code, extended] = CODE_PAIR.exec(problem) ?? [];
  const text = [`Error code: ${code ?? ''}`, ...(extended === undefined ? [] : [`Extended error code: ${extended}`])].join('\n');
  const said = code === undefined ? undefined : advance(undefined, { type: 'utterance', text }, world).session;
  if (said?.problem === problem) return said;
  const start = said?.phase.name === 'choosing' ? said : advance(undefined, { type: 'joined' }, world).session;
  const chosen = advance(start, { type: 'pressed', press: { action: 'choose', target: problem, step: start.step } }, world).session;
  return chosen.problem === problem ? chosen : undefined;
}

function withQuestion({ mind }: Assistant, session: Session, id: string, world: TurnContext): Session | undefined {
  const question = mind.graph.questionsFor(session.problem ?? '').find((each) => each.id === id);
  const draft = new TurnDraft(mind, world, session);
  const decision = decide(draft);
  if (!question || !decision) return undefined;
  draft.enter({ name: 'asking', question: id });
  draft.say(questionReply(mind.graph, question, draft.session.step));
  return draft.finish().session;
}

function withFix({ mind }: Assistant, session: Session, id: string, world: TurnContext): Session | undefined {
  const fix = mind.graph.fixesFor(session.problem ?? '').find((each) => each.id === id);
  const draft = new TurnDraft(mind, world, session);
  const decision = decide(draft);
  if (!fix || !decision) return undefined;
  openStep(draft, fix, false);
  draft.say(fixReply(mind.graph, decision, fix, false, draft.session));
  return draft.finish().session;
}
