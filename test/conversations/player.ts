import type { Assistant } from '../../service/assistant.ts';
import { isInVain, isTold } from '../../dialogs/ledger.ts';
import { ownerOf } from '../../dialogs/owner.ts';
import { reviveSession, type Session } from '../../dialogs/session.ts';
import type { Button, Effect, Reply, Turn, TurnContext, UserEvent } from '../../dialogs/turn.ts';
import type { Role } from '../../knowledge/compiler/types.ts';
import { putOnTable } from '../dialogs/put-on-table.ts';
import { formatStep, type ChatFile, type ChatInput, type ChatStep } from './chat-file.ts';

const START = Date.parse('2026-11-20T09:00:00Z');

/** Plays a conversation file against the assistant; the clock and the ids are its own. */
export class Player {
  readonly #assistant: Assistant;
  readonly effects: Effect[] = [];
  session: Session | undefined;
  #now = START;
  #ids = 0;
  #events = 0;
  #buttons: readonly Button[] = [];
  #earlier: readonly Button[] = [];
  #last: UserEvent | undefined;

  constructor(assistant: Assistant) {
    this.#assistant = assistant;
  }

  /** The file as it reads after this run, and every expectation that does not hold. */
  play(file: ChatFile): { readonly text: string; readonly broken: readonly string[] } {
    const broken: string[] = [];
    const steps = file.steps.map((step) => {
      const replies = this.#perform(step.input);
      for (const expectation of step.expectations) {
        const fault = this.#check(expectation, replies);
        if (fault) broken.push(`after "${head(step)}": expected ${expectation}, but ${fault}`);
      }
      return formatStep(step, replies.flatMap((reply) => this.#written(reply)));
    });
    return { text: `${[...file.preface, ...steps].join('\n').trimEnd()}\n`, broken };
  }

  #perform(input: ChatInput): readonly Reply[] {
    switch (input.kind) {
      case 'user':
        return this.#turn({ type: 'utterance', text: input.lines.join('\n') });
      case 'joined':
        return this.#turn({ type: 'joined' });
      case 'press':
        return this.#turn({ type: 'pressed', press: this.#find(this.#buttons, input.argument).press });
      case 'old-press':
        return this.#turn({ type: 'pressed', press: this.#find(this.#earlier, input.argument).press });
      case 'given':
        return this.#take(this.#put(input.argument));
      case 'again':
        if (!this.#last) throw new Error('again: nothing was sent before');
        return this.#turn(this.#last);
      case 'later':
        this.#now += hours(input.argument) * 3_600_000;
        return [];
      case 'next-day':
        // Due a day after the cure, whatever else was said since.
        this.#now = Math.max(this.#now, Date.parse(this.#followUp?.at ?? ''));
        return this.#turn({ type: 'follow-up-due', followUpId: this.#followUp?.followUpId ?? '' });
      case 'restarted':
        this.session = reviveSession(JSON.parse(JSON.stringify(this.session)));
        return [];
      case 'helpdesk':
        return this.#turn(this.#helpdeskEvent(input.argument));
    }
  }

  #turn(event: UserEvent): readonly Reply[] {
    this.#now += 30_000;
    this.#last = event;
    return this.#take(this.#assistant.advance(this.session, event, this.#world()));
  }

  get #followUp(): Extract<Effect, { type: 'follow-up' }> | undefined {
    return this.effects.findLast((each) => each.type === 'follow-up');
  }

  #world(): TurnContext {
    return { now: new Date(this.#now), newId: () => `id-${(this.#ids += 1)}`, conversationId: 'conversation', person: { id: 'person' } };
  }

  #put(argument: string): Turn {
    const [kind = '', id = ''] = argument.split(' ');
    return putOnTable(this.#assistant.mind, this.#world(), this.session, kind, id);
  }

  #take({ session, replies, effects }: Turn): readonly Reply[] {
    this.session = session;
    this.effects.push(...effects);
    const buttons = replies.flatMap((reply) => reply.buttons ?? []);
    if (buttons.length > 0) {
      this.#earlier = this.#buttons;
      this.#buttons = buttons;
    }
    return replies;
  }

