import { ActivityHandler, CardFactory, CloudAdapter, ConfigurationBotFrameworkAuthentication, MessageFactory, type TurnContext } from 'botbuilder';
import { createDirectLineBot } from '../../bots/connecting/direct-line.ts';
import type { BotEndpoint, ChannelSink } from '../../server/direct-line/ports.ts';

/** A fix as the assistant shows one, in small. */
export const FIX_CARD = {
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'Free a session on the server', weight: 'Bolder', size: 'Medium', wrap: true, style: 'heading' },
    { type: 'TextBlock', text: '**Why this one now:** the connection was made and then closed from the other side.', wrap: true },
    {
      type: 'FactSet',
      facts: [
        { title: 'Where', value: 'On the server' },
        { title: 'Who', value: 'An administrator' },
        { title: 'Takes', value: '5 minutes' },
        { title: 'Risk', value: 'Low: somebody may lose unsaved work' },
      ],
    },
    { type: 'TextBlock', text: '1. List the sessions.\n2. Sign off the one that hangs.', wrap: true },
    {
      type: 'Container',
      style: 'emphasis',
      items: [{ type: 'TextBlock', text: 'qwinsta /server:NAME', fontType: 'Monospace', wrap: true }],
    },
    {
      type: 'Input.ChoiceSet', id: 'result', label: 'What do you see?', style: 'expanded',
      choices: [{ title: 'A session that says Disc', value: 'disc' }, { title: 'Nothing like that', value: 'none' }],
    },
  ],
  actions: [
    { type: 'Action.Submit', title: 'It works now', style: 'positive', data: { action: 'worked' } },
    { type: 'Action.Submit', title: 'Did not help', data: { action: 'failed' } },
    { type: 'Action.Submit', title: "I can't do this", data: { action: 'cannot' } },
    { type: 'Action.Submit', title: 'Explain', data: { action: 'explain' } },
    { type: 'Action.Submit', title: 'Talk to a person', data: { action: 'person' } },
  ],
};

/** Markdown as a fix has it: a command that is longer than the bubble, a link, a quotation. */
export const LONG_COMMAND = "Get-ChildItem 'Cert:\\LocalMachine\\Remote Desktop' | Format-List Subject, NotBefore, NotAfter, Thumbprint, HasPrivateKey";
const COMMANDS = [
  '**1.** Look at the certificate. *(PowerShell, as administrator)*',
  `\`\`\`powershell\n${LONG_COMMAND}\n\`\`\``,
  '> What a person will read',
  '*Source:* [the documentation](https://example.com/rdp), and `qwinsta`.',
].join('\n\n');

export interface TestBot {
  readonly bot: (sink: ChannelSink) => BotEndpoint;
  /** Ids of the activities that reached the bot, as often as they did. */
  readonly delivered: string[];
  /** Called in each turn of a message, before its replies; may wait or throw. */
  duringTurn: (context: TurnContext) => Promise<void>;
}

/** A small bot on the real adapter: it greets, says messages back, shows a card and asks to choose. */
export function createTestBot(): TestBot {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const handler = new ActivityHandler();
  const test: TestBot = {
    bot: createDirectLineBot({ adapter, logic: (context) => handler.run(context) }),
    delivered: [],
    duringTurn: async () => undefined,
  };
  handler.onTurn(async (context, next) => {
    test.delivered.push(context.activity.id ?? '');
    await next();
  });
  handler.onMembersAdded(async (context, next) => {
    for (const member of context.activity.membersAdded ?? []) {
      if (member.id !== context.activity.recipient.id) await context.sendActivity('Hello. What does your screen say?');
    }
    await next();
  });
  handler.onMessage(async (context, next) => {
    await test.duringTurn(context);
    await context.sendActivity({ type: 'typing' });
    await context.sendActivities(repliesTo(context).map((reply) => ({ ...reply })));
    await next();
  });
  handler.onEvent(async (context, next) => {
    await context.sendActivity(`The helpdesk says: ${String(context.activity.value)}`);
    await next();
  });
  return test;
}

function repliesTo({ activity }: TurnContext): Partial<ReturnType<typeof MessageFactory.text>>[] {
  if (activity.value) {
    const fields = Object.entries<unknown>(activity.value).map(([name, value]) => `${name}: ${String(value)}`);
    return [MessageFactory.text(`You chose ${fields.sort().join(', ')}`)];
  }
  if (activity.attachments?.length) {
    return [MessageFactory.text(`I got ${activity.attachments.map((file) => `${file.name}, ${file.contentType}, ${file.contentUrl?.slice(0, 22)}`).join('; ')}`)];
  }
  if (/card|0x904/i.test(activity.text)) {
    return [
      MessageFactory.text('The connection was made, then the other side closed it.'),
      MessageFactory.attachment(CardFactory.adaptiveCard(FIX_CARD)),
    ];
  }
  if (/command/i.test(activity.text)) return [MessageFactory.text(COMMANDS)];
  if (/choose/i.test(activity.text)) return [MessageFactory.suggestedActions(['Yes', 'No'], 'Is it only this one server?') as ReturnType<typeof MessageFactory.text>];
  return [MessageFactory.text(`first: ${activity.text}`), MessageFactory.text(`second: ${activity.text}`)];
}
