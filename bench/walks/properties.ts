import { isTold } from '../../dialogs/ledger.ts';
import type { Mind } from '../../dialogs/mind.ts';
import { ownerOf } from '../../dialogs/owner.ts';
import { phrasesOf } from '../../dialogs/phrases.ts';
import { policyEvidence } from '../../dialogs/policy-evidence.ts';
import { judgePress } from '../../dialogs/presses.ts';
import { beliefIn, problemsIn } from '../../dialogs/session.ts';
import type { Reply } from '../../dialogs/turn.ts';
import { OUTCOMES } from './sayings.ts';
import type { Walked } from './walk.ts';

/** What holds after any turn. A fault is said in words; undefined where it holds. */
export interface Property {
  readonly name: string;
  readonly fault: (walked: Walked, mind: Mind) => string | undefined;
}

function wordsOf(reply: Reply): string {
  if (reply.type === 'fix') return `${reply.title} ${reply.handover ?? ''}`;
  return reply.type === 'summary' ? `${reply.text} ${reply.summary}` : reply.text;
}
const isFromPerson = ({ event }: Walked): boolean => event.type === 'utterance' || event.type === 'pressed';
const isRepeated = ({ before, event }: Walked): boolean => event.type === 'pressed' && judgePress(before, event.press).verdict === 'repeated';

/** What is written goes to a person who has the conversation. */
const isForAPerson = ({ before, event }: Walked): boolean => event.type === 'utterance' && ownerOf(before) === 'person';

/** The person said that they are at it, or what the report lacks is awaited: nothing has to be pressed. */
function waits({ graph: { locales } }: Mind): readonly string[] {
  return locales.map((locale) => phrasesOf({ locale })).flatMap(({ TAKE_YOUR_TIME, CORRECT, STOPPED, ERASE_PROMISED }) => [TAKE_YOUR_TIME, CORRECT, STOPPED, ERASE_PROMISED]);
}

/** A step that helps less often is none. */
const COUNTS = 0.02;

