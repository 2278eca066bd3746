import { Lexer, type Token, type Tokens } from 'marked';
import type { CardElement, TextRun } from './elements.ts';

/** How a text stands out from the others. */
export interface Look {
  readonly isSubtle?: true;
  readonly size?: 'Small';
  readonly color?: 'Attention';
}

/**
 * Markdown as elements of a card: Teams shows bold, italic and links of a text block and no other Markdown, so headings,
 * lists, quotes and code are elements. Code and whatever could be taken for Markdown stands in rich text, which has none.
 */
export function elementsOf(markdown: string, look: Look = {}): CardElement[] {
  return new Lexer({ gfm: true, breaks: false }).lex(markdown).flatMap((token) => block(token, look));
}

function block(token: Token, look: Look): CardElement[] {
  switch (token.type) {
    case 'space':
    case 'def':
    case 'hr':
      return [];
    case 'heading':
      return [{ type: 'TextBlock', text: plain(token), wrap: true, weight: 'Bolder', size: 'Medium', style: 'heading' }];
    case 'code':
      return [code(token as Tokens.Code)];
    case 'blockquote':
      return [{ type: 'Container', style: 'emphasis', items: (token as Tokens.Blockquote).tokens.flatMap((each) => block(each, look)) }];
    case 'list':
      return (token as Tokens.List).items.flatMap((item, index) => listItem(item, marker(token as Tokens.List, index), look));
    default:
      return lines(runs(token, {}), look);
  }
}

/** A line a block: a client folds line breaks of a text. */
function code({ text }: Tokens.Code): CardElement {
  const items = text.split('\n').map((line): CardElement => ({ type: 'RichTextBlock', spacing: 'None', inlines: [{ type: 'TextRun', text: line === '' ? ' ' : line, fontType: 'Monospace' }] }));
  return { type: 'Container', style: 'emphasis', items };
}

function marker({ ordered, start }: Tokens.List, index: number): Run {
  return ordered ? { text: `${Number(start || 1) + index}. `, bold: true } : { text: '• ' };
}

function listItem({ tokens }: Tokens.ListItem, mark: Run, look: Look): CardElement[] {
  const [first, ...rest] = tokens;
  return [...(first ? lines([mark, ...runs(first, {})], look) : []), ...rest.flatMap((token) => block(token, look))];
}

interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly mono?: true;
  readonly url?: string;
}

const LINE_BREAK = '\n';

function runs(token: Token, around: Omit<Run, 'text'>): Run[] {
  const inner = (style: Omit<Run, 'text'>): Run[] => ((token as { tokens?: Token[] }).tokens ?? []).flatMap((each) => runs(each, style));
  switch (token.type) {
    case 'strong':
      return inner({ ...around, bold: true });
    case 'em':
      return inner({ ...around, italic: true });
    case 'codespan':
      return [{ ...around, text: (token as Tokens.Codespan).text, mono: true }];
    case 'link':
      return inner({ ...around, url: (token as Tokens.Link).href });
    case 'br':
      return [{ text: LINE_BREAK }];
    default:
      // A soft line break is a space; what Markdown has no word for is shown as it was written.
      return 'tokens' in token && token.tokens ? inner(around) : [{ ...around, text: ('text' in token ? String(token.text) : token.raw).replaceAll('\n', ' ') }];
  }
}

function lines(all: readonly Run[], look: Look): CardElement[] {
  const split: Run[][] = [[]];
  for (const run of all) {
    if (run.text === LINE_BREAK) split.push([]);
    else split.at(-1)?.push(run);
  }
  return split.filter((line) => line.some(({ text }) => text.trim() !== '')).map((line, index) => ({ ...lineOf(line, look), ...(index > 0 && { spacing: 'None' as const }) }));
}

/** What a text block might take for Markdown. */
const AMBIGUOUS = /[*_`~[\]\\<>#|]/;
const LIKE_A_LIST = /^\s*(?:[-+]|\d+[.)])\s/;

function lineOf(line: readonly Run[], look: Look): CardElement {
  const isPlain = line.every(({ text, mono }) => mono === undefined && !AMBIGUOUS.test(text));
  const text = line.map(written).join('');
  if (isPlain && !LIKE_A_LIST.test(text)) return { type: 'TextBlock', text, wrap: true, ...look };
  return { type: 'RichTextBlock', inlines: line.map((run) => textRun(run, look)) };
}

function written({ text, bold, italic, url }: Run): string {
  const inner = text.trim();
  if (inner === '') return text;
  const styled = `${bold ? '**' : ''}${italic ? '_' : ''}${inner}${italic ? '_' : ''}${bold ? '**' : ''}`;
  return text.replace(inner, () => (url === undefined ? styled : `[${styled}](${url})`));
}

function textRun({ text, bold, italic, mono, url }: Run, { isSubtle, size }: Look): TextRun {
  return {
    type: 'TextRun', text,
    ...(bold && { weight: 'Bolder' as const }),
    ...(italic && { italic }),
    ...(mono && { fontType: 'Monospace' as const }),
    ...(isSubtle && { isSubtle }),
    ...(size && { size }),
    ...(url !== undefined && { selectAction: { type: 'Action.OpenUrl' as const, url } }),
  };
}

/** The first sentence or two of a text, without any markup. */
export function firstWords(markdown: string): string {
  return new Lexer().lex(markdown).filter(({ type }) => type !== 'list' && type !== 'code').map(plain).find((words) => words !== '') ?? '';
}

function plain(token: Token): string {
  return runs(token, {}).map(({ text }) => (text === LINE_BREAK ? ' ' : text)).join('').trim();
}
