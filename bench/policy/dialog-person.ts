import type { Assistant } from '../../service/assistant.ts';
import type { Action, Evidence } from '../../troubleshooting/decision.ts';
import { minutesNow } from '../../troubleshooting/belief.ts';
import { reconstruct } from '../../troubleshooting/evidence-state.ts';
import { askingMinutes } from '../../troubleshooting/inquiry.ts';
import type { TroubleshootingModel } from '../../troubleshooting/model.ts';
import type { Person } from '../../learning/simulation/people.ts';
import type { Random } from '../../learning/simulation/random.ts';
import { nextDecision } from '../../dialogs/next-step.ts';
import { settled } from '../../dialogs/problem-belief.ts';
import { beliefIn, type Phase, type Session } from '../../dialogs/session.ts';
import type { Press, Turn, UserEvent } from '../../dialogs/turn.ts';
import { sayAnswer, sayThat } from './talk.ts';

/** Something in a conversation that was not as the policy and the person meant it. */
export interface Departure {
  readonly kind:
    /** The conversation is about another problem, or none. */
    | 'problem-missed'
    /** What was said was not taken as it was meant: an answer, an outcome, a refusal. */
    | 'opening-misread' | 'answer-misread' | 'unknown-misread' | 'worked-misread' | 'failed-misread' | 'cannot-misread'
    /** An aside, or a wish for an explanation, moved the step on the table. */
    | 'aside-moved-the-step'
    /** The step on the table is not the policy's, for what the person has said and done. */
    | 'other-step'
    /** It went on and on. */
    | 'endless';
  /** What was said, and where. */
  readonly said: string;
  readonly at: string;
}

export interface Conversation {
  readonly minutes: number;
  readonly turns: number;
  readonly solved: boolean;
  readonly departures: readonly Departure[];
}

/** How people behave besides answering; probabilities for each step on the table. */
export interface Habits {
  /** Buttons instead of words. */
  readonly presses: number;
  readonly explains: number;
  readonly strays: number;
}

const MOST_TURNS = 60;
const CONTEXT = { now: new Date('2026-11-20T09:00:00Z'), conversationId: 'bench', person: { id: 'bench' } };

/**
 * One person, drawn as for the bare policy, in a conversation with the whole assistant. Time passes as it does for the
 * bare policy: minutes of what is carried out, and a turn for each message that it did not need. `meant` is what
 * the assistant would know had it understood everything; the policy on it tells where the dialog leaves its way.
 */
export class DialogPerson {
  private readonly assistant: Assistant;
  private readonly model: TroubleshootingModel;
  private readonly person: Person;
  private readonly habits: Habits;
  private readonly random: Random;
  private meant: Evidence = { findings: [], unanswered: [], failed: [], skipped: [], capabilities: {} };
  private readonly departures: Departure[] = [];
  private readonly asked = new Set<number>();
  private turn: Turn | undefined;
  private ids = 0;
  private minutes = 0;
  private turns = 0;
  private said = '';

  constructor(assistant: Assistant, model: TroubleshootingModel, person: Person, habits: Habits, random: Random) {
    this.assistant = assistant;
    this.model = model;
    this.person = person;
    this.habits = habits;
    this.random = random;
  }

  converse(opening: string): Conversation {
    this.say(opening);
    // The opening tells what the problem is and nothing else.
    if (this.session.findings.length > 0) {
      this.depart('opening-misread', this.session.findings.map(({ answer }) => answer).join(', '));
    }
    while (this.turns < MOST_TURNS) {
      const { phase } = this.session;
      if (phase.name === 'solved') return this.end(true);
      if (phase.name === 'escalating' || phase.name === 'with-a-person') {
        // The policy would fetch a person too, or it is a departure.
        this.compare({ type: 'escalate', id: 'person' });
        return this.end(false);
      }
      if (!this.answerTo(phase)) return this.end(false);
    }
    this.depart('endless');
    return this.end(false);
  }

  private end(solved: boolean): Conversation {
    const minutes = this.minutes + (solved ? 0 : this.model.escalationMinutes);
    return { minutes, turns: this.turns, solved, departures: this.departures };
  }

  private get session(): Session {
    return this.turn!.session;
  }

  /** False where the person gives up. */
  private answerTo(phase: Phase): boolean {
    switch (phase.name) {
      case 'choosing': {
        const option = phase.options.find((each) => each === this.model.problem);
        if (option === undefined) return this.lost();
        this.minutes += this.model.turnMinutes;
        this.press('choose', option);
        return true;
      }
      case 'confirming-code':
        this.minutes += this.model.turnMinutes;
        this.press('yes', '');
        return true;
      case 'asking':
        return this.session.problem === this.model.problem ? this.answerQuestion(phase.question) : this.lost();
      case 'fixing':
        return this.session.problem === this.model.problem ? this.tryFix(phase.fix, phase.handover) : this.lost();
      case 'undoing':
        this.press('undone', phase.fix);
        return true;
      default:
        return this.lost();
    }
  }

  private lost(): false {
    this.depart('problem-missed');
    return false;
  }

