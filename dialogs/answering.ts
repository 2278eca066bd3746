import type { Fix, Question, Side } from '../knowledge/compiler/types.ts';
import type { Inquiry } from '../understanding/inquiry.ts';
import type { TurnDraft } from './draft.ts';
import { explanationOfQuestion, howToOpen } from './explaining.ts';
import { decide, nextDecision } from './next-step.ts';
import { button, fixButtons } from './present.ts';
import { remind } from './remind.ts';
import { beliefIn, type Phase } from './session.ts';
import { couldBe } from './supposed-cause.ts';
import { wayIn } from './way-in.ts';

/** Answers what the person asks, from what the graph has, and goes on with what was open. */
export function answerInquiry(draft: TurnDraft, inquiry: Inquiry): void {
  draft.remark(inquiry.about === 'loss' || inquiry.about === 'undo' ? 'risk-told' : 'explained');
  const { phase, step } = draft.session;
  const fix = phase.name === 'fixing' ? draft.mind.graph.fixes.get(phase.fix) : undefined;
  const judged = inquiry.about === 'cause' ? couldBe(draft, inquiry) : { text: answerTo(draft, inquiry) };
  const first = judged.step && judged.step.id !== fix?.id && isOpenToWishes(phase) ? [button(draft.phrases.BUTTON.tryFirst, 'prefer', judged.step.id, step)] : [];
  if (phase.name === 'fixing' && fix) {
    draft.say({ type: 'text', text: judged.text, buttons: [...first, ...fixButtons(draft.phrases, fix, phase.handover, step)] });
    return;
  }
  draft.say({ type: 'text', text: judged.text, ...(first.length > 0 && { buttons: first }) });
  remind(draft);
}

/** A test has to be undone before anything else. */
const isOpenToWishes = ({ name }: Phase): boolean => name === 'asking' || name === 'fixing';

function answerTo(draft: TurnDraft, inquiry: Exclude<Inquiry, { about: 'cause' }>): string {
  const fix = openStepOf(draft);
  const question = openQuestionOf(draft);
  switch (inquiry.about) {
    case 'loss':
      return fix ? draft.phrases.lossOf(fix.interrupts, fix.risk) : question ? draft.phrases.ONLY_ASKING : draft.phrases.NOTHING_AT_RISK;
    case 'undo':
      return fix ? draft.phrases.undoOf(fix.undo) : question ? draft.phrases.ONLY_ASKING : draft.phrases.NOTHING_AT_RISK;
    case 'duration':
      return fix ? draft.phrases.DURATION.step(fix.minutes + fix.retestMinutes) : question ? draft.phrases.DURATION.question(question.minutes) : draft.phrases.DURATION.unknown;
    case 'who':
      return fix ? whoDoes(draft, fix) : question ? whoAnswers(draft, question) : draft.phrases.WHO_DOES.nobody;
    case 'where':
      return fix ? whereIs(draft, fix) : question ? (question.diagnostic === undefined ? draft.phrases.FIND_OUT : explanationOfQuestion(draft, question).join('\n\n')) : draft.phrases.NEXT.start;
    case 'next':
      return whatComesNext(draft, fix, question);
    case 'fault':
      return faultOf(draft);
    case 'outage':
      return draft.phrases.NO_OUTAGE_KNOWN;
    case 'way-in':
      return wayIn(draft);
    case 'side':
      return sideOf(draft, inquiry.side);
  }
}

function openStepOf({ session: { phase }, mind }: TurnDraft): Fix | undefined {
  return phase.name === 'fixing' || phase.name === 'undoing' ? mind.graph.fixes.get(phase.fix) : undefined;
}

function openQuestionOf({ session: { phase }, mind }: TurnDraft): Question | undefined {
  return phase.name === 'asking' ? mind.graph.questions.get(phase.question) : undefined;
}

function whoDoes({ session, phrases: { WHO, WHO_DOES } }: TurnDraft, { role }: Fix): string {
  if (role === 'user') return WHO_DOES.yourself;
  return session.capabilities[role] === false ? WHO_DOES.notYou(WHO[role]) : WHO_DOES.somebody(WHO[role]);
}

function whoAnswers({ mind, phrases: { SIDE, WHO_DOES } }: TurnDraft, { diagnostic }: Question): string {
  const command = diagnostic === undefined ? undefined : mind.graph.diagnostics.get(diagnostic)?.command;
  if (!command) return WHO_DOES.answer;
  return command.admin ? WHO_DOES.lookByAdmin(SIDE[command.where]) : WHO_DOES.look(SIDE[command.where]);
}

/** Where, how the windows are opened, and how to get there where Remote Desktop is what fails. */
function whereIs(draft: TurnDraft, { title, side, steps, context }: Fix): string {
  const commands = steps.flatMap((step) => (step.command ? [step.command] : []));
  return [`**${title}**: ${draft.phrases.SIDE[side]}.`, ...howToOpen(draft.phrases, commands), ...(context === undefined ? [] : [wayIn(draft)])].join('\n\n');
}

/** What the policy would do if this step did not help, or this question stayed open. */
function whatComesNext(draft: TurnDraft, fix: Fix | undefined, question: Question | undefined): string {
  const belief = beliefIn(draft.session);
  if (!belief || (!fix && !question)) return draft.phrases.NEXT.start;
  const evidence = draft.evidence();
  const { action } = nextDecision(draft.mind, belief, {
    ...evidence,
    ...(fix && { failed: [...evidence.failed, fix.id] }),
    ...(question && { unanswered: [...evidence.unanswered, question.id] }),
  });
  const title = action.type === 'fix' ? draft.mind.graph.fixes.get(action.id)?.title : undefined;
  if (question) return title === undefined ? draft.phrases.NEXT.afterAnswerMore : draft.phrases.NEXT.afterAnswer(title);
  if (title !== undefined) return draft.phrases.NEXT.step(title);
  return action.type === 'ask' ? draft.phrases.NEXT.question : draft.phrases.NEXT.end;
}

/** Shares of the belief in causes on a side, from which on it is worth a word. */
const PERHAPS = 0.15;
const PERHAPS_HERE = 0.4;

function faultOf(draft: TurnDraft): string {
  const shares = sharesOf(draft);
  if (shares.client >= PERHAPS_HERE) return draft.phrases.FAULT.perhapsHere;
  return draft.phrases.FAULT.notYours(draft.phrases.SIDE_NOUN[shares.server >= shares.network ? 'server' : 'network']);
}

function sideOf(draft: TurnDraft, side: Side): string {
  const shares = sharesOf(draft);
  const [first = side] = SIDES.toSorted((a, b) => shares[b] - shares[a]);
  if (first === side) return draft.phrases.ON_SIDE.yes(draft.phrases.SIDE_NOUN[side]);
  return (shares[side] >= PERHAPS ? draft.phrases.ON_SIDE.perhaps : draft.phrases.ON_SIDE.no)(draft.phrases.SIDE_NOUN[side], draft.phrases.SIDE_NOUN[first]);
}

const SIDES: readonly Side[] = ['client', 'server', 'network'];

/** The belief in known causes, by where they lie. */
function sharesOf(draft: TurnDraft): Readonly<Record<Side, number>> {
  const shares = { client: 0, server: 0, network: 0 };
  for (const { cause, probability } of decide(draft)?.posterior ?? []) {
    const side = cause === 'unknown' ? undefined : draft.mind.graph.causes.get(cause)?.side;
    if (side) shares[side] += probability;
  }
  return shares;
}
