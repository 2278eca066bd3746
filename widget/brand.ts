/** Colours that follow from a site's own one. */
export interface Brand {
  /** The site's colour, for surfaces. */
  readonly accent: string;
  /** What is written on it. */
  readonly accentInk: string;
  /** The same hue, readable on the chat's surface. */
  readonly accentText: string;
}

type Rgb = readonly [number, number, number];

const DARK_INK: Rgb = [8, 20, 16];
const WHITE: Rgb = [255, 255, 255];
/** WCAG 2.2, 1.4.3. */
const READABLE = 4.5;

/** @param colour `#rgb` or `#rrggbb`. @param surface what texts in that hue stand on, in the same form. */
export function brandOf(colour: string, surface: string): Brand {
  const accent = parsed(colour);
  const ink = contrast(accent, WHITE) >= contrast(accent, DARK_INK) ? WHITE : DARK_INK;
  const ground = parsed(surface);
  const towards = luminance(ground) > 0.4 ? DARK_INK : WHITE;
  let text = accent;
  for (let part = 0.1; part <= 1 && contrast(text, ground) < READABLE; part += 0.1) text = mixed(accent, towards, part);
  return { accent: written(accent), accentInk: written(ink), accentText: written(text) };
}

function parsed(colour: string): Rgb {
  const digits = colour.replace(/^#/, '');
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  return [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16)) as unknown as Rgb;
}

function written(colour: Rgb): string {
  return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

function mixed(from: Rgb, to: Rgb, part: number): Rgb {
  return from.map((value, at) => value + ((to[at] ?? 0) - value) * part) as unknown as Rgb;
}

/** Relative luminance and contrast ratio, as WCAG 2.2 defines them. */
function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