  #helpdeskEvent(argument: string): UserEvent {
    const escalationId = this.session?.escalation?.id ?? '';
    const eventId = `event-${(this.#events += 1)}`;
    const [verb = '', ...rest] = argument.split(' ');
    if (verb === 'opened') return { type: 'ticket-opened', escalationId, number: rest[0] ?? '' };
    if (verb === 'failed') return { type: 'ticket-failed', escalationId, reason: rest.join(' ') };
    if (verb === 'refused') return { type: 'ticket-failed', escalationId, reason: rest.join(' '), forGood: true };
    if (verb === 'status') return { type: 'ticket-changed', escalationId, eventId, status: rest[0] as 'resolved' };
    if (verb === 'back') return { type: 'handed-back', escalationId, eventId, author: rest[0] ?? '' };
    if (verb === 'reply') return { type: 'ticket-replied', escalationId, eventId, author: rest[0] ?? '', text: rest.slice(1).join(' ') };
    throw new Error(`helpdesk: "${verb}" is none of opened, failed, refused, status, reply, back`);
  }

  #find(buttons: readonly Button[], title: string): Button {
    const found = buttons.find((button) => button.title === title);
    if (!found) throw new Error(`There is no button "${title}"; there are: ${buttons.map((button) => button.title).join(', ')}`);
    return found;
  }

  #written(reply: Reply): string[] {
    const lines = this.#assistant.render(reply).text.split('\n');
    const buttons = (reply.buttons ?? []).map((button) => `[${button.title}]`).join(' ');
    return [...lines.map((line, index) => (index === 0 ? ` bot: ${line}` : ` ${INDENTED}${line}`).trimEnd()), ...(buttons ? [` ${INDENTED}${buttons}`] : [])];
  }

  /** Says what is otherwise; undefined when the expectation holds. */
  #check(expectation: string, replies: readonly Reply[]): string | undefined {
    const [key = '', ...rest] = expectation.split(' ');
    const wanted = rest.join(' ');
    const { session } = this;
    const { phase } = session ?? {};
    const found = (actual: string | undefined) => (actual === wanted ? undefined : `it is "${actual ?? 'none'}"`);
    switch (key) {
      case 'phase':
        return found(phase?.name);
      case 'not-phase':
        return phase?.name === wanted ? 'it is that phase' : undefined;
      case 'owner':
        return found(session && ownerOf(session));
      case 'confirmed':
        return found(String(session?.followUp?.confirmed === true));
      case 'problem':
        return found(session?.problem);
      case 'fix':
        return found(phase?.name === 'fixing' ? phase.fix : undefined);
      case 'not-fix':
        return phase?.name === 'fixing' && phase.fix === wanted ? 'it is that fix' : undefined;
      case 'handover':
        return found(phase?.name === 'fixing' ? String(phase.handover) : undefined);
      case 'side':
        return found(phase?.name === 'fixing' ? this.#assistant.mind.graph.fixes.get(phase.fix)?.side : undefined);
      case 'question':
        return found(phase?.name === 'asking' ? phase.question : undefined);
      case 'not-question':
        return phase?.name === 'asking' && phase.question === wanted ? 'it is that question' : undefined;
      case 'finding':
        return session?.findings.some((each) => each.answer === wanted) ? undefined : `the findings are ${session?.findings.map((each) => each.answer).join(', ') || 'none'}`;
      case 'not-finding':
        return session?.findings.some((each) => each.answer === wanted) ? 'it is among the findings' : undefined;
      case 'no-finding':
        return session?.findings.length ? `the findings are ${session.findings.map((each) => each.answer).join(', ')}` : undefined;
      case 'can': {
        const [role = '', answer] = rest;
        const known = String(session?.capabilities[role as Role]);
        return known === answer ? undefined : `it is ${known}`;
      }
      case 'code':
        return session?.codes.some((each) => each.code === wanted) ? undefined : `the codes are ${session?.codes.map((each) => each.code).join(', ') || 'none'}`;
      case 'failed':
        return session?.steps.some((each) => each.fix === wanted && isInVain(each)) ? undefined : `the ledger has ${this.#ledger()}`;
      case 'tried':
        return session?.steps.some((each) => each.fix === wanted && isTold(each)) ? undefined : `the ledger has ${this.#ledger()}`;
      case 'not-tried':
        return session?.steps.some((each) => each.fix === wanted && isTold(each)) ? `the ledger has ${this.#ledger()}` : undefined;
      case 'step': {
        const [outcome = '', fix = ''] = rest;
        return session?.steps.some((each) => each.fix === fix && each.outcome === outcome) ? undefined : `the ledger has ${this.#ledger()}`;
      }
      case 'no-outcome':
        return session?.steps.some(isTold) ? `the ledger has ${this.#ledger()}` : undefined;
      case 'offers':
        return replies.some((reply) => reply.buttons?.some((button) => button.title === wanted)) ? undefined : `the buttons are ${replies.flatMap((reply) => (reply.buttons ?? []).map((button) => button.title)).join(', ') || 'none'}`;
      case 'effect':
        return this.effects.some((each) => each.type === wanted) ? undefined : `the effects are ${this.effects.map((each) => each.type).join(', ') || 'none'}`;
      case 'silence':
        return replies.length === 0 ? undefined : `it said ${replies.length} things`;
      case 'says':
        return replies.some((reply) => this.#assistant.render(reply).text.includes(wanted)) ? undefined : 'it did not say so';
      case 'says-nothing-of':
        return replies.some((reply) => this.#assistant.render(reply).text.includes(wanted)) ? 'it did say so' : undefined;
      default:
        return `"${key}" is not an expectation that this file format knows`;
    }
  }

  #ledger(): string {
    return (this.session?.steps ?? []).map(({ fix, outcome }) => `${outcome} ${fix}`).join(', ') || 'nothing';
  }
}

const INDENTED = '     ';

function head({ input }: ChatStep): string {
  return input.kind === 'user' ? (input.lines[0] ?? '') : `${input.kind}: ${input.argument}`;
}

function hours(text: string): number {
  const [, value] = /^(\d+)h$/.exec(text) ?? [];
  if (!value) throw new Error(`later: "${text}" is not of the form 14h`);
  return Number(value);
}
