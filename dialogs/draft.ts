import type { Mind } from './mind.ts';
import type { Evidence } from '../troubleshooting/decision.ts';
import { BASE_LOCALE, phrasesOf, type Phrases } from './phrases.ts';
import { policyEvidence } from './policy-evidence.ts';
import type { Remark } from './remark.ts';
import { isWithoutHelpdesk, withReportButton } from './without-helpdesk.ts';
import { TRANSCRIPT_LINES, type Line, type Phase, type Session } from './session.ts';
import type { Button, Effect, Reply, Turn, TurnContext } from './turn.ts';

/** A turn in the making. It lives for one call of `advance`, so what changes here is seen by nobody else. */
export class TurnDraft {
  readonly mind: Mind;
  readonly context: TurnContext;
  session: Session;
  readonly #replies: Reply[] = [];
  readonly #effects: Effect[] = [];
  readonly #remarks = new Set<Remark>();

  constructor(mind: Mind, context: TurnContext, session: Session) {
    this.mind = mind;
    this.context = context;
    this.session = session;
  }

  /** What the assistant says of its own accord, in the person's language. */
  get phrases(): Phrases {
    return phrasesOf(this.mind.graph);
  }

  change(patch: Partial<Session>): void {
    this.session = { ...this.session, ...patch };
  }

  /** Sets fields aside that `change` could only overwrite. */
  replace(session: Session): void {
    this.session = session;
  }

  /** What was said cannot be taken back as a whole any more. */
  forgetBefore(): void {
    const { before: _before, ...kept } = this.session;
    this.session = kept;
  }

  /** Puts something on the table. Cards that are rendered from now on carry the new step. */
  enter(phase: Phase): void {
    this.change({ phase, step: this.session.step + 1, misread: 0 });
  }

  /** A draft of the same state whose replies are not sent. */
  aside(): TurnDraft {
    return new TurnDraft(this.mind, this.context, this.session);
  }

  get buttons(): readonly Button[] {
    return this.#replies.flatMap((reply) => reply.buttons ?? []);
  }

  say(reply: Reply): void {
    this.#replies.push(this.#inLanguage(isWithoutHelpdesk(this) ? withReportButton(this.phrases, reply) : reply));
  }

  /** Before everything else of the turn; to the turn's own course it is as if it were not said. */
  open(text: string): void {
    this.#replies.unshift(this.#inLanguage({ type: 'text', text }));
  }

  #inLanguage(reply: Reply): Reply {
    const { locale } = this.mind.graph;
    return locale === BASE_LOCALE ? reply : { ...reply, locale };
  }

  text(text: string): void {
    this.say({ type: 'text', text });
  }

  effect(effect: Effect): void {
    this.#effects.push(effect);
  }

  /** Notes what the session will not show. */
  remark(remark: Remark): void {
    this.#remarks.add(remark);
  }

  remarked(remark: Remark): boolean {
    return this.#remarks.has(remark);
  }

  /** A step to take is among the replies. */
  get gaveStep(): boolean {
    return this.#replies.some(({ type }) => type === 'fix');
  }

  /** What was said so far, as it will stand in the record. */
  get lines(): readonly string[] {
    return this.#replies.map(spoken);
  }

  /** The turn answered something, which the session will not show. */
  get hasAnswered(): boolean {
    return [...this.#remarks].some((remark) => remark !== 'asked-back');
  }

  get isSilent(): boolean {
    return this.#replies.length === 0;
  }

  /** Adds a line to the record that a ticket carries. The text must be redacted. */
  record(who: Line['who'], text: string): void {
    const line: Line = { who, text, at: this.context.now.toISOString() };
    this.change({ transcript: [...this.session.transcript, line].slice(-TRANSCRIPT_LINES) });
  }

  /** What the policy may know of this conversation. */
  evidence(): Evidence {
    return policyEvidence(this.mind.graph, this.session);
  }

  finish(): Turn {
    for (const reply of this.#replies) this.record('assistant', spoken(reply));
    this.change({ lastSeen: this.context.now.toISOString() });
    return { session: this.session, replies: this.#replies, effects: this.#effects, remarks: [...this.#remarks] };
  }
}

/** A reply as one line of the record. */
function spoken(reply: Reply): string {
  switch (reply.type) {
    case 'fix':
      return `Offered: ${reply.title}`;
    case 'summary':
      return 'Offered to hand over to support, with a report to check.';
    case 'text':
    case 'question':
    case 'ticket':
    case 'person':
      return reply.text;
  }
}