export const PROPERTIES: readonly Property[] = [
  {
    name: 'answers',
    fault: (walked) => (isFromPerson(walked) && !isRepeated(walked) && !isForAPerson(walked) && walked.turn.replies.length === 0 ? 'nothing was said' : undefined),
  },
  {
    name: 'plain-json',
    fault: ({ turn: { session } }) => (JSON.stringify(JSON.parse(JSON.stringify(session))) === JSON.stringify(session) ? undefined : 'the session is not what it is when stored'),
  },
  {
    name: 'words',
    fault: ({ turn }) => (turn.replies.some((reply) => wordsOf(reply).trim() === '' || /undefined|\[object/u.test(wordsOf(reply))) ? 'a reply has no words' : undefined),
  },
  {
    name: 'live-buttons',
    fault: ({ turn }) => turn.replies.flatMap((reply) => reply.buttons ?? []).find(({ press }) => judgePress(turn.session, press).verdict === 'old')?.title,
  },
  {
    name: 'way-on',
    fault: (walked, mind) => {
      const { turn } = walked;
      if (!isFromPerson(walked) || isRepeated(walked)) return undefined;
      const { name } = turn.session.phase;
      if (name === 'with-a-person' || name === 'solved' || name === 'listening') return undefined;
      if (turn.replies.some((reply) => (reply.buttons ?? []).length > 0 || waits(mind).includes(wordsOf(reply)))) return undefined;
      return `${name}: no button and no wait`;
    },
  },
  {
    name: 'same-words',
    fault: (walked) => {
      const { turn, last, event, lastEvent } = walked;
      if (!isFromPerson(walked) || isRepeated(walked) || !last || turn.replies.length === 0) return undefined;
      const words = turn.replies.map(wordsOf).join('\n');
      if (words !== last.replies.map(wordsOf).join('\n') || JSON.stringify(event) === JSON.stringify(lastEvent)) return undefined;
      if (event.type === 'pressed' && judgePress(walked.before, event.press).verdict === 'old') return undefined;
      // What is passed on to a person is acknowledged each time.
      if (turn.effects.some((effect) => effect.type === 'append-to-ticket')) return undefined;
      // Who asks for the same gets the same.
      const asked = turn.remarks.some((remark) => remark !== 'asked-back') || (event.type === 'pressed' && ['continue', 'explain', 'request-text', 'way-in', 'person', 'correct-summary'].includes(event.press.action));
      return asked || (event.type === 'utterance' && /again/u.test(event.text)) ? undefined : words.slice(0, 200);
    },
  },
  {
    name: 'known-answer',
    fault: ({ turn: { session, replies } }, { graph }) => {
      const asked = replies.findLast((reply) => reply.type === 'question');
      const question = asked && [...graph.questions.values()].find((each) => each.prompt === asked.text);
      return question && session.findings.some((each) => each.question === question.id) ? question.id : undefined;
    },
  },
  {
    name: 'step-again',
    fault: ({ turn: { session, replies } }) => {
      const told = session.steps.filter(isTold).map((each) => each.fix);
      return replies.flatMap((reply) => (reply.type === 'fix' && told.includes(reply.fix) ? [reply.fix] : []))[0];
    },
  },
  {
    name: 'open-step-is-open',
    fault: ({ before, turn: { session } }) => {
      const { phase } = session;
      const entry = phase.name === 'fixing' && phase !== before.phase ? session.steps.find((each) => each.fix === phase.fix) : undefined;
      return entry && isTold(entry) ? `${entry.fix}: ${entry.outcome}` : undefined;
    },
  },
  {
    name: 'unasked-ticket',
    fault: ({ before, turn: { session } }, mind) => {
      if (session.phase.name !== 'escalating' || !session.phase.unasked || before.phase.name === 'escalating') return undefined;
      const belief = beliefIn(session);
      if (!belief) return undefined;
      const chances = new Map(mind.troubleshooter(belief).posterior(policyEvidence(mind.graph, session)).map((each) => [each.cause, each.probability]));
      const told = new Set(session.steps.filter(isTold).map((each) => each.fix));
      const left = problemsIn(session)
        .flatMap((id) => mind.graph.fixesFor(id))
        .filter((fix) => !told.has(fix.id) && !fix.testOnly && (fix.role === 'user' || session.capabilities[fix.role] !== false))
        .find((fix) => [...fix.solves].reduce((sum, [cause, chance]) => sum + chance * (chances.get(cause) ?? 0), 0) >= 2 * COUNTS);
      return left && `${left.id} was left`;
    },
  },
  {
    name: 'ticket-by-assent',
    fault: ({ before, event, turn }) => {
      if (!turn.effects.some((effect) => effect.type === 'open-ticket')) return undefined;
      if (before.phase.name !== 'escalating') return 'no report was shown';
      if (event.type === 'pressed') return event.press.action === 'send-ticket' || event.press.action === 'person' ? undefined : event.press.action;
      return event.type === 'utterance' && /send|yes|\bok\b|ticket|human|ridiculous|second|^2$/iu.test(event.text) ? undefined : JSON.stringify(event);
    },
  },
  {
    name: 'left-to-a-person',
    fault: ({ before, event, turn: { session, replies } }) => {
      if (before.phase.name !== 'with-a-person' || session.phase.name !== 'with-a-person') return undefined;
      if (replies.some((reply) => reply.type === 'fix' || reply.type === 'question' || reply.type === 'summary')) return `a ${replies.map((each) => each.type).join()}`;
      if (event.type === 'utterance' && (before.findings !== session.findings || before.steps !== session.steps)) return 'something was noted';
      return undefined;
    },
  },
  {
    name: 'quiet-beside-a-person',
    fault: (walked) => {
      const { turn } = walked;
      if (!isForAPerson(walked) || ownerOf(turn.session) !== 'person' || turn.remarks.includes('status-told') || turn.session.askedToErase) return undefined;
      if (turn.replies.length > 0) return turn.replies.map(wordsOf).join(' ');
      return turn.effects.some((effect) => effect.type === 'append-to-ticket') ? undefined : 'it was not passed on';
    },
  },
  {
    name: 'outcome-in-ledger',
    fault: ({ before: { phase, steps: ledger }, event, turn: { session, effects } }, { graph }) => {
      const told = event.type === 'pressed' ? pressedOutcome(event.press.action) : event.type === 'utterance' ? (OUTCOMES as Readonly<Record<string, string>>)[event.text] : undefined;
      if (phase.name !== 'fixing' || told === undefined) return undefined;
      const isOfThis = event.type !== 'pressed' || event.press.target === phase.fix;
      if (!isOfThis) return undefined;
      const entry = session.steps.find((each) => each.fix === phase.fix);
      // A test that works is no cure: it is left out, and undone.
      const expected = told === 'worked' && graph.fixes.get(phase.fix)?.testOnly ? 'skipped' : told;
      if (entry?.outcome !== expected) return `${phase.fix}: told ${told}, kept ${entry?.outcome ?? 'nothing'}`;
      const others = ledger.filter((each) => each.fix !== phase.fix && isTold(each));
      if (others.some((each) => !session.steps.includes(each))) return 'another outcome was lost';
      const record = effects.find((effect) => effect.type === 'record-outcome');
      if (told === 'failed' && record?.outcome.failed.includes(phase.fix) !== true) return `${phase.fix} failed, and learning was not told`;
      return undefined;
    },
  },
  {
    name: 'no-cure-by-guess',
    fault: ({ before, event, turn: { session } }) => {
      // A report that is put away leaves things as they were.
      const table = before.phase.name === 'escalating' ? before.phase.before : before.phase;
      if (session.phase.name !== 'solved' || table.name === 'solved') return undefined;
      if (event.type === 'pressed') return event.press.action === 'worked' || event.press.action === 'take-back' ? undefined : event.press.action;
      return event.type === 'utterance' && /work|fixed|\byes\b|\bok\b|oops|not so|wrong|trompé/iu.test(event.text) ? undefined : JSON.stringify(event);
    },
  },
  {
    name: 'no-record-when-unsure',
    fault: ({ before, turn: { session, remarks } }) => {
      if (!remarks.includes('asked-back') || session.phase.name !== before.phase.name) return undefined;
      const toldOf = (findings: typeof session.findings): string => JSON.stringify(findings.filter((each) => each.basis === 'told'));
      const rest = ({ problem, steps, capabilities, unanswered }: typeof session): string => JSON.stringify([problem, steps, capabilities, unanswered]);
      const isSame = toldOf(session.findings) === toldOf(before.findings) && rest(session) === rest(before);
      return isSame ? undefined : 'something was noted beside a question back';
    },
  },
];

function pressedOutcome(action: string): string | undefined {
  return action === 'worked' || action === 'failed' ? action : action === 'skip' ? 'skipped' : action === 'not-applicable' ? 'not-applicable' : undefined;
}

/** The properties that a walk breaks, each with the first turn that does. */
export function faultsOf(walked: readonly Walked[], mind: Mind): readonly { readonly property: string; readonly at: number; readonly fault: string }[] {
  return PROPERTIES.flatMap(({ name, fault }) => {
    for (const [at, turn] of walked.entries()) {
      const found = fault(turn, mind);
      if (found !== undefined) return [{ property: name, at, fault: found }];
    }
    return [];
  });
}
