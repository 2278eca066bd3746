import { isAskedWhetherItLasted } from './follow-up.ts';
import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import type { Table, TableKind } from '../understanding/table.ts';
import { isTold, openSteps } from './ledger.ts';
import { optionTitles } from './option-titles.ts';
import { problemsIn, type Phase, type Session } from './session.ts';

const KIND: Readonly<Record<Phase['name'], TableKind>> = {
  listening: 'listening',
  'confirming-code': 'confirming-code',
  choosing: 'choosing',
  asking: 'question',
  fixing: 'step',
  undoing: 'undoing',
  escalating: 'offer',
  'with-a-person': 'ticket',
  solved: 'solved',
};

/** A plain yes says that it works. */
function isAskedWhetherItWorks(session: Session): boolean {
  const { phase, escalation } = session;
  if (phase.name === 'fixing') return phase.asked === true;
  return isAskedWhetherItLasted(session) || (phase.name === 'with-a-person' && escalation?.status === 'resolved');
}

/** What a message is understood against. Pure. */
export function tableOf(graph: KnowledgeGraph, session: Session): Table {
  const { phase, codes, findings, steps } = session;
  const titles = optionTitles(graph, session);
  const step = phase.name === 'fixing' || phase.name === 'undoing' ? phase.fix : phase.name === 'solved' ? phase.by : undefined;
  return {
    kind: KIND[phase.name],
    problems: problemsIn(session),
    ...(phase.name === 'asking' && { question: phase.question }),
    ...(step !== undefined && { step }),
    askedWhetherItWorks: isAskedWhetherItWorks(session),
    isUnasked: phase.name === 'escalating' && phase.unasked === true,
    explained: phase.name === 'fixing' ? phase.explained : 0,
    options: phase.name === 'choosing' ? phase.options.map((id, index) => ({ id, title: titles[index] ?? id })) : [],
    shownGuesses: session.misread > 0 ? (session.shownGuesses ?? []) : [],
    ...(phase.name === 'confirming-code' && { code: phase.code }),
    codes,
    findings,
    openSteps: openSteps(session),
    triedSteps: steps.filter(isTold).map((each) => each.fix),
  };
}
