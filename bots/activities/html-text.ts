const BREAKING = /^\/?(?:p|div|li|tr|ul|ol|table|pre|blockquote|h[1-6]|codeblock)$/;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The words of Teams' HTML, with its line breaks. Linear in the length of the text; not for rendering. */
export function htmlText(html: string): string {
  let text = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const close = open === -1 ? -1 : html.indexOf('>', open);
    if (close === -1) {
      text += html.slice(at);
      break;
    }
    text += html.slice(at, open) + tagText(html.slice(open + 1, close));
    at = close + 1;
  }
  return decodeEntities(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line, i, lines) => line !== '' || lines[i - 1] !== '')
    .join('\n')
    .trim();
}

export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

function tagText(tag: string): string {
  const name = tag.split(/[\s>]/, 1)[0]?.toLowerCase().replace(/(.)\/$/, '$1') ?? '';
  return name === 'br' || BREAKING.test(name) ? '\n' : '';
}
