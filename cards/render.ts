import type { Step } from '../knowledge/compiler/types.ts';
import type { Button, Reply } from '../dialogs/turn.ts';
import { outlined, type About, type TextPart } from './about.ts';
import { card, type AdaptiveCard } from './adaptive-card.ts';
import { HEADING, RISK_NAME, SHELL, SIDE_NAME } from './words.ts';

type FixReply = Extract<Reply, { type: 'fix' }>;

/** `text` is Markdown and complete by itself; the card adds what can be pressed or typed into. */
export interface Rendered {
  readonly text: string;
  readonly card?: AdaptiveCard;
  readonly about?: About;
}

/** How a reply looks. Pure. */
export function render(reply: Reply): Rendered {
  switch (reply.type) {
    case 'text':
      return withButtons(reply.text, reply.buttons, { kind: 'text' });
    case 'ticket':
      return withButtons(reply.text, reply.buttons, { kind: 'ticket', ticket: { number: reply.number, status: reply.status } });
    case 'person':
      return withButtons(reply.text, reply.buttons, { kind: 'person', author: { name: reply.author, from: reply.text.length - reply.words.length } });
    case 'question':
      return withButtons(questionText(reply), reply.buttons, { kind: 'question' });
    case 'fix': {
      const { text, outline } = outlined(fixParts(reply));
      return withButtons(text, reply.buttons, { kind: 'fix', outline });
    }
    case 'summary':
      return summaryCard(reply);
  }
}

function withButtons(text: string, buttons: readonly Button[] | undefined, about: About): Rendered {
  return buttons && buttons.length > 0 ? { text, card: card([], buttons.map(submit)), about } : { text, about };
}

/** Web Chat and our own page return the data as the activity's value. */
function submit({ title, press, primary }: Button): object {
  return { type: 'Action.Submit', title, data: { reconnect: press }, ...(primary && { style: 'positive' }) };
}

/** What a reply says, part by part. */
export function partsOf(reply: Reply): readonly (readonly [TextPart, string])[] {
  switch (reply.type) {
    case 'fix':
      return fixParts(reply);
    case 'question':
      return [['lead', questionText(reply)]];
    case 'summary':
      return summaryParts(reply);
    case 'text':
    case 'ticket':
    case 'person':
      return [['lead', reply.text]];
  }
}

function summaryParts({ text, summary }: Extract<Reply, { type: 'summary' }>): readonly Named[] {
  return [['lead', text], ['summary', quote(summary)]];
}

function questionText({ text, why, steps = [] }: Extract<Reply, { type: 'question' }>): string {
  return [text, ...(why ? [why] : []), ...steps.map((step) => stepText(step))].join('\n\n');
}

type Named = readonly [TextPart, string];

/** What has to be known before anything is touched, then what it rests on. */
function fixParts(fix: FixReply): readonly Named[] {
  return [
    ['title', `### ${fix.title}`],
    ...(fix.why === undefined ? [] : [['why', fix.why] as const]),
    ['facts', factsLine(fix)],
    ...(fix.handover === undefined ? toDo(fix) : toSend(fix, fix.handover)),
    ['source', `*${detailsOf(fix)}*`],
  ];
}

function toDo(fix: FixReply): readonly Named[] {
  return [
    ...(isGrave(fix.risk) ? [['risk', `**${HEADING.risk}** ${riskText(fix.risk)}`] as const] : []),
    ...numbered(fix.steps).map((text) => ['step', text] as const),
    ['check', `**${HEADING.check}** ${fix.check}`],
    ['undo', `**${HEADING.undo}** ${fix.undo}`],
  ];
}

/** The request names the steps, the risk and the way back itself. */
function toSend(fix: FixReply, handover: string): readonly Named[] {
  return [['handover', `**${HEADING.sendThis(fix.who)}**\n\n${quote(handover)}`], ['check', `**${HEADING.check}** ${fix.check}`]];
}

function factsLine({ side, who, minutes, risk }: FixReply): string {
  return `*${[capital(SIDE_NAME[side]), who, HEADING.minutes(minutes), RISK_NAME[risk.level]].join(' · ')}*`;
}

const isGrave = ({ level }: FixReply['risk']): boolean => level === 'medium' || level === 'high';

function detailsOf(fix: FixReply): string {
  const risk = isGrave(fix.risk) || fix.risk.text === '' || fix.risk.level === 'none' ? [] : [`${HEADING.risk} ${riskText(fix.risk)}`];
  const links = fix.sources.flatMap(({ url }) => (url === undefined ? [] : [siteLink(url)]));
  const sources = links.length === 0 ? [] : [`${HEADING.source} ${links.join(', ')}.`];
  return [HEADING.details, ...risk, ...sources, fix.confidence].join(' ');
}

/** Where it can be read; the page says its title itself. */
function siteLink(url: string): string {
  return `[${new URL(url).hostname.replace(/^www\./, '')}](${url})`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function numbered(steps: readonly Step[]): readonly string[] {
  return steps.map((step, index) => {
    const text = stepText(step, windowOf(step) !== lastWindow(steps.slice(0, index)));
    return steps.length > 1 ? `**${index + 1}.** ${text}` : text;
  });
}

/** Where a command is typed; said once for steps in the same window. */
function windowOf({ command }: Step): string | undefined {
  return command && `*(${SHELL[command.shell]}${command.admin ? HEADING.asAdministrator : ''})*`;
}

const lastWindow = (steps: readonly Step[]): string | undefined => windowOf(steps.findLast(({ command }) => command !== undefined) ?? { text: '' });

function stepText(step: Step, saysWindow = true): string {
  const { text, command } = step;
  if (!command) return text;
  return `${text}${saysWindow ? ` ${windowOf(step) ?? ''}` : ''}\n\n\`\`\`\n${command.text.trim()}\n\`\`\``;
}

/** Authors may begin their sentence with the level itself. */
function riskText({ level, text }: FixReply['risk']): string {
  return text.toLowerCase().startsWith(level) ? text : `${capital(level)}. ${text}`;
}

/** The summary stands in a field, so that it can be corrected before it is sent. */
function summaryCard(reply: Extract<Reply, { type: 'summary' }>): Rendered {
  const field = { type: 'Input.Text', id: 'summary', label: HEADING.summary, isMultiline: true, maxLength: 4000, value: reply.summary };
  const { text, outline } = outlined(summaryParts(reply));
  return { text, card: card([field], reply.buttons.map(submit)), about: { kind: 'summary', outline } };
}

function quote(text: string): string {
  return text.split('\n').map((line) => `> ${line}`).join('  \n');
}
