import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseHelpdesk } from '../../helpdesk/adapters/index.ts';
import type { Helpdesk } from '../../helpdesk/port.ts';
import { freePort } from '../free-port.ts';
import { helpdeskContract, type Agent, type Troubled } from './contract.ts';
import { numbered, PRODUCTS, WEBHOOK_SECRET } from './hosted/products.ts';
import { startTwin, type Twin } from './hosted/twin-kit.ts';
import { ticketOf } from './ticket.ts';
import { startTroubleProxy, type Fate, type TroubleProxy } from './trouble-proxy.ts';

const signal = () => AbortSignal.timeout(20_000);

describe.each(PRODUCTS)('$name, against its twin', (product) => {
  const proxies: TroubleProxy[] = [];
  let twin: Twin;
  let helpdesk: Helpdesk;
  let troubled: Troubled;
  let broken: Helpdesk;

  const behind = async (fate: Fate, changing = false): Promise<Helpdesk> => {
    const proxy = await startTroubleProxy(twin.url, (method) => (changing && method === 'GET' ? 'pass' : fate));
    proxies.push(proxy);
    return product.create(proxy.url, 'right');
  };
  const ticketNumbered = (number: string) => numbered(twin.desk, product, number);

  beforeAll(async () => {
    twin = await startTwin(product.routes, product.authorization);
    helpdesk = product.create(twin.url, 'right');
    broken = await behind('broken');
    troubled = {
      down: product.create(`http://127.0.0.1:${await freePort()}`, 'right'),
      wrongCredentials: product.create(twin.url, 'wrong'),
      losesAnswers: await behind('lose-answer', true),
      throttled: { helpdesk: await behind({ throttle: 7 }), seconds: 7 },
      slow: await behind('silence'),
    };
  });
  afterAll(() => Promise.all([...proxies, twin].map((each) => each.close())));

  const agent: Agent = {
    reply: async (number, text) => void twin.desk.say(ticketNumbered(number), { author: 'Anna', text, isPublic: true, byApi: false }),
    note: async (number, text) => void twin.desk.say(ticketNumbered(number), { author: 'Anna', text, isPublic: false, byApi: false }),
    resolve: async (number) => twin.desk.set(ticketNumbered(number), product.states.resolved),
    reopen: async (number) => twin.desk.set(ticketNumbered(number), product.states.open),
    async read(number) {
      const { subject, report, messages } = ticketNumbered(number);
      return [subject, report, ...messages.map(({ text }) => text)].join('\n');
    },
    count: async (id) => twin.desk.tickets.filter(({ escalationId }) => escalationId === id).length,
  };

  helpdeskContract(async () => ({
    helpdesk,
    agent,
    restarted: async () => product.create(twin.url, 'right'),
    troubled,
    webhookCall: () => {
      const body = Buffer.from('{"ticket":1}');
      return { headers: { 'x-hub-signature': `sha1=${createHmac('sha1', WEBHOOK_SECRET).update(body).digest('hex')}` }, body };
    },
  }));

  it('takes a page of its proxy in place of an answer for a failure of which nobody knows', async () => {
    await expect(broken.open(ticketOf('esc-broken'), signal())).rejects.toMatchObject({ outcome: 'unknown', retriable: true });
  });

  it('makes no second ticket while its index lags, when it settles within the time that it is given', async () => {
    const ticket = ticketOf(`esc-lag-${product.name.replaceAll(' ', '-')}`);
    twin.desk.indexedUntil = Math.max(0, ...twin.desk.tickets.map(({ id }) => id));
    await troubled.losesAnswers.open(ticket, signal()).catch(() => undefined);
    // Either it is found without the index, or the relay waits for as long as the product needs.
    if (helpdesk.can.settleMs > 0) twin.desk.indexedUntil = undefined;
    const { existed } = await helpdesk.open(ticket, signal());
    twin.desk.indexedUntil = undefined;
    expect([existed, await agent.count(ticket.escalationId)]).toEqual([true, 1]);
  });

  it('hears what support does after the person opened the ticket again', async () => {
    const ticket = ticketOf(`esc-again-${product.name.replaceAll(' ', '-')}`);
    const { ref } = await helpdesk.open(ticket, signal());
    const { cursor } = await helpdesk.since(undefined, signal());
    await agent.resolve(ref.number);
    const resolved = await helpdesk.since(cursor, signal());
    expect(resolved.events).toMatchObject([{ kind: 'status', status: 'resolved' }]);
    await helpdesk.append({ escalationId: ticket.escalationId }, { messageKey: 'again', text: 'not fixed', status: 'open' }, signal());
    const reopened = await helpdesk.since(resolved.cursor, signal());
    expect(reopened.events).toEqual([]);
    await agent.resolve(ref.number);
    expect((await helpdesk.since(reopened.cursor, signal())).events).toMatchObject([{ kind: 'status', status: 'resolved' }]);
  });
});

describe('the settings of hosted helpdesks', () => {
  it.each([
    ['zendesk', ['ZENDESK_URL', 'ZENDESK_USER', 'ZENDESK_TOKEN']],
    ['servicenow', ['SERVICENOW_URL', 'SERVICENOW_USER', 'SERVICENOW_PASSWORD']],
    ['jira', ['JIRA_URL', 'JIRA_USER', 'JIRA_TOKEN', 'JIRA_PROJECT', 'JIRA_SERVICE_DESK', 'JIRA_REQUEST_TYPE']],
    ['freshdesk', ['FRESHDESK_URL', 'FRESHDESK_KEY', 'FRESHDESK_EMAIL']],
    ['zammad', ['ZAMMAD_URL', 'ZAMMAD_TOKEN', 'ZAMMAD_CUSTOMER']],
  ])('%s names each that is missing', (name, variables) => {
    expect(chooseHelpdesk({ HELPDESK: name })).toEqual({ faults: variables.map((each) => expect.stringMatching(new RegExp(`^${each} (is missing|must be)`))) });
  });
});
