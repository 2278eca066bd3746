import { Lexer, type Token, type Tokens } from 'marked';
import { element } from '../element.ts';

export interface MarkdownOptions {
  /** A line break in the text is one on the page: for what people type. */
  readonly breaks?: boolean;
}

/**
 * Markdown as elements. Nothing is parsed as HTML: what looks like it is shown as it was written, and only addresses of
 * the web become links.
 */
export function markdown(text: string, { breaks = false }: MarkdownOptions = {}): DocumentFragment {
  return fragment(new Lexer({ gfm: true, breaks }).lex(text));
}

function fragment(tokens: readonly Token[] | undefined): DocumentFragment {
  const made = document.createDocumentFragment();
  made.append(...(tokens ?? []).map(node));
  return made;
}

const LINK = /^(?:https?|mailto):/i;

function node(token: Token): Node | string {
  const inner = (): DocumentFragment => fragment((token as { tokens?: Token[] }).tokens);
  switch (token.type) {
    case 'space':
    case 'def':
      return '';
    case 'heading':
      return element('h2', {}, inner());
    case 'paragraph':
      return element('p', {}, inner());
    case 'blockquote':
      return element('blockquote', {}, inner());
    case 'list':
      return list(token as Tokens.List);
    case 'code':
      return element('pre', { tabindex: '0' }, element('code', {}, (token as Tokens.Code).text));
    case 'table':
      return table(token as Tokens.Table);
    case 'hr':
      return element('hr');
    case 'br':
      return element('br');
    case 'strong':
      return element('strong', {}, inner());
    case 'em':
      return element('em', {}, inner());
    case 'del':
      return element('del', {}, inner());
    case 'codespan':
      return element('code', { dir: 'ltr' }, (token as Tokens.Codespan).text);
    case 'link':
      return link(token as Tokens.Link, inner());
    case 'image':
      return (token as Tokens.Image).text;
    case 'text':
      return (token as Tokens.Text).tokens ? inner() : (token as Tokens.Text).text;
    case 'escape':
      return (token as Tokens.Escape).text;
    default:
      return token.raw;
  }
}

function list({ ordered, start, items }: Tokens.List): HTMLElement {
  const lines = items.map((item) => element('li', {}, fragment(item.tokens)));
  return ordered ? element('ol', { start: String(start || 1) }, ...lines) : element('ul', {}, ...lines);
}

function table({ header, rows }: Tokens.Table): HTMLElement {
  const line = (cells: readonly Tokens.TableCell[], name: 'th' | 'td'): HTMLElement =>
    element('tr', {}, ...cells.map((cell) => element(name, {}, fragment(cell.tokens))));
  return element('table', {}, element('thead', {}, line(header, 'th')), element('tbody', {}, ...rows.map((row) => line(row, 'td'))));
}

function link({ href }: Tokens.Link, inner: DocumentFragment): Node {
  return LINK.test(href) ? element('a', { href, target: '_blank', rel: 'noopener noreferrer' }, inner) : inner;
}
