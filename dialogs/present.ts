import type { Decision } from '../troubleshooting/decision.ts';
import { fits, machinesKnown } from '../troubleshooting/machines.ts';
import type { Diagnostic, Fix, KnowledgeGraph, Question, Step } from '../knowledge/compiler/types.ts';
import { phrasesOf, type Phrases } from './phrases.ts';
import { optionTitles } from './option-titles.ts';
import { reasonFor } from './reasons.ts';
import type { Session } from './session.ts';
import type { Button, Press, Reply } from './turn.ts';

export function button(title: string, action: Press['action'], target: string, step: number, primary = false): Button {
  return { title, press: { action, target, step }, ...(primary && { primary }) };
}

export function personButton({ BUTTON }: Phrases, step: number): Button {
  return button(BUTTON.person, 'person', '', step);
}

export function fixButtons(phrases: Phrases, fix: Fix, handover: boolean, step: number): Button[] {
  const { BUTTON } = phrases;
  return [
    button(BUTTON.worked, 'worked', fix.id, step, true),
    button(BUTTON.notWorked, 'failed', fix.id, step),
    button(handover ? BUTTON.cannotReach : BUTTON.cannot, 'cannot', fix.id, step),
    button(BUTTON.explain, 'explain', fix.id, step),
    ...(fix.context === undefined || handover ? [] : [button(BUTTON.wayIn, 'way-in', '', step)]),
    ...(fix.role === 'user' && !handover ? [] : [button(BUTTON.request, 'request-text', fix.id, step)]),
    personButton(phrases, step),
  ];
}

export function questionButtons(phrases: Phrases, question: Question, step: number): Button[] {
  return [
    ...question.answers.map((answer) => button(answer.label, 'answer', answer.id, step)),
    button(phrases.BUTTON.dontKnow, 'dont-know', question.id, step),
    personButton(phrases, step),
  ];
}

/** "Did you mean 0x904?" */
export function codeButtons({ BUTTON }: Phrases, code: string, step: number): Button[] {
  return [button(BUTTON.yes, 'yes', code, step, true), button(BUTTON.no, 'no', code, step)];
}

/** The options of a choice, and the way to a person. */
export function choiceButtons(graph: KnowledgeGraph, session: Session): Button[] {
  const { phase, step } = session;
  if (phase.name !== 'choosing') return [];
  const phrases = phrasesOf(graph);
  const { BUTTON } = phrases;
  const isSameOrNew = phase.options.some((each) => each.startsWith('same:'));
  if (isSameOrNew) return phase.options.map((each) => button(each.startsWith('same:') ? BUTTON.sameProblem : BUTTON.newProblem, 'choose', each, step));
  const titles = optionTitles(graph, session);
  return [...phase.options.map((id, index) => button(titles[index] ?? id, 'choose', id, step)), personButton(phrases, step)];
}

/** A fix with all that a person must know before touching anything, without the commands that their machines do not have. */
export function fixReply(graph: KnowledgeGraph, decision: Decision, fix: Fix, handover: boolean, { step, findings }: Pick<Session, 'step' | 'findings'>): Reply {
  const machines = machinesKnown(graph, findings);
  const phrases = phrasesOf(graph);
  const why = reasonFor(graph, decision);
  return {
    type: 'fix',
    fix: fix.id,
    title: fix.title,
    ...(why !== undefined && { why }),
    side: fix.side,
    who: phrases.WHO[fix.role],
    minutes: fix.minutes + fix.retestMinutes,
    risk: fix.risk,
    steps: fix.steps.map(({ text, command }) => ({ text, ...(command && fits(command.needs, machines) && { command }) })),
    check: fix.check,
    undo: fix.undo,
    sources: fix.sources.map(({ title, url }) => ({ title, ...(url && { url }) })),
    confidence: phrases.CONFIDENCE[fix.confidence],
    ...(handover && { handover: fix.handover }),
    buttons: fixButtons(phrases, fix, handover, step),
  };
}

/** A question; where it is measured, with the command to run and paste. */
export function questionReply(graph: KnowledgeGraph, question: Question, step: number): Reply {
  const phrases = phrasesOf(graph);
  const diagnostic = question.diagnostic ? graph.diagnostics.get(question.diagnostic) : undefined;
  return {
    type: 'question',
    text: question.prompt,
    ...(diagnostic && { steps: [commandToRun(phrases, diagnostic)] }),
    buttons: questionButtons(phrases, question, step),
  };
}

function commandToRun({ EXPLAINED, SIDE }: Phrases, { title, command }: Diagnostic): Step {
  return { text: EXPLAINED.command(title, SIDE[command.where], command.admin), command };
}
