import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BOT, QUEUE } from '../../deploy/request-tracker/server.ts';
import { createRequestTracker } from '../../helpdesk/adapters/request-tracker.ts';
import type { Helpdesk } from '../../helpdesk/port.ts';
import { freePort } from '../free-port.ts';
import { helpdeskContract, type Troubled } from './contract.ts';
import { describeWithRequestTracker } from './real-rt.ts';
import { rtAgent } from './rt-agent.ts';
import { ticketOf } from './ticket.ts';
import { startTroubleProxy, type Fate, type TroubleProxy } from './trouble-proxy.ts';

const SECRET = 'a secret of the webhook';

describeWithRequestTracker('Request Tracker', (server) => {
  const proxies: TroubleProxy[] = [];
  let troubled: Troubled;

  const desk = (url = server().url, token = server().token): Helpdesk => createRequestTracker({ url, token, queue: QUEUE, user: BOT, webhookSecret: SECRET });
  const behind = async (fate: Fate, changing = false): Promise<Helpdesk> => {
    const proxy = await startTroubleProxy(server().url, (method) => (changing && method === 'GET' ? 'pass' : fate));
    proxies.push(proxy);
    return desk(proxy.url);
  };

  beforeAll(async () => {
    troubled = {
      down: desk(`http://127.0.0.1:${await freePort()}`),
      wrongCredentials: desk(server().url, '1-31-00000000000000000000000000000000'),
      losesAnswers: await behind('lose-answer', true),
      throttled: { helpdesk: await behind({ throttle: 7 }), seconds: 7 },
      slow: await behind('silence'),
    };
  });

  afterAll(() => Promise.all(proxies.map((proxy) => proxy.close())));

  helpdeskContract(async () => ({
    helpdesk: desk(),
    agent: rtAgent(server()),
    restarted: async () => desk(),
    troubled,
    webhookCall: () => {
      const body = Buffer.from('{"ticket":1}');
      return { headers: { 'x-rt-signature': createHmac('sha256', SECRET).update(body).digest('hex') }, body };
    },
  }));

  const signal = () => AbortSignal.timeout(20_000);

  it('reads an answer that was written as HTML, and the cause by its number in the report', async () => {
    const helpdesk = desk();
    const agent = rtAgent(server());
    const ticket = { ...ticketOf('esc-html'), causes: [{ id: 'first', title: 'First', probability: 0.6 }, { id: 'second', title: 'Second', probability: 0.3 }] };
    const { ref } = await helpdesk.open(ticket, signal());
    const { cursor } = await helpdesk.since(undefined, signal());
    await agent.write(ref.number, '<p>Please <b>restart</b> &amp; try:</p><ul><li>one</li></ul>', 'text/html');
    await agent.set(ref.number, { Status: 'resolved', CustomFields: { Cause: '2' } });
    const { events } = await helpdesk.since(cursor, signal());
    expect(events).toMatchObject([{ kind: 'reply', text: expect.stringMatching(/^Please restart & try:\s+\* one$/) }, { kind: 'status', status: 'resolved', cause: 'second' }]);
  });

  it('attaches the record for programs', async () => {
    const helpdesk = desk();
    const { ref } = await helpdesk.open(ticketOf('esc-record'), signal());
    expect(await rtAgent(server()).read(ref.number)).toContain('"format": "reconnect-ticket/1"');
  });

  it('does not begin with what was done before it came', async () => {
    const agent = rtAgent(server());
    const { ref } = await desk().open(ticketOf('esc-early'), signal());
    await agent.reply(ref.number, 'just now');
    // Answered within the last minutes: told, since the feed may have been out of reach. Nothing is told twice after that.
    const first = await desk().since(undefined, signal());
    expect(first.events.filter(({ escalationId }) => escalationId === 'esc-early')).toHaveLength(1);
    expect((await desk().since(first.cursor, signal())).events).toEqual([]);
  });
});
