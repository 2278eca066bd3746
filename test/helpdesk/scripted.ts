import { HelpdeskError, type Capabilities, type Failure, type Helpdesk, type HelpdeskEvent } from '../../helpdesk/port.ts';

/** A helpdesk without a key of its own, in memory, whose next calls fail as it is told. */
export function createScriptedHelpdesk(can: Partial<Capabilities> = {}) {
  const opened: string[] = [];
  const notes: { readonly key: string; readonly text: string; readonly internal: boolean }[] = [];
  const events: HelpdeskEvent[] = [];
  const calls: string[] = [];
  let failures: ('hang' | Failure)[] = [];
  const next = async (call: string): Promise<void> => {
    calls.push(call);
    const failure = failures.shift();
    if (failure === 'hang') await new Promise(() => undefined);
    else if (failure) throw new HelpdeskError(`scripted: ${call}`, failure);
  };
  const helpdesk: Helpdesk = {
    name: 'scripted',
    can: { nativeIdempotency: false, immediateLookup: true, publicReplies: true, webhook: false, attachments: 0, showsDelivery: false, settleMs: 10_000, ...can },
    async open({ escalationId }) {
      await next('open');
      const existed = opened.includes(escalationId);
      if (!existed) opened.push(escalationId);
      return { ref: { system: 'scripted', number: String(opened.indexOf(escalationId) + 1) }, existed };
    },
    async append(_ticket, { messageKey, text, internal = false }) {
      await next('append');
      notes.push({ key: messageKey, text, internal });
      return { existed: false };
    },
    status: async () => 'open',
    async since(cursor) {
      calls.push('since');
      return { events: events.slice(Number(cursor ?? 0)), cursor: String(events.length), more: false };
    },
  };
  return { helpdesk, opened, notes, events, calls, fail: (...given: ('hang' | Failure)[]) => (failures = given) };
}
