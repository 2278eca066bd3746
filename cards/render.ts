import type { Step } from '../knowledge/compiler/types.ts';
import type { Button, Reply } from '../dialogs/turn.ts';
import { outlined, type About, type TextPart } from './about.ts';
import { card, type AdaptiveCard } from './adaptive-card.ts';
import { BASE_LOCALE, phrasesOf, type Phrases } from '../dialogs/phrases.ts';

type FixReply = Extract<Reply, { type: 'fix' }>;

/** `text` is Markdown and complete by itself; the card adds what can be pressed or typed into. */
export interface Rendered {
  readonly text: string;
  readonly card?: AdaptiveCard;
  readonly about?: About;
  /** ISO 639-1, where it is not the base locale. */
  readonly locale?: string;
}

/** How a reply looks. Pure. */
export function render(reply: Reply): Rendered {
  const { locale = BASE_LOCALE } = reply;
  const rendered = inWords(reply, phrasesOf({ locale }));
  return locale === BASE_LOCALE ? rendered : { ...rendered, locale };
}

function inWords(reply: Reply, phrases: Phrases): Rendered {
  switch (reply.type) {
    case 'text':
      return withButtons(reply.text, reply.buttons, { kind: 'text' });
    case 'ticket':
      return withButtons(reply.text, reply.buttons, { kind: 'ticket', ticket: { number: reply.number, status: reply.status } });
    case 'person':
      return withButtons(reply.text, reply.buttons, { kind: 'person', author: { name: reply.author, from: reply.text.length - reply.words.length } });
    case 'question':
      return withButtons(questionText(phrases, reply), reply.buttons, { kind: 'question' });
    case 'fix': {
      const { text, outline } = outlined(fixParts(phrases, reply));
      return withButtons(text, reply.buttons, { kind: 'fix', outline });
    }
    case 'summary':
      return summaryCard(phrases, reply);
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
  const phrases = phrasesOf({ locale: reply.locale ?? BASE_LOCALE });
  switch (reply.type) {
    case 'fix':
      return fixParts(phrases, reply);
    case 'question':
      return [['lead', questionText(phrases, reply)]];
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

function questionText(phrases: Phrases, { text, why, steps = [] }: Extract<Reply, { type: 'question' }>): string {
  return [text, ...(why ? [why] : []), ...steps.map((step) => stepText(phrases, step))].join('\n\n');
}

type Named = readonly [TextPart, string];

/** What has to be known before anything is touched, then what it rests on. */
function fixParts(phrases: Phrases, fix: FixReply): readonly Named[] {
  return [
    ['title', `### ${fix.title}`],
    ...(fix.why === undefined ? [] : [['why', fix.why] as const]),
    ['facts', factsLine(phrases, fix)],
    ...(fix.handover === undefined ? toDo(phrases, fix) : toSend(phrases, fix, fix.handover)),
    ['source', `*${detailsOf(phrases, fix)}*`],
  ];
}

function toDo(phrases: Phrases, fix: FixReply): readonly Named[] {
  const { HEADING } = phrases;
  return [
    ...(isGrave(fix.risk) ? [['risk', `**${HEADING.risk}** ${riskText(phrases, fix.risk)}`] as const] : []),
    ...numbered(phrases, fix.steps).map((text) => ['step', text] as const),
    ['check', `**${HEADING.check}** ${fix.check}`],
    ['undo', `**${HEADING.undo}** ${fix.undo}`],
  ];
}

/** The request names the steps, the risk and the way back itself. */
function toSend({ HEADING }: Phrases, fix: FixReply, handover: string): readonly Named[] {
  return [['handover', `**${HEADING.sendThis(fix.who)}**\n\n${quote(handover)}`], ['check', `**${HEADING.check}** ${fix.check}`]];
}

function factsLine({ HEADING, RISK_NAME, SIDE }: Phrases, { side, who, minutes, risk }: FixReply): string {
  return `*${[capital(SIDE[side]), who, HEADING.minutes(minutes), RISK_NAME[risk.level]].join(' · ')}*`;
}

const isGrave = ({ level }: FixReply['risk']): boolean => level === 'medium' || level === 'high';

function detailsOf(phrases: Phrases, fix: FixReply): string {
  const { HEADING } = phrases;
  const risk = isGrave(fix.risk) || fix.risk.text === '' || fix.risk.level === 'none' ? [] : [`${HEADING.risk} ${riskText(phrases, fix.risk)}`];
  const links = fix.sources.flatMap(({ url }) => (url === undefined ? [] : [siteLink(url)]));
  const sources = links.length === 0 ? [] : [`${HEADING.source} ${links.join(', ')}.`];
  return [HEADING.details, ...risk, ...sources, fix.confidence].join(' ');
}

/** Where it can be read; the page says its title itself. */
function siteLink(url: string): string {
  return `[${new URL(url).hostname.replace(/^www\./, '')}](${url})`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function numbered(phrases: Phrases, steps: readonly Step[]): readonly string[] {
  return steps.map((step, index) => {
    const text = stepText(phrases, step, windowOf(phrases, step) !== lastWindow(phrases, steps.slice(0, index)));
    return steps.length > 1 ? `**${index + 1}.** ${text}` : text;
  });
}

/** Where a command is typed; said once for steps in the same window. */
function windowOf({ HEADING, SHELL }: Phrases, { command }: Step): string | undefined {
  return command && `*(${SHELL[command.shell]}${command.admin ? HEADING.asAdministrator : ''})*`;
}

const lastWindow = (phrases: Phrases, steps: readonly Step[]): string | undefined =>
  windowOf(phrases, steps.findLast(({ command }) => command !== undefined) ?? { text: '' });

function stepText(phrases: Phrases, step: Step, saysWindow = true): string {
  const { text, command } = step;
  if (!command) return text;
  return `${text}${saysWindow ? ` ${windowOf(phrases, step) ?? ''}` : ''}\n\n\`\`\`\n${command.text.trim()}\n\`\`\``;
}

/** Authors may begin their sentence with the level itself. */
function riskText({ RISK_LEVEL }: Phrases, { level, text }: FixReply['risk']): string {
  return text.startsWith(RISK_LEVEL[level]) ? text : `${RISK_LEVEL[level]}. ${text}`;
}

/** The summary stands in a field, so that it can be corrected before it is sent. */
function summaryCard({ HEADING }: Phrases, reply: Extract<Reply, { type: 'summary' }>): Rendered {
  const field = { type: 'Input.Text', id: 'summary', label: HEADING.summary, isMultiline: true, maxLength: 4000, value: reply.summary };
  const { text, outline } = outlined(summaryParts(reply));
  return { text, card: card([field], reply.buttons.map(submit)), about: { kind: 'summary', outline } };
}

function quote(text: string): string {
  return text.split('\n').map((line) => `> ${line}`).join('  \n');
}
