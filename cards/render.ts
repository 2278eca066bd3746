import type { Step } from '../knowledge/compiler/types.ts';
import type { Button, Reply } from '../dialogs/turn.ts';
import { card, type AdaptiveCard } from './adaptive-card.ts';
import { HEADING, SHELL, SIDE_NAME } from './words.ts';

/** `text` is Markdown and complete by itself; the card adds what can be pressed or typed into. */
export interface Rendered {
  readonly text: string;
  readonly card?: AdaptiveCard;
}

/** How a reply looks. Pure. */
export function render(reply: Reply): Rendered {
  switch (reply.type) {
    case 'text':
    case 'ticket':
      return withButtons(reply.text, reply.buttons);
    case 'question':
      return withButtons([reply.text, ...(reply.why ? [reply.why] : []), ...(reply.steps ?? []).map(stepText)].join('\n\n'), reply.buttons);
    case 'fix':
      return withButtons(fixText(reply), reply.buttons);
    case 'summary':
      return summaryCard(reply);
  }
}

function withButtons(text: string, buttons: readonly Button[] | undefined): Rendered {
  return buttons && buttons.length > 0 ? { text, card: card([], buttons) } : { text };
}

function fixText(fix: Extract<Reply, { type: 'fix' }>): string {
  const facts = [
    `${HEADING.where}: ${SIDE_NAME[fix.side]}`,
    `${HEADING.who}: ${fix.who}`,
    `${HEADING.takes}: ${fix.minutes} min`,
    `${HEADING.risk}: ${riskText(fix.risk)}`,
  ];
  const sources = fix.sources.map(({ title, url }) => (url ? `[${title}](${url})` : title)).join(', ');
  const steps = fix.steps.map((step, index) => numbered(step, index, fix.steps.length)).join('\n\n');
  return [
    `### ${fix.title}`,
    fix.why,
    ...(fix.handover ? [`**${HEADING.askAdministrator}**\n\n> ${fix.handover.replace(/\n/g, '\n> ')}`] : []),
    facts.map((fact) => `- ${fact}`).join('\n'),
    steps,
    `**${HEADING.check}** ${fix.check}`,
    `**${HEADING.undo}** ${fix.undo}`,
    `*${HEADING.source}: ${sources}. ${fix.confidence}*`,
  ].join('\n\n');
}

function numbered(step: Step, index: number, count: number): string {
  const text = stepText(step);
  return count > 1 ? `**${index + 1}.** ${text}` : text;
}

function stepText({ text, command }: Step): string {
  if (!command) return text;
  return `${text} *(${SHELL[command.shell]}${command.admin ? HEADING.asAdministrator : ''})*\n\n\`\`\`\n${command.text.trim()}\n\`\`\``;
}

/** Authors may begin their sentence with the level itself. */
function riskText({ level, text }: Extract<Reply, { type: 'fix' }>['risk']): string {
  if (text === '') return level;
  return text.toLowerCase().startsWith(level) ? text : `${level}. ${text}`;
}

/** The summary stands in a field, so that it can be corrected before it is sent. */
function summaryCard(reply: Extract<Reply, { type: 'summary' }>): Rendered {
  const field = { type: 'Input.Text', id: 'summary', label: HEADING.summary, isMultiline: true, maxLength: 4000, value: reply.summary };
  return { text: `${reply.text}\n\n${quote(reply.summary)}`, card: card([field], reply.buttons) };
}

function quote(text: string): string {
  return text.split('\n').map((line) => `> ${line}`).join('  \n');
}