  private answerQuestion(id: string): boolean {
    const { model, person, meant } = this;
    const question = model.questionIndex.get(id);
    const inquiry = question === undefined ? -1 : model.inquiries.findIndex(({ askable }) => askable.includes(question));
    if (question === undefined || inquiry < 0) return this.lost();
    this.compare({ type: 'ask', id });
    this.stray();
    // The output of a command that was run once is there for its other questions too.
    const minutes = askingMinutes(model, reconstruct(model, meant), model.inquiries[inquiry]!);
    this.minutes += this.asked.has(inquiry) ? model.turnMinutes : minutes;
    this.asked.add(inquiry);
    if (person.answers[inquiry] === 0) {
      this.reply('unknown', 'dont-know', '', () => this.session.unanswered.includes(id) && !this.answered(id));
      this.meant = { ...meant, unanswered: [...meant.unanswered, id] };
      return true;
    }
    const answer = this.assistant.mind.graph.questions.get(id)!.answers[person.reports[question]!]!;
    const taken = (): boolean => this.session.findings.some((finding) => finding.answer === answer.id);
    this.speak('answer-misread', sayAnswer(this.random, answer), 'answer', answer.id, taken);
    this.meant = { ...meant, findings: [...meant.findings, { question: id, answer: answer.id, basis: 'told' }] };
    return true;
  }

  private answered(id: string): boolean {
    return this.session.findings.some((finding) => finding.question === id);
  }

  private tryFix(id: string, handover: boolean): boolean {
    const { model, person, meant } = this;
    const fix = model.fixIndex.get(id);
    if (fix === undefined) return this.lost();
    this.compare({ type: 'fix', id, handover });
    this.stray();
    const role = model.capabilities[model.fixCapability[fix]!];
    if (role !== undefined && !handover && person.may[model.fixCapability[fix]!] === 0) {
      this.minutes += model.declineMinutes;
      this.reply('cannot', 'cannot', id, () => this.session.capabilities[role] === false);
      this.meant = { ...meant, capabilities: { ...meant.capabilities, [role]: false } };
      return true;
    }
    this.minutes += minutesNow(model, reconstruct(model, meant), fix);
    if (person.helps[fix] === 1) {
      // A test that weakens security helps and is taken back; what cures it comes next.
      this.reply('worked', 'worked', id, () => this.session.phase.name === 'solved' || this.session.phase.name === 'undoing');
      this.meant = { ...meant, skipped: [...meant.skipped, id] };
      return true;
    }
    this.minutes += model.undoMinutes[fix]!;
    this.reply('failed', 'failed', id, () => this.session.steps.some((each) => each.fix === id && each.outcome === 'failed'));
    this.meant = { ...meant, failed: [...meant.failed, id] };
    return true;
  }

  /** Says it in words or by a button; where the words were not taken as meant, the button follows. */
  private reply(what: 'unknown' | 'cannot' | 'worked' | 'failed', action: Press['action'], target: string, taken: () => boolean): void {
    this.speak(`${what}-misread`, sayThat(this.random, what), action, target, taken);
  }

  private speak(misread: Departure['kind'], words: string, action: Press['action'], target: string, taken: () => boolean): void {
    if (this.random() < this.habits.presses) {
      this.press(action, target);
      if (!taken()) this.depart(misread);
      return;
    }
    const before = this.session.phase;
    this.say(words);
    if (taken()) return;
    this.depart(misread, `${words} <- ${nameOf(before)}`);
    if (nameOf(this.session.phase) !== nameOf(before)) return;
    this.minutes += this.model.turnMinutes;
    this.press(action, target);
  }

  /** Now and then an explanation is asked for, or something else said first. It costs a turn and must move nothing. */
  private stray(): void {
    const draw = this.random();
    const { explains, strays } = this.habits;
    if (draw >= explains + strays) return;
    const before = nameOf(this.session.phase);
    this.minutes += this.model.turnMinutes;
    this.say(sayThat(this.random, draw < explains ? 'explain' : 'aside'));
    if (nameOf(this.session.phase) !== before) this.depart('aside-moved-the-step');
  }

  private compare(action: Action): void {
    const { action: wanted } = nextDecision(this.assistant.mind, beliefIn(this.session) ?? settled(this.model.problem), this.meant);
    const handed = (each: Action): boolean => each.type === 'fix' && each.handover;
    if (wanted.type === action.type && wanted.id === action.id && handed(wanted) === handed(action)) return;
    this.depart('other-step', `${action.id} for ${wanted.id} after: ${this.said}`);
  }

  private depart(kind: Departure['kind'], said = this.said): void {
    this.departures.push({ kind, said, at: nameOf(this.session.phase) });
  }

  private say(text: string): void {
    this.said = text;
    this.advance({ type: 'utterance', text });
  }

  /** Presses the button of the last card that means it; where there is none, what such a button would send. */
  private press(action: Press['action'], target: string): void {
    this.said = `[${action} ${target}]`;
    const buttons = this.turn!.replies.flatMap((reply) => reply.buttons ?? []);
    const found = buttons.find(({ press }) => press.action === action && (target === '' || press.target === target));
    this.advance({ type: 'pressed', press: found?.press ?? { action, target, step: this.session.step } });
  }

  private advance(event: UserEvent): void {
    this.turns += 1;
    this.turn = this.assistant.advance(this.turn?.session, event, { ...CONTEXT, newId: () => `id-${(this.ids += 1)}` });
  }
}

function nameOf(phase: Phase): string {
  return phase.name === 'asking' ? `asking ${phase.question}` : phase.name === 'fixing' ? `fixing ${phase.fix}` : phase.name;
}
