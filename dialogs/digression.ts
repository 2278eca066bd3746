import type { Act, ChatTopic } from '../understanding/act.ts';
import type { TurnDraft } from './draft.ts';
import { answerInquiry } from './answering.ts';
import { askBack, declineForeign } from './asking-back.ts';
import { codeMeaning } from './listening.ts';
import { nothingOnTheTable, prompt, remind } from './remind.ts';
import { giveRequest } from './request-text.ts';
import { tellStatus } from './with-a-person.ts';
import { isWithoutHelpdesk } from './without-helpdesk.ts';

/** After these nothing is left to be asked for. */
const CLOSING: readonly ChatTopic[] = ['thanks', 'goodbye'];

/** What leads away from the step on the table, and back to it. */
export function digress(draft: TurnDraft, act: Act): boolean {
  switch (act.kind) {
    case 'term':
      draft.remark('term-told');
      draft.text(withSource(act.term.explanation, act.term.sources[0]?.url));
      remind(draft);
      return true;
    case 'chat':
      draft.remark('small-talk');
      draft.text(act.topic === 'capabilities' && isWithoutHelpdesk(draft) ? draft.phrases.CAPABILITIES_ALONE : draft.phrases.CHAT[act.topic]);
      if (!nothingOnTheTable(draft) || !CLOSING.includes(act.topic)) remind(draft);
      return true;
    case 'out-of-scope':
      declineForeign(draft, act.assessment);
      return true;
    case 'request-text':
      giveRequest(draft);
      return true;
    case 'inquire':
      answerInquiry(draft, act.inquiry);
      return true;
    case 'continue':
      remind(draft);
      return true;
    case 'explain':
    case 'why':
      return explainTable(draft);
    case 'safe':
      draft.remark('risk-told');
      draft.text(draft.session.phase.name === 'escalating' ? draft.phrases.WHAT_A_TICKET_DOES : draft.phrases.NOTHING_AT_RISK);
      remind(draft);
      return true;
    case 'ask-code':
      tellCode(draft);
      return true;
    case 'tool-error':
      draft.remark('tool-helped');
      draft.text(draft.phrases.toolHelp(act.problem));
      remind(draft);
      return true;
    case 'none':
      if (nothingOnTheTable(draft)) prompt(draft);
      else remind(draft);
      return true;
    case 'status':
      tellStatus(draft);
      return true;
    case 'unclear':
      askBack(draft, act.guesses);
      return true;
    default:
      return false;
  }
}

/** "How?" where nothing but a message is awaited. */
function explainTable(draft: TurnDraft): boolean {
  if (!nothingOnTheTable(draft)) {
    remind(draft);
    return true;
  }
  draft.remark('explained');
  draft.text(draft.phrases.WHAT_I_NEED);
  return true;
}

/** What the code at hand means, as the graph has it. */
function tellCode(draft: TurnDraft): void {
  draft.remark('code-told');
  const meaning = codeMeaning(draft);
  draft.text(meaning ?? draft.phrases.NO_CODE_YET);
  if (meaning !== undefined) remind(draft);
}

/** The site says its pages' titles itself. */
function withSource(text: string, url: string | undefined): string {
  return url === undefined ? text : `${text} ([${new URL(url).hostname.replace(/^www\./u, '')}](${url}))`;
}
